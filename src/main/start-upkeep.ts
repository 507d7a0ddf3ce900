/** Puts together what a person does to Parley as a whole: settings as a file, what is kept, the self-test. */
import { randomUUID } from 'node:crypto';
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app, net, Notification, shell, type BrowserWindow } from 'electron';
import { z } from 'zod';
import manifest from '../../resources/models.json';
import type { Engine } from '../shared/engine';
import type { WindowEvents } from '../shared/ipc';
import type { auditRequests } from '../shared/ipc/audit';
import type { historyRequests } from '../shared/ipc/history';
import type { privacyRequests } from '../shared/ipc/privacy';
import type { shortcutRequests } from '../shared/ipc/shortcuts';
import type { selfTestRequests } from '../shared/ipc/self-test';
import type { KeyCheck } from '../shared/ipc/settings';
import type { settingsFileRequests } from '../shared/ipc/settings-file';
import type { wakeWordRequests } from '../shared/ipc/wake-word';
import { defaultSettings } from '../shared/settings/schema';
import { commandHandlers } from './commands/handlers';
import type { Conversation } from './conversation/conversation';
import { explainTrouble } from './desktop/audio-troubles';
import { askWhereToSave, askWhichToOpen } from './desktop/file-dialogs';
import type { SoundUse } from './desktop/sound-use';
import { tongueOf } from './desktop/tongue';
import { SelfTest, selfTestLines } from './diagnostics/self-test';
import { SoundCheck } from './diagnostics/sound-check';
import { systemChecks } from './diagnostics/system-checks';
import type { Handlers } from './ipc/request-server';
import type { Mind } from './mind/mind';
import type { StartedPresence } from './presence/start-presence';
import { privacyHandlers } from './privacy/handlers';
import { speechTrouble } from './processes/speech-models';
import type { Processes } from './processes/start-processes';
import { settingsFileHandlers } from './settings-file/handlers';
import { modelsFolder } from './setup-file';
import type { KeyStore } from './storage/key-store';
import type { SettingsStore } from './storage/settings-store';
import { steadyNow } from './steady-now';
import { systemKeychain } from './storage/system-keychain';
import type { Mcp } from './tools/mcp/start-mcp';
import type { Tongue } from '../shared/words/languages';
import { translate } from '../shared/words/translate';

/** What it needs of the app. */
export interface UpkeepWorld {
  readonly userData: string;
  readonly settings: SettingsStore;
  readonly window: () => BrowserWindow | null;
  readonly send: <Name extends keyof WindowEvents>(name: Name, payload: WindowEvents[Name]) => void;
  readonly keys: KeyStore;
  readonly modelKeys: KeyStore;
  readonly mcp: Pick<Mcp, 'handlers' | 'sync' | 'forgetSecrets'>;
  readonly presence: Pick<StartedPresence, 'handlers' | 'forget'>;
  readonly mind: Mind;
  readonly conversation: () => Conversation;
  readonly sound: SoundUse;
  readonly processes: Processes;
  /** The parts that own what is kept, by what a window asks of them. */
  readonly owned: Pick<
    Handlers<
      typeof historyRequests & typeof auditRequests & typeof wakeWordRequests & typeof shortcutRequests
    >,
    | 'history.list'
    | 'history.delete'
    | 'history.deleteAll'
    | 'audit.clear'
    | 'wakeWord.forget'
    | 'shortcuts.set'
    | 'shortcuts.state'
  >;
  readonly checkKey: () => Promise<KeyCheck>;
  readonly engine: () => Engine;
}

/** The requests it answers. */
export type UpkeepRequests = typeof settingsFileRequests & typeof privacyRequests & typeof selfTestRequests;

/** The upkeep as the app sees it. */
export interface StartedUpkeep {
  readonly handlers: Handlers<UpkeepRequests>;
  /** Takes frames and reports of the sound while the self-test runs. */
  readonly sound: SoundCheck;
  /** Lines of the last self-test. */
  readonly report: () => readonly string[];
}

const filterIn = (tongue: Tongue) => ({
  name: translate(tongue, 'Settings of Parley'),
  extensions: ['json'],
});

