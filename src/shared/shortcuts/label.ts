import { modifierOf, readKeys, type Modifier } from './keys';

/** The systems whose words for keys differ. */
export type KeyboardSystem = 'linux' | 'windows' | 'macos';

const NAMES: Readonly<Record<Modifier, Readonly<Record<KeyboardSystem, string>>>> = {
  Control: { linux: 'Ctrl', windows: 'Ctrl', macos: 'Control' },
  Alt: { linux: 'Alt', windows: 'Alt', macos: 'Option' },
  Shift: { linux: 'Shift', windows: 'Shift', macos: 'Shift' },
  Meta: { linux: 'Super', windows: 'Windows', macos: 'Command' },
};

const OTHERS: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  PageUp: 'Page up',
  PageDown: 'Page down',
  ScrollLock: 'Scroll lock',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Comma: ',',
  Period: '.',
  Slash: '/',
};

/** A kept shortcut in the words that stand on the keyboard of that system; as written when it cannot be read. */
export function keysLabel(text: string, system: KeyboardSystem): string {
  const keys = readKeys(text);
  if (!keys) return text;
  return [...keys.modifiers.map((modifier) => NAMES[modifier][system]), keyLabel(keys.key, system)].join(
    ' + ',
  );
}

function keyLabel(code: string, system: KeyboardSystem): string {
  const modifier = modifierOf(code);
  if (modifier) return `${code.endsWith('Right') ? 'Right' : 'Left'} ${NAMES[modifier][system]}`;
  return OTHERS[code] ?? code.replace(/^(?:Key|Digit)/u, '');
}
