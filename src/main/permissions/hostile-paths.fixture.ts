/** For tests: a grant with traps in it, and what a misheard person, a mistaken model or an attacker may name. */
import { join } from 'node:path';
import { tempFolder } from './temp-grants';

/** A grant with traps in it, and secrets around it. */
export async function trap() {
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

/** Files in the grant that stay closed. */
export const SECRETS = [
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
  ...[
    'store.jks',
    'app.asar',
    'sub/APP.ASAR',
    'putty.ppk',
    'prod.env',
    'credentials.json',
    'sub/secrets.yaml',
    '_netrc',
    'key4.db',
  ],
  ...['logins.json', 'AppData/Local/Google/Chrome/User Data/x.txt', 'Library/Keychains/login.txt'],
  ...['Library/Application Support/Firefox/places.txt', 'snap/firefox/common/x.txt', 'office.env.local'],
];

/** Names of what lies outside. */
export const OUTSIDE: readonly string[] = [
  ...['notes.txt/../../outside', '\u3000..', '/sys/kernel/notes', '~/../outside'],
  ...[
    '/proc/self/fd',
    '/proc/self/fd/0',
    '/proc/self/mem',
    '/proc/self/root/etc/passwd',
    '/dev/fd/3',
    '/dev/null',
  ],
  ...['to-outside/.', 'sub/../to-outside/secret.txt', 'to-parent/allowed_evil'],
  ...['to-parent/allowed/../outside', '/var/spool/cron/crontabs/root', '~/.bashrc'],
  ...['sub/./../../outside', '../outside/back/../secret.txt'],
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

/** Texts that no honest name holds. */
export const NOT_NAMES: readonly string[] = [
  ...['notes.txt\0', '\0/etc/passwd', 'notes.txt\0.png', 'notes\n.txt', 'notes\u007f.txt', '\u202etxt.exe'],
  ...['no\u2066tes.txt', '\\\\?\\C:\\Windows\\system.ini', '\\\\.\\PhysicalDrive0', '//?/C:/x', '//./pipe/x'],
  ...['x'.repeat(5_000), 'notes\ufeff.txt', 'a\u001b[2Jb', '"notes.txt\0"'],
];

/** Names of nothing, which a careless reader might take for more. */
export const MISSING: readonly string[] = [
  ...['to-outside/../outside/secret.txt', 'hop/../secret.txt', '\u201c/etc/passwd\u201d/../../etc/passwd'],
  ...['loop/x', 'to-dangling/x', '\u00a0'],
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

/** Names with a second meaning on Windows. */
export const WINDOWS: readonly string[] = [
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
