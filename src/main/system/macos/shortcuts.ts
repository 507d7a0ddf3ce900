import type { Problem } from '../../../shared/problem';
import type { HookSystem } from '../hook-shortcuts';

/**
 * macOS's permissions for keys that are pressed in other apps. It has two: Accessibility, without which the hook is not
 * started, and Input Monitoring, of which no app on Electron can ask: that it is missing shows when macOS refuses.
 */
export interface KeyPermission {
  /** Accessibility is given. */
  readonly granted: () => boolean;
  /** Tells the person why, has the system ask for Accessibility, and opens the page where it is given. */
  readonly ask: () => Promise<void>;
  /** Tells the person why, and opens the page where Input Monitoring is given. */
  readonly askForInputMonitoring: () => Promise<void>;
}

/** Keys on macOS: the hook hears both edges once the person allows it. */
export function macosShortcuts({ granted, ask, askForInputMonitoring }: KeyPermission): HookSystem {
  return {
    backend: 'macos',
    sentence: 'macOS lets Parley see the talk key in every app, once you allow it.',
    permission: { granted, ask, missing, refused, askAfterRefusal: askForInputMonitoring },
    anyKeyDown: () => Promise.resolve(null),
  };
}

const missing: Problem = {
  code: 'keys_not_allowed',
  sentence: 'macOS does not let Parley see the talk key while you work in another app.',
  next: 'Allow it below. Parley learns of that one key only, never of what you type.',
};

const refused: Problem = {
  code: 'input_monitoring_missing',
  sentence: 'macOS refused to let Parley see the talk key: Input Monitoring is not allowed.',
  next: 'Allow it below. macOS may want Parley to be started again afterwards.',
};
