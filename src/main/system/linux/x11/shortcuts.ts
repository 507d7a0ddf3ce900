import type { HookSystem } from '../../hook-shortcuts';
import { NoXServer, visitXServer } from './connection';

/** How long the X server may take to say which keys are down, in milliseconds. */
const ANSWER_MS = 500;

/** Keys on an X11 desktop: the hook hears both edges, and the server knows at any time whether a key is down. */
export function x11Shortcuts(environment: NodeJS.ProcessEnv, home: string): HookSystem {
  return {
    backend: 'x11',
    sentence: 'Your desktop (X11) lets Parley see the talk key in every app.',
    permission: null,
    anyKeyDown: () =>
      visitXServer(environment, home, AbortSignal.timeout(ANSWER_MS), (server) => server.anyKeyDown()).catch(
        (error: unknown) => {
          if (error instanceof NoXServer) return null;
          throw error;
        },
      ),
  };
}
