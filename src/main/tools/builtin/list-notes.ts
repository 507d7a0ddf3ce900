import { z } from 'zod';
import { spokenList } from '../files/speak';
import { orRefused } from '../mind/refused';
import { spokenWhen } from '../time/spoken-when';
import { defineTool } from '../tool';

const MOST_SAID = 3;

/** The notes there are. */
export const tool = defineTool({
  name: 'list_notes',
  description:
    'Lists the notes, the newest first, when the user asks which notes there are. Returns their total count and for each its title and when it was changed.',
  group: 'notes',
  class: 'read',
  parameters: z.object({
    count: z.int().min(1).max(20).default(5).describe('How many to list, 1 to 20, e.g. 5.'),
  }),
  run: ({ count }, { mind, now, timeZone }) =>
    orRefused(async () => {
      const notes = await mind.notes.all();
      if (notes.length === 0)
        return { ok: true, say: 'There are no notes yet.', data: { total: 0, notes: [] } };
      const shown = notes.slice(0, count);
      const said = shown.slice(0, MOST_SAID).map(({ title }) => title);
      const all = notes.length === 1 ? 'There is one note' : `There are ${notes.length} notes`;
      return {
        ok: true,
        say: `${all}${notes.length > said.length ? '; the newest' : ''}: ${spokenList(said, 'and')}.`,
        data: {
          total: notes.length,
          notes: shown.map(({ title, changed }) => ({
            title,
            changed: spokenWhen(changed, now(), timeZone),
          })),
        },
        foreign: shown.some(({ foreign }) => foreign),
      };
    }),
});
