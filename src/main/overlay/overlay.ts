import type { BrowserWindow } from 'electron';
import type { ApprovalChoice } from '../../shared/ipc/approvals';
import type { OverlayEvents, OverlayLooks } from '../../shared/ipc/overlay';
import type { TalkGlance } from '../presence/presence-state';
import type { Screen, Size } from '../presence/window-place';
import { overlayPlace, panelShape, type Point } from './overlay-place';
import { away, overlayNext, type OverlayState } from './overlay-state';

/** A page that is made ahead waits until what begins just now has the processor to itself. */
const AHEAD_MS = 2_000;
/** After a crash of its page it is left alone for so long. */
const BROKEN_MS = 30_000;
/**
 * A click within this time after it came, or after what is in it has moved, was meant for something else. The page waits
 * half a second; what it tells of arrives here a little later, and a click that it has taken must count.
 */
const INERT_MS = 450;
/** Corners of the panel, as in its page. */
const RADIUS = 14;

/** What the overlay reaches. */
export interface OverlayWorld {
  /** Makes the window, hidden, with its page loading. */
  readonly create: () => BrowserWindow;
  /** Clicks are let through by giving the window the panel's shape; else the page tells where the pointer is. */
  readonly shapes: boolean;
  readonly screens: () => readonly Screen[];
  readonly pointer: () => Point;
  readonly looks: () => OverlayLooks;
  /** In what size its page is shown; 1 is the usual. */
  readonly textSize: () => number;
  /** The person wants it, and the system can. */
  readonly allowed: () => boolean;
  /** The person has Parley's own window before them. */
  readonly attended: () => boolean;
  /** A talk may begin at any moment by a key: its page is made ahead and stays. */
  readonly expected: () => boolean;
  /** How long its page is kept once no talk is expected, so that the next one finds it ready; in milliseconds. */
  readonly keptMs: () => number;
  /** Milliseconds of a clock that only goes on. */
  readonly now: () => number;
  /** It is on the screen, so long after what called for it. */
  readonly painted: (milliseconds: number) => void;
  /** Its page has crashed: what was shown there has to be shown elsewhere. */
  readonly broke: () => void;
}

/** The overlay's window over its life: made ahead while a talk is likely, shown and hidden, and let go. */
export class Overlay {
  private window: BrowserWindow | null = null;
  private panel: Size | null = null;
  private state: OverlayState = away;
  private talk: TalkGlance = { status: 'ready', problem: null, live: false, muted: false, resting: false };
  private onScreen = false;
  /** When it was called for, until its first picture is painted. */
  private calledAt: number | null = null;
  /** When it came into sight, or its cards or its size last changed: then something else was under the pointer. */
  private movedAt = 0;
  /** Its page has crashed: until then there is none. */
  private brokenUntil = -Infinity;
  private leave: NodeJS.Timeout | null = null;
  private ahead: NodeJS.Timeout | null = null;
  private release: NodeJS.Timeout | null = null;

  constructor(private readonly world: OverlayWorld) {}

  /** It can be seen. */
  get shown(): boolean {
    return this.onScreen;
  }

  /** Requests that wait come up here, unless the person has the window before them. */
  get showsCards(): boolean {
    return this.world.allowed() && this.world.now() >= this.brokenUntil;
  }

  /** The talk has changed. */
  talkChanged(talk: TalkGlance): void {
    this.talk = talk;
    this.look();
  }

  /** Looks again: the settings have changed, or which window the person has before them. */
  look(): void {
    const { allowed, attended, now } = this.world;
    const called = now();
    const { talk } = this;
    this.state = overlayNext(this.state, { allowed: allowed(), attended: attended(), talk }, called);
    this.setClock(called);
    if (this.state.shown) this.show(called);
    else this.hide();
    this.keepOrRelease();
  }

  /** Screens came, went or changed. */
  screensChanged(): void {
    if (this.onScreen) this.place();
  }

  /** Tells the page something; levels only while they can be seen. */
  send<Name extends keyof OverlayEvents>(name: Name, payload: OverlayEvents[Name]): void {
    if (name === 'conversation.levels' && !this.onScreen) return;
    if (name === 'approvals.changed') this.movedAt = this.world.now();
    this.living()?.webContents.send('event', name, payload);
  }

