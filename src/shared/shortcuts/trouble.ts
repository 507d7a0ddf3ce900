import type { ShortcutsState } from '../ipc/shortcuts';
import type { Problem } from '../problem';
import { SHORTCUT_DEEDS } from './shortcuts';

/** What keeps a key from working although the desktop could have it work; what a desktop never offers is told once. */
const LASTING: ReadonlySet<string> = new Set(['keys_gone', 'keys_refused', 'shortcuts_closed']);

/** What a person should know of the keys wherever they look; null while every key that they chose works. */
export function shortcutTrouble({
  problem,
  shortcuts,
}: Pick<ShortcutsState, 'problem' | 'shortcuts'>): Problem | null {
  if (problem && LASTING.has(problem.code)) return problem;
  const [first, ...more] = shortcuts.filter((shortcut) => shortcut.problem?.code === 'shortcut_taken');
  if (!first) return null;
  const sentence =
    more.length === 0
      ? `Another app has taken the key for “${SHORTCUT_DEEDS[first.name]}”.`
      : 'Other apps have taken several keys of Parley.';
  return {
    code: 'shortcut_taken',
    sentence,
    next: 'Choose another one in Settings, or free it in that app.',
  };
}
