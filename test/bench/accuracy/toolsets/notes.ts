import type { Toolset } from '../cases';
import { choice, text, tool } from './schema';

/** Notes and a to-do list. */
export const notes: Toolset = {
  name: 'notes',
  tools: [
    tool('add-note', 'Write down a note.', {
      text: text('Content of the note in the user\'s own words, e.g. "The paint in the hall is RAL 9010".'),
      'title?': text('Short title.'),
    }),
    tool('search-notes', 'Find notes that mention something.', { query: text('What to look for.') }),
    tool('delete-note', 'Deletes a note for good.', { title: text('Title of the note.') }),
    tool('add-todo', 'Put a task on the to-do list.', {
      task: text("The task, e.g. 'buy stamps'."),
      'due?': text('Day on which it must be done, YYYY-MM-DD.', { format: 'date' }),
      'priority?': choice(['low', 'normal', 'high']),
    }),
    tool('complete-todo', 'Ticks a task off the to-do list.', { task: text('Which task is done.') }),
    tool('list-todos', 'Reads out the to-do list.', {
      'status?': choice(['open', 'done', 'all'], 'Which tasks; open ones by default.'),
    }),
    tool('rename-note', 'Gives a note another title.', {
      title: text('Present title of the note.'),
      new_title: text('New title of the note.'),
    }),
  ],
  heldOutOnly: ['rename-note'],
};
