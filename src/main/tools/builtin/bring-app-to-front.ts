import { z } from 'zod';
import { appFailure, findRunningApp, scopeOfApp } from '../apps/find-app';
import { defineTool } from '../tool';

/** Shows an app that runs already. */
export const tool = defineTool({
  name: 'bring_app_to_front',
  description:
    'Brings the window of a running app to the front when the user asks to switch to it or to see it. Returns the name of the app that is in front now.',
  group: 'apps',
  class: 'reversible',
  keywords: ['switch', 'focus', 'show', 'window', 'raise', 'activate'],
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
    if (!apps.windows.ok) return appFailure(apps.windows);
    const found = await findRunningApp(apps, said, signal);
    if (!found.ok) return found;
    const { app } = found;
    return {
      ok: true,
      target: app,
      card: {
        effect: `Brings the window of ${app.name} to the front.`,
        question: `Shall I switch to ${app.name}?`,
        risk: null,
        verbs: ['switch', 'show', 'bring', 'bring to front'],
      },
      scope: scopeOfApp(app),
    };
  },
  async run(_, { apps }, signal, app) {
    const shown = await apps.bringToFront(app, signal);
    if (!shown.ok) return appFailure(shown);
    return {
      ok: true,
      say: `${app.name} is in front.`,
      data: { in_front: app.name },
      foreign: app.installedFor === 'account',
    };
  },
});
