import { z } from 'zod';
import type { Problem } from '../problem';
import type { KeyboardSystem } from '../shortcuts/label';
import { SHORTCUT_NAMES, shortcutSchema, type ShortcutName } from '../shortcuts/shortcuts';
import { request } from './contract';

/** One shortcut as it stands. */
export interface ShortcutPicture {
  readonly name: ShortcutName;
  /** As `shortcuts/keys` writes it; null when there is none. */
  readonly keys: string | null;
  readonly isDefault: boolean;
  /** The keys in the system's own words, where the system chooses them; null elsewhere. */
  readonly inSystem: string | null;
  /** Why it does not work now; null when it does, or there is none. */
  readonly problem: Problem | null;
}

/** Which way of taking keys is in force on this computer, and what it can do. */
export interface ShortcutsState {
  readonly system: KeyboardSystem;
  readonly backend: 'x11' | 'windows' | 'macos' | 'portal' | 'switches';
  /** In a sentence, for the person. */
  readonly sentence: string;
  /** It knows when a key is let go, so that a key can be held to talk. */
  readonly canHold: boolean;
  /** Keys are chosen here; otherwise in the system's own settings. */
  readonly chosenHere: boolean;
  /** Why no key works; null when all is well. */
  readonly problem: Problem | null;
  /** The system lets Parley listen only after the person allows it. */
  readonly needsPermission: boolean;
  readonly shortcuts: readonly ShortcutPicture[];
}

/** Requests about the keys that work in every app. */
export const shortcutRequests = {
  'shortcuts.state': request(z.undefined()).returning<ShortcutsState>(),
  /** Binds a shortcut anew; what cannot be had is refused with the reason, and the earlier one stays. */
  'shortcuts.set': request(
    z.strictObject({ name: z.enum(SHORTCUT_NAMES), keys: shortcutSchema }),
  ).returning<ShortcutsState>(),
  /** While the person presses keys to choose them, none of them does anything. */
  'shortcuts.recording': request(z.boolean()).returning<undefined>(),
  /** Asks the system for its permission, with the reason. */
  'shortcuts.allow': request(z.undefined()).returning<ShortcutsState>(),
} as const;

/** What windows are told of them. */
export interface ShortcutEvents {
  readonly 'shortcuts.changed': ShortcutsState;
}
