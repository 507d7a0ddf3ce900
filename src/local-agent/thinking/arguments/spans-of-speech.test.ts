import { describe, expect, it } from 'vitest';
import type { OfferedTool } from '../types';
import { fillArguments } from './fill';

const context = { now: new Date(2026, 10, 18, 10, 20), items: [], keyterms: [] };
const tool = (
  name: string,
  properties: Readonly<Record<string, unknown>>,
  required: readonly string[] = Object.keys(properties),
  description = '',
): OfferedTool => ({ name, description, parameters: { type: 'object', properties, required } });
const text = (description = '') => ({ type: 'string', description });
const filled = (of: OfferedTool, said: string) => fillArguments(of, said, context).arguments;

describe('what is said of a thing is no part of its name', () => {
  const show = tool('show_thing', { thing: text('Which one') });

  it.each([
    ['What does a foxglove look like?', 'foxglove'],
    ['How is croissant pronounced?', 'croissant'],
    ['How big is the wedding video?', 'wedding video'],
    ['When was the rental contract last changed?', 'rental contract'],
    ['Has the nightly run finished cleaning?', 'nightly run'],
    ['I want to grill trout.', 'trout'],
    ['I harvested the strawberries.', 'strawberries'],
    ['Wire the landlord.', 'landlord'],
  ])('in %j', (said, thing) => expect(filled(show, said)).toMatchObject({ thing }));

  it.each([
    ['Show the team meeting.', 'team meeting'],
    ['When is the planning meeting?', 'planning meeting'],
    ['Show Sleeping Beauty.', 'Sleeping Beauty'],
  ])('but may look like it: %j', (said, thing) => expect(filled(show, said)).toMatchObject({ thing }));
});

describe('whom and what a stretch of words names', () => {
  it('is the owner of what the tool is about', () => {
    const remove = tool('remove_guest', { name: text('Name of the person') }, ['name'], 'Take access away');
    expect(filled(remove, "Take away the plumber's access.")).toEqual({ name: 'plumber' });
  });

  it('is what stands behind "called" and "name it"', () => {
    const make = tool('make_album', { name: text('Name of the album') });
    expect(filled(make, 'I need a new album, name it Kittens.')).toMatchObject({ name: 'Kittens' });
  });

  it('is one text and the one that takes its place', () => {
    const edit = tool('edit_file', {
      file: text('Name of the file'),
      find: text('The text as it stands'),
      replace_with: text('What stands there afterwards'),
    });
    const expected = { file: 'timetable', find: 'Monday', replace_with: 'Thursday' };
    expect(filled(edit, 'Swap Monday for Thursday in the file timetable.')).toEqual(expected);
  });

  it('is a title where only that is wanted, and the words themselves where they are', () => {
    const add = tool('add_to_note', { note: text("Words of the note's title"), text: text('What to add') });
    const expected = { note: 'party', text: 'call Sandra first' };
    expect(filled(add, 'Append call Sandra first to my note about the party.')).toEqual(expected);
  });
});

describe('a choice', () => {
  const move = tool(
    'move_item',
    {
      item: text('What to move'),
      to_folder: text('Folder to move it into'),
      kind: { enum: ['file', 'folder'] },
    },
    ['item', 'to_folder'],
  );

  it('is not made by the word for another place', () =>
    expect(filled(move, 'Put scan 12 into the Invoices folder.')).toEqual({
      item: 'scan 12',
      to_folder: 'Invoices',
    }));

  it('takes the words around it that say the same', () => {
    const look = tool('look_up', { name: text('Name of the person'), field: { enum: ['phone', 'email'] } });
    expect(filled(look, "What's Maria's phone number?")).toEqual({ name: 'Maria', field: 'phone' });
  });

  it('is rather the particular word than the verb at the beginning', () => {
    const control = tool('control', { action: { enum: ['play', 'pause', 'next'] } });
    expect(filled(control, 'Play the next song.')).toEqual({ action: 'next' });
  });

  it('of a switch is undone by "un-"', () => {
    const mute = tool('mute_sound', { muted: { type: 'boolean' } }, []);
    expect(filled(mute, 'Unmute the speakers.')).toEqual({ muted: false });
  });
});

describe('numbers', () => {
  it('are no lengths of time because they are counted by the day', () => {
    const goal = tool('set_goal', { steps: { type: 'integer', description: 'Steps per day' } });
    expect(filled(goal, 'I want to walk 12000 steps a day.')).toEqual({ steps: 12000 });
  });

  it('tell how many before the word and which one behind it', () => {
    const count = { type: 'integer', description: 'How many rows' };
    const after_row = { type: 'integer', description: 'Row after which they come' };
    const insert = tool('insert_rows', { count, after_row });
    expect(filled(insert, 'Insert three rows after row ten.')).toEqual({ count: 3, after_row: 10 });
  });

  it('may be dialled in groups', () => {
    const fax = tool('send_fax', { document: text('Which document'), number: text('Fax number') });
    expect(filled(fax, 'Fax the prescription to 0301 4455.')).toEqual({
      document: 'prescription',
      number: '0301 4455',
    });
  });

  const level = { type: 'integer', minimum: 0, maximum: 100, description: 'The volume asked for in percent' };
  const change = {
    ...{ type: 'integer', minimum: -100, maximum: 100 },
    description: 'Percent to add for louder, to take away for softer, e.g. -15.',
  };
  const volume = tool('set_volume', { level, change }, []);

  it.each([
    ['Turn the volume up a little.', { change: 15 }],
    ['Make it a bit quieter.', { change: -15 }],
    ['Turn it down by 20.', { change: -20 }],
    ['Set the volume to 30.', { level: 30 }],
  ])('of a change have a direction: %j', (said, expected) => expect(filled(volume, said)).toEqual(expected));
});
