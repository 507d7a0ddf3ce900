/**
 * Puts the parts together once Electron is ready. Every part gets what it needs handed in; none reaches for
 * another on its own.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, ipcMain, powerMonitor, session, shell, type BrowserWindow } from 'electron';
import { windowRequests, type WindowEvents } from '../shared/ipc';
import type { Problem } from '../shared/problem';
import { activeProfile } from '../shared/settings/profile';
import { startAgents } from './agents/start-agents';
import { commandTools } from './commands/command-tools';
import { needsNewSession } from './conversation/configuration';
import { Conversation } from './conversation/conversation';
import { talkOptions } from './conversation/talk-options';
import { openCost } from './cost/cost';
import { startCues } from './cues/start-cues';
import { serveApp } from './desktop/app-protocol';
import { explainTrouble } from './desktop/audio-troubles';
import { hardenSession } from './desktop/harden';
import { NetworkWatch } from './desktop/network-watch';
import { watchPower } from './desktop/power';
import { startSound } from './desktop/start-sound';
import { showNotice } from './desktop/system-notice';
import { startMind } from './mind/start-mind';
import { startOnboarding } from './onboarding/start-onboarding';
import { quitPolitely } from './quit';
import { systemFacts } from './desktop/system-facts';
import { thisDesktop } from './desktop/this-desktop';
import { startPresence, type StartedPresence } from './presence/start-presence';
import type { BuiltPages } from './desktop/pages';
import { startHistory } from './history/start';
import { RequestServer } from './ipc/request-server';
import type { LaunchOptions } from './launch-options';
import { startPushToTalk, type StartedKeys } from './push-to-talk/start-push-to-talk';
import type { Log } from './log';
import { startOverlay } from './overlay/start-overlay';
import { startPermissions } from './permissions/start-permissions';
import { localAgentTuning, startProcesses } from './processes/start-processes';
import { openProbe, timedHands } from './probe';
import { publishTalk } from './publish-talk';
import { startPreview } from './profiles/start-preview';
import { checkKey } from './service/check-key';
import { serviceAddress } from './service/endpoints';
import { hostedService } from './service/hosted-service';
import { languageModelServer } from './service/language-model';
import { KeyStore } from './storage/key-store';
import { SettingsStore } from './storage/settings-store';
import { systemKeychain } from './storage/system-keychain';
import { startMcp } from './tools/mcp/start-mcp';
import { startHands } from './tools/start-hands';
import { createToolWorld } from './tools/tool-world';
import { startUpkeep } from './start-upkeep';
import { steadyNow } from './steady-now';
import { startUpdates } from './updates/start-updates';
import { startWakeWord } from './wake-word/start-wake-word';
import { windowHandlers } from './window-handlers';

/** Parley as it runs: what `index.ts` and a second launch need of it. */
export type RunningApp = Pick<StartedKeys, 'command'> & { showWindow(): void };

