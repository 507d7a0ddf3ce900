import { z } from 'zod';
import { appFailure, findApp, riskOfApp, scopeOfApp } from '../apps/find-app';
import { defineTool } from '../tool';

/** Starts an installed app, without arguments. */
export const tool = defineTool({
  name: 'start_app',
  description:
    'Starts an installed app when the user asks to start, open or launch a program. Returns the name of the app that was started; an app that is not installed is not started.',
  group: 'apps',
  class: 'reversible',
  keywords: ['launch', 'run', 'open', 'program', 'application'],
  parameters: z.object({
    app: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe("Name of the app as the user says it, e.g. 'Firefox'.")
      .meta({ examples: ['Firefox', 'calculator', 'text editor'] }),
  }),
  async aim({ app: said }, { apps }, signal) {
    const found = findApp(await apps.installed(signal), said);
    if (!found.ok) return found;
    const { app } = found;
    const whose = app.installedFor === 'account' ? ', which was added to your account only' : '';
    return {
      ok: true,
      target: app,
      card: {
        effect: `Starts the app ${app.name}.`,
        question: `Shall I start ${app.name}${whose}?`,
        risk: riskOfApp(app),
        verbs: ['start', 'launch', 'open', 'run'],
        preview: app.starts,
      },
      scope: scopeOfApp(app),
    };
  },
  async run(_, { apps }, signal, app) {
    const started = await apps.start(app, null, signal);
    if (!started.ok) return appFailure(started);
    return {
      ok: true,
      say: `${app.name} is starting.`,
      data: { started: app.name },
      foreign: app.installedFor === 'account',
    };
  },
});
