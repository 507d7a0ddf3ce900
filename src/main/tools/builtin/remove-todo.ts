import { z } from 'zod';
import { placedTodoSchema } from '../../mind/todos';
import { chooseTodo } from '../mind/choose-todo';
import { cannotUndo, orRefused } from '../mind/refused';
import { defineTool } from '../tool';

/** Takes something off the list without doing it. */
export const tool = defineTool({
  name: 'remove_todo',
  description:
    'Removes a thing from the to-do list when the user asks to take it off without having done it. Returns what was removed.',
  group: 'notes',
  class: 'own',
  keywords: ['delete', 'drop', 'task'],
  parameters: z.object({
    task: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .describe("Words of the thing to take off, e.g. 'plants'.")
      .meta({ examples: ['plants'] }),
  }),
  run: ({ task }, { mind }) =>
    orRefused(async () => {
      const chosen = chooseTodo(task, await mind.todos.all());
      if (!chosen.ok) return chosen;
      const { id, text, foreign } = chosen.one;
      const removed = await mind.todos.remove(id);
      if (!removed) return cannotUndo;
      return { ok: true, say: `${text} is off your list.`, data: { removed: text }, foreign, undo: removed };
    }),
  undo: (data, { mind }) =>
    orRefused(async () => {
      const parsed = placedTodoSchema.safeParse(data);
      if (!parsed.success) return cannotUndo;
      await mind.todos.putBack(parsed.data);
      const { text, foreign } = parsed.data.todo;
      return { ok: true, say: `${text} is back on your list.`, data: { open: text }, foreign };
    }),
});
