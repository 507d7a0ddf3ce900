import { chmod, lstat, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ChangeRefused } from '../../permissions/changes/refusal';
import { houseWith } from '../files/house.fixture';
import { builtinTools } from '../toolbox';

const read = (folder: string, name: string) => readFile(join(folder, name), 'utf8');
const WRITING = [
  'write_file',
  'append_to_file',
  'edit_file',
  'make_folder',
  'move_item',
  'copy_item',
  'rename_item',
  'trash_item',
  'restore_item',
  'zip_items',
  'unzip_archive',
];

test('every tool that writes asks first and can be taken back', () => {
  const writing = builtinTools.filter(({ name }) => WRITING.includes(name));
  expect(writing.map(({ name }) => name)).toEqual([...WRITING].sort());
  for (const tool of writing) {
    expect(tool).toMatchObject({ class: 'reversible', group: 'files', undo: expect.any(Function) });
  }
});

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

test.each([
  ['write_file', { name: 'a.txt', text: 'x', folder: 'Documents' }, 'writeNew'],
  ['append_to_file', { file: 'notes.txt', text: 'x' }, 'append'],
  ['edit_file', { file: 'notes.txt', find: 'Sam', replace_with: 'Kim' }, 'replace'],
  ['copy_item', { item: 'notes.txt' }, 'copy'],
  ['zip_items', { items: 'notes.txt' }, 'writeNew'],
] as const)('%s on a full disk says so', async (name, args, method) => {
  const house = await houseWith((disk) => disk.write('Documents/notes.txt', 'Call Sam.'));
  const full = () => Promise.reject(new ChangeRefused('disk_full'));
  Object.assign(house.context.changes, { [method]: full });
  expect(await house.call(name, args)).toMatchObject({
    ok: false,
    error: 'The disk is full; nothing was changed.',
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

describe('moving, copying, renaming, making folders', () => {
  test('move_item says exactly what goes where, and undo brings it back', async () => {
    const house = await houseWith((disk) => disk.write('Documents/budget.txt', 'x'));
    const asked = await house.ask('move_item', { item: 'budget', to_folder: 'Archive' });
    expect(asked.card).toMatchObject({
      effect: 'Moves budget.txt from Documents to Archive.',
      question: 'Shall I move budget to Archive?',
    });
    expect(asked.call.scope?.label).toBe('Documents and Archive');
    const result = await asked.run();
    expect(result).toMatchObject({ ok: true, say: 'budget is in Archive now.' });
    expect(await read(house.disk.path, 'Archive/budget.txt')).toBe('x');
    await house.undo('move_item', result);
    expect(await read(house.documents, 'budget.txt')).toBe('x');
  });

  test('nothing is moved onto another thing, or to where it is already', async () => {
    const house = await houseWith(async (disk) => {
      await disk.write('Documents/plan.txt', 'a');
      await disk.write('Archive/PLAN.txt', 'b');
    });
    expect(await house.call('move_item', { item: 'Documents/plan.txt', to_folder: 'Archive' })).toMatchObject(
      {
        ok: false,
        error: 'There is already a file called PLAN.txt in Archive.',
      },
    );
    expect(
      await house.call('move_item', { item: 'Documents/plan.txt', to_folder: 'Documents' }),
    ).toMatchObject({
      ok: false,
      error: 'plan is in Documents already.',
    });
  });

  test('a folder is not moved into itself', async () => {
    const house = await houseWith((disk) => disk.folder('Documents/a/b'));
    expect(await house.call('move_item', { item: 'Documents/a', to_folder: 'Documents/a/b' })).toMatchObject({
      ok: false,
    });
  });

  test('what was swapped after the person was asked is not moved', async () => {
    const house = await houseWith((disk) => disk.write('Documents/budget.txt', 'x'));
    const asked = await house.ask('move_item', { item: 'budget', to_folder: 'Archive' });
    await rename(join(house.documents, 'budget.txt'), join(house.documents, 'aside.txt'));
    await house.disk.write('Documents/budget.txt', 'another');
    expect(await asked.run()).toMatchObject({ ok: false });
    expect(await readdir(join(house.disk.path, 'Archive'))).toEqual([]);
  });

  test('copy_item finds free names in the same folder, and undo takes the copy away', async () => {
    const house = await houseWith((disk) => disk.write('Documents/budget.ods', 'x'));
    expect(await house.call('copy_item', { item: 'budget.ods' })).toMatchObject({ ok: true });
    const result = await house.call('copy_item', { item: 'budget.ods' });
    expect((await readdir(house.documents)).sort()).toEqual([
      'budget copy 2.ods',
      'budget copy.ods',
      'budget.ods',
    ]);
    await house.undo('copy_item', result);
    expect((await readdir(house.documents)).sort()).toEqual(['budget copy.ods', 'budget.ods']);
    expect(
      await house.call('copy_item', { item: 'budget.ods', to_folder: 'Archive', new_name: 'b27' }),
    ).toMatchObject({
      data: { copied: 'Archive/b27.ods', files: 1, size: '1 byte' },
    });
  });

  test('rename_item keeps the ending, changes letter case alone, and can be undone', async () => {
    const house = await houseWith((disk) => disk.write('Documents/scan.pdf', '%PDF'));
    const asked = await house.ask('rename_item', { item: 'scan', new_name: 'Electricity bill' });
    expect(asked.card?.effect).toBe('Renames scan.pdf in Documents to Electricity bill.pdf.');
    const result = await asked.run();
    expect(await readdir(house.documents)).toEqual(['Electricity bill.pdf']);
    await house.undo('rename_item', result);
    expect(await readdir(house.documents)).toEqual(['scan.pdf']);
    expect(await house.call('rename_item', { item: 'scan', new_name: 'SCAN' })).toMatchObject({ ok: true });
    expect(await readdir(house.documents)).toEqual(['SCAN.pdf']);
    const risky = await house.ask('rename_item', { item: 'scan', new_name: 'scan.sh' });
    expect(risky.card?.risk).toContain('program');
    expect(await house.call('rename_item', { item: 'scan', new_name: '../scan' })).toMatchObject({
      ok: false,
    });
  });

  test('make_folder makes one, not twice, and undo removes it', async () => {
    const house = await houseWith();
    const asked = await house.ask('make_folder', { name: 'Holidays', folder: 'Documents' });
    expect(asked.card?.effect).toBe('Makes the folder Holidays in Documents.');
    const result = await asked.run();
    expect((await lstat(join(house.documents, 'Holidays'))).isDirectory()).toBe(true);
    expect(await house.call('make_folder', { name: 'holidays', folder: 'Documents' })).toMatchObject({
      ok: false,
    });
    await house.undo('make_folder', result);
    expect(await readdir(house.documents)).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('trash_item and restore_item', () => {
  test('into the trash, and out of it by name', async () => {
    const house = await houseWith(async (disk) => {
      await disk.write('Documents/old draft.txt', 'a');
      await disk.write('Documents/other.txt', 'b');
    });
    const asked = await house.ask('trash_item', { item: 'old draft' });
    expect(asked.card?.effect).toBe('Puts old draft.txt from Documents into the trash.');
    expect(await asked.run()).toMatchObject({ ok: true, say: 'old draft is in the trash.' });
    await house.call('trash_item', { item: 'other' });
    expect(await readdir(house.documents)).toEqual([]);
    const back = await house.ask('restore_item', { item: 'draft' });
    expect(back.card?.effect).toBe('Puts old draft.txt from the trash back into Documents.');
    expect(await back.run()).toMatchObject({ ok: true, say: 'old draft is back in Documents.' });
    expect(await read(house.documents, 'old draft.txt')).toBe('a');
  });

  test('undo of either puts it back', async () => {
    const house = await houseWith((disk) => disk.write('Documents/a.txt', 'a'));
    const result = await house.call('trash_item', { item: 'a.txt' });
    expect(await house.undo('trash_item', result)).toMatchObject({ ok: true });
    expect(await readdir(house.documents)).toEqual(['a.txt']);
  });

  test('a folder is told with all that is in it; a granted folder itself is not thrown away', async () => {
    const house = await houseWith((disk) => disk.write('Documents/old/a.txt', 'a'));
    const asked = await house.ask('trash_item', { item: 'old', kind: 'folder' });
    expect(asked.card?.effect).toContain('the folder old and all that is in it');
    expect(await house.call('trash_item', { item: 'Documents' })).toMatchObject({ ok: false });
    expect(await readdir(house.documents)).toEqual(['old']);
  });

  test('an empty trash and an unknown name are told', async () => {
    const house = await houseWith((disk) => disk.write('Documents/a.txt', 'a'));
    expect(await house.call('restore_item', {})).toMatchObject({ ok: false });
    await house.call('trash_item', { item: 'a.txt' });
    expect(await house.call('restore_item', { item: 'zebra' })).toMatchObject({
      ok: false,
      hint: expect.stringContaining('Documents/a.txt'),
    });
    await house.disk.write('Documents/a.txt', 'new');
    expect(await house.call('restore_item', { item: 'a' })).toMatchObject({ ok: false });
    expect(await read(house.documents, 'a.txt')).toBe('new');
  });
});

describe('reveal_item', () => {
  test('shows the file in the file manager', async () => {
    const house = await houseWith((disk) => disk.write('Documents/a.txt', 'a'));
    expect(await house.call('reveal_item', { item: 'a.txt' })).toMatchObject({ ok: true });
    expect(house.revealed).toEqual([join(house.documents, 'a.txt')]);
  });

  test('a system without a file manager is told without the path', async () => {
    const house = await houseWith((disk) => disk.write('Documents/a.txt', 'a'), {
      revealPath: (path) => Promise.reject(new Error(path)),
    });
    const result = await house.call('reveal_item', { item: 'a.txt' });
    expect(result).toMatchObject({ ok: false });
    expect(JSON.stringify(result)).not.toContain(house.documents);
  });
});

test.each([
  ['append_to_file', { file: 'gone', text: 'x' }],
  ['edit_file', { file: 'gone', find: 'x' }],
  ['move_item', { item: 'gone', to_folder: 'Archive' }],
  ['copy_item', { item: 'gone' }],
  ['rename_item', { item: 'gone', new_name: 'x' }],
  ['trash_item', { item: 'gone' }],
  ['reveal_item', { item: 'gone' }],
  ['zip_items', { items: 'gone' }],
  ['unzip_archive', { archive: 'gone' }],
  ['describe_item', { item: 'gone' }],
])('%s of what is not there says so', async (name, args) => {
  const house = await houseWith();
  expect(await house.call(name, args)).toMatchObject({
    ok: false,
    error: expect.stringContaining('Nothing called "gone" was found'),
  });
});

test.each([
  ['trash_item', { item: 'a.txt' }],
  ['move_item', { item: 'a.txt', to_folder: 'Archive' }],
  ['rename_item', { item: 'a.txt', new_name: 'b' }],
  ['copy_item', { item: 'a.txt' }],
  ['append_to_file', { file: 'a.txt', text: 'x' }],
])('%s of what vanished after the person was asked says so', async (name, args) => {
  const house = await houseWith((disk) => disk.write('Documents/a.txt', 'a'));
  const asked = await house.ask(name, args);
  await rename(join(house.documents, 'a.txt'), join(house.disk.path, 'gone.txt'));
  expect(await asked.run()).toMatchObject({ ok: false });
  expect(await readdir(house.documents)).toEqual([]);
});

test('a file without rights is told, not thrown', async () => {
  const house = await houseWith(async (disk) => {
    await chmod(await disk.write('Documents/locked.txt', 'secret'), 0o000);
  });
  const isRoot = process.getuid?.() === 0;
  expect(await house.call('append_to_file', { file: 'locked.txt', text: 'x' })).toMatchObject({ ok: isRoot });
});
