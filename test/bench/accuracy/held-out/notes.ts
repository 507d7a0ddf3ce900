import { answered, asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { notes as toolset } from '../toolsets/notes';

export const notes: CaseGroup = {
  toolset,
  cases: [
    says('Jot this down: the meter reads 4711.', call('add-note', { text: 'the meter reads 4711' })),
    says(
      'Please note the plumber comes between two and four.',
      call('add-note', { text: 'the plumber comes between two and four' }),
    ),
    says(
      'Take a note, we need a new shower curtain.',
      call('add-note', { text: 'we need a new shower curtain' }),
    ),
    says(
      'Can you write down that Emma is allergic to nuts?',
      call('add-note', { text: either('Emma is allergic to nuts', 'that Emma is allergic to nuts') }),
    ),
    says(
      'New note. The spare key is with Mrs. Novak.',
      call('add-note', { text: 'the spare key is with Mrs. Novak' }),
    ),
    says('What did I write about the boiler?', call('search-notes', { query: 'boiler' })),
    says(
      'Look through my notes for anything about Portugal.',
      call('search-notes', { query: either('Portugal', 'anything about Portugal') }),
    ),
    says('Did I ever note down the paint colour?', call('search-notes', { query: 'paint colour' })),
    says('search notes passport number', call('search-notes', { query: 'passport number' })),
    says('Throw away the note titled old ideas.', call('delete-note', { title: 'old ideas' })),
    says(
      "The note Christmas menu can go, I don't need it.",
      call('delete-note', { title: 'Christmas menu' }),
    ),
    says(
      'Rename the note draft to final version.',
      call('rename-note', { title: 'draft', new_title: 'final version' }),
    ),
    says('Put mow the lawn on my list of things to do.', call('add-todo', { task: 'mow the lawn' })),
    says(
      "I mustn't forget to return the library books, put that on my to-do list.",
      call('add-todo', { task: 'return the library books' }),
    ),
    says(
      'Add a task: order new contact lenses by Friday.',
      call('add-todo', { task: 'order new contact lenses', due: '2026-11-20' }),
    ),
    says(
      'Fix the leaking tap, high priority, on the to-do list please.',
      call('add-todo', { task: 'fix the leaking tap', priority: 'high' }),
    ),
    says('to-do sharpen the knives', call('add-todo', { task: 'sharpen the knives' })),
    says(
      'I did the ironing, you can cross it off.',
      call('complete-todo', { task: either('ironing', 'the ironing', 'do the ironing') }),
    ),
    says('The task mow the lawn is finished.', call('complete-todo', { task: 'mow the lawn' })),
    says('Check off return the library books.', call('complete-todo', { task: 'return the library books' })),
    says('What else is left on my list?', call('list-todos', { status: maybe('open') })),
    says('Read me all my tasks, also the finished ones.', call('list-todos', { status: 'all' })),
    says(
      'Remind me, what have I got to do today? Read the to-do list.',
      call('list-todos', { status: maybe('open') }),
    ),
    asks('Tick off a task, please.', 'complete-todo', 'task'),
    asks('Could you search my notes?', 'search-notes', 'query'),
    [
      asks('Make a new note.', 'add-note', 'text'),
      says('Grandma likes the blue vase.', call('add-note', { text: 'Grandma likes the blue vase' })),
    ],
    [
      says('Add wash the curtains to my to-do list.', call('add-todo', { task: 'wash the curtains' })),
      says('And clean the oven.', call('add-todo', { task: 'clean the oven' })),
    ],
    [
      answered('Which tasks are open?', call('list-todos', { status: maybe('open') }), {
        ok: true,
        items: ['descale the kettle', 'renew insurance', 'paint the shed'],
      }),
      says('I have done the second one.', call('complete-todo', { task: 'renew insurance' })),
    ],
    says(
      'Note that the gate code is 5150 and add oil the gate to my tasks.',
      call('add-note', { text: either('the gate code is 5150', 'gate code is 5150') }),
      call('add-todo', { task: 'oil the gate' }),
    ),
  ],
};