  /** The page has measured its panel, in its own pixels. */
  sized({ width, height }: Size): void {
    const size = this.world.textSize();
    this.panel = { width: Math.ceil(width * size), height: Math.ceil(height * size) };
    this.movedAt = this.world.now();
    if (this.state.shown && !this.onScreen) this.show(this.calledAt ?? this.world.now());
    else this.shape();
  }

  /** The pointer came over the panel, or left it. */
  pointerOver(over: boolean): void {
    if (!this.world.shapes) this.living()?.setIgnoreMouseEvents(!over, { forward: true });
  }

  /** The page has painted its first picture since it was shown. */
  painted(): void {
    if (this.calledAt !== null) this.world.painted(this.world.now() - this.calledAt);
    this.calledAt = null;
  }

  /** Whether a click on a card counts: it has been in sight, and stood still, for a moment. A no counts always. */
  takes(choice: ApprovalChoice): boolean {
    return choice === 'deny' || (this.onScreen && this.world.now() - this.movedAt >= INERT_MS);
  }

  /** Gone, for good. */
  close(): void {
    for (const timer of [this.leave, this.ahead, this.release]) if (timer) clearTimeout(timer);
    this.letGo();
  }

  private show(called: number): void {
    if (this.onScreen) return;
    this.calledAt ??= called;
    const window = this.living() ?? this.load();
    // Before the page has told its size there is nothing to show.
    if (!window || this.panel === null) return;
    this.place();
    this.shape();
    this.onScreen = true;
    this.movedAt = this.world.now();
    window.showInactive();
    this.send('overlay.shown', this.world.looks());
  }

  private hide(): void {
    this.calledAt = null;
    if (!this.onScreen) return;
    this.onScreen = false;
    this.pointerOver(false);
    this.living()?.hide();
  }

  private place(): void {
    const { screens, pointer, textSize } = this.world;
    const place = overlayPlace(screens(), pointer(), textSize());
    if (place) this.living()?.setBounds(place);
  }

  private shape(): void {
    const window = this.living();
    if (!window || !this.panel || !this.world.shapes) return;
    const radius = Math.round(RADIUS * this.world.textSize());
    window.setShape([...panelShape(window.getBounds(), this.panel, radius)]);
  }

  private load(): BrowserWindow | null {
    // One that crashes would only crash again at the next word.
    if (this.world.now() < this.brokenUntil) return null;
    const window = this.world.create();
    this.window = window;
    this.panel = null;
    const lost = () => {
      if (this.window !== window) return;
      this.window = null;
      this.panel = null;
      this.onScreen = false;
    };
    window.once('closed', lost);
    window.webContents.once('render-process-gone', () => {
      if (this.window === window) this.brokenUntil = this.world.now() + BROKEN_MS;
      lost();
      if (!window.isDestroyed()) window.destroy();
      this.world.broke();
    });
    if (!this.world.shapes) window.setIgnoreMouseEvents(true, { forward: true });
    return window;
  }

  private living(): BrowserWindow | null {
    const { window } = this;
    return window && !window.isDestroyed() && !window.webContents.isDestroyed() ? window : null;
  }

  private keepOrRelease(): void {
    const { live, resting } = this.talk;
    const likely = this.world.allowed() && (live || resting || this.state.shown || this.world.expected());
    if (likely) {
      if (this.release) clearTimeout(this.release);
      this.release = null;
      if (!this.living()) this.ahead ??= this.later(AHEAD_MS, () => this.loadAhead());
      return;
    }
    if (this.ahead) clearTimeout(this.ahead);
    this.ahead = null;
    if (this.living()) {
      this.release ??= this.later(this.world.keptMs(), () => {
        this.release = null;
        this.letGo();
      });
    }
  }

  private loadAhead(): void {
    this.ahead = null;
    if (!this.living()) this.load();
  }

  private letGo(): void {
    const window = this.living();
    this.window = null;
    this.panel = null;
    this.onScreen = false;
    window?.destroy();
  }

  private setClock(now: number): void {
    if (this.leave) clearTimeout(this.leave);
    const at = this.state.shown ? this.state.leavesAt : null;
    this.leave = at === null ? null : this.later(Math.max(0, at - now) + 1, () => this.look());
  }

  private later(milliseconds: number, run: () => void): NodeJS.Timeout {
    const timer = setTimeout(run, milliseconds);
    timer.unref();
    return timer;
  }
}
