/** Desktop entries (`*.desktop`): their text, and what of it says that and how an app is started. */
import { plainName } from '../apps';
import { parseExec, type ExecTemplate } from './exec';

/** What of the session decides whether and how an entry is shown. */
export interface EntrySurroundings {
  /** Names of the desktop, as in XDG_CURRENT_DESKTOP: `['ubuntu', 'GNOME']`. */
  readonly desktops: readonly string[];
  /** The person's locale, as in LANG: "de_AT.UTF-8"; null when none. */
  readonly locale: string | null;
}

/** An application that is to be shown to people. */
export interface DesktopEntry {
  readonly name: string;
  readonly otherNames: readonly string[];
  /** Null when it is not written by the rules. */
  readonly exec: ExecTemplate | null;
  readonly execText: string;
  readonly icon: string | null;
  /** Its own working folder; null for the person's. */
  readonly folder: string | null;
  /** A program that has to be there for the app to count as installed. */
  readonly needs: string | null;
  readonly inTerminal: boolean;
  /** Class of its windows, where it says so. */
  readonly windowClass: string | null;
  readonly minor: boolean;
}

/** What an entry's text says: an app to show, nothing to show (`hidden` also takes away others of its id). */
export type ReadEntry =
  { readonly type: 'app'; readonly entry: DesktopEntry } | { readonly type: 'hidden' | 'no-app' };

const MOST_OTHER_NAMES = 12;

/** Reads an entry. Keys that are missing or malformed make it no app, as the specification demands. */
export function readDesktopEntry(text: string, { desktops, locale }: EntrySurroundings): ReadEntry {
  const keys = mainGroup(text);
  const has = (key: string) => keys.get(key) === 'true';
  if (has('Hidden')) return { type: 'hidden' };
  const name = plainName(keys.get('Name[en]') ?? keys.get('Name') ?? '');
  const execText = unescape(keys.get('Exec') ?? '');
  if (keys.get('Type') !== 'Application' || name === '' || execText === '') return { type: 'no-app' };
  if (has('NoDisplay') || !isShownOn(keys, desktops)) return { type: 'hidden' };
  const own = languageKeys(locale);
  const said = [
    ...['Name', ...own.map((language) => `Name[${language}]`)],
    ...['GenericName', ...own.map((language) => `GenericName[${language}]`)],
  ].map((key) => keys.get(key) ?? '');
  const otherNames = [...said, ...listOf(keys.get('Keywords'))].map(plainName);
  const categories = listOf(keys.get('Categories'));
  return {
    type: 'app',
    entry: {
      name,
      otherNames: [...new Set(otherNames)]
        .filter((other) => other !== '' && other !== name)
        .slice(0, MOST_OTHER_NAMES),
      exec: parseExec(execText),
      execText,
      icon: keys.get('Icon') ? unescape(keys.get('Icon')!) : null,
      folder: keys.get('Path') ? unescape(keys.get('Path')!) : null,
      needs: keys.get('TryExec') ? unescape(keys.get('TryExec')!) : null,
      inTerminal: has('Terminal'),
      windowClass: keys.get('StartupWMClass') ?? null,
      minor:
        has('Terminal') || categories.some((category) => category === 'Settings' || category === 'System'),
    },
  };
}

/** Keys of the group "Desktop Entry", values as written. The first of two equal keys counts. */
function mainGroup(text: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  let within = false;
  for (const line of text.replace(/^\uFEFF/u, '').split(/\r?\n/u)) {
    if (line.startsWith('[')) within = line.trimEnd() === '[Desktop Entry]';
    else if (within && !line.startsWith('#')) {
      const [, key, value] = /^([A-Za-z0-9-]+(?:\[[^\]]*\])?)\s*=\s*(.*)$/u.exec(line) ?? [];
      if (key !== undefined && value !== undefined && !keys.has(key)) keys.set(key, value.trimEnd());
    }
  }
  return keys;
}

function isShownOn(keys: ReadonlyMap<string, string>, desktops: readonly string[]): boolean {
  const [only, not] = [keys.get('OnlyShowIn'), keys.get('NotShowIn')];
  if (only !== undefined && !listOf(only).some((desktop) => desktops.includes(desktop))) return false;
  return !listOf(not).some((desktop) => desktops.includes(desktop));
}

/** "de_AT.UTF-8@euro" -> `['de_AT@euro', 'de_AT', 'de@euro', 'de']`, the specification's order. */
function languageKeys(locale: string | null): readonly string[] {
  const [, language, country = '', modifier = ''] =
    /^([A-Za-z]+)(_[A-Za-z]+)?(?:\.[^@]*)?(@.+)?$/u.exec(locale ?? '') ?? [];
  if (language === undefined || language === 'C' || language === 'POSIX') return [];
  return [...new Set([language + country + modifier, language + country, language + modifier, language])];
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '').split(';').flatMap((item) => (item.trim() === '' ? [] : [item.trim()]));
}

/** Undoes the escapes of values of type string. */
function unescape(value: string): string {
  const letters: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  return value.replace(/\\([sntr\\])/gu, (_, letter: string) => letters[letter]!);
}