/** Puts it together; nothing runs before it is asked for. */
export function startUpkeep(world: UpkeepWorld): StartedUpkeep {
  const sound = new SoundCheck({
    sound: world.sound.as('self-test'),
    free: () =>
      !world.conversation().active &&
      !world.sound.plays() &&
      !(['talk', 'wake-word', 'enrolment', 'check'] as const).some((user) => world.sound.has(user)),
    explain: explainTrouble,
    now: steadyNow,
    newId: () => `self-test-${randomUUID()}`,
  });
  const selfTest = new SelfTest(
    [{ name: 'Microphone and speakers', run: (signal) => sound.run(signal) }, ...systemChecksOf(world)],
    (picture) => world.send('selfTest.changed', picture),
  );
  return {
    sound,
    report: () => selfTestLines(selfTest.picture),
    handlers: {
      ...settingsFileOf(world),
      ...privacyOf(world),
      'selfTest.run': () => selfTest.run(),
      'selfTest.cancel': () => {
        selfTest.cancel();
        return undefined;
      },
    },
  };
}

function settingsFileOf(world: UpkeepWorld): Handlers<typeof settingsFileRequests> {
  const { settings, window, mcp } = world;
  const commands = commandHandlers(world);
  return settingsFileHandlers({
    settings,
    askWhereToSave: () => {
      const tongue = tongueOf(settings.current);
      return askWhereToSave(window(), `${translate(tongue, 'Settings of Parley')}.json`, filterIn(tongue));
    },
    askWhichToRead: () => {
      const tongue = tongueOf(settings.current);
      return askWhichToOpen(window(), 'file', {
        title: translate(tongue, 'Import settings'),
        buttonLabel: translate(tongue, 'Look at them'),
        filters: [filterIn(tongue)],
      });
    },
    saveCommand: (command) => commands['commands.save'](command),
    setShortcut: (wanted) => world.owned['shortcuts.set'](wanted),
    serversChanged: mcp.sync,
  });
}

function privacyOf(world: UpkeepWorld): Handlers<typeof privacyRequests> {
  const { settings, keys, modelKeys, mcp, mind, owned, send, userData } = world;
  return privacyHandlers({
    folder: userData,
    inTalk: () => world.conversation().active,
    openFolder: (path) => shell.openPath(path),
    showFile: (path) => shell.showItemInFolder(path),
    conversations: async () => {
      const { rows } = await owned['history.list']({ query: '', most: Infinity });
      return rows.map(({ head }) => head.id);
    },
    deleteConversation: async (id, atService) => void (await owned['history.delete']({ id, atService })),
    // Files that no list shows: of a newer Parley, or broken.
    deleteUnlisted: async () => void (await owned['history.deleteAll'](undefined)),
    progress: (progress) => send('privacy.progress', progress),
    own: {
      actions: async () => owned['audit.clear'](undefined),
      notes: () => forgetMind(mind, join(userData, 'notes')),
      name: async () => owned['wakeWord.forget'](undefined),
      settings: async () => {
        for (const { id } of settings.current.mcpServers) await mcp.handlers['mcp.remove'](id);
        settings.change(defaultSettings);
        mcp.sync();
        await world.presence.forget();
      },
      keys: () => {
        send('key.changed', keys.forget());
        send('languageModelKey.changed', modelKeys.forget());
        return mcp.forgetSecrets();
      },
    },
  });
}

/** What is removed by the parts themselves first: they know of it in memory. */
async function forgetMind({ notes, todos, reminders }: Mind, folder: string): Promise<void> {
  for (const { id } of await notes.all()) await notes.remove(id);
  for (const { id } of await todos.all()) await todos.remove(id);
  for (const { id } of await reminders.all()) await reminders.cancel(id);
  await rm(folder, { recursive: true, force: true });
}

const filesSchema = z.object({
  packages: z.array(
    z.object({ files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })) }),
  ),
});

function systemChecksOf(world: UpkeepWorld): ReturnType<typeof systemChecks> {
  const { processes, engine, checkKey, owned, userData } = world;
  const folder = modelsFolder(app.getAppPath(), process.resourcesPath);
  return systemChecks({
    keychain: systemKeychain,
    models: { folder, files: filesSchema.parse(manifest).packages.flatMap(({ files }) => files) },
    speechTrouble: () => speechTrouble(folder),
    warmSpeech: async () => processes.speech.connect().warm(['vad']),
    engine,
    localAgent: processes.localEndpoint,
    checkKey,
    online: () => net.isOnline(),
    tray: async () => (await world.presence.handlers['presence.start'](undefined)).tray,
    shortcuts: async () => owned['shortcuts.state'](undefined),
    notifications: () => Notification.isSupported(),
    // Adds nothing to it, and fails as the log itself would.
    tryLog: () => appendFile(join(userData, 'logs', 'parley.log'), ''),
    now: steadyNow,
  });
}
