import { z } from 'zod';
import { describeAll, entryForModel, linesOf, type DescribedEntry } from '../files/describe';
import { foldersMeant } from '../files/locate';
import { searchFor } from '../files/search';
import { spokenFile } from '../files/speak';
import { defineTool, type ToolContext, type ToolResult } from '../tool';

const MOST_SAID = 3;

type Described = DescribedEntry & { readonly snippet: string | null };

/** Files by their names and, for texts, by what is in them. */
export const tool = defineTool({
  name: 'search_files',
  description:
    'Searches files and folders by words in their names and, for text files, in their content when the user looks for something or asks where it is. Returns the matches, newest first, each with name, kind, size in bytes, KB, MB or GB, local time of its last change, and whether name or content matched.',
  group: 'files',
  class: 'read',
  foreign: true,
  keywords: ['find', 'look for', 'where', 'which file', 'contains', 'grep'],
  parameters: z.object({
    words: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe("Words to look for, in the user's own words, e.g. 'budget'.")
      .meta({ examples: ['budget', 'holiday photos', 'invoice Miller'] }),
    folder: z
      .string()
      .trim()
      .max(1_000)
      .optional()
      .describe("Where to look; leave out for all granted folders, e.g. 'Documents'.")
      .meta({ examples: ['Documents', 'Downloads'] }),
    within: z
      .enum(['both', 'name', 'content'])
      .default('both')
      .describe("Where the words should be; leave out if not said, e.g. 'content'."),
    kind: z
      .enum(['file', 'folder'])
      .optional()
      .describe("Whether a file or a folder is meant; leave out if not said, e.g. 'folder'."),
    count: z.int().min(1).max(20).default(5).describe('How many to return, 1 to 20, e.g. 5.'),
  }),
  wire: {
    responseInstructions: {
      success: 'Name at most three of them and say how many there are in all.',
      error: 'Say in one sentence what did not work, and ask for what is missing.',
    },
  },
  async run({ words, folder, within, kind, count }, context, signal) {
    const where = await foldersMeant(folder, context.files, signal);
    if (!where.ok) return where;
    const { found, total, complete } = await searchFor(
      { words, folders: where.folders, within, count, ...(kind && { kind }) },
      context,
      signal,
    );
    const described = await describeAll(context.files, found, signal);
    return answer(described, total, words, complete, count, context);
  },
});

function answer(
  found: readonly Described[],
  total: number,
  words: string,
  complete: boolean,
  count: number,
  { now, timeZone }: ToolContext,
): ToolResult {
  const shown = found.slice(0, count);
  const data = {
    total,
    searched_everything: complete,
    files: shown.map((entry) => ({
      ...entryForModel(entry, timeZone),
      ...(entry.snippet === null ? { found_in: 'name' } : { found_in: 'content', text: entry.snippet }),
    })),
  };
  const unsure = complete ? '' : ' Not everything could be looked at.';
  if (found.length === 0) return { ok: true, say: `Nothing was found for ${words}.${unsure}`, data };
  const said = shown.slice(0, MOST_SAID).map(({ path, facts }) => spokenFile(path, facts, now(), timeZone));
  const matches = total === 1 ? 'One match' : `${total.toLocaleString('en')} matches`;
  const lead = complete ? matches : `At least ${matches.toLowerCase()}`;
  const newest = total > said.length ? ', newest first' : '';
  return { ok: true, say: `${lead}${newest}: ${said.join('; ')}.`, data, detail: linesOf(found, timeZone) };
}
