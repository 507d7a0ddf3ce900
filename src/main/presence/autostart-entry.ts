/** The desktop entry that starts Parley at login (Desktop Entry Specification 1.5, XDG Autostart Specification 0.5). */

/** What an entry says. */
export interface AutostartEntry {
  readonly enabled: boolean;
  /** Program and arguments; empty when they are not written as we write them. */
  readonly command: readonly string[];
}

/** The entry's text. */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Parley',
    'Comment=Voice assistant, waiting in the background',
    `Exec=${command.map(quoted).join(' ')}`,
    'Icon=parley',
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Reads an entry that we wrote; desktops switch one off by a key of their own. */
export function readAutostart(text: string): AutostartEntry {
  const keys = new Map(
    text.split(/\r?\n/u).flatMap((line) => {
      const at = line.indexOf('=');
      return at < 1 || line.startsWith('#') ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
    }),
  );
  const enabled = keys.get('Hidden') !== 'true' && keys.get('X-GNOME-Autostart-enabled') !== 'false';
  return { enabled, command: wordsOf(keys.get('Exec') ?? '') };
}

/** Quotes, then the escapes of a value of type string; `%` begins a field code. */
function quoted(word: string): string {
  const inQuotes = word.replaceAll('%', '%%').replace(/["`$\\]/gu, '\\$&');
  return `"${inQuotes}"`.replaceAll('\\', '\\\\');
}

function wordsOf(exec: string): readonly string[] {
  const value = exec.replace(/\\\\/gu, '\\');
  const words = [...value.matchAll(/"((?:[^"\\]|\\.)*)"(?: |$)/gu)];
  if (words.map(([whole]) => whole).join('') !== value) return [];
  return words.map(([, word = '']) => word.replace(/\\(.)/gu, '$1').replaceAll('%%', '%'));
}
