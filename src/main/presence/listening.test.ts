import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { can, cannot, type Battery } from '../system/desktop';
import { BatteryWatch, isLow } from './battery-watch';
import { CrashCount } from './crash-count';
import { Listening } from './listening';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HOUR_MS = 3_600_000;
const all = { wakeWord: true, shortcuts: true, warmth: true };

describe('a pause of listening', () => {
  it('keeps wake word and shortcuts off for an hour', () => {
    const listening = new Listening(Date.now);
    const told = vi.fn();
    listening.onChange(told);
    listening.pause();
    expect(listening.rules).toEqual({ wakeWord: false, shortcuts: false, warmth: true });
    vi.advanceTimersByTime(HOUR_MS - 1);
    expect(told).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(told).toHaveBeenLastCalledWith(all);
    expect(listening.pausedUntil).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('begins anew when it is asked for again, and ends when it is taken back', () => {
    const listening = new Listening(Date.now);
    listening.pause();
    vi.advanceTimersByTime(HOUR_MS / 2);
    listening.pause();
    vi.advanceTimersByTime(HOUR_MS - 1);
    expect(listening.rules.shortcuts).toBe(false);
    listening.resume();
    expect(listening.rules).toEqual(all);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is over after a sleep in which its timer stood still', () => {
    let now = 0;
    const listening = new Listening(() => now);
    listening.pause();
    now = 2 * HOUR_MS;
    listening.look();
    expect(listening.rules).toEqual(all);
  });

  it('neither lasts for days nor ends because the clock was set back', () => {
    let now = 100 * HOUR_MS;
    const listening = new Listening(() => now);
    listening.pause();
    now = 10 * HOUR_MS;
    listening.look();
    expect(listening.rules.wakeWord).toBe(false);
    expect(listening.pausedUntil).toBe(11 * HOUR_MS);
  });
});

const battery = (percent: number, state: Battery['state'] = 'discharging'): Battery => ({
  percent,
  state,
  minutesLeft: null,
});

describe('a low battery', () => {
  it('is one that empties and is nearly empty', () => {
    expect(isLow(false, battery(20))).toBe(true);
    expect(isLow(false, battery(21))).toBe(false);
    expect(isLow(false, battery(5, 'charging'))).toBe(false);
    expect(isLow(true, null)).toBe(false);
  });

  it('stays low until it is clearly fuller, so that nothing flickers', () => {
    expect(isLow(true, battery(24))).toBe(true);
    expect(isLow(true, battery(25))).toBe(false);
  });

  it('keeps nothing ready, and its name unheard; keys still work', () => {
    const listening = new Listening(Date.now);
    listening.setLowBattery(true);
    expect(listening.rules).toEqual({ wakeWord: false, shortcuts: true, warmth: false });
    listening.setLowBattery(false);
    expect(listening.rules).toEqual(all);
  });

  it('is looked at every five minutes where there is a battery, and told when it changes', async () => {
    let percent = 22;
    const changed = vi.fn();
    const watch = new BatteryWatch({ battery: async () => can(battery(percent)), changed });
    await watch.look();
    percent = 19;
    await vi.advanceTimersByTimeAsync(5 * 60_000 - 1);
    expect(changed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(changed.mock.calls).toEqual([[true]]);
    percent = 80;
    await watch.look();
    expect(changed.mock.calls).toEqual([[true], [false]]);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('is not looked for again where there is none', async () => {
    const watch = new BatteryWatch({ battery: async () => cannot('None.'), changed: vi.fn() });
    await watch.look();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('two looks at once leave one timer', async () => {
    const watch = new BatteryWatch({ battery: async () => can(battery(50)), changed: vi.fn() });
    await Promise.all([watch.look(), watch.look()]);
    expect(vi.getTimerCount()).toBe(1);
  });
});

describe('crashes', () => {
  it('are a row when three fall within a minute', () => {
    let now = 0;
    const count = new CrashCount(() => now);
    expect(count.happened()).toBe(false);
    now = 30_000;
    expect(count.happened()).toBe(false);
    now = 59_999;
    expect(count.happened()).toBe(true);
    now = 95_000;
    expect(count.isRow).toBe(false);
  });

  it('are forgotten when the person asks again', () => {
    const count = new CrashCount(() => 0);
    for (let crash = 0; crash < 3; crash += 1) count.happened();
    count.forget();
    expect(count.happened()).toBe(false);
  });
});
