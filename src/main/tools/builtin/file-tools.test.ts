import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grantsOf, tempFolder, type TempFolder } from '../../permissions/temp-grants';
import { callTool, worldOf } from '../tool.fixture';
import { createToolbox } from '../toolbox';
import type { ToolResult } from '../tool';

const NOW = new Date('2026-11-21T12:00:00Z');
const days = (count: number) => new Date(NOW.getTime() - count * 86_400_000);

async function house(fill: (disk: TempFolder) => Promise<unknown>) {
  const disk = await tempFolder();
  const documents = await disk.folder('Documents');
  await fill(disk);
  const opened: string[] = [];
  const toolbox = createToolbox();
  const call = (name: string, args: unknown, failing = false): Promise<ToolResult> =>
    callTool(
      toolbox,
      name,
      args,
      worldOf({
        now: () => NOW,
        timeZone: 'UTC',
        files: grantsOf([documents]),
        openPath: (path) =>
          failing ? Promise.reject(new Error(path)) : (opened.push(path), Promise.resolve()),
      }),
    );
  return { disk, documents, call, opened };
}

const some = async (disk: TempFolder) => {
  await disk.write('Documents/budget.ods', 'x'.repeat(12_300), days(1));
  await disk.write('Documents/notes.txt', 'Call Sam about the garden.', days(4));
  await disk.write('Documents/Work/big.bin', 'x'.repeat(50_000), days(0.5));
  await disk.write('Documents/small.txt', 'x', days(30));
};

describe('without a grant', () => {
  test.each([
    ['list_files', {}],
    ['list_files', { folder: 'Downloads' }],
    ['search_files', { words: 'budget' }],
    ['read_text_file', { file: 'notes' }],
    ['open_item', { item: 'notes' }],
  ])('%s %j says where one is added', async (name, args) => {
    const result = await callTool(createToolbox(), name, args, worldOf());
    expect(result).toMatchObject({ ok: false, hint: expect.stringContaining('add one in Settings') });
  });
});

describe('list_files', () => {
  test('the newest first, with kind, size and time of change', async () => {
    const { call, documents } = await house(some);
    expect(documents).toBeTruthy();
    const result = await call('list_files', { count: 2, order: 'largest' });
    expect(result).toMatchObject({
      ok: true,
      data: {
        folders: ['Documents'],
        total: 4,
        files: [{ name: expect.any(String) }, { name: expect.any(String) }],
      },
    });
    const files = await call('list_files', { folder: 'documents', order: 'name' });
    expect(files).toMatchObject({
      data: {
        files: [
          { name: 'Documents/budget.ods', kind: 'spreadsheet', size: '12 KB', changed: '2026-11-20 12:00' },
          { name: 'Documents/notes.txt', kind: 'text file', size: '26 bytes' },
          { name: 'Documents/small.txt', size: '1 byte' },
          { name: 'Documents/Work', kind: 'folder' },
        ],
      },
    });
  });

  test('what is said is fit for speaking', async () => {
    const { call } = await house(async (disk) => {
      await disk.write('Documents/quarterly_budget.ods', 'x', days(1));
      await disk.write('Documents/to-do list.txt', 'x', days(4));
    });
    expect(await call('list_files', {})).toMatchObject({
      say: 'There are 2 things in Documents. quarterly budget, a spreadsheet, changed yesterday; to do list, a text file, changed on Tuesday.',
    });
  });

  test('an empty folder and an unknown one are told apart', async () => {
    const { call } = await house((disk) => disk.folder('Documents/Empty'));
    expect(await call('list_files', { folder: 'Empty' })).toMatchObject({
      say: 'There is nothing in Empty.',
    });
    expect(await call('list_files', { folder: 'Holidays' })).toMatchObject({ ok: false });
    expect(await call('list_files', { folder: '/etc' })).toMatchObject({
      ok: false,
      error: 'That is outside the granted folders.',
    });
  });
});

describe('search_files', () => {
  test('finds by name and by content, newest first', async () => {
    const { call } = await house(async (disk) => {
      await disk.write('Documents/garden plan.pdf', '%PDF', days(9));
      await disk.write('Documents/a/notes.txt', 'First.\nCall Sam about the Garden.', days(2));
      await disk.write('Documents/other.txt', 'nothing', days(1));
    });
    expect(await call('search_files', { words: 'garden' })).toMatchObject({
      ok: true,
      say: '2 matches: notes, a text file, changed on Thursday; garden plan, a PDF, changed on the 12th of November.',
      data: {
        total: 2,
        searched_everything: true,
        files: [
          { name: 'Documents/a/notes.txt', found_in: 'content', text: 'First. Call Sam about the Garden.' },
          { name: 'Documents/garden plan.pdf', found_in: 'name' },
        ],
      },
    });
  });

  test('keys are found neither by name nor by content', async () => {
    const { call } = await house(async (disk) => {
      await disk.write('Documents/secret.pem', 'garden');
      await disk.write('Documents/copy.txt', 'garden\n-----BEGIN RSA PRIVATE KEY-----\n');
    });
    for (const words of ['garden', 'secret']) {
      expect(await call('search_files', { words })).toMatchObject({ ok: true, data: { total: 0 } });
    }
  });

  test('nothing found is told as such', async () => {
    const { call } = await house(some);
    expect(await call('search_files', { words: 'unicorn' })).toMatchObject({
      ok: true,
      say: 'Nothing was found for unicorn.',
    });
  });

  test('a search in a folder stays there', async () => {
    const { call } = await house(async (disk) => {
      await disk.write('Documents/a/plan.txt');
      await disk.write('Documents/b/plan.txt');
    });
    expect(await call('search_files', { words: 'plan', folder: 'b' })).toMatchObject({
      data: { total: 1, files: [{ name: 'Documents/b/plan.txt' }] },
    });
  });
});

