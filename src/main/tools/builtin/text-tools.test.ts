import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ChangeRefused } from '../../permissions/changes/refusal';
import { houseWith } from '../files/house.fixture';
import { builtinTools } from '../toolbox';

const read = (folder: string, name: string) => readFile(join(folder, name), 'utf8');

describe('write_file', () => {
  test('writes a new file, says exactly what it will do, and undo puts it into the trash', async () => {
    const house = await houseWith();
    const asked = await house.ask('write_file', {
      name: 'packing list',
      text: 'Passport',
      folder: 'Documents',
    });
    expect(asked.card).toMatchObject({
      effect: 'Creates packing list.txt in Documents.',
      question: 'Shall I write packing list?',
      preview: 'Passport',
      risk: null,
    });
    expect(asked.call).toMatchObject({
      scope: { label: 'Documents' },
      touches: [join(house.documents, 'packing list.txt')],
    });
    const result = await asked.run();
    expect(result).toMatchObject({ ok: true, say: 'packing list is written.' });
    expect(await read(house.documents, 'packing list.txt')).toBe('Passport\n');
    expect(await house.undo('write_file', result)).toMatchObject({ ok: true });
    expect(await readdir(house.documents)).toEqual([]);
  });

  test('a name that is taken is written over only when asked, and the old text comes back', async () => {
    const house = await houseWith((disk) => disk.write('Documents/plan.txt', 'old'));
    const args = { name: 'Plan.txt', text: 'new', folder: 'Documents' };
    expect(await house.call('write_file', args)).toMatchObject({
      ok: false,
      error: 'There is already a file called plan.txt in Documents.',
    });
    expect(await read(house.documents, 'plan.txt')).toBe('old');
    const asked = await house.ask('write_file', { ...args, replace: true });
    expect(asked.card?.effect).toBe('Replaces the text of plan.txt in Documents; the old text is kept.');
    const result = await asked.run();
    expect(await read(house.documents, 'plan.txt')).toBe('new\n');
    expect(await house.undo('write_file', result)).toMatchObject({ ok: true });
    expect(await read(house.documents, 'plan.txt')).toBe('old');
  });

  test('a file that appears between asking and writing is not written over', async () => {
    const house = await houseWith();
    const asked = await house.ask('write_file', { name: 'a.txt', text: 'mine', folder: 'Documents' });
    await house.disk.write('Documents/a.txt', 'theirs');
    expect(await asked.run()).toMatchObject({ ok: false });
    expect(await read(house.documents, 'a.txt')).toBe('theirs');
  });

  test('with several folders granted it asks which one', async () => {
    const house = await houseWith();
    expect(await house.call('write_file', { name: 'a.txt', text: 'x' })).toMatchObject({
      ok: false,
      hint: 'Ask which folder is meant: Documents, Archive.',
    });
    expect(await house.call('write_file', { name: 'Documents/a.txt', text: 'x' })).toMatchObject({
      ok: true,
    });
  });

  test('an ending that runs is told as a risk', async () => {
    const house = await houseWith();
    const asked = await house.ask('write_file', { name: 'go.sh', text: 'rm -rf /', folder: 'Documents' });
    expect(asked.card?.risk).toContain('program');
  });

  test.each([
    '../outside.txt',
    '/etc/evil.txt',
    '.bashrc',
    'id_rsa',
    'a\u0000b.txt',
    'con.txt',
    'evil\u202etxt.exe',
    'x'.repeat(290),
    'Documents/../../x.txt',
  ])('%j is refused', async (name) => {
    const house = await houseWith();
    expect(await house.call('write_file', { name, text: 'x', folder: 'Documents' })).toMatchObject({
      ok: false,
    });
    expect(await readdir(house.documents)).toEqual([]);
    expect(await readdir(house.disk.path)).toEqual(['Archive', 'Documents']);
  });

  test.each([
    ['no arguments', undefined, '"name"'],
    ['a name that is a number', { name: 7 }, '"name"'],
    ['an absurd text', { name: 'a', text: 'x'.repeat(100_001) }, '"text"'],
    ['an absurd name', { name: 'x'.repeat(301) }, '"name"'],
  ])('%s is told', async (_, args, named) => {
    const house = await houseWith();
    expect(await house.call('write_file', args)).toMatchObject({
      ok: false,
      error: expect.stringContaining(named),
    });
  });

  test('a folder that may not be written to is told, not thrown', async () => {
    const house = await houseWith();
    // Root may write anywhere, so the refusal is the system's own by hand.
    const refuse = () => Promise.reject(new ChangeRefused('not_allowed'));
    const locked = { ...house.context, changes: { ...house.context.changes, writeNew: refuse } };
    const tool = builtinTools.find(({ name }) => name === 'write_file')!;
    const prepared = tool.prepare({ name: 'a.txt', text: 'x', folder: 'Documents' });
    if (!prepared.ok) throw new Error(prepared.problem);
    const aimed = await prepared.call.aim(locked, new AbortController().signal);
    if (!aimed.ok) throw new Error(aimed.error);
    expect(await aimed.call.run(locked, new AbortController().signal)).toMatchObject({
      ok: false,
      error: 'That is not allowed to be touched.',
    });
  });
});

