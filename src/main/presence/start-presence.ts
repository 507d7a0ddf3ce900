/** Puts the presence together: window, tray, start at login, battery, and the pause of listening. */
import { homedir } from 'node:os';
import { app, nativeTheme, powerMonitor, screen, type BrowserWindow } from 'electron';
import { assertNever } from '../../shared/assert-never';
import type { ConversationEvent } from '../conversation/events';
import type { ConversationSnapshot } from '../../shared/ipc/conversation';
import type { presenceRequests, StartPicture } from '../../shared/ipc/presence';
import type { Problem } from '../../shared/problem';
import type { Settings } from '../../shared/settings/schema';
import { BACKGROUND, createMainWindow, type BuiltPages } from '../desktop/pages';
import { whenUnseen } from '../desktop/when-unseen';
import { showNotice } from '../desktop/system-notice';
import type { Handlers } from '../ipc/request-server';
import type { LaunchOptions } from '../launch-options';
import type { Desktop } from '../system/desktop';
import { runProgram } from '../system/run-program';
import { watchLock } from '../system/linux/lock-watch';
import { linuxShowsTray } from '../system/linux/tray-host';
import { BatteryWatch } from './battery-watch';
import { Listening } from './listening';
import { loginItem } from './login-item';
import { MainWindow } from './main-window';
import { PresenceFile } from './presence-file';
import { presenceState, presenceWords } from './presence-state';
import { pausedTalk } from './paused-talk';
import { followTextSize } from './text-size';
import { ParleyTray, type TrayLook } from './tray';
import { tongueOf } from '../desktop/tongue';
import type { Tongue } from '../../shared/words/languages';
import { translated } from '../../shared/words/translated';
import { trayMenu, type TrayAction } from './tray-menu';
import { batteryLow, keepsCrashing, residentProblem } from './words';

/** The talk, as the tray drives it. */
interface Talk {
  current(): { readonly snapshot: ConversationSnapshot };
  dispatch(event: ConversationEvent): void;
}

/** What presence needs of the app. */
export interface PresenceSurroundings {
  readonly options: LaunchOptions;
  readonly userData: string;
  readonly settings: {
    readonly current: Settings;
    change(patch: { activeProfile: string }): Settings;
    onChange(listener: (settings: Settings) => void): () => void;
  };
  readonly talk: () => Talk;
  /** Begins or goes on with a talk as two taps of the talk key do: the microphone is open at once, and stays open. */
  readonly talkHandsFree: () => void;
  readonly desktop: Pick<Desktop, 'power'>;
  readonly pages: BuiltPages;
  /** Has the requests of the window's page answered. */
  readonly windowMade: (window: BrowserWindow) => void;
  /** Nobody sees any more what that page shows. */
  readonly unseen: () => void;
  readonly openSettings: () => void;
  /** The microphone is open for Parley's name. */
  readonly listensForName: () => boolean;
  /** Why a key that the person chose does not work; null while all do. */
  readonly keysTrouble: () => Problem | null;
  /** What makes a start instant: loaded ahead, if it may be kept warm. */
  readonly audioPage: () => { preload(): void; setWarm(warm: boolean): void };
  readonly log: (line: string) => void;
}

/** The presence as the app sees it. */
export interface StartedPresence {
  readonly window: MainWindow;
  /** Tells others what may bring Parley to listen. */
  readonly listening: Pick<Listening, 'rules' | 'onChange'>;
  readonly handlers: Handlers<typeof presenceRequests>;
  /** The talk has changed. */
  refresh(): void;
  /** Awake or unlocked again. */
  back(): void;
  /** Forgets where windows were and what was told once. Rejects never; the window stays where it is. */
  forget(): Promise<void>;
  /** Shows the tray, and looks at what the desktop tells from now on. */
  begin(): void;
  close(): Promise<void>;
}

/** How long a hidden window is kept, and when nothing may be kept ready: until its page has handed over what is in it. */
const WINDOW_KEPT_MS = 60_000;
const WINDOW_COLD_MS = 1_000;
/** What opens at the start has the processor first; what nobody waits for comes so much later. */
const AFTER_START_MS = 1_000;
/** A panel may start after us: so long after the start it is looked for again. Nothing looks after that. */
const TRAY_LOOKS_MS = [5_000, 15_000, 45_000, 120_000] as const;
/** How long the desktop may take to tell whether it shows tray icons. */
const TRAY_ANSWER_MS = 2_000;

/**
 * Makes the presence, and the window unless Parley was started without one. The window's page is answered, and anything
 * else shown, once all else is made and `begin` is called, in the same turn of the event loop.
 */