describe('read_text_file', () => {
  test('a short text comes whole', async () => {
    const { call } = await house(some);
    expect(await call('read_text_file', { file: 'my notes' })).toMatchObject({
      ok: true,
      say: 'Here is notes.',
      data: { text: 'Call Sam about the garden.', characters_in_all: 26, more: false },
    });
  });

  test.each([
    ['plain', 'word '.repeat(4_000), 1_500],
    ['in three-byte characters', '世'.repeat(4_000), 500],
    ['full of quotes', '"'.repeat(9_000), 800],
  ])('a long text %s is cut to what fits in one result, and says so', async (_, text, least) => {
    const { call } = await house((disk) => disk.write('Documents/long.txt', text));
    const result = await call('read_text_file', { file: 'long.txt' });
    expect(result).toMatchObject({ ok: true, data: { more: true, characters_in_all: text.length } });
    expect(result).not.toHaveProperty('data.truncated');
    expect(result).toHaveProperty(
      'data.characters_shown',
      expect.toSatisfy((shown: number) => shown >= least),
    );
    expect(Buffer.byteLength(JSON.stringify(result))).toBeLessThan(2_048);
  });

  test('what is no text is described', async () => {
    const { call } = await house((disk) =>
      disk.write('Documents/photo.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0, 1, 2])),
    );
    expect(await call('read_text_file', { file: 'photo' })).toMatchObject({
      ok: true,
      say: 'photo is a picture of 6 bytes, not a text that can be read out.',
      data: { is_text: false },
    });
  });

  test('a private key under another name is not read', async () => {
    const { call } = await house((disk) =>
      disk.write('Documents/diary.txt', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA'),
    );
    const result = await call('read_text_file', { file: 'diary' });
    expect(result).toMatchObject({ ok: false });
    expect(JSON.stringify(result)).not.toContain('AAAA');
  });

  test('several that fit are named so that the agent can ask', async () => {
    const { call } = await house(async (disk) => {
      await disk.write('Documents/a/notes.txt', 'a');
      await disk.write('Documents/b/notes.txt', 'b');
    });
    expect(await call('read_text_file', { file: 'notes' })).toMatchObject({
      ok: false,
      error: '2 things fit "notes": Documents/a/notes.txt and Documents/b/notes.txt.',
      hint: 'Ask which one is meant, then call again with that full name.',
    });
    expect(await call('read_text_file', { file: 'Documents/b/notes.txt' })).toMatchObject({
      data: { text: 'b' },
    });
    expect(await call('read_text_file', { file: 'Documents/b/notes' })).toMatchObject({
      data: { text: 'b' },
    });
  });

  test('an empty file says so', async () => {
    const { call } = await house((disk) => disk.write('Documents/empty.txt'));
    expect(await call('read_text_file', { file: 'empty.txt' })).toMatchObject({ say: 'empty is empty.' });
  });
});

describe('open_item', () => {
  test('opens a file by its spoken name, and a folder', async () => {
    const { call, opened, documents } = await house(some);
    expect(await call('open_item', { item: 'the budget' })).toMatchObject({
      ok: true,
      say: 'budget is open.',
    });
    expect(await call('open_item', { item: 'work', kind: 'folder' })).toMatchObject({
      data: { kind: 'folder' },
    });
    expect(opened).toEqual([join(documents, 'budget.ods'), join(documents, 'Work')]);
  });

  test.each([
    ['a script by its name', 'run.sh', 'echo hi'],
    ['a script in disguise', 'photo.jpg', '#!/bin/sh\necho hi'],
    ['a program in disguise', 'letter.pdf', '\x7fELF'],
    ['a launcher', 'Mail.desktop', '[Desktop Entry]'],
    ['a launcher in disguise', 'readme', '[Desktop Entry]\nExec=x'],
  ])('%s is refused', async (_, name, content) => {
    const { call, opened } = await house((disk) => disk.write(`Documents/${name}`, content));
    expect(await call('open_item', { item: name })).toMatchObject({
      ok: false,
      error: expect.stringContaining('program or script'),
    });
    expect(opened).toEqual([]);
  });

  test('a file with an execute bit, an application folder and links to programs are refused', async () => {
    const { call, opened } = await house(async (disk) => {
      await chmod(await disk.write('Documents/tool', 'x'), 0o755);
      await disk.folder('Documents/Mail.app');
      await disk.write('Documents/run.sh', 'x');
      await disk.link('Documents/holiday.jpg', 'run.sh');
      await disk.link('Documents/letter.pdf', '/bin/sh');
    });
    for (const item of ['tool', 'Mail.app', 'holiday.jpg', 'letter.pdf']) {
      expect(await call('open_item', { item })).toMatchObject({ ok: false });
    }
    expect(opened).toEqual([]);
  });

  test('the system that opens nothing is told without the path', async () => {
    const { call, documents } = await house(some);
    const result = await call('open_item', { item: 'budget' }, true);
    expect(result).toMatchObject({ ok: false, error: 'No program opened budget.' });
    expect(JSON.stringify(result)).not.toContain(documents);
  });

  test('a folder is not opened when a file is meant', async () => {
    const { call, opened } = await house((disk) => disk.folder('Documents/report'));
    expect(await call('open_item', { item: 'report', kind: 'file' })).toMatchObject({ ok: false });
    expect(opened).toEqual([]);
  });
});
