/** For tests: many tools, as an app with everything has them. */
import { z } from 'zod';
import { defineTool, type Tool, type ToolGroup } from '../tool';
import { tool as finder } from '../builtin/find-tools';

const described = (
  name: string,
  group: ToolGroup,
  description: string,
  keywords: readonly string[] = [],
): Tool =>
  defineTool({
    name,
    group,
    description,
    keywords,
    class: 'read',
    parameters: z.object({}),
    run: () => Promise.resolve({ ok: true, say: 'Done.', data: null }),
  });

/** Thirty tools and the one that finds them. */
export const manyTools: readonly Tool[] = [
  described('add_todo', 'notes', 'Adds a task when the user wants to do something later. Returns it.', [
    'chore',
  ]),
  described('calculate', 'general', 'Calculates when the user asks for a sum. Returns the number.', [
    'percent',
  ]),
  described('copy_item', 'files', 'Copies a file when the user wants a copy of it. Returns its place.', [
    'duplicate',
  ]),
  described('find_notes', 'notes', 'Finds notes when the user asks for one. Returns their titles.'),
  finder,
  described(
    'get_battery',
    'desktop',
    'Tells the charge when the user asks how full it is. Returns percent.',
    ['power', 'charging'],
  ),
  described('get_time', 'time', 'Tells the time when the user asks for it. Returns hours and minutes.', [
    'clock',
    'date',
  ]),
  described(
    'list_apps',
    'apps',
    'Lists programs when the user asks what is installed. Returns their names.',
    ['software'],
  ),
  described(
    'list_files',
    'files',
    'Lists files when the user asks what is in a folder. Returns their names.',
  ),
  described(
    'list_timers',
    'time',
    'Lists timers when the user asks which are running. Returns what is left.',
  ),
  described('list_todos', 'notes', 'Lists tasks when the user asks what there is to do. Returns them.'),
  described('lock_screen', 'desktop', 'Locks the screen when the user goes away. Returns nothing.', ['away']),
  described('make_folder', 'files', 'Makes a folder when the user wants a new one. Returns its place.', [
    'directory',
  ]),
  described('media_control', 'desktop', 'Pauses or skips music when the user asks for it. Returns nothing.', [
    'pause',
    'song',
  ]),
  described('move_item', 'files', 'Moves a file when the user wants it elsewhere. Returns its place.'),
  described('open_app', 'apps', 'Starts a program when the user names one. Returns its name.', ['launch']),
  described('open_item', 'files', 'Opens a file when the user asks to see it. Returns its name.', ['show']),
  described('quit_app', 'apps', 'Quits a program when the user wants it closed. Returns its name.', [
    'close',
  ]),
  described(
    'read_clipboard',
    'desktop',
    'Reads the clipboard when the user asks what was copied. Returns the text.',
    ['paste'],
  ),
  described('read_text_file', 'files', 'Reads a file when the user asks what it says. Returns its text.'),
  described('search_files', 'files', 'Searches files when the user looks for one. Returns the matches.', [
    'find',
  ]),
  described('set_alarm', 'time', 'Sets an alarm when the user names a time. Returns when it rings.', [
    'wake',
  ]),
  described(
    'set_brightness',
    'desktop',
    'Sets the brightness when the user wants the screen darker. Returns percent.',
    ['dim', 'dark'],
  ),
  described('set_reminder', 'time', 'Sets a reminder when the user wants to be reminded. Returns when.', [
    'forget',
  ]),
  described('set_timer', 'time', 'Sets a timer when the user names a duration. Returns when it ends.', [
    'countdown',
    'minutes',
  ]),
  described('set_volume', 'desktop', 'Sets the volume when the user wants it louder. Returns percent.', [
    'mute',
    'quiet',
  ]),
  described('take_note', 'notes', 'Takes a note when the user dictates one. Returns its title.', [
    'write down',
  ]),
  described(
    'take_screenshot',
    'desktop',
    'Takes a screenshot when the user wants a picture of the screen. Returns the file.',
  ),
  described('trash_item', 'files', 'Trashes a file when the user wants it gone. Returns its name.', [
    'delete',
    'remove',
  ]),
  described(
    'undo_last',
    'general',
    'Undoes the last action when the user wants it back. Returns what was undone.',
    ['back'],
  ),
  described('zip_items', 'files', 'Zips a folder when the user wants an archive. Returns its place.', [
    'compress',
  ]),
];
