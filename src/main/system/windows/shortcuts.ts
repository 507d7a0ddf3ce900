import type { HookSystem } from '../hook-shortcuts';

/** Keys on Windows: the hook hears both edges. Which keys are down the system tells only to who has the focus. */
export const windowsShortcuts: HookSystem = {
  backend: 'windows',
  sentence: 'Windows lets Parley see the talk key in every app, except in one that runs as administrator.',
  permission: null,
  anyKeyDown: () => Promise.resolve(null),
};
