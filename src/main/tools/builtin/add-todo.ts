import { z } from 'zod';
import { cannotUndo, orRefused } from '../mind/refused';
import { defineTool } from '../tool';

const undoSchema = z.object({ id: z.string() });

/** Puts something on the to-do list. */
export const tool = defineTool({
  name: 'add_todo',
  description:
    'Adds a thing to the to-do list when the user asks to put something on the list of tasks. Returns what was added and the count of open things.',
  group: 'notes',
  class: 'own',
  keywords: ['task', 'list', 'put', 'todo', 'do'],
  parameters: z.object({
    task: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .describe("What is to be done, in the user's words, e.g. 'water the plants'.")
      .meta({ examples: ['water the plants', 'call the dentist'] }),
  }),
  run: ({ task }, { mind, tainted }) =>
    orRefused(async () => {
      const todo = await mind.todos.add(task.replace(/\s+/g, ' '), tainted);
      const open = (await mind.todos.all()).filter(({ doneAt }) => doneAt === null).length;
      return {
        ok: true,
        say: `${todo.text} is on your list.`,
        data: { added: todo.text, open },
        foreign: todo.foreign,
        undo: { id: todo.id },
      };
    }),
  undo: (data, { mind }) =>
    orRefused(async () => {
      const parsed = undoSchema.safeParse(data);
      const removed = parsed.success ? await mind.todos.remove(parsed.data.id) : null;
      return removed ? { ok: true, say: 'It is off the list again.', data: {} } : cannotUndo;
    }),
});
