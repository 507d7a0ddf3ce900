import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../shared/settings/commands';
import { defaultSettings, type Settings } from '../../shared/settings/schema';
import { ProblemError } from '../../shared/problem';
import { settingsFileHandlers } from './handlers';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'parley-settings-file-'))));
afterEach(() => rm(folder, { recursive: true }));

function world() {
  const path = join(folder, 'settings.json');
  const asked: Command[] = [];
  const settings = {
    current: defaultSettings,
    change(patch: Partial<Settings>) {
      return (settings.current = { ...settings.current, ...patch });
    },
  };
  const handlers = settingsFileHandlers({
    settings,
    askWhereToSave: () => Promise.resolve(path),
    askWhichToRead: () => Promise.resolve(path),
    saveCommand: (command) => {
      asked.push(command);
      if (command.id === 'refused') throw refusal;
    },
    setShortcut: ({ name, keys }) => {
      if (keys === 'KeyA') throw refusal;
      settings.change({ shortcuts: { ...settings.current.shortcuts, [name]: keys } });
    },
    serversChanged: () => undefined,
  });
  const write = (stored: object) =>
    writeFile(path, JSON.stringify({ format: 'parley-settings', version: 2, settings: stored }));
  return { handlers, settings, asked, write, path };
}

const refusal = new ProblemError({ code: 'refused', sentence: '', next: '' });

const backup: Command = {
  id: 'c',
  name: 'backup',
  when: 'asks for a backup',
  program: '/usr/bin/rsync',
  arguments: [],
  parameters: [],
  folder: 'folder-elsewhere',
  seconds: 30,
  class: 'outward',
  tellsOutput: true,
};

test('only what the person wants is taken', async () => {
  const { handlers, settings, write } = world();
  await write({ appearance: 'dark', capDay: null, bargeIn: false });
  const preview = await handlers['settingsFile.read'](undefined);
  expect(preview?.changes.map(({ name }) => name)).toEqual(['bargeIn', 'capDay', 'appearance']);
  expect(settings.current).toEqual(defaultSettings);
  expect(await handlers['settingsFile.take'](['appearance', 'grants', '__proto__'])).toBe(
    '1 setting was taken over.',
  );
  expect(settings.current).toEqual({ ...defaultSettings, appearance: 'dark' });
});

test('each command is asked about, in the home folder when its own is not here', async () => {
  const { handlers, settings, asked, write } = world();
  await write({ commands: [backup] });
  await handlers['settingsFile.read'](undefined);
  expect(await handlers['settingsFile.take'](['commands'])).toBe('0 settings were taken over.');
  expect(asked).toEqual([{ ...backup, folder: 'home' }]);
  expect(settings.current.commands).toEqual([]);
});

test('a command that cannot be had leaves the others', async () => {
  const { handlers, asked, write } = world();
  await write({ commands: [{ ...backup, id: 'refused' }, backup] });
  await handlers['settingsFile.read'](undefined);
  await handlers['settingsFile.take'](['commands']);
  expect(asked.map(({ id }) => id)).toEqual(['refused', 'c']);
});

test('shortcuts are bound one by one, as if they were chosen; what cannot be had is left', async () => {
  const { handlers, settings, write } = world();
  await write({ shortcuts: { ...defaultSettings.shortcuts, talk: 'KeyA', mute: 'Control+Alt+KeyM' } });
  await handlers['settingsFile.read'](undefined);
  expect(await handlers['settingsFile.take'](['shortcuts'])).toBe('1 setting was taken over.');
  expect(settings.current.shortcuts).toEqual({ ...defaultSettings.shortcuts, mute: 'Control+Alt+KeyM' });
});

test('a file is taken once, and only after it was read', async () => {
  const { handlers, write } = world();
  await expect(handlers['settingsFile.take'](['appearance'])).rejects.toThrow('settings_file_gone');
  await write({ appearance: 'dark' });
  await handlers['settingsFile.read'](undefined);
  await handlers['settingsFile.take'](['appearance']);
  await expect(handlers['settingsFile.take'](['appearance'])).rejects.toThrow('settings_file_gone');
});

test('what is saved can be read, and what is no such file is told', async () => {
  const { handlers, path } = world();
  expect(await handlers['settingsFile.save'](undefined)).toBe('saved');
  expect(await readFile(path, 'utf8')).toContain('parley-settings');
  expect(await handlers['settingsFile.read'](undefined)).toEqual({ changes: [], remarks: [] });
  await writeFile(path, 'not json');
  await expect(handlers['settingsFile.read'](undefined)).rejects.toThrow('settings_file_unreadable');
});
