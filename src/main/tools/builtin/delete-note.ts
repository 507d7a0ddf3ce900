import { z } from 'zod';
import { chooseNote } from '../mind/choose-note';
import { cannotUndo, orRefused } from '../mind/refused';
import { defineTool } from '../tool';

const undoSchema = z.object({ kept: z.string() });

/** Puts a note away; it can be brought back. */
export const tool = defineTool({
  name: 'delete_note',
  description:
    'Deletes a note when the user asks to delete or remove one. Returns its title; the note can be brought back by undo.',
  group: 'notes',
  class: 'own',
  keywords: ['remove', 'throw', 'away', 'forget'],
  parameters: z.object({
    note: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe("Words of the note's title, e.g. 'shopping'.")
      .meta({ examples: ['shopping'] }),
  }),
  run: ({ note: named }, { mind }) =>
    orRefused(async () => {
      const chosen = chooseNote(named, await mind.notes.all());
      if (!chosen.ok) return chosen;
      const { id, title, foreign } = chosen.one;
      const kept = await mind.notes.remove(id);
      if (kept === null) return cannotUndo;
      return { ok: true, say: `The note ${title} is deleted.`, data: { title }, foreign, undo: { kept } };
    }),
  undo: (data, { mind }) =>
    orRefused(async () => {
      const parsed = undoSchema.safeParse(data);
      const note = parsed.success ? await mind.notes.restore(parsed.data.kept) : null;
      if (!note) return cannotUndo;
      return {
        ok: true,
        say: `The note ${note.title} is back.`,
        data: { title: note.title },
        foreign: note.foreign,
      };
    }),
});
