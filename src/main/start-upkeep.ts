/** Puts together what a person does to Parley as a whole: settings as a file. */
import { dialog, type BrowserWindow } from 'electron';
import type { settingsFileRequests } from '../shared/ipc/settings-file';
import { commandHandlers } from './commands/handlers';
import { askWhereToSave } from './desktop/save-dialog';
import type { Handlers } from './ipc/request-server';
import { settingsFileHandlers } from './settings-file/handlers';
import type { SettingsStore } from './storage/settings-store';

/** What it needs of the app. */
export interface UpkeepWorld {
  readonly settings: SettingsStore;
  readonly window: () => BrowserWindow | null;
  readonly serversChanged: () => void;
}

/** The requests it answers. */
export type UpkeepRequests = typeof settingsFileRequests;

const FILTER = { name: 'Settings of Parley', extensions: ['json'] };

/** The answers to its requests. */
export function startUpkeep(world: UpkeepWorld): Handlers<UpkeepRequests> {
  const { settings, window } = world;
  const commands = commandHandlers(world);
  return settingsFileHandlers({
    settings,
    askWhereToSave: () => askWhereToSave(window(), 'Parley settings.json', FILTER),
    askWhichToRead: async () => {
      const parent = window();
      const options = {
        title: 'Import settings',
        buttonLabel: 'Look at them',
        properties: ['openFile' as const],
        filters: [FILTER],
      };
      const chosen = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },
    saveCommand: (command) => commands['commands.save'](command),
    serversChanged: world.serversChanged,
  });
}
