/** Paths that a misheard person, a mistaken model or an attacker may name. None may reach what is outside. */
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isWithin } from './fence';
import { grantsOf, tempFolder } from './temp-grants';

/** A grant with traps in it, and secrets around it. */
async function trap() {
  const disk = await tempFolder();
  await disk.write('allowed/notes.txt', 'notes');
  await disk.write('allowed/sub/deep.txt', 'deep');
  await disk.write('allowed_evil/loot.txt', 'loot');
  await disk.write('outside/secret.txt', 'secret');
  await disk.write('Allowed/other-case.txt', 'other');
  for (const secret of SECRETS) await disk.write(`allowed/${secret}`, 'key');
  await disk.write('allowed/parley-data/settings.json', '{}');
  await disk.link('allowed/to-outside', '../outside');
  await disk.link('allowed/to-secret', '../outside/secret.txt');
  await disk.link('allowed/to-root', '/');
  await disk.link('allowed/to-parent', '..');
  await disk.link('allowed/to-evil', '../allowed_evil');
  await disk.link('allowed/loop', 'loop');
  await disk.link('allowed/hop', 'hop2');
  await disk.link('allowed/hop2', 'to-outside');
  await disk.link('allowed/to-hidden', '.ssh');
  await disk.link('allowed/to-key', 'server.pem');
  await disk.link('allowed/to-dangling', '../outside/not-there');
  await disk.link('outside/back', '../allowed');
  const root = join(disk.path, 'allowed');
  return { disk, root, system: { forbidden: [join(root, 'parley-data')], home: join(disk.path, 'outside') } };
}

const SECRETS = [
  ...[
    '.ssh/id_ed25519',
    '.ssh/config',
    '.gnupg/secring.gpg',
    '.aws/credentials',
    '.netrc',
    '.env',
    '.git/config',
  ],
  ...[
    '.config/google-chrome/Default/Login Data',
    '.mozilla/firefox/x.default/logins.json',
    '.hidden/note.txt',
  ],
  ...[
    'server.pem',
    'SERVER2.PEM',
    'tls.key',
    'id_rsa',
    'id_rsa.bak',
    'id_ed25519.pub',
    'vault.kdbx',
    'cert.p12',
  ],
  ...['store.jks', 'putty.ppk', 'prod.env', 'credentials.json', 'sub/secrets.yaml', '_netrc', 'key4.db'],
  ...['logins.json', 'AppData/Local/Google/Chrome/User Data/x.txt', 'Library/Keychains/login.txt'],
  ...['Library/Application Support/Firefox/places.txt', 'snap/firefox/common/x.txt', 'office.env.local'],
];

const OUTSIDE: readonly string[] = [
  ...[
    '..',
    '../',
    '../outside/secret.txt',
    '../../etc/passwd',
    'sub/../../outside/secret.txt',
    './../outside',
  ],
  ...['../allowed_evil/loot.txt', 'allowed/../../outside/secret.txt', '~/../../outside', 'sub/../..'],
  ...['sub/./.././../outside/secret.txt', 'my allowed folder/../../etc/passwd'],
  ...['/etc/passwd', '/', '//etc/passwd', '/proc/self/environ', '/proc/self/cwd', '/proc/1/root/etc/passwd'],
  ...['/dev/zero', '/etc/../etc/shadow', '~', '~/secret.txt', '~/../outside/secret.txt', '/root/.ssh/id_rsa'],
  ...[
    'to-outside',
    'to-outside/secret.txt',
    'to-secret',
    'to-root',
    'to-root/etc/passwd',
    'to-parent/outside',
  ],
  ...[
    'to-evil/loot.txt',
    'hop/secret.txt',
    'TO-OUTSIDE',
    'allowed/to-outside/secret.txt',
    'allowed/TO-SECRET',
  ],
  ...['/nowhere/at/all', '/tmp/../etc/hosts', '"/etc/passwd"', " '../outside/secret.txt' ", '`/etc/passwd`'],
];

const NOT_NAMES: readonly string[] = [
  ...['notes.txt\0', '\0/etc/passwd', 'notes.txt\0.png', 'notes\n.txt', 'notes\u007f.txt', '\u202etxt.exe'],
  ...['no\u2066tes.txt', '\\\\?\\C:\\Windows\\system.ini', '\\\\.\\PhysicalDrive0', '//?/C:/x', '//./pipe/x'],
  ...['x'.repeat(5_000), 'notes\ufeff.txt', 'a\u001b[2Jb', '"notes.txt\0"'],
];

const MISSING: readonly string[] = [
  ...[
    '',
    '   ',
    '""',
    'loop',
    'to-dangling',
    'nothing.txt',
    '..%2foutside%2fsecret.txt',
    '%2e%2e/outside/secret.txt',
  ],
  ...[
    '~root/x',
    '$HOME/secret.txt',
    '`id`',
    'notes.txt/..x',
    'notes.txt/x',
    'file:///etc/passwd',
    '...',
    '....//',
  ],
  ...['..\\outside\\secret.txt', 'C:\\Windows\\win.ini', '\u2025/outside', 'allowed/../outside/secret.txt'],
  ...['\uff0e\uff0e/outside/secret.txt', '..\u2215outside\u2215secret.txt', 'notes.txt;ls', '|cat', '*'],
  ...['TO-OUTSIDE/SECRET.TXT', 'allowed/../allowed_evil/loot.txt'],
];

