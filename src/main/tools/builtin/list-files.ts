import { z } from 'zod';
import type { GrantedPath } from '../../permissions/granted-files';
import { describeAll, entryForModel, newestFirst, type DescribedEntry } from '../files/describe';
import { locate, NO_GRANTS } from '../files/locate';
import { spokenFile, spokenList, spokenName } from '../files/speak';
import { nameOf } from '../files/walk';
import { defineTool, type ToolContext, type ToolResult } from '../tool';

/** Said aloud; the rest is in the data. */
const MOST_SAID = 3;

const ORDERS = {
  newest: newestFirst,
  name: (a, b) => nameOf(a.path).localeCompare(nameOf(b.path), 'en', { numeric: true, sensitivity: 'base' }),
  largest: (a, b) => b.facts.size - a.facts.size,
} satisfies Record<string, (a: DescribedEntry, b: DescribedEntry) => number>;

/** What lies in a folder. */
export const tool = defineTool({
  name: 'list_files',
  description:
    'Lists files and folders when the user asks what is in a folder or which files are newest or largest. Returns the total count and for each its name, kind, size in bytes, KB, MB or GB, and local time of its last change.',
  group: 'files',
  class: 'read',
  foreign: true,
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
    const where = await foldersMeant(folder, context, signal);
    if (!where.ok) return where;
    const found = await Promise.all(where.folders.map((path) => context.files.entries(path)));
    const all = (await describeAll(context.files, found.flat(), signal)).sort(ORDERS[order]);
    return answer(all, all.slice(0, count), order, where.folders, context);
  },
});

type Folders =
  { readonly ok: true; readonly folders: readonly GrantedPath[] } | Extract<ToolResult, { ok: false }>;

async function foldersMeant(
  folder: string | undefined,
  { files }: ToolContext,
  signal: AbortSignal,
): Promise<Folders> {
  if (folder === undefined || /^(all|any|every|everything|all (granted )?folders)$/iu.test(folder)) {
    const folders = await files.roots();
    return folders.length > 0 ? { ok: true, folders } : NO_GRANTS;
  }
  const located = await locate(files, folder, 'folder', signal);
  return located.ok ? { ok: true, folders: [located.path] } : located;
}

function answer(
  all: readonly DescribedEntry[],
  shown: readonly DescribedEntry[],
  order: keyof typeof ORDERS,
  folders: readonly GrantedPath[],
  { now, timeZone }: ToolContext,
): ToolResult {
  const where = spokenList(folders.map(spokenName), 'and');
  const data = {
    folders: folders.map(({ spoken }) => spoken),
    total: all.length,
    files: shown.map((entry) => entryForModel(entry, timeZone)),
  };
  if (all.length === 0) return { ok: true, say: `There is nothing in ${where}.`, data };
  const said = shown.slice(0, MOST_SAID).map(({ path, facts }) => spokenFile(path, facts, now(), timeZone));
  const things = all.length === 1 ? 'There is one thing' : `There are ${all.length} things`;
  const lead = all.length <= said.length || order === 'name' ? '' : ` The ${order}:`;
  return { ok: true, say: `${things} in ${where}.${lead} ${said.join('; ')}.`, data };
}
