import { z } from 'zod';
import type { Glance } from '../../permissions/folder-look';
import type { GrantedEntry, GrantedFiles, GrantedPath } from '../../permissions/granted-files';
import { describeAll, entryForModel, linesOf, type DescribedEntry } from '../files/describe';
import { foldersMeant } from '../files/locate';
import { spokenFile, spokenList, spokenName } from '../files/speak';
import { nameOf } from '../files/walk';
import { defineTool, type ToolContext, type ToolResult } from '../tool';

/** Said aloud; the rest is in the data. */
const MOST_SAID = 3;

/** Things that the window lists. */
const MOST_LISTED = 200;

interface Seen extends GrantedEntry {
  readonly glance: Glance;
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const ORDERS = {
  newest: (a, b) => b.glance.modified - a.glance.modified,
  name: (a, b) => byName.compare(nameOf(a.path), nameOf(b.path)),
  largest: (a, b) => sizeOf(b) - sizeOf(a),
} satisfies Record<string, (a: Seen, b: Seen) => number>;

/** What lies in a folder. */
export const tool = defineTool({
  name: 'list_files',
  description:
    'Lists files and folders when the user asks what is in a folder or which files are newest or largest. Returns the total count and for each its name, kind, size in bytes, KB, MB or GB, and local time of its last change.',
  group: 'files',
  class: 'read',
  foreign: true,
  keywords: ['show', 'folder', 'directory', 'contents', 'largest', 'newest'],
  parameters: z.object({
    folder: z
      .string()
      .trim()
      .max(1_000)
      .optional()
      .describe("Which folder; leave out for all granted folders, e.g. 'Downloads'.")
      .meta({ examples: ['Downloads', 'Documents', 'Documents/invoices'] }),
    count: z.int().min(1).max(20).default(5).describe('How many to list, 1 to 20, e.g. 5.'),
    order: z
      .enum(['newest', 'name', 'largest'])
      .default('newest')
      .describe("What comes first, e.g. 'newest'."),
  }),
  wire: {
    responseInstructions: {
      success: 'Name at most three of them and say how many there are in all.',
      error: 'Say in one sentence what did not work, and ask for what is missing.',
    },
  },
  async run({ folder, count, order }, context, signal) {
    const where = await foldersMeant(folder, context.files, signal);
    if (!where.ok) return where;
    const found = await Promise.all(where.folders.map((path) => context.files.entries(path)));
    const all = (await seen(found.flat(), context.files, signal)).sort(ORDERS[order]);
    const listed = await describeAll(context.files, all.slice(0, MOST_LISTED), signal);
    return answer(all.length, listed, listed.slice(0, count), order, where.folders, context);
  },
});

/** Sizes and times for putting in order: a folder may hold thousands. What is told is asked for again. */
async function seen(
  entries: readonly GrantedEntry[],
  files: GrantedFiles,
  signal: AbortSignal,
): Promise<Seen[]> {
  const glances = await (await files.look()).glance(entries.map(({ path }) => path.absolute));
  signal.throwIfAborted();
  return entries.flatMap((entry, at) => {
    const glance = glances[at];
    return glance ? [{ ...entry, glance }] : [];
  });
}

/** A folder's own size says nothing about what is in it. */
function sizeOf({ kind, glance }: Seen): number {
  return kind === 'folder' ? -1 : glance.size;
}

function answer(
  total: number,
  listed: readonly DescribedEntry[],
  shown: readonly DescribedEntry[],
  order: keyof typeof ORDERS,
  folders: readonly GrantedPath[],
  { now, timeZone }: ToolContext,
): ToolResult {
  const where = spokenList(folders.map(spokenName), 'and');
  const data = {
    folders: folders.map(({ spoken }) => spoken),
    total,
    files: shown.map((entry) => entryForModel(entry, timeZone)),
  };
  if (total === 0) return { ok: true, say: `There is nothing in ${where}.`, data };
  const said = shown.slice(0, MOST_SAID).map(({ path, facts }) => spokenFile(path, facts, now(), timeZone));
  const things = total === 1 ? 'There is one thing' : `There are ${total} things`;
  const lead = total <= said.length || order === 'name' ? '' : ` The ${order}:`;
  return {
    ok: true,
    say: `${things} in ${where}.${lead} ${said.join('; ')}.`,
    data,
    detail: linesOf(listed, timeZone),
  };
}
