import { z } from 'zod';
import { readKeys } from './keys';
import type { KeyboardSystem } from './label';

/** What a key of its own can do, in the order in which it is shown. */
export const SHORTCUT_NAMES = ['talk', 'stop', 'mute', 'show', 'undo'] as const;
/** One of them. */
export type ShortcutName = (typeof SHORTCUT_NAMES)[number];

/** What each shortcut does, as the person knows it. */
export const SHORTCUT_DEEDS = {
  talk: 'Talk',
  stop: 'Stop speaking',
  mute: 'Mute',
  show: 'Show window',
  undo: 'Undo',
} as const satisfies Readonly<Record<ShortcutName, string>>;

/** Keys as `keys.ts` writes them; `default` is the system's own choice, null is none. */
export const shortcutSchema = z
  .string()
  .max(80)
  .refine((text) => text === 'default' || readKeys(text) !== null)
  .nullable();

/** The shortcuts as they are kept. */
export const shortcutsSchema = z.object({
  talk: shortcutSchema,
  stop: shortcutSchema,
  mute: shortcutSchema,
  show: shortcutSchema,
  undo: shortcutSchema,
});
/** The shortcuts as they are kept. */
export type Shortcuts = Readonly<z.infer<typeof shortcutsSchema>>;

/** A fresh installation binds the talk key alone: every other combination belongs to some app already. */
export const defaultShortcuts: Shortcuts = {
  talk: 'default',
  stop: null,
  mute: null,
  show: null,
  undo: null,
};

/**
 * The talk key of each system: one that is large, seldom used alone and writes nothing. Not the right Alt or Option
 * key, which many layouts write characters with; a Mac's small keyboards have no right Control, so it is Command there.
 */
const TALK_KEYS: Readonly<Record<KeyboardSystem, string>> = {
  linux: 'ControlRight',
  windows: 'ControlRight',
  macos: 'MetaRight',
};

/** The keys of a shortcut on that system; null when it has none. */
export function keysOf(shortcuts: Shortcuts, name: ShortcutName, system: KeyboardSystem): string | null {
  const kept = shortcuts[name];
  return kept === 'default' ? (name === 'talk' ? TALK_KEYS[system] : null) : kept;
}
