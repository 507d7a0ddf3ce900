import { expect, test } from 'vitest';
import type { GrantedFiles } from '../../permissions/granted-files';
import { grantsOf, tempFolder } from '../../permissions/temp-grants';
import { findByName } from './find-by-name';
import { nameIndexOf } from './name-index';
import { WarmUp } from './warm-up';

/** Granted folders of so many folders with a file in each, that count how often they are looked at. */
async function granted(folders: number) {
  const disk = await tempFolder();
  for (let at = 0; at < folders; at += 1) await disk.write(`${at}/report ${at}.txt`);
  const real = grantsOf([disk.path]);
  const seen = { looks: 0 };
  const files: GrantedFiles = { ...real, look: () => ((seen.looks += 1), real.look()) };
  return { files, seen };
}

const at = (clock: () => number, breathe = () => Promise.resolve()) => ({ clock, breathe });

test('the names are known before the first search, which finds what it would have found', async () => {
  const { files } = await granted(5);
  await new WarmUp(files).begin();
  expect(nameIndexOf(files).size).toBe(5);
  const { matches } = await findByName(files, 'report 3', new AbortController().signal);
  expect(matches[0]?.path.spoken).toMatch(/\/3\/report 3\.txt$/u);
});

test('talks that follow each other closely walk once; after five minutes again', async () => {
  const { files, seen } = await granted(1);
  let now = 0;
  const warm = new WarmUp(
    files,
    at(() => now),
  );
  await warm.begin();
  await warm.begin();
  expect(seen.looks).toBe(1);
  now = 5 * 60_000;
  await warm.begin();
  expect(seen.looks).toBe(2);
});

test('it ends with the talk, and the next talk walks again', async () => {
  const { files, seen } = await granted(300);
  let breaths = 0;
  const warm: WarmUp = new WarmUp(
    files,
    at(
      () => 0,
      () => {
        breaths += 1;
        if (seen.looks === 1) warm.end();
        return Promise.resolve();
      },
    ),
  );
  await warm.begin();
  expect(nameIndexOf(files).size).toBeLessThan(300);
  expect(breaths).toBeLessThan(4);
  await warm.begin();
  expect(nameIndexOf(files).size).toBe(300);
});

test('one walk at a time, and folders that cannot be read harm nobody', async () => {
  const { files, seen } = await granted(2);
  const warm = new WarmUp(files);
  await Promise.all([warm.begin(), warm.begin()]);
  expect(seen.looks).toBe(1);
  const broken = { ...files, look: () => Promise.reject(new Error('EIO')) };
  await expect(new WarmUp(broken).begin()).resolves.toBeUndefined();
});
