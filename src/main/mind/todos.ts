import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ProblemError, type Problem } from '../../shared/problem';
import { JsonFile, type JsonFileWorld } from './json-file';

const todoSchema = z.object({
  id: z.string().min(1).max(64),
  text: z.string().min(1).max(500),
  /** Epoch milliseconds. */
  addedAt: z.number(),
  doneAt: z.number().nullable(),
  /** Added while words of somebody else were in the talk. */
  foreign: z.boolean(),
});
/** One thing to do. */
export type Todo = z.infer<typeof todoSchema>;

/** A thing to do and its place in the list, so that an undo puts it back where it was. */
export const placedTodoSchema = z.object({ todo: todoSchema, at: z.number().int().min(0) });
type PlacedTodo = z.infer<typeof placedTodoSchema>;

const MOST = 500;
const schema = z.object({ version: z.literal(1), todos: z.array(todoSchema).max(MOST) });

/** The to-do list on the disk. Every method rejects with {@link ProblemError} when the disk refuses. */
export class Todos {
  private readonly file: JsonFile<z.infer<typeof schema>>;

  constructor(
    path: string,
    private readonly now: () => Date,
    onProblem: JsonFileWorld<unknown>['onProblem'],
  ) {
    const empty = { version: 1 as const, todos: [] };
    this.file = new JsonFile({ path, schema, empty, now, called: 'to-do list', onProblem });
  }

  /** All of it, in the order in which it was added. */
  async all(): Promise<readonly Todo[]> {
    return (await this.file.read()).todos;
  }

  /** Adds to the end. What was done long ago makes room; rejects with {@link ProblemError} when nothing can. */
  add(text: string, foreign: boolean): Promise<Todo> {
    return this.change((todos) => {
      const todo: Todo = { id: randomUUID(), text, addedAt: this.now().getTime(), doneAt: null, foreign };
      const oldest = todos.length < MOST ? -1 : todos.findIndex(({ doneAt }) => doneAt !== null);
      if (todos.length >= MOST && oldest < 0) throw new ProblemError(full);
      return [[...todos.filter((_, at) => at !== oldest), todo], todo];
    });
  }

  /** Marks as done, or as open again; null when it is gone. */
  mark(id: string, done: boolean): Promise<Todo | null> {
    return this.change((todos) => {
      const found = todos.find((todo) => todo.id === id);
      if (!found) return [todos, null];
      const marked = { ...found, doneAt: done ? this.now().getTime() : null };
      return [todos.map((todo) => (todo === found ? marked : todo)), marked];
    });
  }

  /** Takes off the list; null when it is gone. */
  remove(id: string): Promise<PlacedTodo | null> {
    return this.change((todos) => {
      const at = todos.findIndex((todo) => todo.id === id);
      const todo = todos[at];
      return todo ? [todos.filter((other) => other !== todo), { todo, at }] : [todos, null];
    });
  }

  /** Puts back what was taken off; one that is there already stays. */
  putBack({ todo, at }: PlacedTodo): Promise<void> {
    return this.change((todos) =>
      todos.some(({ id }) => id === todo.id) || todos.length >= MOST
        ? [todos, undefined]
        : [[...todos.slice(0, at), todo, ...todos.slice(at)], undefined],
    );
  }

  private change<R>(step: (todos: readonly Todo[]) => readonly [readonly Todo[], R]): Promise<R> {
    return this.file.change((value) => {
      const [todos, result] = step(value.todos);
      return [todos === value.todos ? value : { ...value, todos: [...todos] }, result];
    });
  }
}

const full: Problem = {
  code: 'todos_full',
  sentence: 'The to-do list is full.',
  next: 'Complete or remove something first.',
};
