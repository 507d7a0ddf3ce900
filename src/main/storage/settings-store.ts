import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { ProblemError, type Problem } from '../../shared/problem';
import { readSettings } from '../../shared/settings/read';
import { SETTINGS_VERSION, type Settings } from '../../shared/settings/schema';

/** The settings on disk and in memory. One change, one event. */
export class SettingsStore {
  private readonly store: Store;
  private readonly listeners = new Set<(settings: Settings) => void>();
  private settings: Settings;
  /** What the person should know of reading the file, if anything. */
  readonly trouble: Problem | null;

  /** Opens `settings.json` in the folder. A file that cannot be read is kept aside and defaults are used. */
  constructor(folder: string, now: () => Date) {
    const { store, keptAside } = openStore(folder, now);
    this.store = store;
    const { settings, replaced, fromTheFuture } = readSettings(store.store);
    this.settings = settings;
    if (keptAside !== null) this.trouble = brokenFile(keptAside);
    else if (fromTheFuture) this.trouble = newerFile(setAside(folder, now));
    else this.trouble = replaced.length > 0 ? replacedValues(replaced) : null;
  }

  get current(): Settings {
    return this.settings;
  }

  /**
   * Stores a change and tells every listener. Throws {@link ProblemError} when the disk refuses; nothing
   * changes then.
   */
  change(patch: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }): Settings {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const next: Settings = { ...this.settings, ...given };
    try {
      this.store.store = { version: SETTINGS_VERSION, ...next };
    } catch {
      throw new ProblemError(unwritable);
    }
    this.settings = next;
    for (const listener of this.listeners) listener(next);
    return next;
  }

  /** Returns the function that ends the subscription. */
  onChange(listener: (settings: Settings) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

function openStore(folder: string, now: () => Date): { store: Store; keptAside: string | null } {
  const open = () => new Store({ name: 'settings', cwd: folder, clearInvalidConfig: false });
  try {
    return { store: open(), keptAside: null };
  } catch {
    const keptAside = setAside(folder, now);
    return { store: open(), keptAside };
  }
}

function setAside(folder: string, now: () => Date): string {
  const file = join(folder, 'settings.json');
  const aside = `settings.kept-${now().toISOString().replace(/[:.]/g, '-')}.json`;
  if (existsSync(file)) renameSync(file, join(folder, aside));
  return aside;
}

const unwritable: Problem = {
  code: 'settings_unwritable',
  sentence: 'The setting could not be saved.',
  next: 'Check that the disk has room and that Parley may write to its folder.',
};

const brokenFile = (aside: string): Problem => ({
  code: 'settings_unreadable',
  sentence: 'The settings file could not be read, so the defaults are in use.',
  next: `The old file was kept as ${aside}.`,
});

const newerFile = (aside: string): Problem => ({
  code: 'settings_newer',
  sentence: 'The settings come from a newer Parley; what this one knows is in use.',
  next: `The newer file was kept as ${aside}.`,
});

const replacedValues = (names: readonly string[]): Problem => ({
  code: 'settings_replaced',
  sentence: `Some settings did not fit and were set to their defaults: ${names.join(', ')}.`,
  next: 'Check them in Settings.',
});
