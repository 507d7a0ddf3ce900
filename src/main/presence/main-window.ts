import type { BrowserWindow } from 'electron';
import type { KeptPage } from '../../shared/ipc/presence';
import type { Problem } from '../../shared/problem';
import { CrashCount } from './crash-count';
import type { PresenceFile } from './presence-file';
import {
  arrangementOf,
  LEAST_SIZE,
  placeFor,
  saneBounds,
  withPlace,
  type Rectangle,
  type Screen,
} from './window-place';

/** After moving or resizing, so long nothing must happen before the place is kept. */
const SETTLED_MS = 500;

/** What the window is made of, and whom it tells. */
export interface MainWindowWorld {
  /** Makes the window, not shown yet, with its page loading. Null: the system may choose the place. */
  readonly create: (bounds: Rectangle | null) => BrowserWindow;
  /** It was made: its page's requests are to be answered. */
  readonly made: (window: BrowserWindow) => void;
  /** The screens, the main one first. */
  readonly screens: () => readonly Screen[];
  readonly file: PresenceFile;
  /** How long a hidden window is kept before its memory is given back, in milliseconds, as it is now. */
  readonly keptMs: () => number;
  /** Closing hides the window; otherwise it quits. */
  readonly keepsRunning: () => boolean;
  /** It was closed into the background. */
  readonly closedIntoBackground: () => void;
  readonly quit: () => void;
  /** Something that the person should know, shown in the window. */
  readonly tell: (problem: Problem) => void;
  /** The page crashed three times within a minute and is left alone. */
  readonly keepsCrashing: () => void;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/**
 * The one main window over the life of the app: shown where it was, hidden when it is closed, given back after a while,
 * and made again with what was in it. A page that crashes is loaded again.
 */
export class MainWindow {
  private window: BrowserWindow | null = null;
  private shows = false;
  private quitting = false;
  private release: NodeJS.Timeout | null = null;
  private settling: NodeJS.Timeout | null = null;
  private page: KeptPage = { draft: '', view: 'conversation', settingsOpen: false };
  private readonly crashes: CrashCount;

  constructor(private readonly world: MainWindowWorld) {
    this.crashes = new CrashCount(world.now);
  }

  /** The window while it can be touched: one that is closing throws at every touch. */
  living(): BrowserWindow | null {
    const { window } = this;
    return window && !window.isDestroyed() && !window.webContents.isDestroyed() ? window : null;
  }

  /** What the page shall show when it is loaded. */
  get keptPage(): KeptPage {
    return this.page;
  }

  /** The page tells what is in it, so that a new one can show the same. */
  keepPage(patch: { readonly [Name in keyof KeptPage]?: KeptPage[Name] | undefined }): void {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    this.page = { ...this.page, ...given };
  }

  /** Brings the window to the front, wherever it is. */
  show(): void {
    this.stopRelease();
    this.crashes.forget();
    const open = this.living();
    if (!open) return this.make();
    if (open.webContents.isCrashed()) open.webContents.reload();
    if (open.isMinimized()) open.restore();
    if (!open.isVisible()) this.moveIntoSight(open);
    if (this.shows) open.show();
    open.focus();
  }

  /** A screen has gone: not every desktop brings back what was on it. */
  screenGone(): void {
    const open = this.living();
    if (open?.isVisible()) this.moveIntoSight(open);
  }

  /** How long a hidden window is kept has changed: one that is hidden now is kept so long from now on. */
  keptChanged(): void {
    if (this.release) this.releaseSoon();
  }

  /** From now on windows close when they are told to. */
  letGo(): void {
    this.quitting = true;
    this.keepPlace();
  }

  private make(): void {
    const { world } = this;
    const kept = placeFor(world.file.current.places, world.screens());
    const window = world.create(kept && saneBounds(kept.bounds, world.screens(), LEAST_SIZE));
    this.window = window;
    this.shows = false;
    world.made(window);
    if (kept?.maximized) window.maximize();
    window.once('ready-to-show', () => {
      this.shows = true;
      window.show();
      world.file.change({ welcomed: true });
    });
    for (const event of ['move', 'resize', 'maximize', 'unmaximize'] as const) {
      window.on(event as 'move', () => this.placeChanges());
    }
    window.on('close', (event) => {
      this.keepPlace();
      if (this.quitting) return;
      event.preventDefault();
      this.closed(window);
    });
    window.on('closed', () => {
      if (this.window === window) this.window = null;
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      // Not from within the event: Chromium still takes the old page apart.
      if (reason !== 'clean-exit') setImmediate(() => this.crashed(window, reason));
    });
  }

  private closed(window: BrowserWindow): void {
    window.hide();
    if (!this.world.keepsRunning()) return this.world.quit();
    this.releaseSoon();
    this.world.closedIntoBackground();
  }

  private releaseSoon(): void {
    this.stopRelease();
    this.release = setTimeout(() => this.giveBack(), this.world.keptMs());
    this.release.unref();
  }

  private giveBack(): void {
    this.release = null;
    const window = this.living();
    if (window && !window.isVisible()) window.destroy();
  }

  private crashed(window: BrowserWindow, reason: string): void {
    if (this.quitting || this.window !== window || window.isDestroyed()) return;
    this.world.log(`window page ended: ${reason}`);
    if (this.crashes.happened()) {
      window.destroy();
      return this.world.keepsCrashing();
    }
    // Nobody looks at it: the next one is made when it is wanted.
    if (!window.isVisible()) return window.destroy();
    this.world.tell(windowCrashed);
    window.webContents.reload();
  }

  private placeChanges(): void {
    if (this.settling) clearTimeout(this.settling);
    this.settling = setTimeout(() => this.keepPlace(), SETTLED_MS);
    this.settling.unref();
  }

  private keepPlace(): void {
    if (this.settling) clearTimeout(this.settling);
    this.settling = null;
    const window = this.living();
    if (!window || !this.shows) return;
    const { x, y, width, height } = window.getNormalBounds();
    const { file, screens } = this.world;
    const place = {
      arrangement: arrangementOf(screens()).slice(0, 1_000),
      bounds: { x, y, width, height },
      maximized: window.isMaximized(),
    };
    file.change({ places: [...withPlace(file.current.places, place)] });
  }

  /** A screen may have gone while the window was hidden. */
  private moveIntoSight(window: BrowserWindow): void {
    const bounds = window.getNormalBounds();
    const sane = saneBounds(bounds, this.world.screens(), LEAST_SIZE);
    if (JSON.stringify(sane) !== JSON.stringify(pick(bounds))) window.setBounds(sane);
  }

  private stopRelease(): void {
    if (this.release) clearTimeout(this.release);
    this.release = null;
  }
}

function pick({ x, y, width, height }: Rectangle): Rectangle {
  return { x, y, width, height };
}

const windowCrashed: Problem = {
  code: 'window_crashed',
  sentence: 'The window stopped working and was opened again.',
  next: 'Nothing of the conversation was lost.',
};
