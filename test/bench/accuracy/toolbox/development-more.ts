import { call, either, maybe, says } from '../cases';
import type { ToolboxSet } from './toolbox';

/** One more request for each tool, worded more freely; written while choosing was improved. */
export const moreRequests: ToolboxSet['requests'] = [
  says(
    'My recipe note needs one more line: a pinch of salt.',
    call('add_to_note', { note: either('recipe', 'recipe note'), text: 'a pinch of salt' }),
  ),
  says('Put mow the lawn on the list of tasks.', call('add_todo', { task: 'mow the lawn' })),
  says(
    'Write batteries at the end of the file camping.txt.',
    call('append_to_file', { file: 'camping.txt', text: 'batteries' }),
  ),
  says(
    'Show me the Thunderbird window.',
    call('bring_app_to_front', { app: either('Thunderbird', 'Thunderbird window') }),
  ),
  says('What do 48 and 77 add up to?', call('calculate', { expression: '48 + 77' })),
  says('Stop the egg timer.', call('cancel_timer', { kind: maybe('timer'), label: 'egg' })),
  says(
    'I called the plumber, so you can check that off.',
    call('complete_todo', { task: either('called the plumber', 'call the plumber', 'plumber') }),
  ),
  says(
    'How many pounds are three kilos?',
    call('convert_units', { amount: 3, from: either('kilos', 'kilograms'), to: 'pounds' }),
  ),
  says(
    'I want a second copy of the contract in Backup.',
    call('copy_item', { item: 'contract', to_folder: 'Backup' }),
  ),
  says(
    'Remove the note about paint colours.',
    call('delete_note', { note: either('paint colours', 'about paint colours') }),
  ),
  says(
    'How many files are in the folder music?',
    call('describe_item', { item: either('music', 'folder music'), kind: maybe('folder') }),
  ),
  says(
    'Swap Monday for Thursday in the file timetable.',
    call('edit_file', { file: 'timetable', find: 'Monday', replace_with: 'Thursday' }),
  ),
  says(
    'Do my notes say anything about the boiler?',
    call('find_notes', { query: either('boiler', 'the boiler') }),
  ),
  says('How much memory is free?', call('get_system_status', { topic: 'memory' })),
  says('What weekday is it?', call('get_time')),
  says('Are the speakers muted?', call('get_volume')),
  says('What did you do just now?', call('list_actions')),
  says('Which windows are open right now?', call('list_apps', { running: maybe(true), titles: maybe(true) })),
  says('List everything in Pictures.', call('list_files', { folder: 'Pictures' })),
  says('Are there any notes?', call('list_notes')),
  says('When does my next alarm go off?', call('list_timers', { kind: maybe('alarm') })),
  says('Tell me my open tasks.', call('list_todos', { which: maybe('open') })),
  says('Please lock the PC.', call('lock_screen')),
  says('Make a directory called projects.', call('make_folder', { name: 'projects' })),
  says('Play the next song.', call('media_control', { action: 'next' })),
  says(
    'Shift the tax report to the folder 2025.',
    call('move_item', { item: 'tax report', to_folder: either('2025', 'folder 2025') }),
  ),
  says('Silence the speakers.', call('mute_sound', { muted: maybe(true) })),
  says('Go to the page github.com.', call('open_address', { address: 'https://github.com' })),
  says('View the poster in Firefox.', call('open_file_with_app', { file: 'poster', app: 'Firefox' })),
  says('Can you open the wedding invitation?', call('open_item', { item: 'wedding invitation' })),
  says('Shut down the calculator app.', call('quit_app', { app: either('calculator', 'calculator app') })),
  says('What have I got on the clipboard?', call('read_clipboard')),
  says('Let me hear the packing note.', call('read_note', { note: either('packing', 'packing note') })),
  says('Read out instructions.txt.', call('read_text_file', { file: 'instructions.txt' })),
  says('What was the last thing I asked for?', call('recall_requests', { count: maybe(1) })),
  says('What did I download today?', call('recent_files', { folder: maybe('Downloads'), days: maybe(1) })),
  says('Scrap the task paint the shed.', call('remove_todo', { task: 'paint the shed' })),
  says(
    'Change the name of the file untitled to budget 2027.',
    call('rename_item', {
      item: either('untitled', 'file untitled'),
      new_name: 'budget 2027',
      kind: maybe('file'),
    }),
  ),
  says('Undelete the flyer.', call('restore_item', { item: 'flyer' })),
  says(
    'Where is the flyer? Show me its folder.',
    call('reveal_item', { item: 'flyer', kind: maybe('file', 'folder') }),
  ),
  says('Look for the insurance policy.', call('search_files', { words: 'insurance policy' })),
  says('Set the alarm to quarter past six.', call('set_alarm', { time: '06:15' })),
  says(
    'The screen is too bright, turn it down a bit.',
    call('set_brightness', { change: either(-5, -10, -15, -20, -25, -30) }),
  ),
  says(
    'Tonight at eight remind me to lock the shed.',
    call('set_reminder', { text: 'lock the shed', when: '2026-11-18T20:00' }),
  ),
  says('Five minute timer, please.', call('set_timer', { duration: '5 minutes' })),
  says('Make it a bit quieter.', call('set_volume', { change: either(-5, -10, -15, -20, -25, -30) })),
  says('Run the file manager.', call('start_app', { app: 'file manager' })),
  says("Jot down: Lena's birthday is in June.", call('take_note', { text: "Lena's birthday is in June" })),
  says('I need a picture of my screen.', call('take_screenshot')),
  says(
    'Bin the file old resume.',
    call('trash_item', { item: either('old resume', 'file old resume'), kind: maybe('file') }),
  ),
  says('Reverse what you just did.', call('undo_last')),
  says('Unpack backup.zip.', call('unzip_archive', { archive: 'backup.zip' })),
  says('Let me paste this: best regards, Anna.', call('write_clipboard', { text: 'best regards, Anna' })),
  says(
    'Write a new file called greetings that says hello everyone.',
    call('write_file', { name: 'greetings', text: 'hello everyone' }),
  ),
  says(
    'Pack the folder slides into an archive.',
    call('zip_items', { items: either('slides', 'folder slides') }),
  ),
  says('Start the backup of the photos.', call('cmd_back_up_photos')),
  says('It is time to publish my blog.', call('cmd_publish_the_blog')),
  says('Please print 30 labels.', call('cmd_print_labels', { how_many: 30 })),
];
