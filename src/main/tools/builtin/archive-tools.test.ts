import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ChangeRefused } from '../../permissions/changes/refusal';
import { houseWith } from '../files/house.fixture';

interface Entry {
  readonly name: string;
  readonly content?: Uint8Array | string;
  /** Upper 16 bits of the external attributes, from a Unix system. */
  readonly mode?: number;
  readonly flags?: number;
  /** What the archive says of the unpacked size. */
  readonly size?: number;
  readonly method?: 0 | 8;
}

/** A zip archive byte by byte, as no honest program would write it. */
function zipWith(entries: readonly Entry[], { count = entries.length } = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '', mode = 0o100644, flags = 0, size, method = 8 } of entries) {
    const raw = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(raw) : raw;
    const named = Buffer.from(name, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags | 0x800, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size ?? raw.length, 18);
    fields.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, named, packed]);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    fields.copy(central, 6, 0, 24);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    bodies.push(local);
    directory.push(Buffer.concat([central, named]));
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

async function everything(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}

describe('zip_items and unzip_archive', () => {
  test('what is packed comes out the same, and both can be taken back', async () => {
    const big = Buffer.from(Array.from({ length: 700_000 }, (_, at) => (at * 7919) % 251));
    const house = await houseWith(async (disk) => {
      await disk.write('Documents/trip/plan.txt', 'Lisbon');
      await disk.write('Documents/trip/photos/big.bin', big);
      await disk.write('Documents/trip/.hidden', 'x');
      await disk.write('Documents/trip/server.pem', 'key');
      await disk.write('Documents/budget.txt', '');
    });
    const asked = await house.ask('zip_items', { items: 'trip; budget.txt', name: 'holidays' });
    expect(asked.card?.effect).toBe(
      'Packs trip and budget.txt (3 files, 700 KB) into Documents/holidays.zip.',
    );
    expect(asked.card?.preview).toContain('trip/plan.txt  6 bytes');
    const zipped = await asked.run();
    expect(zipped).toMatchObject({ ok: true, data: { archive: 'Documents/holidays.zip', files: 3 } });
    const opening = await house.ask('unzip_archive', { archive: 'holidays', to_folder: 'Archive' });
    expect(opening.card?.effect).toBe(
      'Unpacks holidays.zip (3 files, 700 KB) into the new folder Archive/holidays.',
    );
    const result = await opening.run();
    expect(result).toMatchObject({ ok: true, data: { folder: 'Archive/holidays', files: 3, left_out: 0 } });
    const archive = join(house.disk.path, 'Archive');
    expect(await everything(join(archive, 'holidays'))).toEqual([
      'budget.txt',
      'trip',
      'trip/photos',
      'trip/photos/big.bin',
      'trip/plan.txt',
    ]);
    const out = await readFile(join(archive, 'holidays/trip/photos/big.bin'));
    expect(Buffer.compare(out, big)).toBe(0);
    expect(await house.undo('unzip_archive', result)).toMatchObject({ ok: true });
    expect(await readdir(archive)).toEqual([]);
    expect(await house.undo('zip_items', zipped)).toMatchObject({ ok: true });
    expect((await readdir(house.documents)).sort()).toEqual(['budget.txt', 'trip']);
  });

  test('names that are taken get a number; a name that was given is not written over', async () => {
    const house = await houseWith((disk) => disk.write('Documents/a.txt', 'x'));
    await house.call('zip_items', { items: 'a.txt' });
    expect(await house.call('zip_items', { items: 'Documents/a.txt' })).toMatchObject({
      data: { archive: 'Documents/a 2.zip' },
    });
    expect(await house.call('zip_items', { items: 'Documents/a.txt', name: 'a.zip' })).toMatchObject({
      ok: false,
    });
    await house.call('unzip_archive', { archive: 'a.zip' });
    expect(await house.call('unzip_archive', { archive: 'a.zip' })).toMatchObject({
      data: { folder: 'Documents/a 2' },
    });
  });

  test('a file that vanishes after the person was asked leaves no half archive', async () => {
    const house = await houseWith(async (disk) => {
      await disk.write('Documents/trip/a.txt', 'a');
      await disk.write('Documents/trip/b.txt', 'b');
    });
    const asked = await house.ask('zip_items', { items: 'trip' });
    await rename(join(house.documents, 'trip/b.txt'), join(house.disk.path, 'b.txt'));
    expect(await asked.run()).toMatchObject({ ok: false, error: expect.stringContaining('in the meantime') });
    expect(await readdir(house.documents)).toEqual(['trip']);
  });

  test('a cancelled packing leaves nothing behind', async () => {
    const house = await houseWith(async (disk) => {
      for (let at = 0; at < 60; at += 1) await disk.write(`Documents/trip/${at}.txt`, 'x');
    });
    const abort = new AbortController();
    const stopping = {
      ...house.context,
      progress: () => abort.abort(),
    };
    const asked = await house.ask('zip_items', { items: 'trip' });
    await expect(asked.call.run(stopping, abort.signal)).rejects.toThrow();
    expect(await readdir(house.documents)).toEqual(['trip']);
  });
});

