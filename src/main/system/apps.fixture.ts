/** For tests: a computer with some apps. */
import type { Apps, InstalledApp } from './apps';

/** An app of everybody's by its name; parts are replaced by what the test cares for. */
export function appNamed(name: string, parts: Partial<InstalledApp> = {}): InstalledApp {
  const id = name.toLowerCase().replaceAll(' ', '-');
  return {
    id,
    name,
    otherNames: [],
    installedFor: 'everybody',
    starts: `/usr/bin/${id}`,
    seal: 'sealed',
    minor: false,
    ...parts,
  };
}

const done = { ok: true, value: undefined } as const;

/** Apps that all can be started, of which none runs. */
export function appsOf(installed: readonly InstalledApp[], parts: Partial<Apps> = {}): Apps {
  return {
    windows: done,
    unsavedWork: 'asks',
    installed: () => Promise.resolve(installed),
    running: () => Promise.resolve({ ok: true, value: [] }),
    start: () => Promise.resolve(done),
    bringToFront: () => Promise.resolve(done),
    quit: () => Promise.resolve({ ok: true, value: 'quit' }),
    openAddress: () => Promise.resolve(done),
    ...parts,
  };
}
