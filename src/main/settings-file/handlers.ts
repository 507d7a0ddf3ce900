/** Settings as a file: written, read, shown as a list of changes, and taken as far as the person wants. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import type { ImportPreview, settingsFileRequests } from '../../shared/ipc/settings-file';
import { ProblemError, type Problem } from '../../shared/problem';
import { HOME_FOLDER, type Command } from '../../shared/settings/commands';
import {
  exportedSettings,
  importChanges,
  mergedSettings,
  MOST_IMPORTED,
  readExchange,
  type ReadExchange,
} from '../../shared/settings/exchange';
import { settingsPatchSchema, type SettingName, type Settings } from '../../shared/settings/schema';
import { SHORTCUT_NAMES, type ShortcutName } from '../../shared/shortcuts/shortcuts';
import type { Handlers } from '../ipc/request-server';

/** What it reaches. */
export interface SettingsFileWorld {
  readonly settings: {
    readonly current: Settings;
    change(patch: Partial<Settings>): Settings;
  };
  /** Ask in the system's dialogs for a file; null when the person would rather not. */
  readonly askWhereToSave: () => Promise<string | null>;
  readonly askWhichToRead: () => Promise<string | null>;
  /** Keeps a command after the person has confirmed it in the system's dialog. */
  readonly saveCommand: (command: Command) => unknown;
  /** Binds keys to a shortcut. Rejects with a ProblemError when it cannot have them; the earlier ones stay then. */
  readonly setShortcut: (wanted: { readonly name: ShortcutName; readonly keys: string | null }) => unknown;
  /** Lets the parts that keep servers know of new ones. */
  readonly serversChanged: () => void;
}

type Read = Extract<ReadExchange, { readonly ok: true }>;

/** The answers to requests about settings as a file. */
export function settingsFileHandlers(world: SettingsFileWorld): Handlers<typeof settingsFileRequests> {
  let read: Read | null = null;
  return {
    'settingsFile.save': async () => {
      const path = await world.askWhereToSave();
      if (path === null) return 'cancelled';
      await writeFile(path, exportedSettings(world.settings.current), { mode: 0o600 }).catch(() => {
        throw new ProblemError(unwritable);
      });
      return 'saved';
    },
    'settingsFile.read': async () => {
      const path = await world.askWhichToRead();
      if (path === null) return null;
      read = await readFrom(path);
      return previewOf(world.settings.current, read);
    },
    'settingsFile.take': async (names) => {
      if (!read) throw new ProblemError(notRead);
      const { settings: imported } = read;
      const done = await take(world, imported, new Set(names));
      read = null;
      return done;
    },
  };
}

async function readFrom(path: string): Promise<Read> {
  const text = await stat(path)
    .then(({ size }) => (size > MOST_IMPORTED ? '' : readFile(path, 'utf8')))
    .catch(() => '');
  const result = readExchange(text);
  if (result.ok) return result;
  throw new ProblemError({
    code: 'settings_file_unreadable',
    sentence: result.sentence,
    next: 'Choose a file that Parley has exported.',
  });
}

function previewOf(current: Settings, read: Read): ImportPreview {
  const remark = (list: readonly string[], sentence: string) =>
    list.length === 0 ? [] : [`${sentence}: ${list.join(', ')}.`];
  return {
    changes: importChanges(current, read.settings),
    remarks: [
      ...(read.newer ? ['The file comes from a newer Parley; what this one knows can be taken.'] : []),
      ...remark(read.unknown, 'This Parley does not know'),
      ...remark(read.unfit, 'These do not fit and are left out'),
      ...remark(read.left, 'These belong to the other computer and are left out'),
    ],
  };
}

async function take(
  { settings, saveCommand, setShortcut, serversChanged }: SettingsFileWorld,
  imported: Partial<Settings>,
  wanted: ReadonlySet<string>,
): Promise<string> {
  // Once more against what is there now: it may have changed since it was shown.
  const changes = importChanges(settings.current, imported).filter(({ name }) => wanted.has(name));
  const merged = mergedSettings(settings.current, imported);
  const names: readonly SettingName[] = changes.map(({ name }) => name);
  const plain = names.filter((name) => Object.hasOwn(settingsPatchSchema.shape, name));
  const servers = names.includes('mcpServers') && merged.mcpServers;
  settings.change({
    ...Object.fromEntries(plain.map((name) => [name, merged[name]])),
    ...(servers && { mcpServers: servers }),
  });
  if (servers) serversChanged();
  let kept = names.length;
  /** Each on its own: one that is refused or declined leaves the others. Counts as taken if anything came of it. */
  const eachOf = async (name: 'commands' | 'shortcuts', steps: readonly (() => unknown)[]) => {
    const before = JSON.stringify(settings.current[name]);
    for (const step of steps) await Promise.resolve().then(step).catch(unlessRefused);
    if (JSON.stringify(settings.current[name]) === before) kept -= 1;
  };
  if (names.includes('commands')) {
    const wants = (imported.commands ?? []).map(
      (command) => () => saveCommand(atHome(command, settings.current)),
    );
    await eachOf('commands', wants);
  }
  const { shortcuts } = imported;
  if (names.includes('shortcuts') && shortcuts) {
    const others = SHORTCUT_NAMES.filter((name) => shortcuts[name] !== settings.current.shortcuts[name]);
    await eachOf(
      'shortcuts',
      others.map((name) => () => setShortcut({ name, keys: shortcuts[name] })),
    );
  }
  return kept === 1 ? '1 setting was taken over.' : `${kept} settings were taken over.`;
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof ProblemError)) throw error;
}

/** A folder of the other computer is none here. */
const atHome = (command: Command, { grants }: Settings): Command =>
  grants.some(({ id }) => id === command.folder) ? command : { ...command, folder: HOME_FOLDER };

const unwritable: Problem = {
  code: 'export_unwritable',
  sentence: 'The file could not be written.',
  next: 'Choose another folder, or check that the disk has room.',
};

const notRead: Problem = {
  code: 'settings_file_gone',
  sentence: 'No file is open any more.',
  next: 'Choose the file again.',
};
