/**
 * Shortcuts as they are kept and shown: parts joined by "+", modifiers first, then one key by its place on the keyboard
 * (`KeyboardEvent.code`): "Control+Shift+KeyM". A modifier alone names its side: "ControlRight".
 */

/** A modifier of either side. */
export type Modifier = 'Control' | 'Alt' | 'Shift' | 'Meta';

/** The modifiers in the order in which they are written. */
export const MODIFIERS: readonly Modifier[] = ['Control', 'Alt', 'Shift', 'Meta'];

/** A shortcut that can be had: modifiers and a key, a single key, or one modifier of one side alone. */
export interface Keys {
  readonly modifiers: readonly Modifier[];
  /** A `KeyboardEvent.code`. */
  readonly key: string;
}

/** Single modifier keys by their code. */
const MODIFIER_KEYS: Readonly<Record<string, Modifier>> = {
  ControlLeft: 'Control',
  ControlRight: 'Control',
  AltLeft: 'Alt',
  AltRight: 'Alt',
  ShiftLeft: 'Shift',
  ShiftRight: 'Shift',
  MetaLeft: 'Meta',
  MetaRight: 'Meta',
};

/** The keys that a shortcut may have, with their codes in the key hook (libuiohook's scan codes) and Electron's names. */
const KEYS = new Map<string, { readonly scan: number; readonly accelerator: string | null }>();

const add = (code: string, scan: number, accelerator: string | null) => KEYS.set(code, { scan, accelerator });
[...'1234567890'].forEach((digit, at) => add(`Digit${digit}`, 0x02 + at, digit));
[...'QWERTYUIOP'].forEach((letter, at) => add(`Key${letter}`, 0x10 + at, letter));
[...'ASDFGHJKL'].forEach((letter, at) => add(`Key${letter}`, 0x1e + at, letter));
[...'ZXCVBNM'].forEach((letter, at) => add(`Key${letter}`, 0x2c + at, letter));
const FUNCTION_KEYS = [
  0x3b, 0x3c, 0x3d, 0x3e, 0x3f, 0x40, 0x41, 0x42, 0x43, 0x44, 0x57, 0x58, 0x5b, 0x5c, 0x5d, 0x63, 0x64, 0x65,
  0x66, 0x67,
];
FUNCTION_KEYS.forEach((scan, at) => add(`F${at + 1}`, scan, `F${at + 1}`));
add('Escape', 0x01, 'Esc');
add('Space', 0x39, 'Space');
add('Enter', 0x1c, 'Enter');
add('Tab', 0x0f, 'Tab');
add('Backspace', 0x0e, 'Backspace');
add('Insert', 0x0e52, 'Insert');
add('Delete', 0x0e53, 'Delete');
add('Home', 0x0e47, 'Home');
add('End', 0x0e4f, 'End');
add('PageUp', 0x0e49, 'PageUp');
add('PageDown', 0x0e51, 'PageDown');
add('ArrowUp', 0xe048, 'Up');
add('ArrowDown', 0xe050, 'Down');
add('ArrowLeft', 0xe04b, 'Left');
add('ArrowRight', 0xe04d, 'Right');
add('Minus', 0x0c, '-');
add('Equal', 0x0d, '=');
add('BracketLeft', 0x1a, '[');
add('BracketRight', 0x1b, ']');
add('Backslash', 0x2b, '\\');
add('Semicolon', 0x27, ';');
add('Quote', 0x28, "'");
add('Backquote', 0x29, '`');
add('Comma', 0x33, ',');
add('Period', 0x34, '.');
add('Slash', 0x35, '/');
add('ScrollLock', 0x46, 'Scrolllock');
add('ControlLeft', 0x1d, null);
add('ControlRight', 0x0e1d, null);
add('AltLeft', 0x38, null);
add('AltRight', 0x0e38, null);
add('ShiftLeft', 0x2a, null);
add('ShiftRight', 0x36, null);
add('MetaLeft', 0x0e5b, null);
add('MetaRight', 0x0e5c, null);

/** Reads a kept shortcut; null when it is none that can be had. */
export function readKeys(text: string): Keys | null {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  if (!KEYS.has(key)) return null;
  const modifiers = MODIFIERS.filter((modifier) => parts.includes(modifier));
  if (modifiers.length !== parts.length) return null;
  // "Control+ControlRight" is one modifier, written twice.
  if (modifiers.length > 0 && modifierOf(key)) return null;
  return { modifiers, key };
}

/** Writes a shortcut as it is kept; equal shortcuts are written alike. */
export function writeKeys({ modifiers, key }: Keys): string {
  return [...MODIFIERS.filter((modifier) => modifiers.includes(modifier)), key].join('+');
}

/** The modifier that a key is; null for any other key. */
export function modifierOf(code: string): Modifier | null {
  return MODIFIER_KEYS[code] ?? null;
}

/** The key hook's code of a key (libuiohook); null when it knows none. */
export function scanCode(code: string): number | null {
  return KEYS.get(code)?.scan ?? null;
}

/** The shortcut as Electron's `globalShortcut` has it; null when it takes none such (a modifier alone). */
export function accelerator({ modifiers, key }: Keys): string | null {
  const name = KEYS.get(key)?.accelerator ?? null;
  return name === null ? null : [...modifiers, name].join('+');
}

/** Whether typing needs these keys: a letter or a digit without a modifier, also with Shift alone. */
export function isTyping({ modifiers, key }: Keys): boolean {
  const strong = modifiers.some((modifier) => modifier !== 'Shift');
  if (strong || modifierOf(key)) return false;
  return !/^(?:F\d+|ScrollLock)$/u.test(key);
}
