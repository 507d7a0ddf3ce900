import type { Problem } from '../../shared/problem';
import { isTyping, readKeys, writeKeys } from '../../shared/shortcuts/keys';
import { keysLabel, type KeyboardSystem } from '../../shared/shortcuts/label';
import {
  keysOf,
  SHORTCUT_DEEDS,
  SHORTCUT_NAMES,
  type ShortcutName,
  type Shortcuts,
} from '../../shared/shortcuts/shortcuts';

const everywhere = (modifier: string): readonly (readonly [string, string])[] => [
  [`${modifier}+KeyC`, 'copies'],
  [`${modifier}+KeyX`, 'cuts'],
  [`${modifier}+KeyV`, 'pastes'],
  [`${modifier}+KeyZ`, 'undoes in every app'],
  [`${modifier}+KeyA`, 'selects everything'],
  [`${modifier}+KeyS`, 'saves'],
  [`${modifier}+KeyF`, 'searches'],
  [`${modifier}+KeyW`, 'closes a tab or window'],
  [`${modifier}+KeyQ`, 'quits apps'],
];

/** Combinations that a system or every app on it needs. Not all that exist: what others have taken is found by trying. */
const SYSTEM: Readonly<Record<KeyboardSystem, ReadonlyMap<string, string>>> = {
  linux: new Map([
    ...everywhere('Control'),
    ['Alt+Tab', 'switches between windows'],
    ['Alt+F4', 'closes windows'],
    ['Control+Alt+Delete', 'belongs to the system'],
    ['Meta+KeyL', 'locks the screen'],
    ['Control+Alt+KeyT', 'opens a terminal'],
    ['AltRight', 'writes characters on many keyboards (AltGr)'],
  ]),
  windows: new Map([
    ...everywhere('Control'),
    ['Alt+Tab', 'switches between windows'],
    ['Alt+F4', 'closes windows'],
    ['Control+Alt+Delete', 'belongs to Windows'],
    ['Control+Shift+Escape', 'opens the Task Manager'],
    ['Meta+KeyL', 'locks the screen'],
    ['Meta+KeyD', 'shows the desktop'],
    ['Alt+Space', 'opens the menu of a window'],
    ['AltRight', 'writes characters on many keyboards (AltGr)'],
  ]),
  macos: new Map([
    ...everywhere('Meta'),
    ['Meta+Tab', 'switches between apps'],
    ['Meta+Space', 'opens Spotlight'],
    ['Control+Space', 'changes the input source'],
    ['Control+Meta+KeyQ', 'locks the screen'],
    ['AltRight', 'writes characters (Option)'],
    ['AltLeft', 'writes characters (Option)'],
  ]),
};

/** Why a shortcut cannot have these keys; null when it can. `keys` as kept, not `default`. */
export function conflictOf(
  shortcuts: Shortcuts,
  name: ShortcutName,
  keys: string,
  system: KeyboardSystem,
): Problem | null {
  const read = readKeys(keys);
  if (!read) return unknown;
  const written = writeKeys(read);
  const label = keysLabel(written, system);
  if (isTyping(read)) {
    return taken(
      `${label} is needed for typing.`,
      'Add Ctrl, Alt or another such key, or take a function key.',
    );
  }
  const owner = SHORTCUT_NAMES.find(
    (other) => other !== name && keysOf(shortcuts, other, system) === written,
  );
  if (owner)
    return taken(`${label} is already the key for “${SHORTCUT_DEEDS[owner]}”.`, 'Choose another one.');
  const use = SYSTEM[system].get(written);
  if (use !== undefined) return taken(`${label} ${use}.`, 'Choose another one.');
  if (read.modifiers.length === 0 && name !== 'talk' && keys.match(/^(?:Control|Alt|Shift|Meta)/u)) {
    return taken(
      `${label} alone can only be the key for “${SHORTCUT_DEEDS.talk}”.`,
      'Add another key to it.',
    );
  }
  return null;
}

const taken = (sentence: string, next: string): Problem => ({ code: 'shortcut_conflict', sentence, next });

const unknown: Problem = {
  code: 'shortcut_unknown',
  sentence: 'Parley does not know this key.',
  next: 'Choose another one.',
};
