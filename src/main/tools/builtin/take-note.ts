import { z } from 'zod';
import { cannotUndo, orRefused } from '../mind/refused';
import { defineTool } from '../tool';

const undoSchema = z.object({ id: z.string() });

/** Keeps a new note. */
export const tool = defineTool({
  name: 'take_note',
  description:
    'Keeps a new note when the user asks to write something down, note it or remember it. Returns the title under which it is found again.',
  group: 'notes',
  class: 'own',
  keywords: ['write', 'jot', 'down', 'remember', 'memo', 'keep'],
  parameters: z.object({
    text: z
      .string()
      .trim()
      .min(1)
      .max(8_000)
      .describe("What to write down, in the user's words, e.g. 'The code of the garage is 4711'.")
      .meta({ examples: ['The code of the garage is 4711', 'Ideas for the garden'] }),
    title: z
      .string()
      .trim()
      .max(80)
      .optional()
      .describe("A heading; leave out if the user gives none, e.g. 'Garage'."),
  }),
  run: ({ text, title }, { mind, tainted }) =>
    orRefused(async () => {
      const note = await mind.notes.take(title ? `# ${oneLine(title)}\n\n${text}` : text, tainted);
      return {
        ok: true,
        say: 'Noted.',
        data: { title: note.title },
        foreign: note.foreign,
        undo: { id: note.id },
      };
    }),
  undo: (data, { mind }) =>
    orRefused(async () => {
      const parsed = undoSchema.safeParse(data);
      const removed = parsed.success ? await mind.notes.remove(parsed.data.id) : null;
      return removed === null ? cannotUndo : { ok: true, say: 'The note is gone again.', data: {} };
    }),
});

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
