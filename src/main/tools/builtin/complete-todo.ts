import { z } from 'zod';
import { chooseTodo } from '../mind/choose-todo';
import { cannotUndo, orRefused } from '../mind/refused';
import { defineTool } from '../tool';

const undoSchema = z.object({ id: z.string() });

/** Ticks something off. */
export const tool = defineTool({
  name: 'complete_todo',
  description:
    'Marks a thing on the to-do list as done when the user asks to tick it off or says that it is done. Returns what was done and the count of things that are left.',
  group: 'notes',
  class: 'own',
  keywords: ['tick', 'off', 'check', 'finish', 'done', 'task'],
  parameters: z.object({
    task: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .describe("Words of the thing that is done, e.g. 'plants'.")
      .meta({ examples: ['plants', 'call the dentist'] }),
  }),
  run: ({ task }, { mind }) =>
    orRefused(async () => {
      const open = (await mind.todos.all()).filter(({ doneAt }) => doneAt === null);
      const chosen = chooseTodo(task, open);
      if (!chosen.ok) return chosen;
      const { id, text, foreign } = chosen.one;
      await mind.todos.mark(id, true);
      return {
        ok: true,
        say: `Done: ${text}.`,
        data: { done: text, left: open.length - 1 },
        foreign,
        undo: { id },
      };
    }),
  undo: (data, { mind }) =>
    orRefused(async () => {
      const parsed = undoSchema.safeParse(data);
      const todo = parsed.success ? await mind.todos.mark(parsed.data.id, false) : null;
      if (!todo) return cannotUndo;
      return {
        ok: true,
        say: `${todo.text} is open again.`,
        data: { open: todo.text },
        foreign: todo.foreign,
      };
    }),
});
