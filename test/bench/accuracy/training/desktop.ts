import { asks, call, either, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const tools = [
  tool('launch_app', 'Launch an application on the computer.', { app: text('Name of the application') }),
  tool('close_app', 'Quit a running application.', { app: text('Name of the application') }),
  tool('set_brightness', 'Sets the brightness of the screen.', {
    level: whole('Percent', { minimum: 0, maximum: 100 }),
  }),
  tool('toggle_wifi', 'Turns wireless networking on or off.', {
    enabled: { type: 'boolean', description: 'True for on' },
  }),
  tool('take_screenshot', 'Captures the screen as an image.', {
    'region?': choice(['full', 'window', 'selection']),
  }),
  tool('lock_screen', 'Locks the computer.'),
  tool('empty_trash', 'Empties the trash for good.'),
  tool('create_folder', 'Make a new folder.', {
    name: text('Name for the folder'),
    'location?': text('Where to create it'),
  }),
  tool('move_file', 'Moves a file to another folder.', {
    file: text('Which file'),
    destination: text('Folder to move it to'),
  }),
  tool('rename_file', 'Gives a file another name.', {
    file: text('Which file'),
    new_name: text('The new name'),
  }),
  tool('type_text', 'Types text at the cursor.', { text: text('What to type') }),
  tool('system_info', 'Shows battery level, free disk space and memory.', {
    'what?': choice(['battery', 'disk', 'memory']),
  }),
];

export const desktop = domain(
  'desktop',
  tools,
  [
    says('Open Firefox.', call('launch_app', { app: 'Firefox' })),
    says('Fire up Photoshop please.', call('launch_app', { app: 'Photoshop' })),
    says('Could you start the calculator?', call('launch_app', { app: 'calculator' })),
    says('Quit Spotify.', call('close_app', { app: 'Spotify' })),
    says('Shut down the browser.', call('close_app', { app: 'browser' })),
    says('My screen is too bright, set it to 40 percent.', call('set_brightness', { level: 40 })),
    says('Brightness seventy.', call('set_brightness', { level: 70 })),
    says('Turn off the wifi.', call('toggle_wifi', { enabled: false })),
    says('Switch wireless back on.', call('toggle_wifi', { enabled: true })),
    says('Take a screenshot of this window.', call('take_screenshot', { region: 'window' })),
    says('Grab a picture of the screen.', call('take_screenshot')),
    says("Lock my computer, I'm going to lunch.", call('lock_screen')),
    says('Get rid of everything in the trash.', call('empty_trash')),
    says('Make a folder called Taxes 2026.', call('create_folder', { name: 'Taxes 2026' })),
    says(
      'Create a new folder named invoices in Documents.',
      call('create_folder', { name: 'invoices', location: 'Documents' }),
    ),
    says(
      'Move budget.xlsx to the archive folder.',
      call('move_file', { file: 'budget.xlsx', destination: either('archive', 'archive folder') }),
    ),
    says(
      'Put the holiday photos into Pictures.',
      call('move_file', { file: 'holiday photos', destination: 'Pictures' }),
    ),
    says('Type hello world.', call('type_text', { text: 'hello world' })),
    says('How much battery is left?', call('system_info', { what: 'battery' })),
    says('Am I running out of disk space?', call('system_info', { what: 'disk' })),
    asks('Make a new folder.', 'create_folder', 'name'),
    asks('Open an app.', 'launch_app', 'app'),
    says(
      'Close the calendar and open the mail program.',
      call('close_app', { app: 'calendar' }),
      call('launch_app', { app: either('mail program', 'mail') }),
    ),
    says('Rename draft.txt to final.txt.', call('rename_file', { file: 'draft.txt', new_name: 'final.txt' })),
    says(
      'Call the file notes old notes from now on.',
      call('rename_file', { file: 'notes', new_name: 'old notes' }),
    ),
    asks('I want to rename the file report.', 'rename_file', 'new_name', { file: 'report' }),
    says('Screenshot.', call('take_screenshot')),
    says('Kill the text editor.', call('close_app', { app: either('text editor', 'the text editor') })),
    says('I need Excel.', call('launch_app', { app: 'Excel' })),
    says('Get me offline, no more wifi.', call('toggle_wifi', { enabled: false })),
    says('How full is the disk?', call('system_info', { what: 'disk' })),
  ],
  [
    'I closed the window because it was cold.',
    'The app crashed again this morning.',
    'My battery died during the call.',
    'He moved to Canada with his wife.',
    'I left my screen at the office.',
    'She types faster than anyone I know.',
    'The trash truck comes on Thursdays.',
    'We watched a film last night.',
    'I opened the door and there was nobody.',
    'There was a picture of him on the wall.',
    'Who left the lights on?',
    'Could somebody please answer the door?',
    'The computer belongs to my sister.',
    'So I told him to lock the door.',
    "Don't touch the screen.",
    'They play that video everywhere.',
    'In the end we launched the boat without him.',
    'Well, the folder was empty.',
    'My neighbour has a new car.',
    'You never listen to me.',
    'Is that your jacket?',
    'Darling, can you bring the trash out?',
    'I was about to',
    'It took me two hours to clean the kitchen.',
    'What were we talking about?',
    'I like the brightness of this room.',
  ],
);
