import type { Problem } from '../../../shared/problem';
import type { HookSystem } from '../hook-shortcuts';

/** macOS's permission to see keys that are pressed in other apps. */
export interface KeyPermission {
  readonly granted: () => boolean;
  /** Tells the person why, has the system ask, and opens the page where it is given. */
  readonly ask: () => Promise<void>;
}

/** Keys on macOS: the hook hears both edges once the person allows it. */
export function macosShortcuts({ granted, ask }: KeyPermission): HookSystem {
  return {
    backend: 'macos',
    sentence: 'macOS lets Parley see the talk key in every app, once you allow it.',
    permission: { granted, ask, missing },
    anyKeyDown: () => Promise.resolve(null),
  };
}

const missing: Problem = {
  code: 'keys_not_allowed',
  sentence: 'macOS does not let Parley see the talk key while you work in another app.',
  next: 'Allow it below. Parley learns of that one key only, never of what you type.',
};
