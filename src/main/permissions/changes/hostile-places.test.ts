/** The hostile corpus of reading, for everything that writes: nothing outside, closed or already there is touched. */
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin } from '../fence';
import { MISSING, NOT_NAMES, OUTSIDE, SECRETS, trap, WINDOWS } from '../hostile-paths.fixture';
import { grantsOf, tempFolder } from '../temp-grants';
import { changesOf } from './changes.fixture';
import type { FileChanges } from './file-changes';
import type { Place } from './new-paths';
import { refusalOfNewName } from './new-names';

/** Names for something new that no name may be. */
const BAD_NAMES: readonly string[] = [
  ...[
    'CON',
    'con.txt',
    'aux',
    'NUL',
    'PRN.log',
    'COM1',
    'com9.doc',
    'LPT1',
    'lpt³.x',
    'CONIN$',
    'conout$.txt',
  ],
  ...[
    'notes.txt:hidden',
    'a::$DATA',
    'C:x',
    'a<b',
    'a>b',
    'a"b',
    'a|b',
    'a?b',
    'a*b',
    'a\\b',
    '..\\x',
    'a\\..\\b',
  ],
  ...['dot.', 'dots...', 'x.txt.', '...', '~$budget.docx', '~', 'PROGRA~1', 'SSH~1.TXT', 'a~2'],
  ...[
    'txt\u202eexe.',
    'a\u202dgpj.exe',
    'a\u2066b',
    'a\u200bb',
    'a\u200db',
    'a\u200e',
    '\u200f.txt',
    'a\u2060b',
  ],
  ...[
    'a\u00adb',
    'a\ufeffb',
    'a\u2028b',
    'a\u2029b',
    'a\u180eb',
    'a\u061cb',
    'a\u3164b',
    'a\u115fb',
    'a\u{e0041}',
  ],
  ...[
    'a\ue000',
    'a\ufe01b',
    'a\u{e0101}b',
    'lone \ud800',
    '\udc00 lone',
    'bell\u0007',
    'tab\tbed',
    'del\u007f',
  ],
  ...['x'.repeat(256), 'é'.repeat(128), '汉'.repeat(86), 'x'.repeat(5_000)],
];

const CLOSED_NAMES: readonly string[] = [
  ...['.bashrc', '.profile', '.ssh', '.git', '.env', '.x', 'server.pem', 'ID_RSA', 'id_ed25519.pub', 'x.key'],
  ...[
    'wallet.dat',
    'logins.json',
    '_netrc',
    'prod.env',
    'credentials',
    'secrets.yml',
    'vault.KDBX',
    'cert.p12',
  ],
];

const ALL = [...OUTSIDE, ...NOT_NAMES, ...MISSING, ...SECRETS, ...WINDOWS, ...BAD_NAMES, ...CLOSED_NAMES];

/** Everything in a folder: path, kind and content, links not followed. */
function pictureOf(folder: string): Map<string, string> {
  const seen = new Map<string, string>();
  const look = (at: string) => {
    const stats = lstatSync(at);
    if (stats.isSymbolicLink()) seen.set(at, `link ${readlinkSync(at)}`);
    else if (stats.isDirectory()) {
      seen.set(at, 'folder');
      for (const name of readdirSync(at)) look(join(at, name));
    } else seen.set(at, stats.isFile() ? `file ${stats.nlink} ${readFileSync(at, 'utf8')}` : 'other');
  };
  look(folder);
  return seen;
}

/** What is there now and was not, or is otherwise. */
function differences(before: Map<string, string>, after: Map<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
}

type Attempt = (place: Place, changes: FileChanges, root: string) => Promise<unknown>;

const bytes = new TextEncoder().encode('written');
const pinAt = (changes: FileChanges, absolute: string) => changes.pin({ absolute, spoken: '' });

const ATTEMPTS: readonly (readonly [string, Attempt])[] = [
  ['a new file', (place, changes) => changes.writeNew(place, bytes)],
  ['a new folder', (place, changes) => changes.makeFolder(place)],
  [
    'a copy',
    async (place, changes, root) => changes.copy(await pinAt(changes, join(root, 'sub/deep.txt')), place),
  ],
  [
    'a copied folder',
    async (place, changes, root) => changes.copy(await pinAt(changes, join(root, 'sub')), place),
  ],
  [
    'a moved file',
    async (place, changes, root) => changes.move(await pinAt(changes, join(root, 'movable.txt')), place),
  ],
];

