import type { Todo } from '../../mind/todos';
import { choose, type Chosen } from './choose';

/** The thing to do that was named by some of its words. */
export function chooseTodo(said: string, todos: readonly Todo[]): Chosen<Todo> {
  return choose(said, {
    items: todos,
    textOf: ({ text }) => text,
    isForeign: ({ foreign }) => foreign,
    called: 'to-do',
  });
}
