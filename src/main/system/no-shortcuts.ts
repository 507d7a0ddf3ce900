import type { Problem } from '../../shared/problem';
import { SHORTCUT_NAMES, type ShortcutName } from '../../shared/shortcuts/shortcuts';
import type { ShortcutBackend } from './shortcuts';

/** Where no app may take keys: the desktop's own shortcuts start Parley with a switch. */
export function noShortcuts(why: Problem): ShortcutBackend {
  return {
    state: {
      backend: 'switches',
      sentence:
        'Bind a key in the settings of your desktop to: parley --toggle-talk. Where it can bind the press and the release apart, use parley --talk and parley --stop.',
      canHold: false,
      chosenHere: false,
      problem: why,
      needsPermission: false,
    },
    watch: (bindings) =>
      Promise.resolve(
        new Map<ShortcutName, Problem>(
          SHORTCUT_NAMES.filter((name) => bindings[name] !== undefined).map((name) => [name, why]),
        ),
      ),
    anyKeyDown: () => Promise.resolve(null),
    allow: () => Promise.resolve(),
    stop: () => undefined,
  };
}
