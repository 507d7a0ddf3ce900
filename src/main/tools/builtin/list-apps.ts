import { z } from 'zod';
import type { InstalledApp, RunningApp } from '../../system/apps';
import { appFailure, matchApps } from '../apps/find-app';
import { spokenList } from '../files/speak';
import { defineTool, type ToolResult } from '../tool';

const MOST_SAID = 5;
const MOST_TITLES = 10;
/** Weak fits only clutter a list. */
const GOOD_NAME = 0.5;

/** Installed and running apps. */
export const tool = defineTool({
  name: 'list_apps',
  description:
    'Lists the apps of this computer when the user asks which apps are installed or running, or which windows are open. Returns how many there are and for each its name, whether it is running and, if asked for, the titles of its windows.',
  group: 'apps',
  class: 'read',
  keywords: ['programs', 'applications', 'installed', 'running', 'windows'],
  parameters: z.object({
    words: z
      .string()
      .trim()
      .max(100)
      .optional()
      .describe("Words of the name or purpose; leave out for all, e.g. 'browser'.")
      .meta({ examples: ['browser', 'text editor'] }),
    running: z.boolean().default(false).describe('Whether to list only apps that run now, e.g. true.'),
    titles: z
      .boolean()
      .default(false)
      .describe(
        'Whether to tell the titles of open windows too; only if the user asks for them, e.g. false.',
      ),
    count: z.int().min(1).max(50).default(20).describe('How many to return, 1 to 50, e.g. 20.'),
  }),
  async run({ words, running: onlyRunning, titles, count }, { apps }, signal) {
    const installed = await apps.installed(signal);
    const running = await apps.running(signal);
    if (!running.ok && onlyRunning) return appFailure(running);
    const runs = new Map((running.ok ? running.value : []).map((one) => [one.app.id, one]));
    const candidates = onlyRunning ? installed.filter(({ id }) => runs.has(id)) : installed;
    const listed =
      words === undefined
        ? candidates
        : matchApps(candidates, words).flatMap(({ app, score }) => (score >= GOOD_NAME ? [app] : []));
    const windows = titles ? apps.windows : null;
    return answer(listed, runs, {
      count,
      titles,
      onlyRunning,
      note: windows?.ok === false ? windows.sentence : null,
    });
  },
});

function answer(
  apps: readonly InstalledApp[],
  runs: ReadonlyMap<string, RunningApp>,
  asked: {
    readonly count: number;
    readonly titles: boolean;
    readonly onlyRunning: boolean;
    readonly note: string | null;
  },
): ToolResult {
  const shown = apps.slice(0, asked.count);
  const titlesOf = ({ id }: InstalledApp) =>
    asked.titles ? (runs.get(id)?.windows ?? []).slice(0, MOST_TITLES) : [];
  const data = {
    total: apps.length,
    ...(asked.note !== null && { windows_unknown: asked.note }),
    apps: shown.map((app) => ({
      name: app.name,
      running: runs.has(app.id),
      ...(titlesOf(app).length > 0 && { windows: titlesOf(app) }),
    })),
  };
  // Windows say what their pages say, and anybody can name an app of the account.
  const foreign = shown.some((app) => app.installedFor === 'account' || titlesOf(app).length > 0);
  const what = asked.onlyRunning ? 'running' : 'installed';
  if (apps.length === 0) return { ok: true, say: `No such app is ${what}.`, data };
  const names = spokenList(
    shown.slice(0, MOST_SAID).map(({ name }) => name),
    'and',
  );
  const lead = apps.length === 1 ? `One app is ${what}` : `${apps.length} apps are ${what}`;
  const some = apps.length > MOST_SAID ? ', for example' : ':';
  return { ok: true, say: `${lead}${some} ${names}.`, data, foreign };
}
