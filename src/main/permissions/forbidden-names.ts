import type { FileRefusal } from './granted-files';

/** Longest name or path that is looked at, in UTF-16 units; Linux itself allows 4,096 bytes. */
const LONGEST_PATH = 4_096;

/** Control characters, and the marks that make "exe.txt" read as "txt.exe" (bidirectional overrides). */
// eslint's no-control-regex would need an exception, so the range is built from its code points.
const CONTROLS = new RegExp(
  `[${String.fromCharCode(0)}-${String.fromCharCode(31)}\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]`,
  'u',
);

/** Names that Windows keeps for devices, whatever their extension. */
export const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/iu;

/** Private keys, password stores and tokens, by the file's whole name in lower case. `.key` is also Keynote's. */
const SECRET_FILE =
  /(^|\.)env(\..+)?$|^_?netrc$|\.(pem|key|ppk|p12|pfx|pkcs12|jks|keystore|kdbx?|keychain(-db)?|agekey|ovpn)$|^id_(rsa|dsa|ecdsa|ed25519)(_sk)?([.-].*)?$|^(credentials|secrets)(\.(json|xml|ya?ml|toml|ini|txt))?$|^(key[34]\.db|logins\.json|signons\.sqlite|cookies\.sqlite|wallet\.dat)$/u;

/** Folders of keys, accounts and browser profiles; adjacent segments in lower case. */
const SECRET_FOLDERS: readonly (readonly string[])[] = [
  ...['.ssh', '.gnupg', '.aws', '.azure', '.kube', '.docker', '.password-store', '.mozilla', '.thunderbird'],
  ...['.pki', '.gcloud', '.electrum', '.bitcoin', 'keychains', 'keyrings', '.config/gcloud', '.config/gh'],
  ...['.config/google-chrome', '.config/chromium', '.config/bravesoftware', '.config/microsoft-edge'],
  ...['.config/vivaldi', '.config/opera', 'snap/firefox', 'snap/chromium', '.local/share/keyrings'],
  ...[
    'google/chrome',
    'chromium/user data',
    'microsoft/edge',
    'bravesoftware/brave-browser',
    'vivaldi/user data',
  ],
  ...['mozilla/firefox', 'opera software', 'application support/firefox', 'application support/chromium'],
  ...[
    'application support/microsoft edge',
    'application support/vivaldi',
    'library/safari',
    'library/cookies',
  ],
  ...['microsoft/credentials', 'microsoft/protect', 'microsoft/vault', 'microsoft/crypto'],
].map((path) => path.split('/'));

/**
 * The form in which two names are the same to a person: one Unicode form, no letter case.
 * Only for finding what was meant; what may be touched is decided on the disk's own, exact names.
 */
export function fold(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

/** Whether a name as given, before the disk is asked, can be looked for at all. */
export function refusalOfNamed(named: string, platform: NodeJS.Platform): FileRefusal | null {
  if (named.trim() === '') return 'missing';
  if (named.length > LONGEST_PATH || CONTROLS.test(named)) return 'not_allowed';
  // `\\?\` and `\\.\` switch Windows' own checks of names off.
  if (/^[\\/]{2}[?.]([\\/]|$)/u.test(named)) return 'not_allowed';
  if (platform !== 'win32') return null;
  const [, ...behindDrive] = /^[A-Za-z]:[\\/]/u.test(named)
    ? named.split(/[\\/]/u)
    : ['', ...named.split(/[\\/]/u)];
  return behindDrive.some(isWindowsTrick) ? 'not_allowed' : null;
}

/** Streams (`a.txt:hidden`), devices (`CON`) and endings that Windows drops (`key.pem.`). */
function isWindowsTrick(segment: string): boolean {
  if (segment === '.' || segment === '..') return false;
  return segment.includes(':') || DEVICE.test(segment) || /[. ]$/u.test(segment);
}

/** Whether one segment inside a grant is hidden or names a secret; `segment` as it is on the disk. */
export function refusalOfSegment(segment: string): FileRefusal | null {
  if (CONTROLS.test(segment)) return 'not_allowed';
  if (segment.startsWith('.')) return 'hidden';
  // Electron's own file functions look into these archives as if they were folders.
  if (/\.asar$/iu.test(segment)) return 'not_allowed';
  return SECRET_FILE.test(fold(segment)) ? 'not_allowed' : null;
}

/** Folders whose content the system or a program runs by itself; adjacent segments in lower case. */
const STARTING_FOLDERS: readonly (readonly string[])[] = [
  ...['library/launchagents', 'library/launchdaemons', 'library/services', 'library/application scripts'],
  ...[
    'programs/startup',
    '.config/autostart',
    '.config/systemd',
    'systemd/user',
    '.git/hooks',
    'cron.d',
    'crontabs',
  ],
].map((path) => path.split('/'));

/** Files that a shell, a file manager or an interpreter acts on without being asked, by the whole name in lower case. */
const STARTING_FILE =
  /^((microsoft\..+_)?profile\.ps1|autorun\.inf|desktop\.ini|folder\.htt|crontab|authorized_keys2?|known_hosts|(site|user)customize\.py)$|\.(desktop|lnk|pif|scf|url|webloc|library-ms|search-ms|settingcontent-ms|command|workflow|service|timer)$/u;

/**
 * Whether nothing may be put at a path or changed there although it may be read: what would start by itself, at the
 * next log-in, commit or look into the folder. `segments` from the disk's root.
 */
export function startsByItself(segments: readonly string[]): boolean {
  const folded = segments.map(fold);
  const bareHooks = folded.some((name, at) => name === 'hooks' && /\.git$/u.test(folded[at - 1] ?? ''));
  return bareHooks || STARTING_FILE.test(folded.at(-1) ?? '') || holds(folded, STARTING_FOLDERS);
}

/** Whether a path lies in a folder of keys, accounts or browser profiles; `segments` from the disk's root. */
export function isInSecretFolder(segments: readonly string[]): boolean {
  return holds(segments.map(fold), SECRET_FOLDERS);
}

function holds(folded: readonly string[], folders: readonly (readonly string[])[]): boolean {
  return folded.some((_, at) =>
    folders.some((folder) => folder.every((name, offset) => folded[at + offset] === name)),
  );
}
