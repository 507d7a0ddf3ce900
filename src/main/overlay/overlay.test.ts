import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TalkGlance } from '../presence/presence-state';
import { Overlay } from './overlay';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is used of a window, written down. */
class FakeWindow extends EventEmitter {
  readonly done: string[] = [];
  readonly told: string[] = [];
  gone = false;
  readonly webContents = Object.assign(new EventEmitter(), {
    isDestroyed: () => this.gone,
    send: (_: string, name: string) => void this.told.push(name),
  });
  isDestroyed = () => this.gone;
  showInactive = () => void this.done.push('show');
  hide = () => void this.done.push('hide');
  setBounds = () => void this.done.push('place');
  getBounds = () => ({ x: 0, y: 0, width: 440, height: 560 });
  setShape = () => void this.done.push('shape');
  setIgnoreMouseEvents = (ignore: boolean) => void this.done.push(ignore ? 'clicks through' : 'clicks taken');
  destroy = () => {
    this.gone = true;
    this.emit('closed');
  };
}

const SCREEN = { x: 0, y: 0, width: 1_280, height: 800 };
const PANEL = { width: 416, height: 60 };
const talk = (more: Partial<TalkGlance> = {}): TalkGlance => ({
  status: 'listening',
  problem: null,
  live: true,
  muted: false,
  resting: false,
  ...more,
});
const over = talk({ status: 'ended', live: false });

function bench({ shapes = true } = {}) {
  const made: FakeWindow[] = [];
  const state = { attended: false, allowed: true, expected: false, keptMs: 600_000, broke: 0 };
  const overlay = new Overlay({
    create: () => {
      const window = new FakeWindow();
      made.push(window);
      return window as unknown as BrowserWindow;
    },
    shapes,
    screens: () => [{ bounds: SCREEN, workArea: SCREEN }],
    pointer: () => ({ x: 10, y: 10 }),
    looks: () => ({ language: 'system', appearance: 'system' }),
    textSize: () => 1,
    allowed: () => state.allowed,
    attended: () => state.attended,
    expected: () => state.expected,
    keptMs: () => state.keptMs,
    now: () => Date.now(),
    painted: () => undefined,
    broke: () => void (state.broke += 1),
  });
  return { overlay, made, state };
}

test('it is shown once its page has told its size, in its place and shape, without the focus', () => {
  const { overlay, made } = bench();
  overlay.talkChanged(talk());
  expect(made).toHaveLength(1);
  expect(made[0]!.done).toEqual([]);
  overlay.sized(PANEL);
  expect(made[0]!.done).toEqual(['place', 'shape', 'show']);
  expect(made[0]!.told).toContain('overlay.shown');
});

test('made once, it comes again at once with the next talk', () => {
  const { overlay, made } = bench();
  overlay.talkChanged(talk());
  overlay.sized(PANEL);
  overlay.talkChanged(over);
  vi.advanceTimersByTime(5_000);
  expect(made[0]!.done.at(-1)).toBe('hide');
  overlay.talkChanged(talk({ status: 'connecting' }));
  expect(made).toHaveLength(1);
  expect(made[0]!.done.at(-1)).toBe('show');
});

test('levels go to its page only while it can be seen', () => {
  const { overlay, made } = bench();
  overlay.talkChanged(talk());
  overlay.send('conversation.levels', { input: 0, output: 0 });
  overlay.sized(PANEL);
  overlay.send('conversation.levels', { input: 0, output: 0 });
  overlay.talkChanged(over);
  vi.advanceTimersByTime(5_000);
  overlay.send('conversation.levels', { input: 0, output: 0 });
  expect(made[0]!.told.filter((name) => name === 'conversation.levels')).toHaveLength(1);
});

