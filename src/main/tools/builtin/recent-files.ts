import { z } from 'zod';
import type { GrantedPath } from '../../permissions/granted-files';
import { describeAll, entryForModel, linesOf, type DescribedEntry } from '../files/describe';
import { kindOf } from '../files/kinds';
import { foldersMeant } from '../files/locate';
import { NewestFew } from '../files/newest';
import { spokenFile } from '../files/speak';
import { DEFAULT_WALK, pathIn, walk } from '../files/walk';
import { defineTool, type ToolContext, type ToolResult } from '../tool';

const MOST_SAID = 3;
const MOST_LISTED = 50;
const TELL_EVERY_MS = 500;

/** Groups of kinds as people ask for them. */
const KINDS = {
  any: null,
  document: [
    'a document',
    'a PDF',
    'a text file',
    'a Markdown note',
    'a presentation',
    'an e-book',
    'a mail',
  ],
  spreadsheet: ['a spreadsheet', 'a table'],
  picture: ['a picture'],
  recording: ['a recording'],
  video: ['a video'],
} as const satisfies Record<string, readonly string[] | null>;

/** What was changed last, in all folders. */
export const tool = defineTool({
  name: 'recent_files',
  description:
    'Lists the files that were changed last, folders within folders included, when the user asks what they worked on or saved lately. Returns for each its name, kind, size in bytes, KB, MB or GB, and local time of its last change, newest first.',
  group: 'files',
  class: 'read',
  foreign: true,
  keywords: ['latest', 'last', 'newest', 'worked on', 'i download', 'today', 'yesterday'],
  parameters: z.object({
    kind: z
      .enum(['any', 'document', 'spreadsheet', 'picture', 'recording', 'video'])
      .default('any')
      .describe("Kind of file; leave out for any, e.g. 'picture'."),
    folder: z
      .string()
      .trim()
      .max(1_000)
      .optional()
      .describe("Where to look; leave out for all granted folders, e.g. 'Downloads'."),
    days: z
      .int()
      .min(1)
      .max(3_650)
      .optional()
      .describe('Only files changed within so many days; leave out if not said, e.g. 7.'),
    count: z.int().min(1).max(20).default(5).describe('How many to return, 1 to 20, e.g. 5.'),
  }),
  async run({ kind, folder, days, count }, context, signal) {
    const where = await foldersMeant(folder, context.files, signal);
    if (!where.ok) return where;
    const since = days === undefined ? -Infinity : context.now().getTime() - days * 86_400_000;
    const { newest, complete } = await lookThrough(where.folders, KINDS[kind], since, context, signal);
    const listed = await describeAll(
      context.files,
      newest.map(({ path }) => ({ path, kind: 'file' as const })),
      signal,
    );
    return answer(listed, count, complete, context);
  },
});

async function lookThrough(
  folders: readonly GrantedPath[],
  kinds: readonly string[] | null,
  since: number,
  { files, progress }: ToolContext,
  signal: AbortSignal,
) {
  const look = await files.look();
  const newest = new NewestFew<{ readonly path: GrantedPath; readonly modified: number }>(MOST_LISTED);
  let [seen, tellAt] = [0, performance.now() + TELL_EVERY_MS];
  const complete = await walk(
    files,
    folders,
    async ({ path: folder, files: names, times }) => {
      const paths = names.map((name) => pathIn(folder, name));
      const glances = await look.glance(paths.map(({ absolute }) => absolute));
      for (const [at, path] of paths.entries()) {
        const modified = glances[at]?.modified;
        if (modified === undefined) continue;
        times[at] = modified;
        if (modified < since || (kinds && !kinds.includes(kindOf(names[at]!)))) continue;
        newest.add({ path, modified });
      }
      seen += names.length;
      if (performance.now() < tellAt) return;
      tellAt = performance.now() + TELL_EVERY_MS;
      progress(`${seen.toLocaleString('en')} files looked at`);
    },
    signal,
    DEFAULT_WALK,
  );
  return { newest: newest.sorted(), complete };
}

function answer(
  listed: readonly DescribedEntry[],
  count: number,
  complete: boolean,
  { now, timeZone }: ToolContext,
): ToolResult {
  const shown = listed.slice(0, count);
  const data = {
    looked_at_everything: complete,
    files: shown.map((entry) => entryForModel(entry, timeZone)),
  };
  const unsure = complete ? '' : ' Not everything could be looked at.';
  if (shown.length === 0) return { ok: true, say: `No such file was changed.${unsure}`, data };
  const said = shown.slice(0, MOST_SAID).map(({ path, facts }) => spokenFile(path, facts, now(), timeZone));
  return {
    ok: true,
    say: `Changed last: ${said.join('; ')}.${unsure}`,
    data,
    detail: linesOf(listed, timeZone),
  };
}
