import { describe, expect, test } from 'vitest';
import { recorded } from '../run-program.fixture';
import { batteryOf } from './battery';
import { windowsDesktop } from './windows-desktop';

const { signal } = new AbortController();
const SHELL = 'powershell.exe -NoLogo -NoProfile -NonInteractive -Command';
const desktopWith = (answers: Parameters<typeof recorded>[0]) => {
  const record = recorded(answers);
  return { ...record, desktop: windowsDesktop(record.run, () => Promise.resolve(null)) };
};

describe('volume on Windows', () => {
  test.each([
    ['37 audible\r\n', { percent: 37, muted: false }],
    ['0 muted\r\n', { percent: 0, muted: true }],
  ])('%j is read', async (output, value) => {
    expect(await desktopWith({ [SHELL]: output }).desktop.volume.read(signal)).toEqual({ ok: true, value });
  });

  test('the script is always the same; values go in beside it', async () => {
    const { desktop, calls, environments } = desktopWith({ [SHELL]: '30 audible\r\n' });
    await desktop.volume.read(signal);
    await desktop.volume.set({ percent: 30.2, muted: false }, signal);
    await desktop.volume.set({ muted: true }, signal);
    expect(new Set(calls).size).toBe(1);
    expect(environments).toEqual([{}, { PARLEY_LEVEL: '30', PARLEY_MUTED: 'no' }, { PARLEY_MUTED: 'yes' }]);
  });

  test('silence at 0 percent is a level too', async () => {
    const { desktop, environments } = desktopWith({ [SHELL]: '0 audible\r\n' });
    await desktop.volume.set({ percent: 0 }, signal);
    expect(environments).toEqual([{ PARLEY_LEVEL: '0' }]);
  });

  test('without an output it is said', async () => {
    const { desktop } = desktopWith({ [SHELL]: { why: 'failed' } });
    expect(await desktop.volume.read(signal)).toMatchObject({ ok: false });
  });
});

test.each([
  ['play', '179'],
  ['pause', '179'],
  ['next', '176'],
  ['previous', '177'],
  ['stop', '178'],
] as const)('the media key for %s is %s', async (action, key) => {
  const { desktop, environments } = desktopWith({ [SHELL]: '' });
  expect(await desktop.media.control(action, null, signal)).toEqual({ ok: true, value: { player: null } });
  expect(environments).toEqual([{ PARLEY_KEY: key }]);
});

describe('brightness on Windows', () => {
  test('is read and set', async () => {
    const { desktop, environments } = desktopWith({ [SHELL]: '60\r\n' });
    expect(await desktop.brightness.read(signal)).toEqual({ ok: true, value: 60 });
    expect(await desktop.brightness.set(60, signal)).toEqual({ ok: true, value: 60 });
    expect(environments).toEqual([{}, { PARLEY_LEVEL: '60' }]);
  });

  test('a screen of its own has none', async () => {
    const { desktop } = desktopWith({ [SHELL]: { why: 'failed' } });
    expect(await desktop.brightness.read(signal)).toMatchObject({ ok: false });
  });
});

describe('the battery on Windows', () => {
  const list = (charge: number, status: number, minutes: number | null) =>
    `[{"EstimatedChargeRemaining":${charge},"BatteryStatus":${status},"EstimatedRunTime":${minutes}}]\r\n`;

  test.each([
    [list(80, 1, 200), { percent: 80, state: 'discharging', minutesLeft: 200 }],
    [list(80, 2, 71_582_788), { percent: 80, state: 'plugged in', minutesLeft: null }],
    [list(100, 2, null), { percent: 100, state: 'full', minutesLeft: null }],
    [list(40, 6, 71_582_788), { percent: 40, state: 'charging', minutesLeft: null }],
    [list(7, 5, 12), { percent: 7, state: 'discharging', minutesLeft: 12 }],
    [list(104, 3, null), { percent: 100, state: 'full', minutesLeft: null }],
  ])('%j', (output, battery) => expect(batteryOf(output)).toEqual(battery));

  test.each(['[]', '', 'null', '{"x":1}', '[{"EstimatedChargeRemaining":"a"}]'])('none: %j', (output) =>
    expect(batteryOf(output)).toBeNull(),
  );

  test('a desktop computer says so', async () => {
    const { desktop } = desktopWith({ [SHELL]: '[]\r\n' });
    expect(await desktop.power.battery(signal)).toEqual({
      ok: false,
      sentence: 'This computer has no battery.',
    });
  });
});

test('the screen is locked by the system’s own program', async () => {
  const { desktop, calls } = desktopWith({ 'rundll32.exe': '' });
  expect(await desktop.lock.lock(signal)).toEqual({ ok: true, value: { certain: false } });
  expect(calls).toEqual(['rundll32.exe user32.dll,LockWorkStation']);
});

test('what Windows cannot do is said', async () => {
  const { desktop } = desktopWith({});
  expect(await desktop.doNotDisturb.read(signal)).toMatchObject({ ok: false });
  expect(await desktop.systemSound.isQuiet()).toBe('unknown');
});
