/** Puts the overlay together: its window and page, the screens, and what its page may ask for. */
import { app, nativeTheme, screen, type BrowserWindow } from 'electron';
import type { WindowEvents } from '../../shared/ipc';
import type { approvalRequests } from '../../shared/ipc/approvals';
import {
  overlayRequests,
  type OverlayAbility,
  type OverlayEvents,
  type overlaySettingsRequests,
} from '../../shared/ipc/overlay';
import type { Settings } from '../../shared/settings/schema';
import type { Conversation } from '../conversation/conversation';
import { BACKGROUND, createOverlayWindow, type BuiltPages } from '../desktop/pages';
import type { Handlers, RequestServer } from '../ipc/request-server';
import type { Listening } from '../presence/listening';
import type { Probe } from '../probe';
import { Overlay } from './overlay';

/** Somebody who talks will mostly talk again within this time, and the panel is to be there at once. */
const KEPT_MS = 10 * 60_000;
/** When nothing may be kept ready. */
const COLD_MS = 1_000;

/** What it needs of the app. */
export interface OverlaySurroundings {
  readonly pages: BuiltPages;
  readonly requests: RequestServer;
  readonly settings: { readonly current: Settings; onChange(listener: () => void): unknown };
  readonly talk: () => Conversation;
  readonly approvals: () => Pick<Handlers<typeof approvalRequests>, 'approvals.current' | 'approvals.answer'>;
  readonly presence: {
    /** The main window. */
    readonly window: { living(): BrowserWindow | null; show(): void };
    /** Whether anything may be kept ready. */
    readonly listening: Pick<Listening, 'rules' | 'onChange'>;
  };
  /** A talk may begin at any moment by a key. */
  readonly expected: () => boolean;
  /** How long its page is kept once no talk is expected, in milliseconds; null for as long as is good. */
  readonly keptMs: number | null;
  readonly probe: Probe | null;
  /** {@link StartedOverlay.showsCards} may be otherwise now. */
  readonly cardsMove: () => void;
}

/** The overlay as the app sees it. */
export interface StartedOverlay {
  /** Takes everything that the window is told; what is the overlay's business goes on to its page. */
  tell<Name extends keyof WindowEvents>(name: Name, payload: WindowEvents[Name]): void;
  levels(levels: OverlayEvents['conversation.levels']): void;
  /** Whether requests that wait are shown above the other windows, so that nothing else need show them. */
  showsCards(): boolean;
  readonly handlers: Handlers<typeof overlaySettingsRequests>;
}

/** Starts it: from now on it comes and goes with the talk. */
export function startOverlay(around: OverlaySurroundings): StartedOverlay {
  const { settings, talk, probe } = around;
  const { window, listening } = around.presence;
  const looks = () => {
    const { language, appearance } = settings.current;
    return { language, appearance };
  };
  const ability = overlayAbility(process.platform, process.env);
  const overlay: Overlay = new Overlay({
    create: () => {
      const made = createOverlayWindow(
        around.pages,
        BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
      );
      around.requests.register(made.webContents, overlayRequests, handlers);
      return made;
    },
    shapes: process.platform === 'linux',
    screens: () => screen.getAllDisplays(),
    looks,
    textSize: () => settings.current.textSize,
    pointer: () => screen.getCursorScreenPoint(),
    allowed: () => settings.current.overlay && ability === 'works',
    attended: () => window.living()?.isFocused() ?? false,
    expected: around.expected,
    keptMs: () => (listening.rules.warmth ? (around.keptMs ?? KEPT_MS) : COLD_MS),
    now: () => performance.now(),
    painted: (milliseconds) =>
      probe?.({ name: 'overlay-painted', at: performance.timeOrigin + performance.now(), milliseconds }),
    broke: () => around.cardsMove(),
  });
  const handlers: Handlers<typeof overlayRequests> = {
    'conversation.current': () => talk().current(),
    'conversation.end': () => void talk().dispatch({ type: 'end', reason: 'person' }),
    'conversation.stopSpeaking': () => void talk().dispatch({ type: 'stop-speaking' }),
    'approvals.current': () => around.approvals()['approvals.current'](undefined),
    'approvals.answer': (answer) =>
      overlay.takes(answer.choice) ? around.approvals()['approvals.answer'](answer) : undefined,
    'overlay.sized': (panel) => void overlay.sized(panel),
    'overlay.pointer': (over) => void overlay.pointerOver(over),
    'overlay.painted': () => void overlay.painted(),
    'overlay.openWindow': () => void window.show(),
    'overlay.look': looks,
  };
  const takes: { readonly [Name in keyof WindowEvents]?: (payload: WindowEvents[Name]) => void } = {
    'conversation.snapshot': (snapshot) => {
      overlay.send('conversation.snapshot', snapshot);
      overlay.talkChanged(snapshot);
    },
    'conversation.entry': (entry) => overlay.send('conversation.entry', entry),
    'conversation.cleared': () => overlay.send('conversation.cleared', undefined),
    // It may be another key now, or none.
    'shortcuts.changed': () => overlay.look(),
    'approvals.changed': (cards) => overlay.send('approvals.changed', cards),
  };
  settings.onChange(() => {
    overlay.look();
    around.cardsMove();
  });
  listening.onChange(() => overlay.look());
  for (const event of ['browser-window-focus', 'browser-window-blur'] as const) {
    app.on(event as 'browser-window-focus', () => overlay.look());
  }
  const screensChanged = () => overlay.screensChanged();
  screen.on('display-added', screensChanged);
  screen.on('display-removed', screensChanged);
  screen.on('display-metrics-changed', screensChanged);
  app.once('will-quit', () => overlay.close());
  return {
    tell: (name, payload) => takes[name]?.(payload),
    levels: (levels) => overlay.send('conversation.levels', levels),
    showsCards: () => overlay.showsCards,
    handlers: { 'overlay.ability': () => ability },
  };
}

/** Whether an app may place a window here; on Wayland none may. */
export function overlayAbility(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): OverlayAbility {
  const wayland = environment['XDG_SESSION_TYPE'] === 'wayland' || Boolean(environment['WAYLAND_DISPLAY']);
  return platform === 'linux' && wayland ? 'wayland' : 'works';
}
