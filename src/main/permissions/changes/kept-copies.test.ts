import { lstat, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../temp-grants';
import { KeptCopies } from './kept-copies';

describe('kept copies', () => {
  async function keeping(most: { bytes: number; ageMs: number }) {
    const disk = await tempFolder();
    let now = 1_000;
    const copies = new KeptCopies(join(disk.path, 'kept'), () => now, most);
    const keep = async (text: string) => {
      now += 10;
      const file = await open(await disk.write('file', text));
      return copies.keep(file).finally(() => file.close());
    };
    return { disk, copies, keep, wait: (ms: number) => (now += ms) };
  }
  const held = (copies: KeptCopies, copy: { id: string; sha256: string }) =>
    copies.open(copy, async (pieces) => {
      let text = '';
      for await (const piece of pieces as AsyncIterable<Uint8Array>) text += new TextDecoder().decode(piece);
      return text;
    });

  test('are for their owner alone, and the oldest go when there is no room', async () => {
    const { disk, copies, keep } = await keeping({ bytes: 10, ageMs: 1_000 });
    const [one, two, three] = [await keep('12345'), await keep('67890'), await keep('abcde')];
    await expect(held(copies, one)).rejects.toMatchObject({ refusal: 'forgotten' });
    expect([await held(copies, two), await held(copies, three)]).toEqual(['67890', 'abcde']);
    expect((await lstat(join(disk.path, 'kept'))).mode & 0o777).toBe(0o700);
    expect((await lstat(join(disk.path, 'kept', three.id))).mode & 0o777).toBe(0o600);
  });

  test('go when they are old', async () => {
    const { copies, keep, wait } = await keeping({ bytes: 1_000, ageMs: 1_000 });
    const one = await keep('old');
    wait(2_000);
    await keep('new');
    await expect(held(copies, one)).rejects.toMatchObject({ refusal: 'forgotten' });
  });

  test('that a crash has left half are gone after an hour, not while they may be written', async () => {
    const { disk, keep, wait } = await keeping({ bytes: 1_000, ageMs: 30 * 86_400_000 });
    await keep('whole');
    const half = (at: number) => `${at}-00000000-0000-4000-8000-000000000000.part`;
    await writeFile(join(disk.path, 'kept', half(1_000)), 'torn');
    wait(60_000);
    await keep('another');
    expect(await readdir(join(disk.path, 'kept'))).toContain(half(1_000));
    wait(3_600_000);
    await keep('one more');
    const names = await readdir(join(disk.path, 'kept'));
    expect(names).not.toContain(half(1_000));
    expect(names).toHaveLength(3);
  });

  test('that were changed, or are named from outside, are not given out', async () => {
    const { disk, copies, keep } = await keeping({ bytes: 1_000, ageMs: 1_000 });
    const one = await keep('mine');
    await writeFile(join(disk.path, 'kept', one.id), 'theirs');
    await expect(held(copies, one)).rejects.toMatchObject({ refusal: 'forgotten' });
    await expect(held(copies, { ...one, id: '../file' })).rejects.toMatchObject({ refusal: 'forgotten' });
  });
});