const WINDOWS: readonly string[] = [
  ...['CON', 'con', 'NUL.txt', 'sub/aux', 'sub\\prn.log', 'COM1', 'lpt9.doc', 'COM¹', 'CONIN$', 'conout$.x'],
  ...['notes.txt:hidden', 'notes.txt::$DATA', 'sub:stream/x', 'notes.txt.', 'sub /deep.txt', 'server.pem. .'],
  ...[
    'C:notes.txt',
    'C:\\allowed\\notes.txt:x',
    'C:\\allowed\\NUL',
    '"C:\\allowed\\NUL"',
    "'notes.txt:hidden'",
  ],
];

describe('a named path never reaches outside', () => {
  test.each(OUTSIDE)('%j is outside', async (named) => {
    const { root, system } = await trap();
    expect(await grantsOf([root], system).resolve(named)).toEqual({ ok: false, refusal: 'outside' });
  });

  test.each(NOT_NAMES)('%j is no name', async (named) => {
    const { root, system } = await trap();
    expect(await grantsOf([root], system).resolve(named)).toEqual({ ok: false, refusal: 'not_allowed' });
  });

  test.each(MISSING)('%j is nothing', async (named) => {
    const { root, system } = await trap();
    expect(await grantsOf([root], system).resolve(named)).toEqual({ ok: false, refusal: 'missing' });
  });

  test.each(WINDOWS)('%j is refused on Windows before the disk is asked', async (named) => {
    const { root, system } = await trap();
    const files = grantsOf([root], { ...system, platform: 'win32' });
    expect(await files.resolve(named)).toEqual({ ok: false, refusal: 'not_allowed' });
  });

  test('the same folder with another beginning is another folder', async () => {
    const { disk, root, system } = await trap();
    const files = grantsOf([root], system);
    // Elsewhere `Allowed` and `allowed` are one folder.
    const otherCase = process.platform === 'linux' ? ['Allowed/other-case.txt', 'Allowed'] : [];
    for (const path of ['allowed_evil/loot.txt', 'allowed_evil', ...otherCase]) {
      expect(await files.resolve(join(disk.path, path))).toEqual({ ok: false, refusal: 'outside' });
    }
  });

  test('a way through a link outside that leads back in is what it leads to', async () => {
    const { disk, root, system } = await trap();
    const answer = await grantsOf([root], system).resolve(join(disk.path, 'outside/back/notes.txt'));
    expect(answer).toMatchObject({ ok: true, path: { absolute: join(root, 'notes.txt') } });
  });

  test('whether something exists outside cannot be learned', async () => {
    const { disk, root, system } = await trap();
    const files = grantsOf([root], system);
    const there = await files.resolve(join(disk.path, 'outside/secret.txt'));
    const notThere = await files.resolve(join(disk.path, 'outside/never.txt'));
    expect(there).toEqual(notThere);
  });
});

describe('secrets inside a grant stay closed', () => {
  test.each(SECRETS)('%j', async (secret) => {
    const { root, system } = await trap();
    const files = grantsOf([root], system);
    for (const named of [secret, join(root, secret), `allowed/${secret.toUpperCase()}`]) {
      const answer = await files.resolve(named);
      expect(answer.ok).toBe(false);
      expect(answer).not.toEqual({ ok: false, refusal: 'outside' });
    }
  });

  test.each(['parley-data', 'parley-data/settings.json', 'to-hidden', 'to-hidden/config', 'to-key'])(
    '%j',
    async (named) => {
      const { root, system } = await trap();
      const answer = await grantsOf([root], system).resolve(named);
      expect(answer).toEqual({ ok: false, refusal: expect.stringMatching(/hidden|not_allowed/) });
    },
  );

  test('a grant of a folder of keys opens nothing in it', async () => {
    const { root, system } = await trap();
    const files = grantsOf([join(root, '.ssh')], system);
    expect(await files.resolve('config')).toEqual({ ok: false, refusal: 'not_allowed' });
  });

  test('sockets and devices are not touched', async () => {
    const { root, system } = await trap();
    const server = createServer().listen(join(root, 'socket'));
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    symlinkSync('/dev/zero', join(root, 'zero'));
    const files = grantsOf([root], system);
    expect(await files.resolve('socket')).toEqual({ ok: false, refusal: 'not_allowed' });
    expect(await files.resolve('zero')).toEqual({ ok: false, refusal: 'outside' });
    const socket = { absolute: join(root, 'socket'), spoken: 'socket' };
    await expect(files.read(socket, 10)).rejects.toThrow('not_allowed');
  });
});

describe('no list of segments escapes', () => {
  const segment = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('..', '.', '', 'sub', 'allowed', 'outside', 'allowed_evil', '~'),
    },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'to-outside',
        'to-root',
        'to-parent',
        'hop',
        'loop',
        'etc',
        'passwd',
        'secret.txt',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('notes.txt', 'deep.txt', 'Sub', '.ssh', 'my allowed folder', 'back'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  );

  test('what resolves lies in the grant after links, is not hidden, and can be resolved again', async () => {
    const { disk, root, system } = await trap();
    const files = grantsOf([root], system);
    const start = fc.constantFrom('', '/', `${root}/`, `${disk.path}/`, '~/');
    await fc.assert(
      fc.asyncProperty(start, fc.array(segment, { maxLength: 8 }), async (beginning, segments) => {
        const answer = await files.resolve(beginning + segments.join('/'));
        if (!answer.ok) return;
        const { absolute } = answer.path;
        expect(isWithin(root, absolute)).toBe(true);
        expect(absolute.slice(root.length)).not.toMatch(/\/\.|to-|hop|parley-data/);
        expect(await files.resolve(absolute)).toEqual(answer);
      }),
      { numRuns: 1_500 },
    );
  });

  test('resolving never throws, whatever the text', async () => {
    const { root, system } = await trap();
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const files = grantsOf([root], { ...system, platform });
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (named) => {
          await files.resolve(named);
        }),
        { numRuns: 200 },
      );
    }
  });
});
