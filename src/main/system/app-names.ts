import type { Apps } from './apps';

/** Names that the recognizer is told to expect. */
const MOST_NAMES = 60;
/** Looking takes as long as this at most, in milliseconds. */
const LOOK_MS = 15_000;

/**
 * The names of apps that people are likely to say. Read ahead of the talk, because a configuration cannot wait for the
 * disk.
 */
export class AppNames {
  private known: readonly string[] = [];

  constructor(private readonly apps: Pick<Apps, 'installed'>) {}

  /** As of the last look, at most 60; empty before the first. */
  current(): readonly string[] {
    return this.known;
  }

  /** Looks again. Never rejects: apps that cannot be listed have no names. */
  async look(): Promise<void> {
    try {
      const apps = await this.apps.installed(AbortSignal.timeout(LOOK_MS));
      // What only this account has may be named by anybody; names of the system's tools are seldom said.
      const common = apps.filter(({ installedFor, minor }) => installedFor !== 'account' && !minor);
      this.known = [...new Set(common.map(({ name }) => name))].slice(0, MOST_NAMES);
    } catch {
      this.known = [];
    }
  }
}