describe('archives of somebody else', () => {
  test.each<[string, Buffer, string]>([
    ['a way up', zipWith([{ name: '../../evil.txt', content: 'x' }]), 'lead out'],
    ['a way up in the middle', zipWith([{ name: 'a/../../evil.txt', content: 'x' }]), 'lead out'],
    ['a way up with backslashes', zipWith([{ name: 'a\\..\\..\\evil.txt', content: 'x' }]), 'lead out'],
    ['an absolute name', zipWith([{ name: '/tmp/evil.txt', content: 'x' }]), 'lead out'],
    ['a drive', zipWith([{ name: 'C:/evil.txt', content: 'x' }]), 'lead out'],
    ['a server', zipWith([{ name: '\\\\server\\share\\evil.txt', content: 'x' }]), 'lead out'],
    ['a very deep folder', zipWith([{ name: `${'a/'.repeat(40)}x`, content: 'x' }]), 'lead out'],
    ['a password', zipWith([{ name: 'a.txt', content: 'x', flags: 1 }]), 'password'],
    ['a bomb', zipWith([{ name: 'zeros', content: Buffer.alloc(30_000_000) }]), 'many times larger'],
    [
      'a bomb of many',
      zipWith(Array.from({ length: 300 }, (_, at) => ({ name: `${at}`, size: 4_000_000 }))),
      'many times larger',
    ],
    ['a giant', zipWith([{ name: 'a', size: 2_000_000_000 }]), '1 GB'],
    ['very many things', zipWith(Array.from({ length: 5_001 }, (_, at) => ({ name: `${at}` }))), '5,000'],
    [
      'more things than it says',
      zipWith(
        Array.from({ length: 20 }, (_, at) => ({ name: `${at}` })),
        { count: 70_000 & 0xffff },
      ),
      'damaged',
    ],
    ['no archive', Buffer.from('PK but not really'), 'damaged'],
    ['an empty file', Buffer.alloc(0), 'damaged'],
    ['half an archive', zipWith([{ name: 'a.txt', content: 'x'.repeat(500) }]).subarray(0, 60), 'damaged'],
  ])('%s is not unpacked at all', async (_, bytes, told) => {
    const house = await houseWith((disk) => disk.write('Documents/gift.zip', bytes));
    expect(await house.call('unzip_archive', { archive: 'gift.zip' })).toMatchObject({
      ok: false,
      error: expect.stringContaining(told),
    });
    expect(await everything(house.disk.path)).toEqual(['Archive', 'Documents', 'Documents/gift.zip']);
  });

  test('links, devices, hidden things, secrets, doubles and unsound names are left out and counted', async () => {
    const house = await houseWith((disk) =>
      disk.write(
        'Documents/gift.zip',
        zipWith([
          { name: 'good/readme.txt', content: 'hello' },
          { name: 'link', content: '/etc/passwd', mode: 0o120777 },
          { name: 'link/inside.txt', content: 'x' },
          { name: 'pipe', mode: 0o010644 },
          { name: '.bashrc', content: 'evil' },
          { name: 'good/.ssh/authorized_keys', content: 'evil' },
          { name: 'id_rsa', content: 'evil' },
          { name: 'con.txt', content: 'x' },
          { name: 'stream.txt:evil', content: 'x' },
          { name: 'invoice\u202efdp.exe', content: 'x' },
          { name: 'GOOD/README.TXT', content: 'second' },
          { name: 'empty/' },
        ]),
      ),
    );
    expect(await house.call('unzip_archive', { archive: 'gift' })).toMatchObject({ ok: true });
    const gift = join(house.documents, 'gift');
    const out = await everything(gift);
    expect(out).toEqual(
      expect.arrayContaining(['empty', 'good', 'good/readme.txt', 'link', 'link/inside.txt']),
    );
    expect(out.join('\n')).not.toMatch(/bashrc|ssh|rsa|con\.|stream|invoice|pipe/u);
    expect(await readFile(join(gift, 'good/readme.txt'), 'utf8')).toBe('hello');
  });

  test.each([
    ['more', 10],
    ['less', 1_000],
  ])('an archive that holds %s than it says leaves nothing behind', async (_, size) => {
    const house = await houseWith((disk) =>
      disk.write(
        'Documents/gift.zip',
        zipWith([
          { name: 'a.txt', content: 'fine' },
          { name: 'liar.txt', content: 'x'.repeat(100), size },
        ]),
      ),
    );
    expect(await house.call('unzip_archive', { archive: 'gift' })).toMatchObject({ ok: false });
    expect(await readdir(house.documents)).toEqual(['gift.zip']);
  });

  test('a disk that fills up in the middle leaves nothing behind', async () => {
    const house = await houseWith((disk) =>
      disk.write('Documents/gift.zip', zipWith(['a', 'b', 'c'].map((name) => ({ name, content: name })))),
    );
    const { writeNew } = house.context.changes;
    let written = 0;
    Object.assign(house.context.changes, {
      writeNew: (...args: Parameters<typeof writeNew>) =>
        (written += 1) > 2 ? Promise.reject(new ChangeRefused('disk_full')) : writeNew(...args),
    });
    expect(await house.call('unzip_archive', { archive: 'gift' })).toMatchObject({
      ok: false,
      error: 'The disk is full; nothing was changed.',
    });
    expect(await readdir(house.documents)).toEqual(['gift.zip']);
  });

  test('an archive that was swapped after the person was asked is not unpacked', async () => {
    const house = await houseWith((disk) =>
      disk.write('Documents/gift.zip', zipWith([{ name: 'a', content: 'a' }])),
    );
    const asked = await house.ask('unzip_archive', { archive: 'gift' });
    await writeFile(join(house.documents, 'gift.zip'), zipWith([{ name: 'other', content: 'b' }]));
    expect(await asked.run()).toMatchObject({ ok: false, error: expect.stringContaining('in the meantime') });
    expect(await readdir(house.documents)).toEqual(['gift.zip']);
  });
});
