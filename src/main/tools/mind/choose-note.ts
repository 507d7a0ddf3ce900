import type { Note } from '../../mind/notes/notes';
import { choose, type Chosen } from './choose';

/** The note that was named by words of its title, else by words in it. */
export function chooseNote(said: string, notes: readonly Note[]): Chosen<Note> {
  return choose(said, {
    items: notes,
    textOf: ({ title }) => title,
    moreOf: ({ text }) => text,
    isForeign: ({ foreign }) => foreign,
    called: 'note',
  });
}
