import { z } from 'zod';
import type { Note } from '../../mind/notes/notes';
import { fold, queryWords } from '../../history/search';
import { spokenList } from '../files/speak';
import { orRefused } from '../mind/refused';
import { defineTool } from '../tool';

const MOST_FOUND = 8;
const MOST_SAID = 3;
/** Characters around the first hit. */
const AROUND = 120;

/** Notes by what they say. */
export const tool = defineTool({
  name: 'find_notes',
  description:
    'Finds notes by their words when the user asks what was noted about something. Returns how many fit and for each its title and the place that fits.',
  group: 'notes',
  class: 'read',
  keywords: ['search', 'look', 'noted', 'wrote'],
  parameters: z.object({
    query: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe("Words that the note holds, e.g. 'garage code'.")
      .meta({ examples: ['garage code', 'garden'] }),
  }),
  run: ({ query }, { mind }) =>
    orRefused(async () => {
      const words = queryWords(query);
      const all = await mind.notes.all();
      const found = all.filter((note) => words.every((word) => fold(note.text).includes(word)));
      if (found.length === 0)
        return { ok: true, say: `No note is about ${query}.`, data: { total: 0, notes: [] } };
      const shown = found.slice(0, MOST_FOUND);
      const titles = spokenList(
        shown.slice(0, MOST_SAID).map(({ title }) => title),
        'and',
      );
      return {
        ok: true,
        say:
          found.length === 1
            ? `One note: ${excerpt(shown[0]!, words)}.`
            : `${found.length} notes fit: ${titles}.`,
        data: {
          total: found.length,
          notes: shown.map((note) => ({ title: note.title, text: excerpt(note, words) })),
        },
        foreign: shown.some(({ foreign }) => foreign),
      };
    }),
});

function excerpt({ text }: Note, words: readonly string[]): string {
  const flat = text.replace(/\s+/g, ' ');
  const hit = Math.max(0, fold(flat).indexOf(words[0] ?? ''));
  const from = Math.max(0, Math.min(hit - AROUND / 2, flat.length - AROUND));
  return `${from > 0 ? '…' : ''}${flat.slice(from, from + AROUND).trim()}${from + AROUND < flat.length ? '…' : ''}`;
}
