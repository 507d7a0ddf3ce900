/**
 * Puts the parts together once Electron is ready. Every part gets what it needs handed in; none reaches for
 * another on its own.
 */
import { release } from 'node:os';
import { basename, join } from 'node:path';
import { app, ipcMain, nativeTheme, session, shell, type BrowserWindow } from 'electron';
import { audioPageRequests, windowRequests, type WindowEvents } from '../shared/ipc';
import type { LocalAgentTuning } from '../shared/ipc/local-agent-port';
import { ProblemError } from '../shared/problem';
import { activeProfile } from '../shared/settings/profile';
import type { Settings } from '../shared/settings/schema';
import { Conversation } from './conversation/conversation';
import type { Endpoint } from './conversation/socket';
import { noAdjustments } from './conversation/configuration/adjustments';
import { sessionConfig } from './conversation/configuration/session-config';
import { openCost } from './cost/cost';
import { serveApp } from './desktop/app-protocol';
import { AudioHost } from './desktop/audio-host';
import { explainTrouble } from './desktop/audio-troubles';
import { hardenSession } from './desktop/harden';
import { openPath } from './desktop/open-path';
import { createAudioPage, createMainWindow, type BuiltPages } from './desktop/pages';
import type { SystemFacts } from './history/diagnostics';
import type { History } from './history/history';
import { startHistory } from './history/start';
import { RequestServer } from './ipc/request-server';
import type { LaunchOptions } from './launch-options';
import type { Log } from './log';
import { createGrantedFiles } from './permissions/granted-files';
import { LocalAgentProcess } from './processes/local-agent-process';
import { missingModels } from './processes/speech-models';
import { SpeechProcess } from './processes/speech-process';
import { openProbe, timed } from './probe';
import { hostedService } from './service/hosted-service';
import { languageModelServer } from './service/language-model';
import { modelsFolder } from './setup-file';
import { KeyStore } from './storage/key-store';
import { SettingsStore } from './storage/settings-store';
import { systemKeychain } from './storage/system-keychain';
import { createToolbox } from './tools/toolbox';
import { windowHandlers } from './window-handlers';

/** How long a quit waits for the service's goodbye (protocol.md section 2.9). */
const GOODBYE_MS = 1_500;
const BACKGROUND = { light: '#f8f7f4', dark: '#131517' } as const;

/** Parley as it runs: what `index.ts` and a second launch need of it. */
export interface RunningApp {
  showWindow(): void;
}