export function startPresence(around: PresenceSurroundings): StartedPresence {
  const { options, settings, log } = around;
  const file = new PresenceFile(around.userData, log);
  const listening = new Listening(Date.now);
  const tell = (problem: Problem) => around.talk().dispatch({ type: 'notify', problem });
  const login = loginItem(
    {
      platform: process.platform,
      environment: process.env,
      executable: process.execPath,
      packaged: app.isPackaged,
      appFolder: app.getAppPath(),
      home: homedir(),
    },
    app,
  );

  const window = new MainWindow({
    create: (bounds) => {
      const background = BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];
      return createMainWindow(around.pages, background, bounds);
    },
    made: (made) => {
      around.windowMade(made);
      whenUnseen(made, around.unseen);
    },
    screens: () => {
      const main = screen.getPrimaryDisplay();
      return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)];
    },
    file,
    keptMs: () => (listening.rules.warmth ? (options.idleMs ?? WINDOW_KEPT_MS) : WINDOW_COLD_MS),
    keepsRunning: () => settings.current.closeKeepsRunning,
    closedIntoBackground: () => void tellResident(),
    quit: () => app.quit(),
    tell,
    keepsCrashing: () => {
      tell(keepsCrashing);
      const { sentence, next } = keepsCrashing;
      showNotice(settings.current, 'Parley', `${sentence} ${next}`, () => window.show());
    },
    now: () => performance.now(),
    log,
  });

  if (!options.skipOnboarding && settings.current.onboarding !== 'done') {
    window.keepPage({ view: 'onboarding' });
  }

  async function tellResident(): Promise<void> {
    if (file.current.toldResident) return;
    file.change({ toldResident: true });
    const problem = residentProblem(await showsTray());
    tell(problem);
    showNotice(settings.current, problem.sentence, problem.next, () => window.show());
  }

  const quieten = (begins: boolean) => {
    if (listening.pausedUntil === null) return;
    const event = pausedTalk(around.talk().current().snapshot, begins);
    if (event) around.talk().dispatch(event);
  };
  const act = (action: TrayAction): void => {
    const talk = around.talk();
    switch (action.type) {
      case 'start':
        return around.talkHandsFree();
      case 'end':
        return talk.dispatch({ type: 'end', reason: 'person' });
      case 'mute':
        return talk.dispatch({ type: 'mute', muted: action.muted });
      case 'profile':
        settings.change({ activeProfile: action.id });
        return;
      case 'pause':
        listening.pause();
        return quieten(true);
      case 'resume':
        return listening.resume();
      case 'show':
        return window.show();
      case 'settings':
        window.keepPage({ settingsOpen: true });
        around.openSettings();
        return window.show();
      case 'quit':
        return app.quit();
      default:
        return assertNever(action);
    }
  };
  const tray = new ParleyTray(act, log);
  const look = (): TrayLook => {
    const talk = around.talk().current().snapshot;
    const tongue = tongueOf(settings.current);
    const until = listening.pausedUntil === null ? null : timeOfDay(listening.pausedUntil, tongue);
    const quiet = presenceState(talk, until !== null);
    // Whatever opens the microphone is to be seen.
    const forName = quiet === 'idle' && around.listensForName();
    const state = forName ? 'listening' : quiet;
    const { profiles, activeProfile } = settings.current;
    const said = forName ? 'Listening for its name' : presenceWords(state, talk, until ?? '');
    const words = translated(tongue, said).text;
    const keys = around.keysTrouble();
    const trouble = keys && translated(tongue, keys.sentence).text;
    return {
      state,
      tooltip: `Parley: ${words}`,
      menu: trayMenu({ words, trouble, talk, pausedUntil: until, profiles, activeProfile }, tongue),
    };
  };
  screen.on('display-removed', () => window.screenGone());
  let begun = false;
  const refresh = () => {
    quieten(false);
    if (begun) tray.show(look());
  };
  listening.onChange(({ warmth }) => {
    refresh();
    window.keptChanged();
    around.audioPage().setWarm(warmth);
  });
  followTextSize(settings);
  nativeTheme.themeSource = settings.current.appearance;
  settings.onChange(({ appearance }) => {
    nativeTheme.themeSource = appearance;
    refresh();
  });

  async function lookForTray(): Promise<void> {
    if (await showsTray()) return;
    let waited = 0;
    for (const at of TRAY_LOOKS_MS) {
      await new Promise<void>((resolve) => setTimeout(resolve, at - waited).unref());
      waited = at;
      if (!(await showsTray())) continue;
      tray.renew(look());
      return;
    }
    log('no tray on this desktop');
  }

  let toldLow = false;
  const battery = new BatteryWatch({
    battery: () => around.desktop.power.battery(AbortSignal.timeout(10_000)),
    changed: (low) => {
      listening.setLowBattery(low);
      if (!low || toldLow) return;
      toldLow = true;
      tell(batteryLow);
    },
  });

  const hidden =
    (options.hidden || settings.current.startHidden || openedAtLogin()) &&
    (options.skipOnboarding || file.current.welcomed || settings.current.onboarding === 'done');
  // Its page loads while the rest of the app is put together.
  if (!hidden) window.show();

  const startPicture = async (): Promise<StartPicture> => ({
    atLogin: await login.read().catch(() => null),
    tray: await showsTray(),
  });

  return {
    window,
    listening,
    refresh,
    handlers: {
      'window.kept': () => window.keptPage,
      'window.keep': (patch) => void window.keepPage(patch),
      'presence.start': startPicture,
      'presence.setAtLogin': async (on) => {
        await login.set(on);
        return startPicture();
      },
      'presence.quit': () => void app.quit(),
    },
    back: () => {
      listening.look();
      void battery.look();
    },
    forget: () => {
      file.change({ places: [], toldResident: false });
      return file.close();
    },
    begin: () => {
      begun = true;
      tray.show(look());
      // Electron tells of a lock on the other systems only. No key may open the microphone under one that comes early.
      if (process.platform === 'linux') {
        void watchLock(process.env, homedir(), (locked) =>
          powerMonitor.emit(locked ? 'lock-screen' : 'unlock-screen'),
        );
      }
      setTimeout(() => {
        if (hidden) around.audioPage().preload();
        void login.repair();
        void lookForTray();
        void battery.look();
      }, AFTER_START_MS).unref();
      for (const event of ['on-ac', 'on-battery'] as const) {
        powerMonitor.on(event as 'on-ac', () => void battery.look());
      }
    },
    close: () => {
      window.letGo();
      return file.close();
    },
  };
}

/** macOS tells that it opened us at login; elsewhere the entry says `--hidden`. */
function openedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

async function showsTray(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  return linuxShowsTray(runProgram, process.env, homedir(), AbortSignal.timeout(TRAY_ANSWER_MS));
}

function timeOfDay(at: number, { locale }: Tongue): string {
  return new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
}