describe('append_to_file', () => {
  test('adds a line of its own, and undo takes it off again', async () => {
    const house = await houseWith((disk) => disk.write('Documents/shopping list.txt', 'bread'));
    const asked = await house.ask('append_to_file', { file: 'shopping list', text: 'oat milk' });
    expect(asked.card).toMatchObject({
      effect: 'Adds text at the end of shopping list.txt in Documents.',
      preview: 'oat milk',
    });
    const result = await asked.run();
    expect(await read(house.documents, 'shopping list.txt')).toBe('bread\noat milk\n');
    expect(await house.undo('append_to_file', result)).toMatchObject({ ok: true });
    expect(await read(house.documents, 'shopping list.txt')).toBe('bread');
  });

  test('keeps encoding and line ends', async () => {
    const house = await houseWith(async (disk) => {
      await disk.write('Documents/dos.txt', 'a\r\nb\r\n');
      await disk.write('Documents/wide.txt', Buffer.from('\ufeffGrüße\r\n', 'utf16le'));
      await disk.write('Documents/old.txt', Buffer.from('Grüße\n', 'latin1'));
    });
    await house.call('append_to_file', { file: 'dos.txt', text: 'c\nd' });
    await house.call('append_to_file', { file: 'wide.txt', text: 'ä' });
    await house.call('append_to_file', { file: 'old.txt', text: 'ä' });
    expect(await read(house.documents, 'dos.txt')).toBe('a\r\nb\r\nc\r\nd\r\n');
    expect((await readFile(join(house.documents, 'wide.txt'))).toString('utf16le')).toBe(
      '\ufeffGrüße\r\nä\r\n',
    );
    expect((await readFile(join(house.documents, 'old.txt'))).toString('latin1')).toBe('Grüße\nä\n');
    expect(await house.call('append_to_file', { file: 'old.txt', text: '世' })).toMatchObject({ ok: false });
  });

  test.each([
    ['a picture', 'photo.jpg', Uint8Array.from([0xff, 0xd8, 0, 1, 2]), 'not a text file'],
    ['a private key', 'diary.txt', Buffer.from('-----BEGIN PRIVATE KEY-----'), 'not allowed'],
    ['a giant', 'giant.txt', Buffer.alloc(2_200_000, 97), '2 MB'],
  ])('%s is not changed', async (_, name, bytes, told) => {
    const house = await houseWith((disk) => disk.write(`Documents/${name}`, bytes));
    expect(await house.call('append_to_file', { file: name, text: 'x' })).toMatchObject({
      ok: false,
      error: expect.stringContaining(told),
    });
    expect(Buffer.compare(await readFile(join(house.documents, name)), Buffer.from(bytes))).toBe(0);
  });
});

describe('edit_file', () => {
  const notes = 'Monday: tea\nTuesday: call Sam\nWednesday: rest\n';

  test('shows the change, makes it, and undo brings the old text back', async () => {
    const house = await houseWith((disk) => disk.write('Documents/notes.txt', notes));
    const asked = await house.ask('edit_file', { file: 'notes', find: 'call Sam', replace_with: 'call Kim' });
    expect(asked.card?.effect).toBe('Changes one place in notes.txt in Documents; the old text is kept.');
    expect(asked.card?.preview).toBe(
      '@@ -1,3 +1,3 @@\n Monday: tea\n-Tuesday: call Sam\n+Tuesday: call Kim\n Wednesday: rest',
    );
    const result = await asked.run();
    expect(await read(house.documents, 'notes.txt')).toBe(notes.replace('Sam', 'Kim'));
    await house.undo('edit_file', result);
    expect(await read(house.documents, 'notes.txt')).toBe(notes);
  });

  test('what is in it several times is not changed unless the place or every one is meant', async () => {
    const house = await houseWith((disk) => disk.write('Documents/notes.txt', 'tea\nmilk\ntea\n'));
    const args = { file: 'notes', find: 'tea', replace_with: 'coffee' };
    expect(await house.call('edit_file', args)).toMatchObject({
      ok: false,
      error: 'That text is in notes several times: line 1 and 3.',
    });
    expect(await house.call('edit_file', { ...args, line: 3 })).toMatchObject({
      ok: true,
      data: { places: 1 },
    });
    expect(await read(house.documents, 'notes.txt')).toBe('tea\nmilk\ncoffee\n');
    expect(
      await house.call('edit_file', { file: 'notes', find: 'e', replace_with: '', every: true }),
    ).toMatchObject({
      data: { places: 3 },
    });
    expect(await read(house.documents, 'notes.txt')).toBe('ta\nmilk\ncoff\n');
  });

  test('text that is not there is told', async () => {
    const house = await houseWith((disk) => disk.write('Documents/notes.txt', notes));
    expect(await house.call('edit_file', { file: 'notes', find: 'Friday' })).toMatchObject({
      ok: false,
      error: 'That text is not in notes.',
    });
  });

  test('a file that was changed after the person was asked is left alone', async () => {
    const house = await houseWith((disk) => disk.write('Documents/notes.txt', notes));
    const asked = await house.ask('edit_file', { file: 'notes', find: 'Sam', replace_with: 'Kim' });
    await writeFile(join(house.documents, 'notes.txt'), 'all new, Sam');
    expect(await asked.run()).toMatchObject({ ok: false, error: expect.stringContaining('in the meantime') });
    expect(await read(house.documents, 'notes.txt')).toBe('all new, Sam');
  });
});
