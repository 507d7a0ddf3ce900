import { call, either, maybe, says } from '../cases';
import { moreRequests } from './development-more';
import type { ToolboxSet } from './toolbox';

/** Requests over the whole toolbox that may be looked at while choosing is improved. */
export const developmentRequests: ToolboxSet = {
  name: 'development',
  requests: [
    says(
      'Append call Sandra first to my note about the party.',
      call('add_to_note', {
        note: either('party', 'the party', 'about the party'),
        text: 'call Sandra first',
      }),
    ),
    says(
      'On the garden ideas note, also write down lavender.',
      call('add_to_note', { note: 'garden ideas', text: 'lavender' }),
    ),
    says('Put water the plants on my to-do list.', call('add_todo', { task: 'water the plants' })),
    says(
      'At the end of the file meeting log, add the line budget approved.',
      call('append_to_file', { file: 'meeting log', text: 'budget approved' }),
    ),
    says(
      'Bring the calculator window to the front.',
      call('bring_app_to_front', { app: either('calculator', 'calculator window') }),
    ),
    says('Switch to Firefox.', call('bring_app_to_front', { app: 'Firefox' })),
    says('Square root of 1764, please.', call('calculate', { expression: 'sqrt(1764)' })),
    says('Cancel the pasta timer.', call('cancel_timer', { kind: maybe('timer'), label: 'pasta' })),
    says(
      "I don't need the alarm tomorrow, turn it off.",
      call('cancel_timer', { kind: 'alarm', label: maybe('tomorrow') }),
    ),
    says(
      "I've watered the plants, tick that off.",
      call('complete_todo', { task: either('watered the plants', 'water the plants', 'plants') }),
    ),
    says(
      "What's 350 degrees Fahrenheit in Celsius?",
      call('convert_units', {
        amount: 350,
        from: either('fahrenheit', 'degrees fahrenheit'),
        to: either('celsius', 'degrees celsius'),
      }),
    ),
    says(
      'How many kilometres are 26 miles?',
      call('convert_units', { amount: 26, from: either('miles', 'mile'), to: either('kilometres', 'km') }),
    ),
    says(
      'Copy the folder wedding to the Archive.',
      call('copy_item', {
        item: either('wedding', 'folder wedding'),
        to_folder: 'Archive',
        kind: maybe('folder'),
      }),
    ),
    says(
      'Delete my note about the old wifi.',
      call('delete_note', { note: either('old wifi', 'the old wifi', 'about the old wifi') }),
    ),
    says('When was the lease contract last changed?', call('describe_item', { item: 'lease contract' })),
    says(
      'How big is the holiday video?',
      call('describe_item', { item: 'holiday video', kind: maybe('file') }),
    ),
    says(
      'Correct Smith to Smythe in the guest list file.',
      call('edit_file', {
        file: either('guest list', 'guest list file'),
        find: 'Smith',
        replace_with: 'Smythe',
      }),
    ),
    says(
      'Look through my notes for anything on insulation.',
      call('find_notes', { query: either('insulation', 'anything on insulation') }),
    ),
    says('Am I connected to the internet?', call('get_system_status', { topic: 'network' })),
    says('Is do not disturb switched on?', call('get_system_status', { topic: 'do_not_disturb' })),
    says("What's today's date?", call('get_time')),
    says('What time is it in Tokyo?', call('get_time', { place: 'Tokyo' })),
    says('How loud is the sound right now?', call('get_volume')),
    says('Show me the last ten things you did.', call('list_actions', { count: 10 })),
    says('Which programs are running at the moment?', call('list_apps', { running: true })),
    says(
      'Which files are in the folder invoices?',
      call('list_files', { folder: either('invoices', 'folder invoices') }),
    ),
    says(
      "What's in my Downloads folder?",
      call('list_files', { folder: either('Downloads', 'Downloads folder') }),
    ),
    says('Which notes do I have?', call('list_notes')),
    says('What alarms have I set?', call('list_timers', { kind: 'alarm' })),
    says('What do I still have to do?', call('list_todos')),
    says('Which tasks have I finished?', call('list_todos', { which: 'done' })),
    says("I'm leaving my desk, lock the screen please.", call('lock_screen')),
    says('I need a folder named Recipes.', call('make_folder', { name: 'Recipes' })),
    says('Resume the video.', call('media_control', { action: 'play' })),
    says('Go back to the previous track.', call('media_control', { action: 'previous' })),
    says(
      'Put scan 12 into the Invoices folder.',
      call('move_item', {
        item: 'scan 12',
        to_folder: either('Invoices', 'Invoices folder'),
        kind: maybe('file'),
      }),
    ),
    says('Unmute the speakers.', call('mute_sound', { muted: false })),
    says(
      'Take me to the website bbc.co.uk.',
      call('open_address', { address: either('https://bbc.co.uk', 'bbc.co.uk') }),
    ),
    says(
      'Visit https://www.wikipedia.org',
      call('open_address', { address: either('https://www.wikipedia.org', 'www.wikipedia.org') }),
    ),
    says(
      'Edit the thesis in LibreOffice.',
      call('open_file_with_app', { file: 'thesis', app: 'LibreOffice' }),
    ),
    says('Open the spring plan.', call('open_item', { item: 'spring plan' })),
    says(
      'Open my Downloads folder.',
      call('open_item', { item: either('Downloads', 'Downloads folder'), kind: maybe('folder') }),
    ),
    says('Close Firefox.', call('quit_app', { app: 'Firefox' })),
    says("Read me what's on the clipboard.", call('read_clipboard')),
    says('Read me the shopping note.', call('read_note', { note: 'shopping' })),
    says('Read the file packing list to me.', call('read_text_file', { file: 'packing list' })),
    says(
      'What did I ask you yesterday?',
      call('recall_requests', { days: maybe(1, 2), query: maybe('yesterday') }),
    ),
    says('Show me the pictures I saved lately.', call('recent_files', { kind: 'picture' })),
    says(
      'Which documents did I change in the last three days?',
      call('recent_files', { kind: 'document', days: 3 }),
    ),
    says(
      "Take the plants off my to-do list, I won't do it.",
      call('remove_todo', { task: either('plants', 'the plants') }),
    ),
    says(
      'Rename scan 12 to electricity bill May.',
      call('rename_item', { item: 'scan 12', new_name: 'electricity bill May', kind: maybe('file') }),
    ),
    says('Bring the old draft back from the trash.', call('restore_item', { item: 'old draft' })),
    says(
      'Show me which folder the tax return is in.',
      call('reveal_item', { item: 'tax return', kind: maybe('file') }),
    ),
    says(
      'Which files mention the word asbestos?',
      call('search_files', {
        words: either('asbestos', 'word asbestos'),
        within: maybe('content'),
        kind: maybe('file'),
      }),
    ),
    says('Set an alarm for 6:30 on weekdays.', call('set_alarm', { time: '06:30', repeat: 'weekdays' })),
    says('I have to be up at five tomorrow, set the alarm.', call('set_alarm', { time: 'tomorrow 05:00' })),
    says('Dim the display to forty percent.', call('set_brightness', { level: 40 })),
    says(
      'Remind me in twenty minutes to take the bread out.',
      call('set_reminder', { text: 'take the bread out', when: '20 minutes' }),
    ),
    says(
      'Remind me to call the dentist tomorrow at nine.',
      call('set_reminder', { text: 'call the dentist', when: '2026-11-19T09:00' }),
    ),
    says(
      'Start a pasta timer for eight minutes.',
      call('set_timer', { duration: '8 minutes', label: 'pasta' }),
    ),
    says('Set the volume to thirty percent.', call('set_volume', { level: 30 })),
    says('Turn the volume up a little.', call('set_volume', { change: either(5, 10, 15, 20) })),
    says('Open the text editor.', call('start_app', { app: 'text editor' })),
    says('Make a note: the garage code is 4711.', call('take_note', { text: 'the garage code is 4711' })),
    says(
      'Remember that the spare key is under the pot.',
      call('take_note', {
        text: either(
          'the spare key is under the pot',
          'spare key is under the pot',
          'that the spare key is under the pot',
        ),
      }),
    ),
    says('Capture the screen and save it in Pictures.', call('take_screenshot', { folder: 'Pictures' })),
    says('Delete the old draft.', call('trash_item', { item: 'old draft' })),
    says('That was a mistake, take it back.', call('undo_last')),
    says('Unzip photos.zip.', call('unzip_archive', { archive: 'photos.zip' })),
    says(
      'Put the text see you at eight on my clipboard.',
      call('write_clipboard', { text: either('see you at eight', 'text see you at eight') }),
    ),
    says(
      'Save a new text file named ideas in Documents.',
      call('write_file', { name: 'ideas', folder: 'Documents' }),
    ),
    says(
      'Compress the folder wedding into wedding.zip.',
      call('zip_items', { items: either('wedding', 'folder wedding'), name: 'wedding.zip' }),
    ),
    says('Back up my photos.', call('cmd_back_up_photos')),
    says('Put the new version of my blog online.', call('cmd_publish_the_blog')),
    says('I need five address labels printed.', call('cmd_print_labels', { how_many: 5 })),

    ...moreRequests,
  ],
  nothing: [
    'I think the meeting went quite well.',
    'The battery in my car died last winter.',
    'He said the budget would never be approved.',
    'My alarm did not go off this morning, so I missed the bus.',
    'The timer on our oven is broken.',
    'Good morning to you too.',
    'My sister just bought a new house.',
    'Paul always forgets his keys.',
    'I was going to say something, but I forgot.',
    'I had such a long day at the office.',
    'What do you think of modern art?',
    'She told me to close the window, can you imagine?',
  ],
};
