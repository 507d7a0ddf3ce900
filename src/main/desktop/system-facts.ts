import { release } from 'node:os';
import { app } from 'electron';
import type { SystemFacts } from '../history/diagnostics';

/** What Parley runs on, for support. */
export function systemFacts(): SystemFacts {
  return {
    parley: app.getVersion(),
    electron: process.versions.electron,
    system: `${process.platform} ${release()} ${process.arch}`,
  };
}
