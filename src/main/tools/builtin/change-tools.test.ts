import { chmod, lstat, readFile, readdir, rename } from 'node:fs/promises';
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
