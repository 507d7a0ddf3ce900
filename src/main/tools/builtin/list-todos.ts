import { z } from 'zod';
import type { Todo } from '../../mind/todos';
import { spokenList } from '../files/speak';
import { orRefused } from '../mind/refused';
import { defineTool } from '../tool';

const MOST_TOLD = 30;
const MOST_SAID = 5;

/** The to-do list. */
export const tool = defineTool({
  name: 'list_todos',
  description:
    'Lists the to-do list when the user asks what is on it or what there is to do. Returns the count and the text of each, in the order in which they were added.',
  group: 'notes',
  class: 'read',
  keywords: ['task', 'todo', 'do'],
  parameters: z.object({
    which: z.enum(['open', 'done']).default('open').describe("Open things or done ones, e.g. 'open'."),
  }),
  run: ({ which }, { mind }) =>
    orRefused(async () => {
      const todos = (await mind.todos.all()).filter(({ doneAt }) => (doneAt === null) === (which === 'open'));
      const shown = todos.slice(0, MOST_TOLD);
      return {
        ok: true,
        say: spoken(todos, which),
        data: { total: todos.length, [which]: shown.map(({ text }) => text) },
        ...(todos.length > MOST_TOLD && { detail: todos.map(({ text }) => text).join('\n') }),
        foreign: shown.some(({ foreign }) => foreign),
      };
    }),
});

function spoken(todos: readonly Todo[], which: 'open' | 'done'): string {
  if (todos.length === 0) return which === 'open' ? 'Nothing is on your list.' : 'Nothing is done yet.';
  const said = todos.slice(0, MOST_SAID).map(({ text }) => text);
  const more = todos.length - said.length;
  const things = todos.length === 1 ? 'One thing' : `${todos.length} things`;
  return `${things}${which === 'done' ? ' done' : ''}: ${more > 0 ? `${said.join('; ')}; and ${more} more` : spokenList(said, 'and')}.`;
}