/** Starts Parley. `built` is the folder of the bundles. */
export function startApp(options: LaunchOptions, built: string, log: Log): RunningApp {
  const userData = app.getPath('userData');
  const settings = new SettingsStore(userData, () => new Date());
  const keys = new KeyStore(userData, 'service-key', systemKeychain, options.environmentKey);
  const modelKeys = new KeyStore(userData, 'language-model-key', systemKeychain, options.languageModelKey);
  const engine = () => (options.agentUrl ? 'hosted' : activeProfile(settings.current).engine);

  const pages: BuiltPages = { preloads: join(built, 'preload'), session: session.defaultSession };
  hardenSession(pages.session);
  serveApp(pages.session, join(built, 'renderer'));
  const requests = new RequestServer(ipcMain, log);
  const current = () => settings.current;
  const service = hostedService({ options, settings: current, keys, session: pages.session, log });

  const notify = (problem: Problem) => conversation.dispatch({ type: 'notify', problem });
  const tuning = () => localAgentTuning(settings.current, modelKeys);
  const inTalk = () => conversation.active;
  const processes = startProcesses(built, tuning, { inTalk, notify, idleMs: options.idleMs, log });
  const desktop = thisDesktop();
  const world = createToolWorld({ settings: current, userData, shell, desktop });
  const probe = openProbe(process.env['PARLEY_MEASURE']);

  const presence: StartedPresence = startPresence({
    options,
    userData,
    settings,
    talk: () => conversation,
    talkHandsFree: () => talkKeys.talkHandsFree(),
    desktop,
    pages,
    // The first is made before what answers it; its page asks nothing before the app is put together.
    windowMade: (made) => queueMicrotask(() => windowMade(made)),
    unseen: () => (onboarding.check.stop(), wakeWord.unseen()),
    openSettings: () => send('presence.openSettings', undefined),
    listensForName: () => wakeWord.listens(),
    keysTrouble: () => talkKeys.trouble(),
    audioPage: () => audioPage,
    log,
  });
  // A window that is closing throws at every touch, and frames may still come in meanwhile.
  const livingWindow = () => presence.window.living();
  const showWindow = () => presence.window.show();
  const send = <Name extends keyof WindowEvents>(name: Name, payload: WindowEvents[Name]) => {
    livingWindow()?.webContents.send('event', name, payload);
    overlay.tell(name, payload);
  };
  const ready = { expected: () => talkKeys.inUse(), keptMs: options.idleMs };
  const shown = { pages, requests, settings, probe, talk: () => conversation, presence };
  const cardsMove = () => permissions.attentionChanged();
  const overlay = startOverlay({ ...shown, ...ready, approvals: () => approvals, cardsMove });

  const cost = openCost({
    folder: userData,
    settings: current,
    changed: (totals) => send('cost.changed', totals),
    trouble: notify,
  });
  const startedHistory = startHistory({
    userData,
    settings: current,
    system: systemFacts(),
    window: livingWindow,
    snapshot: () => conversation.current().snapshot,
    onProblem: notify,
    onChange: () => send('history.changed', undefined),
    selfTest: () => upkeep.report(),
    deleteSession: (id) => service.client.deleteSession(id),
    digest: {
      settings: current,
      server: () => languageModelServer(settings.current, modelKeys),
      serviceKey: () => keys.read(),
      ask: (...question) => processes.localAgent.ask(...question),
      progress: (told) => send('history.digesting', told),
    },
    continueFrom: (before, continues) =>
      conversation.begin({ microphone: true, text: null, greeting: false, before, taintedBefore: continues }),
    log,
  });
  const { history, remember } = startedHistory;

  const mcp = startMcp({
    userData,
    built,
    settings,
    changed: (servers) => send('mcp.changed', servers),
    toolsChanged: () => conversation.reconfigure(false),
    log,
  });
  const permissions = startPermissions({
    userData,
    settings,
    window: livingWindow,
    showWindow,
    overlayShowsCards: overlay.showsCards,
    send,
    answer: (id, choice) => hands.answer(id, choice, 'notification'),
    notify,
    log,
  });
  const startedHands = startHands({
    ...permissions,
    sources: [mcp.source, commandTools(() => settings.current)],
    context: () => ({ ...world.context(), mind }),
    allowed: () => activeProfile(settings.current).tools,
    now: Date.now,
    steadyNow,
    newId: randomUUID,
    turnNow: () => conversation.turn,
    // A reminder may say what somebody else has dictated.
    otherSound: async () => (sound.plays() ? 'sounding' : desktop.systemSound.isQuiet()),
    tell: (event) => conversation.dispatch(event),
    log,
  });
  const { toolbox, hands, offered, undoLast } = startedHands;
  const approvals = startedHands.handlers;

  const { sound, audioPage } = startSound({
    ...shown,
    ...ready,
    settings: current,
    ears: () => [wakeWord, cues, onboarding.check, upkeep.sound],
    takers: () => [preview, onboarding.check, announcer, wakeWord, cues, upkeep.sound],
  });
  const cues = startCues({ settings: () => settings.current, sound, media: desktop.media, log });

  const parts = { settings, sound, processes, presence, probe, conversation: () => conversation };
  const onboarding = startOnboarding({ ...parts, tell: send, log });
  const preview = startPreview({ ...parts, cost, endpoint: () => service.endpoint() });

  const startedMind = startMind({
    userData,
    history,
    settings: current,
    talk: () => conversation.current(),
    sound,
    synthesize: processes.synthesize,
    samplePlays: () => preview.active,
    notify: (title, body) => showNotice(settings.current, title, body, showWindow),
    changed: (list) => send('reminders.changed', list),
    onProblem: notify,
    log,
  });
  const { mind, announcer } = startedMind;

  const conversation: Conversation = new Conversation({
    now: steadyNow,
    chosenEngine: engine,
    audio: {
      ...sound.as('talk'),
      open: (wanted) => {
        for (const other of [preview, onboarding.check]) void other.stop();
        sound.open('talk', wanted);
      },
    },
    endpoint: (chosen) => (chosen === 'local' ? processes.localEndpoint() : service.endpoint()),
    configSource: (chosen) => ({
      engine: chosen,
      settings: settings.current,
      tools: offered,
      grants: world.grantNames.current(),
      // Which apps somebody has is nobody else's business.
      otherNames: chosen === 'local' ? world.appNames.current() : [],
    }),
    allowance: cost.allowance,
    dollarsPerHour: () => settings.current.dollarsPerHour,
    profile: () => activeProfile(settings.current),
    options: () => talkOptions(settings.current),
    newId: randomUUID,
    record: (record) => {
      cost.record(record);
      remember(record);
      if (record.type === 'conversation-ended') world.warmUp.end();
      if (record.type !== 'conversation-began') return;
      void world.grantNames.look();
      void world.warmUp.begin();
      mcp.wake();
    },
    ...{ wallClock: Date.now, random: Math.random },
    hands: timedHands(hands, probe),
    foreignTools: (names) => names.filter((name) => toolbox.find(name)?.group === 'mcp'),
    hush: () => announcer.hush(),
    speech: () => processes.speech.connect(),
    explainTrouble,
    probe,
    publish: publishTalk({
      send,
      window: livingWindow,
      overlayLevels: overlay.levels,
      changed: (snapshot) => {
        network.setNeeded(snapshot.live && snapshot.engine === 'hosted');
        talkKeys.talkChanged(snapshot);
        wakeWord.refresh();
        presence.refresh();
        cues.talkChanged(snapshot);
      },
    }),
  });
  const wakeWord = startWakeWord({ ...parts, userData, announcer, log, tell: send });
  const talkKeys = startPushToTalk({ ...parts, built, undoLast, tell: send, showWindow, log });
  // Before the first news of the talk, which asks it.
  const network = new NetworkWatch(() => conversation.dispatch({ type: 'network-changed' }));
  for (const problem of [cost.remark, settings.trouble]) if (problem) notify(problem);

  watchPower(powerMonitor, {
    away: (reason) => {
      void preview.stop();
      onboarding.check.stop();
      conversation.dispatch({ type: 'away', reason });
      wakeWord.setAway(true);
    },
    back: () => {
      conversation.dispatch({ type: 'back' });
      wakeWord.setAway(false);
      presence.back();
      void mind.reminders.look();
    },
    shutdown: () => app.quit(),
  });

  const kept = [wakeWord, history, permissions.audit, startedMind, presence];
  const goodbye = quitPolitely(conversation, preview, kept, processes, mcp);
  const updates = startUpdates({ settings, send, conversation, goodbye, log });

  const shared = { keys, modelKeys, engine, window: livingWindow, checkKey: () => checkKey(service.client) };
  const owned = { ...startedHistory.handlers, ...approvals, ...wakeWord.handlers, ...talkKeys.handlers };
  const upkeep = startUpkeep({ ...parts, ...shared, userData, send, mcp, mind, owned });

  let profile = activeProfile(settings.current);
  settings.onChange((changed) => {
    const before = profile;
    profile = activeProfile(changed);
    conversation.reconfigure(before.id !== profile.id && needsNewSession(before, profile));
    void processes.localAgent.tune();
    conversation.refresh();
    void history.tidy();
    sound.refresh();
    wakeWord.refresh();
    send('settings.changed', changed);
  });

  const windowMade = (window: BrowserWindow) => {
    requests.register(
      window.webContents,
      windowRequests,
      windowHandlers({
        ...shared,
        conversation,
        settings,
        cost,
        toolbox,
        approvals,
        mcp: mcp.handlers,
        onboarding: onboarding.handlers,
        reminders: startedMind.handlers,
        updates,
        upkeep: upkeep.handlers,
        wakeWord: wakeWord.handlers,
        presence: presence.handlers,
        overlay: overlay.handlers,
        shortcuts: talkKeys.handlers,
        preview,
        keyChanged: () => send('key.changed', keys.status()),
        modelKeyChanged: () => {
          send('languageModelKey.changed', modelKeys.status());
          void processes.localAgent.tune();
        },
        history: startedHistory.handlers,
        agents: startAgents({
          client: service.client,
          address: () => serviceAddress(options, settings.current),
        }),
        checkLanguageModel: async () =>
          processes.localAgent.check(await languageModelServer(settings.current, modelKeys)),
      }),
    );
    window.once('ready-to-show', () => audioPage.preload());
  };
  presence.begin();
  void mind.reminders.look();
  return { showWindow, command: talkKeys.command };
}
