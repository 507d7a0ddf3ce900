import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { houseWith } from '../files/house.fixture';

/** The clock of the house stands at noon of 21 November 2026. */
const day = (number: number) => new Date(Date.UTC(2026, 10, number, 9));

describe('recent_files', () => {
  const files = async (disk: Parameters<NonNullable<Parameters<typeof houseWith>[0]>>[0]) => {
    await disk.write('Documents/deep/down/plan.odt', 'x', day(20));
    await disk.write('Documents/old.txt', 'x', day(1));
    await disk.write('Archive/photo.jpg', 'x', day(19));
    await disk.write('Archive/.hidden.txt', 'x', day(21));
    await disk.write('Archive/node_modules/a/index.txt', 'x', day(21));
  };

  test('the newest of all folders come first, whatever folder they are in', async () => {
    const house = await houseWith(files);
    expect(await house.call('recent_files', { count: 2 })).toMatchObject({
      ok: true,
      say: 'Changed last: plan, a document, changed yesterday; photo, a picture, changed on Thursday.',
      data: {
        looked_at_everything: true,
        files: [{ name: 'Documents/deep/down/plan.odt' }, { name: 'Archive/photo.jpg' }],
      },
      detail: expect.stringContaining('old.txt'),
    });
  });

  test('by kind, by folder and by days', async () => {
    const house = await houseWith(files);
    const names = async (args: unknown) => {
      const result = await house.call('recent_files', args);
      return result.ok
        ? (result.data as { files: { name: string }[] }).files.map(({ name }) => name)
        : result;
    };
    expect(await names({ kind: 'picture' })).toEqual(['Archive/photo.jpg']);
    expect(await names({ folder: 'Documents', days: 7 })).toEqual(['Documents/deep/down/plan.odt']);
    expect(await names({ kind: 'video' })).toEqual([]);
    expect(await house.call('recent_files', { kind: 'video' })).toMatchObject({
      say: 'No such file was changed.',
    });
  });

  test.each([
    ['no days', { days: 0 }, '"days"'],
    ['an absurd count', { count: 1e9 }, '"count"'],
    ['an unknown kind', { kind: 'elf' }, '"kind"'],
  ])('%s is told', async (_, args, named) => {
    const house = await houseWith();
    expect(await house.call('recent_files', args)).toMatchObject({
      ok: false,
      error: expect.stringContaining(named),
    });
  });
});

describe('describe_item', () => {
  const png = Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
    ...[0, 0, 0x0f, 0xc0, 0, 0, 0x0b, 0xd0],
  ]);

  test.each([
    ['photo.png', png, 'photo is a picture of 24 bytes, changed yesterday. It is 4032 by 3024 pixels.'],
    [
      'notes.txt',
      'one two\nthree\n',
      'notes is a text file of 14 bytes, changed yesterday. It has 3 words in 2 lines.',
    ],
    [
      'report.pdf',
      '%PDF-1.4\n<< /Type /Pages /Count 7 >>',
      'report is a PDF of 36 bytes, changed yesterday. It has 7 pages.',
    ],
    ['data.bin', Uint8Array.from([0, 1, 2]), 'data.bin is a file of 3 bytes, changed yesterday.'],
    ['secret.txt', '-----BEGIN PRIVATE KEY-----', 'secret is a text file of 27 bytes, changed yesterday.'],
  ])('%s', async (name, content, say) => {
    const house = await houseWith((disk) => disk.write(`Documents/${name}`, content, day(20)));
    expect(await house.call('describe_item', { item: name })).toMatchObject({ ok: true, say });
  });

  test('a PDF counts its pages at its end as well', async () => {
    const pdf = `%PDF-1.4\n${'x'.repeat(900_000)}<< /Type /Pages /Count 321 >>`;
    const house = await houseWith((disk) => disk.write('Documents/book.pdf', pdf));
    expect(await house.call('describe_item', { item: 'book' })).toMatchObject({ data: { pages: 321 } });
  });

  test('a folder is summed up with all that is below it', async () => {
    const house = await houseWith(async (disk) => {
      await disk.write('Documents/trip/a.bin', 'x'.repeat(1_500));
      await disk.write('Documents/trip/photos/b.bin', 'x'.repeat(600));
      await disk.write('Documents/trip/.hidden', 'x'.repeat(600));
    });
    expect(await house.call('describe_item', { item: 'trip', kind: 'folder' })).toMatchObject({
      data: { kind: 'folder', files: 2, folders: 1, total_size: '2.1 KB', counted_everything: true },
    });
  });

  test('a file that vanishes is told', async () => {
    const house = await houseWith((disk) => disk.write('Documents/a.txt', 'a'));
    const asked = await house.ask('describe_item', { item: 'a.txt' });
    await rm(join(house.documents, 'a.txt'));
    expect(await asked.run()).toMatchObject({ ok: false });
  });
});
