import { describe, expect, test } from 'vitest';
import { recorded } from '../run-program.fixture';
import { batteryOf } from './battery';
import { macosDesktop } from './macos-desktop';
import { availableIn } from './memory';

const { signal } = new AbortController();
const desktopWith = (answers: Parameters<typeof recorded>[0]) => {
  const { run, calls } = recorded(answers);
  return { calls, desktop: macosDesktop(run, () => Promise.resolve(null)) };
};

describe('volume on macOS', () => {
  const SETTINGS = 'output volume:44, input volume:75, alert volume:100, output muted:false\n';

  test('is read', async () => {
    const { desktop, calls } = desktopWith({ 'osascript -e get volume settings': SETTINGS });
    expect(await desktop.volume.read(signal)).toEqual({ ok: true, value: { percent: 44, muted: false } });
    expect(calls).toEqual(['osascript -e get volume settings']);
  });

  test('is changed; the value is an argument and no part of the script', async () => {
    const { desktop, calls } = desktopWith({ osascript: SETTINGS });
    await desktop.volume.set({ percent: 130, muted: true }, signal);
    expect(calls.slice(0, 2)).toEqual([
      'osascript -e on run argv -e set volume output volume ((item 1 of argv) as integer) -e end run 100',
      'osascript -e on run argv -e set volume output muted ((item 1 of argv) is "yes") -e end run yes',
    ]);
  });

  test('an output without a volume says so', async () => {
    const settings =
      'output volume:missing value, input volume:75, alert volume:100, output muted:missing value\n';
    const { desktop } = desktopWith({ osascript: settings });
    expect(await desktop.volume.read(signal)).toMatchObject({ ok: false });
  });
});

describe('media players on macOS', () => {
  const state = (player: string) =>
    `osascript -e if application "${player}" is running then tell application "${player}" to player state as text`;

  test('the one that plays is told', async () => {
    const { desktop, calls } = desktopWith({
      [state('Spotify')]: 'paused\n',
      [state('Music')]: 'playing\n',
      'osascript -e tell application': '',
    });
    expect(await desktop.media.control('next', null, signal)).toEqual({
      ok: true,
      value: { player: 'Music' },
    });
    expect(calls.at(-1)).toBe('osascript -e tell application "Music" to next track');
  });

  test('none runs: it is said and none is started', async () => {
    const { desktop, calls } = desktopWith({ 'osascript -e if application': '\n' });
    expect(await desktop.media.control('play', null, signal)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('Neither Music nor Spotify'),
    });
    expect(calls).toHaveLength(2);
  });

  test('a player of another name is never put into a script', async () => {
    const { desktop, calls } = desktopWith({ osascript: 'playing' });
    expect(await desktop.media.control('play', 'x" & do shell script "id', signal)).toMatchObject({
      ok: false,
    });
    expect(calls).toEqual([]);
  });
});

describe('the battery on macOS', () => {
  const line = (rest: string) =>
    `Now drawing from 'Battery Power'\n -InternalBattery-0 (id=4653155)\t${rest} present: true\n`;

  test.each([
    ['83%; discharging; 4:02 remaining', { percent: 83, state: 'discharging', minutesLeft: 242 }],
    ['50%; charging; 1:05 remaining', { percent: 50, state: 'charging', minutesLeft: 65 }],
    ['99%; finishing charge; 0:10 remaining', { percent: 99, state: 'charging', minutesLeft: 10 }],
    ['100%; charged; 0:00 remaining', { percent: 100, state: 'full', minutesLeft: null }],
    ['80%; AC attached; not charging', { percent: 80, state: 'plugged in', minutesLeft: null }],
    ['83%; discharging; (no estimate)', { percent: 83, state: 'discharging', minutesLeft: null }],
  ])('%s', (rest, battery) => expect(batteryOf(line(rest))).toEqual(battery));

  test('none', async () => {
    const { desktop } = desktopWith({ 'pmset -g batt': "Now drawing from 'AC Power'\n" });
    expect(await desktop.power.battery(signal)).toEqual({
      ok: false,
      sentence: 'This computer has no battery.',
    });
  });
});

test('memory on macOS: what can be had at once is free', () => {
  const output = `Mach Virtual Memory Statistics: (page size of 16384 bytes)
Pages free:                               10000.
Pages active:                            300000.
Pages inactive:                          200000.
Pages speculative:                         5000.
Pages throttled:                              0.
Pages wired down:                        100000.
Pages purgeable:                           1000.
`;
  expect(availableIn(output)).toBe(216_000 * 16_384);
  expect(availableIn('nonsense')).toBeNull();
});

test('what macOS cannot do is said', async () => {
  const { desktop, calls } = desktopWith({});
  expect(await desktop.brightness.set(50, signal)).toMatchObject({ ok: false });
  expect(await desktop.doNotDisturb.read(signal)).toMatchObject({ ok: false });
  expect(await desktop.screen.capture(signal)).toMatchObject({
    ok: false,
    sentence: expect.stringContaining('Privacy and Security'),
  });
  expect(await desktop.systemSound.isQuiet()).toBe('unknown');
  expect(calls).toEqual([]);
});

test('the screen of a Mac is locked by its sleep, and it is not said to be certain', async () => {
  const { desktop, calls } = desktopWith({ 'pmset displaysleepnow': '' });
  expect(await desktop.lock.lock(signal)).toEqual({ ok: true, value: { certain: false } });
  expect(calls).toEqual(['pmset displaysleepnow']);
});
