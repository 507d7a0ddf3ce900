import { answered, asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { notes as toolset } from '../toolsets/notes';

export const notes: CaseGroup = {
  toolset,
  cases: [
    says(
      'Make a note: the wifi password is on the fridge.',
      call('add-note', { text: 'the wifi password is on the fridge' }),
    ),
    says(
      'Note that the car needs new tires.',
      call('add-note', { text: either('the car needs new tires', 'car needs new tires') }),
    ),
    says(
      'Write down that Paul owes me twelve euros.',
      call('add-note', { text: 'Paul owes me twelve euros' }),
    ),
    says('Do I have any notes about the dentist?', call('search-notes', { query: 'dentist' })),
    says('Find the note where I mentioned wallpaper.', call('search-notes', { query: 'wallpaper' })),
    says('Delete the note called gift ideas.', call('delete-note', { title: 'gift ideas' })),
    says('Get rid of my note Wifi.', call('delete-note', { title: 'Wifi' })),
    says('Put buy stamps on my to-do list.', call('add-todo', { task: 'buy stamps' })),
    says(
      'I have to renew my passport by Monday, add that to my tasks.',
      call('add-todo', { task: 'renew my passport', due: '2026-11-23' }),
    ),
    says(
      'Add call the landlord to my list with high priority.',
      call('add-todo', { task: 'call the landlord', priority: 'high' }),
    ),
    says(
      "New task: clean the gutters. It's not urgent, low priority.",
      call('add-todo', { task: 'clean the gutters', priority: 'low' }),
    ),
    says(
      "I've finished painting the fence, tick it off.",
      call('complete-todo', { task: either('painting the fence', 'paint the fence') }),
    ),
    says('Mark buy stamps as done.', call('complete-todo', { task: 'buy stamps' })),
    says("What's on my to-do list?", call('list-todos', { status: maybe('open') })),
    says('What do I still have to do?', call('list-todos', { status: maybe('open') })),
    says('Which tasks have I already done?', call('list-todos', { status: 'done' })),
    asks('Take a note.', 'add-note', 'text'),
    asks('Delete a note, please.', 'delete-note', 'title'),
    [
      asks('Add something to my to-do list.', 'add-todo', 'task'),
      says('Book the ferry.', call('add-todo', { task: 'book the ferry' })),
    ],
    [
      answered('Read me my to-do list.', call('list-todos', { status: maybe('open') }), {
        ok: true,
        items: ['buy stamps', 'call the landlord', 'fix the bike'],
      }),
      says("The third one's done.", call('complete-todo', { task: 'fix the bike' })),
    ],
    [
      says('Put eggs on the to-do list.', call('add-todo', { task: 'eggs' })),
      says('And butter.', call('add-todo', { task: 'butter' })),
    ],
    says(
      'Remember this for me: the blue bin goes out on Thursdays.',
      call('add-note', { text: 'the blue bin goes out on Thursdays' }),
    ),
    says(
      "I want to note something, namely that the lawyer's fee is 300 euros.",
      call('add-note', { text: "the lawyer's fee is 300 euros" }),
    ),
    says('Quick note, Lisa prefers oat milk.', call('add-note', { text: 'Lisa prefers oat milk' })),
    says(
      'I wrote something about vaccinations once, can you find it?',
      call('search-notes', { query: 'vaccinations' }),
    ),
    says("Where's that note with the train times?", call('search-notes', { query: 'train times' })),
    says(
      'My note about the sofa is outdated, delete it.',
      call('delete-note', { title: either('sofa', 'about the sofa') }),
    ),
    says(
      'We must book the campsite before the end of the month, put it on the list for November 30th.',
      call('add-todo', { task: either('book the campsite', 'we must book the campsite'), due: '2026-11-30' }),
    ),
    says(
      'I should really defrost the freezer, add that.',
      call('add-todo', { task: either('defrost the freezer', 'really defrost the freezer') }),
    ),
    says(
      'Tomorrow I have to pay the gas bill, that belongs on my to-do list.',
      call('add-todo', { task: 'pay the gas bill', due: '2026-11-19' }),
    ),
    says('Done with the vacuuming!', call('complete-todo', { task: either('vacuuming', 'the vacuuming') })),
    says(
      'You can take descale the kettle off my to-do list, I did that.',
      call('complete-todo', { task: 'descale the kettle' }),
    ),
    says('Anything still open on my list?', call('list-todos', { status: 'open' })),
    asks('I want to look for a note.', 'search-notes', 'query'),
    [
      asks('One of my tasks is done.', 'complete-todo', 'task'),
      says('Wash the windows.', call('complete-todo', { task: 'wash the windows' })),
    ],
    says(
      'Put fix the doorbell and call grandma on my to-do list.',
      call('add-todo', { task: 'fix the doorbell' }),
      call('add-todo', { task: 'call grandma' }),
    ),
  ],
};
