import { call, either, maybe, says } from '../cases';
import type { ToolboxSet } from './toolbox';

/** Requests over the whole toolbox that nobody should tune against; dealt from the same list as the development half. */
export const heldOutRequests: ToolboxSet = {
  name: 'held-out',
  requests: [
    says(
      'Add two lemons to my shopping note.',
      call('add_to_note', { note: 'shopping', text: 'two lemons' }),
    ),
    says('Add book the ferry to the things I have to do.', call('add_todo', { task: 'book the ferry' })),
    says(
      'I need to renew my library card, add that to my tasks.',
      call('add_todo', { task: 'renew my library card' }),
    ),
    says(
      'Add oat milk to groceries.txt.',
      call('append_to_file', { file: 'groceries.txt', text: 'oat milk' }),
    ),
    says(
      'Take me back to the terminal window.',
      call('bring_app_to_front', { app: either('terminal', 'terminal window') }),
    ),
    says("What's fifteen percent of 240?", call('calculate', { expression: '15% of 240' })),
    says('How much is 17 times 23?', call('calculate', { expression: '17 * 23' })),
    says(
      'Forget the reminder about the dentist.',
      call('cancel_timer', {
        kind: 'reminder',
        label: either('dentist', 'the dentist', 'about the dentist'),
      }),
    ),
    says('Mark call the dentist as done on my list.', call('complete_todo', { task: 'call the dentist' })),
    says("Cross buy stamps off my list, that's done.", call('complete_todo', { task: 'buy stamps' })),
    says('Convert 2.5 litres to pints.', call('convert_units', { amount: 2.5, from: 'litres', to: 'pints' })),
    says('Duplicate my CV.', call('copy_item', { item: 'CV' })),
    says(
      'Make a copy of the budget in the Backup folder.',
      call('copy_item', {
        item: 'budget',
        to_folder: either('Backup', 'Backup folder'),
        kind: maybe('file'),
      }),
    ),
    says('Throw away the note called packing.', call('delete_note', { note: 'packing' })),
    says('How many pages does the thesis have?', call('describe_item', { item: 'thesis' })),
    says(
      'In the meeting notes file, change Tuesday to Wednesday.',
      call('edit_file', {
        file: either('meeting notes', 'meeting notes file'),
        find: 'Tuesday',
        replace_with: 'Wednesday',
      }),
    ),
    says(
      'Replace colour with color everywhere in readme.txt.',
      call('edit_file', { file: 'readme.txt', find: 'colour', replace_with: 'color', every: maybe(true) }),
    ),
    says(
      'What did I note about the garage code?',
      call('find_notes', { query: either('garage code', 'the garage code') }),
    ),
    says('How much battery do I have left?', call('get_system_status', { topic: 'battery' })),
    says('Is there enough space left on the disk?', call('get_system_status', { topic: 'disk' })),
    says('How late is it?', call('get_time')),
    says("What's the volume at?", call('get_volume')),
    says('What have you changed so far?', call('list_actions')),
    says(
      'Is there an image editor installed on this computer?',
      call('list_apps', { words: either('image editor', 'an image editor') }),
    ),
    says('What apps do I have installed?', call('list_apps')),
    says(
      'Show me the biggest files in Documents.',
      call('list_files', { folder: 'Documents', order: 'largest' }),
    ),
    says('Give me the titles of my last eight notes.', call('list_notes', { count: 8 })),
    says('How long is left on my timer?', call('list_timers', { kind: maybe('timer') })),
    says('Are there any reminders coming up?', call('list_timers', { kind: 'reminder' })),
    says('Read out my list of tasks.', call('list_todos')),
    says('Lock my computer.', call('lock_screen')),
    says(
      'Create a new folder called Taxes 2026 in Documents.',
      call('make_folder', { name: 'Taxes 2026', folder: 'Documents' }),
    ),
    says('Skip this song.', call('media_control', { action: 'next' })),
    says('Pause the music.', call('media_control', { action: 'pause' })),
    says(
      'Move the budget into the Archive folder.',
      call('move_item', {
        item: 'budget',
        to_folder: either('Archive', 'Archive folder'),
        kind: maybe('file'),
      }),
    ),
    says('Mute the computer.', call('mute_sound', { muted: maybe(true) })),
    says('Turn the sound back on.', call('mute_sound', { muted: false })),
    says(
      'Open example.org in the browser.',
      call('open_address', { address: either('https://example.org', 'example.org') }),
    ),
    says(
      'Open the holiday photo with GIMP.',
      call('open_file_with_app', { file: 'holiday photo', app: 'GIMP' }),
    ),
    says(
      'Show me the photo of the lighthouse.',
      call('open_item', { item: either('photo of the lighthouse', 'lighthouse'), kind: maybe('file') }),
    ),
    says('Pull up the quarterly budget.', call('open_item', { item: 'quarterly budget' })),
    says('Quit the text editor.', call('quit_app', { app: 'text editor' })),
    says('Exit the music player, please.', call('quit_app', { app: 'music player' })),
    says('What did I just copy?', call('read_clipboard')),
    says(
      'What does my note about the garage say?',
      call('read_note', { note: either('garage', 'the garage', 'about the garage') }),
    ),
    says('What does readme.txt say?', call('read_text_file', { file: 'readme.txt' })),
    says(
      'Did I say anything about the budget earlier?',
      call('recall_requests', { query: either('budget', 'the budget') }),
    ),
    says('What files did I work on this week?', call('recent_files', { days: maybe(3, 7) })),
    says('Remove call the bank from my tasks.', call('remove_todo', { task: 'call the bank' })),
    says(
      'Give the file draft a new name: final report.',
      call('rename_item', {
        item: either('draft', 'file draft'),
        new_name: 'final report',
        kind: maybe('file'),
      }),
    ),
    says('Restore the file I threw away last.', call('restore_item')),
    says(
      'Show me the last invoice in the file manager.',
      call('reveal_item', { item: 'last invoice', kind: maybe('file') }),
    ),
    says(
      'Find the invoice from Miller.',
      call('search_files', { words: either('invoice from Miller', 'invoice Miller'), kind: maybe('file') }),
    ),
    says(
      'Where did I put the insurance papers?',
      call('search_files', { words: 'insurance papers', kind: maybe('file') }),
    ),
    says('Wake me at seven tomorrow morning.', call('set_alarm', { time: 'tomorrow 07:00' })),
    says(
      'Make the screen a bit darker.',
      call('set_brightness', { change: either(-5, -10, -15, -20, -25, -30) }),
    ),
    says('Set the brightness to 70 percent.', call('set_brightness', { level: 70 })),
    says(
      "Don't let me forget to water the ferns on Friday at six pm.",
      call('set_reminder', { text: 'water the ferns', when: '2026-11-20T18:00' }),
    ),
    says('Count down ninety seconds.', call('set_timer', { duration: '90 seconds' })),
    says('Give me a timer of a quarter of an hour.', call('set_timer', { duration: '15 minutes' })),
    says(
      'This is too loud, turn it down.',
      call('set_volume', { change: either(-5, -10, -15, -20, -25, -30) }),
    ),
    says('Start Firefox.', call('start_app', { app: 'Firefox' })),
    says('Launch the calculator.', call('start_app', { app: 'calculator' })),
    says(
      'Write down that Paul borrowed the drill.',
      call('take_note', { text: either('Paul borrowed the drill', 'that Paul borrowed the drill') }),
    ),
    says('Take a screenshot.', call('take_screenshot')),
    says(
      'Throw the file setup log in the bin.',
      call('trash_item', { item: either('setup log', 'file setup log'), kind: maybe('file') }),
    ),
    says(
      'Get rid of the folder old photos.',
      call('trash_item', { item: either('old photos', 'folder old photos'), kind: maybe('folder') }),
    ),
    says('Undo that.', call('undo_last')),
    says(
      'Extract the archive holiday into Pictures.',
      call('unzip_archive', { archive: either('holiday', 'archive holiday'), to_folder: 'Pictures' }),
    ),
    says(
      'Copy 12 Garden Street, Oxford to the clipboard.',
      call('write_clipboard', { text: '12 Garden Street, Oxford' }),
    ),
    says(
      'Create a file called packing list with passport, tickets and charger in it.',
      call('write_file', { name: 'packing list', text: 'passport, tickets and charger' }),
    ),
    says(
      'Zip the budget and the photos.',
      call('zip_items', {
        items: either(
          'budget; photos',
          'budget and the photos',
          'the budget; the photos',
          'budget and photos',
        ),
      }),
    ),
    says('Run the photo backup.', call('cmd_back_up_photos')),
    says('Publish the blog.', call('cmd_publish_the_blog')),
    says('Print twelve labels.', call('cmd_print_labels', { how_many: 12 })),
  ],
  nothing: [
    'You know, I really like this song.',
    "It's been raining the whole week.",
    'I once deleted a whole thesis by accident.',
    'Computers used to be so much slower.',
    'We never write letters anymore.',
    'Wait, no, I was talking to my daughter.',
    'I might reorganise my photos at some point.',
    'The folder was green, if I remember it right.',
    'Our neighbours are playing music again.',
    'The notes he took were impossible to read.',
    'Hm, let me think.',
    'The screen on my phone got cracked again.',
    "That's very kind of you.",
  ],
};
