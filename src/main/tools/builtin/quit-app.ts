import { z } from 'zod';
import { assertNever } from '../../../shared/assert-never';
import type { QuitOutcome } from '../../system/apps';
import { appFailure, findRunningApp, scopeOfApp } from '../apps/find-app';
import { defineTool, type ToolResult } from '../tool';

/** Titles on the card. */
const MOST_TITLES = 20;

/** Asks an app to quit, never forcing it. */
export const tool = defineTool({
  name: 'quit_app',
  description:
    'Quits a running app politely, so that it can ask about unsaved work, when the user asks to quit, close or exit a program. Returns the name of the app and whether it quit, goes on in the background or is waiting for an answer on the screen.',
  group: 'apps',
  class: 'outward',
  keywords: ['close', 'exit', 'end', 'stop', 'program'],
  parameters: z.object({
    app: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe("Name of the app as the user says it, e.g. 'Firefox'.")
      .meta({ examples: ['Firefox', 'text editor'] }),
  }),
  async aim({ app: said }, { apps }, signal) {
    const found = await findRunningApp(apps, said, signal);
    if (!found.ok) return found;
    const { app } = found;
    const running = await apps.running(signal);
    const windows = (running.ok ? running.value : []).find((one) => one.app.id === app.id)?.windows ?? [];
    return {
      ok: true,
      target: app,
      card: {
        effect: `Asks ${app.name} to quit.${windows.length > 1 ? ` All ${windows.length} of its windows close.` : ''}`,
        question: `Shall I quit ${app.name}?`,
        risk:
          apps.unsavedWork === 'asks' && windows.length > 0
            ? 'An app that does not ask about unsaved work loses it.'
            : 'Unsaved work in it may be lost.',
        verbs: ['quit', 'close', 'exit'],
        preview: windows.length > 0 ? windows.slice(0, MOST_TITLES).join('\n') : null,
      },
      scope: scopeOfApp(app),
    };
  },
  async run(_, { apps }, signal, app) {
    const outcome = await apps.quit(app, signal);
    if (!outcome.ok) return appFailure(outcome);
    return { ...told(app.name, outcome.value), foreign: app.installedFor === 'account' };
  },
});

function told(name: string, outcome: QuitOutcome): ToolResult {
  switch (outcome) {
    case 'quit':
      return { ok: true, say: `${name} has quit.`, data: { app: name, outcome: 'quit' } };
    case 'in-background':
      return {
        ok: true,
        say: `${name} has closed its windows and goes on in the background.`,
        data: { app: name, outcome: 'in background' },
      };
    case 'asking':
      return {
        ok: true,
        say: `${name} was asked to quit and is still open; it may be asking whether to save. Please look at the screen.`,
        data: { app: name, outcome: 'still open, may be asking whether to save' },
      };
    default:
      return assertNever(outcome);
  }
}
