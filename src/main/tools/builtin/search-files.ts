import { z } from 'zod';
import type { GrantedEntry, GrantedPath } from '../../permissions/granted-files';
import { describeAll, entryForModel, newestFirst, type DescribedEntry } from '../files/describe';
import { isTextName } from '../files/kinds';
import { locate, NO_GRANTS } from '../files/locate';
import { scoreName, wantedWords } from '../files/match-name';
import { findInText } from '../files/search-content';
import { spokenFile } from '../files/speak';
import { DEFAULT_WALK, nameOf, walk } from '../files/walk';
import { defineTool, type ToolContext, type ToolResult } from '../tool';

/** Files whose content is looked into, the newest first, and how long that may take in all. */
const MOST_READ = 400;
const MOST_TEXTS = 4_000;
const READING_MS = 3_000;
const MOST_NAMED = 500;
const MOST_SAID = 3;
/** Weak fits by name only clutter a list. */
const GOOD_NAME = 0.5;

type Found = DescribedEntry & { readonly snippet: string | null };

/** Files by their names and, for texts, by what is in them. */
export const tool = defineTool({
  name: 'search_files',
  description:
    'Searches files and folders by words in their names and, for text files, in their content when the user looks for something or asks where it is. Returns the matches, newest first, each with name, kind, size in bytes, KB, MB or GB, local time of its last change, and whether name or content matched.',
  group: 'files',
  class: 'read',
  foreign: true,
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
    count: z.int().min(1).max(20).default(5).describe('How many to return, 1 to 20, e.g. 5.'),
  }),
  wire: {
    responseInstructions: {
      success: 'Name at most three of them and say how many there are in all.',
      error: 'Say in one sentence what did not work, and ask for what is missing.',
    },
  },
  async run({ words, folder, count }, context, signal) {
    const { files } = context;
    const roots = await files.roots();
    if (roots.length === 0) return NO_GRANTS;
    const where = folder === undefined ? null : await locate(files, folder, 'folder', signal);
    if (where && !where.ok) return where;
    const wanted = wantedWords(words);
    const seen = await look(wanted, where ? [where.path] : roots, context, signal);
    const named = await describeAll(files, seen.named, signal);
    const read = await readTexts(seen.texts, wanted, context, signal);
    const found: Found[] = [...named.map((entry) => ({ ...entry, snippet: null })), ...read.found];
    return answer(found.sort(newestFirst), count, words, seen.complete && read.complete, context);
  },
});

/** Sorts what the walk meets: names that fit, and texts whose content must be asked. */
async function look(
  wanted: readonly string[],
  folders: readonly GrantedPath[],
  { files }: ToolContext,
  signal: AbortSignal,
) {
  const named: GrantedEntry[] = [];
  const texts: GrantedEntry[] = [];
  const visit = (entry: GrantedEntry) => {
    const name = nameOf(entry.path);
    if (scoreName(wanted, name) >= GOOD_NAME) {
      if (named.length < MOST_NAMED) named.push(entry);
    } else if (entry.kind === 'file' && isTextName(name) && texts.length < MOST_TEXTS) texts.push(entry);
  };
  const complete = await walk(files, folders, visit, signal, DEFAULT_WALK);
  return { named, texts, complete: complete && named.length < MOST_NAMED && texts.length < MOST_TEXTS };
}

async function readTexts(
  texts: readonly GrantedEntry[],
  wanted: readonly string[],
  { files }: ToolContext,
  signal: AbortSignal,
): Promise<{ found: Found[]; complete: boolean }> {
  const newest = (await describeAll(files, texts, signal)).sort(newestFirst);
  const until = performance.now() + READING_MS;
  const found: Found[] = [];
  for (const [at, entry] of newest.entries()) {
    signal.throwIfAborted();
    if (at >= MOST_READ || performance.now() > until) return { found, complete: false };
    const snippet = await findInText(files, entry.path, wanted);
    if (snippet !== null) found.push({ ...entry, snippet });
  }
  return { found, complete: true };
}

function answer(
  found: readonly Found[],
  count: number,
  words: string,
  complete: boolean,
  { now, timeZone }: ToolContext,
): ToolResult {
  const shown = found.slice(0, count);
  const data = {
    total: found.length,
    searched_everything: complete,
    files: shown.map((entry) => ({
      ...entryForModel(entry, timeZone),
      ...(entry.snippet === null ? { found_in: 'name' } : { found_in: 'content', text: entry.snippet }),
    })),
  };
  if (found.length === 0) return { ok: true, say: `Nothing was found for ${words}.`, data };
  const said = shown.slice(0, MOST_SAID).map(({ path, facts }) => spokenFile(path, facts, now(), timeZone));
  const lead = found.length === 1 ? 'One match' : `${found.length} matches`;
  const newest = found.length > said.length ? ', newest first' : '';
  return { ok: true, say: `${lead}${newest}: ${said.join('; ')}.`, data };
}