/** Starts Parley. `built` is the folder of the bundles. */
export function startApp(options: LaunchOptions, built: string, log: Log): RunningApp {
  const userData = app.getPath('userData');
  const settings = new SettingsStore(userData, () => new Date());
  const keys = new KeyStore(userData, 'service-key', systemKeychain, options.environmentKey);
  const modelKeys = new KeyStore(userData, 'language-model-key', systemKeychain, options.languageModelKey);
  const engine = () => (options.agentUrl ? 'hosted' : activeProfile(settings.current).engine);
  nativeTheme.themeSource = settings.current.appearance;

  const pages: BuiltPages = { preloads: join(built, 'preload'), session: session.defaultSession };
  hardenSession(pages.session);
  serveApp(pages.session, join(built, 'renderer'));
  const requests = new RequestServer(ipcMain, log);
  const service = hostedService({
    options,
    settings: () => settings.current,
    keys,
    session: pages.session,
    log,
  });

  const processes = startProcesses(built, () => localAgentTuning(settings.current, modelKeys), log);
  const files = createGrantedFiles(() => settings.current.grants, { forbidden: [userData] });
  const toolbox = createToolbox({ log });
  const probe = openProbe(process.env['PARLEY_MEASURE']);

  let window: BrowserWindow | null = null;
  // A window that is closing throws at every touch, and frames may still come in meanwhile.
  const livingWindow = () =>
    window && !window.isDestroyed() && !window.webContents.isDestroyed() ? window : null;
  const send = <Name extends keyof WindowEvents>(name: Name, payload: WindowEvents[Name]) => {
    livingWindow()?.webContents.send('event', name, payload);
  };

  const cost = openCost({
    folder: userData,
    settings: () => settings.current,
    changed: (totals) => send('cost.changed', totals),
    trouble: (problem) => conversation.dispatch({ type: 'notify', problem }),
  });
  const { history, handlers: historyHandlers } = startHistory({
    userData,
    documents: () => app.getPath('documents'),
    settings: () => settings.current,
    system: systemFacts(),
    window: livingWindow,
    snapshot: () => conversation.current().snapshot,
    onProblem: (problem) => conversation.dispatch({ type: 'notify', problem }),
    onChange: () => send('history.changed', undefined),
    deleteSession: (id) => service.client.deleteSession(id),
    continueFrom: () =>
      conversation.dispatch({ type: 'start', engine: engine(), microphone: true, text: null }),
    log,
  });

  const audio = new AudioHost((host) => createRegisteredAudioPage(pages, requests, host), {
    captured: (frame) => conversation.captured(frame),
    played: (report) => conversation.played(report),
    reported: (report) => conversation.audioReported(report),
  });
  const audioSetup = (microphone: boolean) => ({
    microphone,
    input: settings.current.inputDevice,
    output: settings.current.outputDevice,
    autoGainControl: settings.current.autoGainControl,
  });
  let microphone = false;

  const conversation: Conversation = new Conversation({
    // Finer than Date.now, on the same time line as the audio thread's stamps.
    now: () => performance.timeOrigin + performance.now(),
    chosenEngine: engine,
    audio: {
      open: (wanted) => {
        microphone = wanted;
        audio.open(audioSetup(wanted));
      },
      close: () => audio.close(),
      play: (command) => audio.play(command),
    },
    endpoint: (chosen) => (chosen === 'local' ? processes.localEndpoint() : service.endpoint()),
    sessionConfig: (chosen, greeting) =>
      sessionConfig(
        {
          engine: chosen,
          settings: settings.current,
          tools: toolbox.definitions(),
          grants: settings.current.grants.map(({ id, path }) => ({ id, name: basename(path), entries: [] })),
          otherNames: [],
        },
        { greeting, recap: '', recent: [], adjustments: noAdjustments },
      ),
    runTool: (name, args, signal) =>
      timed(probe, 'tool-run', () =>
        toolbox.run(
          name,
          args,
          {
            now: () => new Date(),
            timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
            files,
            openPath: (path) =>
              openPath(path, { platform: process.platform, shellOpen: (opened) => shell.openPath(opened) }),
          },
          signal,
        ),
      ),
    speech: () => processes.speech.connect(),
    explainTrouble,
    probe,
    publish: {
      snapshot: (snapshot) => send('conversation.snapshot', snapshot),
      entry: (entry) => send('conversation.entry', entry),
      replaced: (entries) => {
        send('conversation.cleared', undefined);
        for (const entry of entries) send('conversation.entry', entry);
      },
      levels: (input, output) => {
        const shown = livingWindow();
        if (shown?.isVisible() && !shown.isMinimized()) send('conversation.levels', { input, output });
      },
    },
  });
  for (const problem of [cost.remark, settings.trouble]) {
    if (problem) conversation.dispatch({ type: 'notify', problem });
  }

  settings.onChange((changed) => {
    nativeTheme.themeSource = changed.appearance;
    void processes.localAgent.tune();
    conversation.refresh();
    void history.tidy();
    if (audio.isOpen) audio.open(audioSetup(microphone));
    send('settings.changed', changed);
  });

  const showWindow = () => {
    const open = livingWindow();
    if (open) {
      if (open.isMinimized()) open.restore();
      open.show();
      open.focus();
      return;
    }
    window = createMainWindow(pages, BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light']);
    requests.register(
      window.webContents,
      windowRequests,
      windowHandlers({
        conversation,
        settings,
        keys,
        engine,
        window: livingWindow,
        modelKeys,
        cost,
        keyChanged: () => send('key.changed', keys.status()),
        modelKeyChanged: () => {
          send('languageModelKey.changed', modelKeys.status());
          void processes.localAgent.tune();
        },
        history: historyHandlers,
        checkLanguageModel: async () =>
          processes.localAgent.check(await languageModelServer(settings.current, modelKeys)),
      }),
    );
    window.once('ready-to-show', () => audio.preload());
  };
  showWindow();
  quitPolitely(conversation, history, processes);
  return { showWindow };
}

interface Processes {
  readonly speech: SpeechProcess;
  readonly localAgent: LocalAgentProcess;
  /** Rejects with a ProblemError when models are missing or the agent does not start. */
  readonly localEndpoint: () => Promise<Endpoint>;
}

/** What the local agent follows while it runs. The key is read only when a server is chosen. */
async function localAgentTuning(settings: Settings, modelKeys: KeyStore): Promise<LocalAgentTuning> {
  const chosen = settings.thinking === 'language-model';
  return {
    speakingSpeed: settings.speakingSpeed,
    languageModel: chosen ? await languageModelServer(settings, modelKeys) : null,
  };
}

function startProcesses(built: string, tuning: () => Promise<LocalAgentTuning>, log: Log): Processes {
  const models = modelsFolder(app.getAppPath(), process.resourcesPath);
  const speech = new SpeechProcess(join(built, 'main', 'speech.js'), models, (code) => {
    log(`speech process ended with ${code}`);
    // The agent's way to the speech process is gone with it; the next talk starts both anew.
    localAgent.stop();
  });
  const localAgent: LocalAgentProcess = new LocalAgentProcess(
    join(built, 'main', 'local-agent.js'),
    () => speech.newPort(),
    tuning,
    (code) => log(`local agent ended with ${code}`),
  );
  const localEndpoint = async () => {
    const missing = missingModels(models);
    if (missing) throw new ProblemError(missing);
    return localAgent.ensure();
  };
  return { speech, localAgent, localEndpoint };
}

function createRegisteredAudioPage(
  pages: BuiltPages,
  requests: RequestServer,
  host: AudioHost,
): BrowserWindow {
  const page = createAudioPage(pages);
  requests.register(page.webContents, audioPageRequests, {
    'audio.ready': () => void host.pageReady(),
    'audio.report': (report) => void host.pageReported(report),
  });
  return page;
}

function quitPolitely(conversation: Conversation, history: History, processes: Processes): void {
  let saidGoodbye = false;
  app.on('before-quit', (event) => {
    if (saidGoodbye) return;
    event.preventDefault();
    saidGoodbye = true;
    void conversation
      .endWithin(GOODBYE_MS)
      .then(() => history.close())
      .then(() => app.quit());
  });
  app.on('will-quit', () => {
    processes.localAgent.stop();
    processes.speech.stop();
  });
  app.on('window-all-closed', () => app.quit());
}

function systemFacts(): SystemFacts {
  return {
    parley: app.getVersion(),
    electron: process.versions.electron,
    system: `${process.platform} ${release()} ${process.arch}`,
  };
}
