import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, readJson, writeJson } from './files.mjs';

/** @type {string} */
let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-files-'));
  mkdirSync(join(root, 'src', 'deep'), { recursive: true });
  for (const file of ['src/a.ts', 'src/deep/b.ts', 'src/a.test.ts', 'package.json']) write(file, 'one');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/**
 * @param {string} file
 * @param {string} content
 */
function write(file, content) {
  writeFileSync(join(root, file), content);
  utimesSync(join(root, file), 1000, 1000);
}

describe('the fingerprint of what goes into a build', () => {
  const now = () => fingerprint(root, ['src', 'package.json', 'not-there']);

  it('stays while nothing changes', () => {
    expect(now()).toBe(now());
  });

  it.each([
    ['a file grows', () => write('src/deep/b.ts', 'longer')],
    ['a file is touched', () => utimesSync(join(root, 'src/a.ts'), 2000, 2000)],
    ['a file is added', () => write('src/deep/c.ts', 'new')],
    ['a file goes', () => rmSync(join(root, 'src/a.ts'))],
  ])('changes when %s', (_case, change) => {
    const before = now();
    change();
    expect(now()).not.toBe(before);
  });

  it('stays when only a test changes', () => {
    const before = now();
    write('src/a.test.ts', 'another test');
    expect(now()).toBe(before);
  });
});

it('writes JSON whole, and reads what is missing or damaged as nothing', () => {
  const file = join(root, 'deeper', 'stamp.json');
  writeJson(file, { a: 1 });
  expect(readJson(file)).toEqual({ a: 1 });
  expect(readdirSync(join(root, 'deeper'))).toEqual(['stamp.json']);
  writeFileSync(file, '{"a":');
  expect(readJson(file)).toBeUndefined();
  expect(readJson(join(root, 'nowhere.json'))).toBeUndefined();
});