test('its page is kept for a while after a talk, and let go when nobody talks any more', () => {
  const { overlay, made } = bench();
  overlay.talkChanged(talk());
  overlay.sized(PANEL);
  overlay.talkChanged(over);
  vi.advanceTimersByTime(590_000);
  overlay.talkChanged(talk());
  vi.advanceTimersByTime(60_000);
  overlay.talkChanged(over);
  vi.advanceTimersByTime(590_000);
  expect(made[0]!.gone).toBe(false);
  vi.advanceTimersByTime(20_000);
  expect(made[0]!.gone).toBe(true);
  vi.advanceTimersByTime(600_000);
  expect(made).toHaveLength(1);
});

test('while a key may call for it its page is there ahead, however long nobody talks', () => {
  const { overlay, made, state } = bench();
  state.expected = true;
  overlay.look();
  vi.advanceTimersByTime(3_000);
  expect(made).toHaveLength(1);
  overlay.sized(PANEL);
  vi.advanceTimersByTime(24 * 3_600_000);
  expect(made[0]!.gone).toBe(false);
  expect(made[0]!.done).not.toContain('show');
  overlay.talkChanged(talk({ status: 'connecting' }));
  expect(made[0]!.done.at(-1)).toBe('show');
});

test('when no key may call for it any more its page is let go', () => {
  const { overlay, made, state } = bench();
  state.expected = true;
  overlay.look();
  vi.advanceTimersByTime(3_000);
  Object.assign(state, { expected: false, keptMs: 1_000 });
  overlay.look();
  vi.advanceTimersByTime(1_000);
  expect(made[0]!.gone).toBe(true);
});

test('in the moment it comes into sight no click approves; a no is taken', () => {
  const { overlay } = bench();
  expect(overlay.takes('once')).toBe(false);
  overlay.talkChanged(talk({ status: 'approval' }));
  overlay.sized(PANEL);
  vi.advanceTimersByTime(400);
  expect(overlay.takes('once')).toBe(false);
  expect(overlay.takes('deny')).toBe(true);
  vi.advanceTimersByTime(200);
  expect(overlay.takes('once')).toBe(true);
  overlay.talkChanged(over);
  vi.advanceTimersByTime(5_000);
  expect(overlay.takes('once')).toBe(false);
});

test('a card that comes, or moves, in a panel that is in sight already cannot be approved in that moment', () => {
  const { overlay } = bench();
  overlay.talkChanged(talk());
  overlay.sized(PANEL);
  vi.advanceTimersByTime(60_000);
  for (const change of [
    () => overlay.send('approvals.changed', []),
    () => overlay.sized({ ...PANEL, height: 260 }),
  ]) {
    expect(overlay.takes('once')).toBe(true);
    change();
    vi.advanceTimersByTime(400);
    expect(overlay.takes('once')).toBe(false);
    expect(overlay.takes('always')).toBe(false);
    vi.advanceTimersByTime(200);
  }
  expect(overlay.takes('once')).toBe(true);
});

test('without shapes clicks go through until the pointer is over the panel', () => {
  const { overlay, made } = bench({ shapes: false });
  overlay.talkChanged(talk());
  overlay.sized(PANEL);
  overlay.pointerOver(true);
  overlay.pointerOver(false);
  expect(made[0]!.done).toEqual(['clicks through', 'place', 'show', 'clicks taken', 'clicks through']);
});

test('a page that crashes is not made again at the next word, and its requests are shown elsewhere', () => {
  const { overlay, made, state } = bench();
  overlay.talkChanged(talk());
  overlay.sized(PANEL);
  expect(overlay.showsCards).toBe(true);
  made[0]!.webContents.emit('render-process-gone');
  expect(overlay.showsCards).toBe(false);
  expect(state.broke).toBe(1);
  overlay.talkChanged(talk({ status: 'hearing' }));
  expect(made).toHaveLength(1);
  vi.advanceTimersByTime(31_000);
  overlay.talkChanged(talk());
  expect(made).toHaveLength(2);
});

test('requests are shown elsewhere where it is not wanted, or cannot be', () => {
  const { overlay, state } = bench();
  state.allowed = false;
  expect(overlay.showsCards).toBe(false);
});
