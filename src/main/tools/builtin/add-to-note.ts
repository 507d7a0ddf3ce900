import { z } from 'zod';
import { chooseNote } from '../mind/choose-note';
import { cannotUndo, orRefused } from '../mind/refused';
import { defineTool } from '../tool';

const undoSchema = z.object({ id: z.string(), added: z.string(), foreign: z.boolean() });

/** Adds to a note that is there. */
export const tool = defineTool({
  name: 'add_to_note',
  description:
    'Adds text to the end of a note when the user asks to add or append something to a note that exists. Returns the title of the note.',
  group: 'notes',
  class: 'own',
  keywords: ['append', 'extend', 'more'],
  parameters: z.object({
    note: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe("Words of the note's title, e.g. 'shopping'.")
      .meta({ examples: ['shopping', 'ideas for the garden'] }),
    text: z
      .string()
      .trim()
      .min(1)
      .max(8_000)
      .describe("What to add, in the user's words, e.g. 'two lemons'.")
      .meta({ examples: ['two lemons'] }),
  }),
  run: ({ note: named, text }, { mind, tainted }) =>
    orRefused(async () => {
      const chosen = chooseNote(named, await mind.notes.all());
      if (!chosen.ok) return chosen;
      const added = await mind.notes.add(chosen.one.id, text, tainted);
      if (!added) return cannotUndo;
      return {
        ok: true,
        say: `Added to ${added.note.title}.`,
        data: { title: added.note.title },
        foreign: added.note.foreign,
        undo: { id: added.note.id, added: text, foreign: added.before },
      };
    }),
  undo: (data, { mind }) =>
    orRefused(async () => {
      const parsed = undoSchema.safeParse(data);
      if (!parsed.success) return cannotUndo;
      const { id, added, foreign } = parsed.data;
      const done = await mind.notes.cut(id, added, foreign);
      return done ? { ok: true, say: 'Taken out of the note again.', data: {} } : cannotUndo;
    }),
});
