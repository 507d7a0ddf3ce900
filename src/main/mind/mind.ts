/**
 * What Parley keeps for the person: notes, the to-do list, timers, alarms and reminders, and what was asked before.
 * Everything is on this computer, under the person's own folder.
 */
import { join } from 'node:path';
import type { Problem } from '../../shared/problem';
import { Notes } from './notes/notes';
import { PastRequests, type PastWorld } from './past-requests';
import { Reminders, type RemindersWorld } from './reminders/reminders';
import { Todos } from './todos';

/** The parts, as tools see them. */
export interface Mind {
  readonly notes: Notes;
  readonly todos: Todos;
  readonly reminders: Reminders;
  readonly requests: PastRequests;
}

/** What it is made with. */
export interface MindWorld extends Pick<
  RemindersWorld,
  'now' | 'timeZone' | 'tell' | 'changed' | 'silence' | 'log'
> {
  /** Where its files are; made when they are needed. */
  readonly folder: string;
  readonly past: PastWorld;
  readonly onProblem: (problem: Problem) => void;
}

/** Puts it together. Nothing is read, and nothing comes due, before `reminders.look()`. */
export function createMind({ folder, past, ...world }: MindWorld): Mind {
  return {
    notes: new Notes(join(folder, 'notes'), world.now),
    todos: new Todos(join(folder, 'todos.json'), world.now, world.onProblem),
    reminders: new Reminders({ ...world, path: join(folder, 'reminders.json') }),
    requests: new PastRequests(past),
  };
}
