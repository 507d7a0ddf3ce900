import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MainWindow } from './main-window';
import type { PresenceFile } from './presence-file';

/** As much of a window as a closing one is. */
class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), {
    isDestroyed: () => this.destroyed,
    isCrashed: () => false,
  });
  destroyed = false;
  private visible = false;

  show() {
    this.visible = true;
  }

  hide() {
    this.visible = false;
  }

  focus() {
    this.visible = true;
  }

  isVisible = () => this.visible;
  isMinimized = () => false;
  isMaximized = () => false;
  isDestroyed = () => this.destroyed;
  bounds = { x: 0, y: 0, width: 600, height: 600 };
  getNormalBounds = () => this.bounds;
  setBounds = (bounds: FakeWindow['bounds']) => void (this.bounds = bounds);

  destroy() {
    this.destroyed = true;
    this.emit('closed');
  }

  /** As its button does. */
  close() {
    this.emit('close', { preventDefault: () => undefined });
  }
}

const SCREEN = { x: 0, y: 0, width: 1_280, height: 800 };

let keptMs = 60_000;
let made: FakeWindow[] = [];

function shownWindow(): MainWindow {
  const file = { current: { places: [] }, change: () => undefined };
  const window = new MainWindow({
    create: () => {
      const fake = new FakeWindow();
      made.push(fake);
      return fake as unknown as BrowserWindow;
    },
    made: () => undefined,
    screens: () => [{ bounds: SCREEN, workArea: SCREEN }],
    file: file as unknown as PresenceFile,
    keptMs: () => keptMs,
    keepsRunning: () => true,
    closedIntoBackground: () => undefined,
    quit: () => undefined,
    tell: () => undefined,
    keepsCrashing: () => undefined,
    now: () => 0,
    log: () => undefined,
  });
  window.show();
  made[0]!.emit('ready-to-show');
  return window;
}

describe('MainWindow', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    keptMs = 60_000;
    made = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is moved into sight when its screen is unplugged, seen or hidden', () => {
    const window = shownWindow();
    const [fake] = made;
    const away = { x: 2_000, y: 100, width: 600, height: 600 };
    fake!.bounds = away;
    window.screenGone();
    expect(fake!.bounds.x + 600).toBeLessThanOrEqual(1_280);
    const settled = fake!.bounds;
    window.screenGone();
    expect(fake!.bounds).toEqual(settled);
    fake!.close();
    fake!.bounds = away;
    window.screenGone();
    expect(fake!.bounds).toEqual(away);
    window.show();
    expect(fake!.bounds.x + 600).toBeLessThanOrEqual(1_280);
  });

  it('is given back when it has been closed for as long as it is kept, and made anew when it is wanted', () => {
    const window = shownWindow();
    made[0]!.close();
    vi.advanceTimersByTime(59_999);
    expect(made[0]!.destroyed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(made[0]!.destroyed).toBe(true);
    window.show();
    expect(made).toHaveLength(2);
  });

  it('stays while it is looked at, however long', () => {
    const window = shownWindow();
    made[0]!.close();
    window.show();
    vi.advanceTimersByTime(3_600_000);
    expect(made[0]!.destroyed).toBe(false);
  });

  it('is given back soon when nothing may be kept ready any more', () => {
    const window = shownWindow();
    made[0]!.close();
    keptMs = 1_000;
    window.keptChanged();
    vi.advanceTimersByTime(1_000);
    expect(made[0]!.destroyed).toBe(true);
  });

  it('is not given back by that while it is looked at', () => {
    const window = shownWindow();
    keptMs = 1_000;
    window.keptChanged();
    vi.advanceTimersByTime(3_600_000);
    expect(made[0]!.destroyed).toBe(false);
  });
});