describe('no hostile name becomes a place outside, closed or taken', () => {
  test('the corpus is as large as it is said to be', () => {
    expect(
      new Set([...OUTSIDE, ...NOT_NAMES, ...MISSING, ...SECRETS, ...WINDOWS]).size,
    ).toBeGreaterThanOrEqual(150);
    expect(new Set(ALL).size).toBeGreaterThanOrEqual(220);
  });

  test.each(ALL)('%j', async (named) => {
    const { disk, root, system } = await trap();
    await disk.write('allowed/movable.txt', 'movable');
    const own = system.forbidden[0]!;
    const changes = changesOf([root], { ownFolder: own, home: system.home });
    const files = grantsOf([root], system);
    const sub = await pinAt(changes, join(root, 'sub'));
    const before = pictureOf(disk.path);
    for (const base of [undefined, sub]) {
      for (const [, attempt] of ATTEMPTS) {
        const answer = await changes.place(named, base);
        if (!answer.ok) continue;
        const made = await attempt(answer.place, changes, root).catch(() => null);
        const touched = differences(before, pictureOf(disk.path)).filter((path) => !isWithin(own, path));
        if (made === null) {
          expect(touched).toEqual([]);
          continue;
        }
        const { absolute, folder } = answer.place;
        // What was made lies in the grant on the disk itself, may be read again, and is all that has changed.
        expect(isWithin(root, await realpath(absolute))).toBe(true);
        expect(await realpath(absolute)).toBe(absolute);
        expect(isWithin(root, folder.absolute)).toBe(true);
        expect(await files.resolve(absolute)).toMatchObject({ ok: true, path: { absolute } });
        expect(before.has(absolute)).toBe(false);
        const others = touched.filter(
          (path) => !isWithin(absolute, path) && path !== join(root, 'movable.txt'),
        );
        expect(others).toEqual([]);
        await changes.undo((made as { undo: Parameters<FileChanges['undo']>[0] }).undo);
        expect(differences(before, pictureOf(disk.path)).filter((path) => !isWithin(own, path))).toEqual([]);
      }
    }
  });

  test.each([...OUTSIDE, ...NOT_NAMES, ...SECRETS, ...BAD_NAMES, ...CLOSED_NAMES])(
    '%j is no place',
    async (named) => {
      const { root, system } = await trap();
      const changes = changesOf([root], { ownFolder: system.forbidden[0]!, home: system.home });
      const answer = await changes.place(named);
      expect(answer.ok && answer.place.taken === null).toBe(false);
    },
  );

  test.each([...BAD_NAMES, ...CLOSED_NAMES, ...SECRETS])('%j is not unpacked', async (named) => {
    const { root, system } = await trap();
    const changes = changesOf([root], { ownFolder: system.forbidden[0]!, home: system.home });
    const sub = await pinAt(changes, join(root, 'sub'));
    const before = pictureOf(root);
    await expect(changes.placeBelow(sub, named.split('/'))).rejects.toMatchObject({ name: 'ChangeRefused' });
    await expect(changes.placeBelow(sub, [named])).rejects.toMatchObject({ name: 'ChangeRefused' });
    expect(differences(before, pictureOf(root))).toEqual([]);
  });

  test.each([['..'], ['.'], [''], ['..', 'x'], ['a', '..', '..', 'x'], ['a/../../x'], ['/etc/x'], []])(
    'the segments %j %j %j are not unpacked',
    async (...segments) => {
      const { root } = await trap();
      const changes = changesOf([root]);
      const sub = await pinAt(changes, join(root, 'sub'));
      await expect(changes.placeBelow(sub, segments)).rejects.toMatchObject({ refusal: 'bad_name' });
    },
  );

  test('unpacking follows no link in a folder', async () => {
    const { disk, root } = await trap();
    await disk.link('allowed/sub/out', '../../outside');
    const changes = changesOf([root]);
    const sub = await pinAt(changes, join(root, 'sub'));
    await expect(changes.placeBelow(sub, ['out', 'new.txt'])).rejects.toMatchObject({ refusal: 'exists' });
    expect(existsSync(join(disk.path, 'outside/new.txt'))).toBe(false);
  });
});

describe('names of new things', () => {
  test.each([
    'budget.txt',
    'Café.md',
    'Ünï.txt',
    '汉字 2026.pdf',
    'a-b_c (2).tar.gz',
    '❤️.txt',
    "Tom's.doc",
    'ﻣﺮ.txt',
  ])('%j is sound', (name) => expect(refusalOfNewName(name)).toBeNull());

  test('every name that is found sound becomes exactly that file, in that folder', async () => {
    const disk = await tempFolder();
    const root = await disk.folder('grant');
    const changes = changesOf([root]);
    const name = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }),
      fc.string({
        unit: fc.constantFrom('.', ' ', '~', '$', '/', '\\', ':', 'a', 'N', '\u202e'),
        maxLength: 8,
      }),
    );
    await fc.assert(
      fc.asyncProperty(name, async (named) => {
        const answer = await changes.place(named, await pinAt(changes, root));
        if (!answer.ok) {
          expect(readdirSync(root)).toEqual([]);
          return;
        }
        const { place } = answer;
        expect(refusalOfNewName(place.name)).toBeNull();
        const { path, undo } = await changes.writeNew(place, bytes);
        expect(readdirSync(root)).toEqual([place.name]);
        expect(path.absolute).toBe(join(root, place.name));
        await changes.undo(undo);
      }),
      { numRuns: 400 },
    );
  });

  test('judging a name never throws, and what is sound has no second meaning anywhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        if (refusalOfNewName(name) !== null) return;
        expect(name).not.toMatch(/[<>:"/\\|?*\0]|^[.\s]|[.\s]$|^~\$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }),
      { numRuns: 3_000 },
    );
  });
});
