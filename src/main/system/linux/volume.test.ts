import { describe, expect, test } from 'vitest';
import { recorded } from '../run-program.fixture';
import { linuxVolume } from './volume';

const { signal } = new AbortController();
const PACTL = {
  'pactl get-sink-volume':
    'Volume: front-left: 26214 /  40% / -23.88 dB,   front-right: 32768 /  50% / -18.06 dB\n        balance 0.20\n',
  'pactl get-sink-mute': 'Mute: no\n',
};
const AMIXER = `Simple mixer control 'Master',0
  Capabilities: pvolume pswitch pswitch-joined
  Playback channels: Front Left - Front Right
  Limits: Playback 0 - 65536
  Mono:
  Front Left: Playback 29491 [45%] [off]
  Front Right: Playback 29491 [45%] [off]
`;

describe('reading the volume', () => {
  test.each([
    ['pactl: the loudest channel', PACTL, { percent: 50, muted: false }],
    ['pactl: muted', { ...PACTL, 'pactl get-sink-mute': 'Mute: yes\n' }, { percent: 50, muted: true }],
    ['wpctl', { 'wpctl get-volume': 'Volume: 0.43\n' }, { percent: 43, muted: false }],
    ['wpctl: muted', { 'wpctl get-volume': 'Volume: 0.43 [MUTED]\n' }, { percent: 43, muted: true }],
    ['amixer', { 'amixer -M sget Master': AMIXER }, { percent: 45, muted: true }],
    [
      'a pactl without a server is passed over',
      { 'pactl get-sink-volume': { why: 'failed' as const }, 'wpctl get-volume': 'Volume: 1.00\n' },
      { percent: 100, muted: false },
    ],
  ])('%s', async (_, programs, value) => {
    expect(await linuxVolume(recorded(programs).run).read(signal)).toEqual({ ok: true, value });
  });

  test('without any of them it is said', async () => {
    const { run } = recorded({});
    const none = { ok: false, sentence: 'No sound output was found whose volume can be changed.' };
    expect(await linuxVolume(run).read(signal)).toEqual(none);
    expect(await linuxVolume(run).set({ percent: 5 }, signal)).toEqual(none);
  });
});

describe('changing the volume', () => {
  test.each([
    ['pactl', { ...PACTL, 'pactl set-': '' }, 'pactl set-sink-volume @DEFAULT_SINK@ 30%', '0'],
    [
      'wpctl',
      { 'wpctl get-volume': 'Volume: 0.4\n', 'wpctl set-': '' },
      'wpctl set-volume @DEFAULT_AUDIO_SINK@ 30%',
      '0',
    ],
    ['amixer', { 'amixer -M sget': AMIXER, 'amixer -M sset': '' }, 'amixer -M sset Master 30%', 'unmute'],
  ])('%s', async (program, programs, level, unmuted) => {
    const { run, calls } = recorded(programs);
    expect(await linuxVolume(run).set({ percent: 30, muted: false }, signal)).toMatchObject({ ok: true });
    const changes = calls.filter((call) => / s?set/u.test(call));
    expect(changes[0]).toBe(level);
    expect(changes[1]).toMatch(new RegExp(`^${program} .*${unmuted}$`, 'u'));
  });

  test.each([
    [-5, '0%'],
    [400, '150%'],
    [30.4, '30%'],
  ])('%f percent is cut to what makes sense', async (percent, sent) => {
    const { run, calls } = recorded({ ...PACTL, 'pactl set-': '' });
    await linuxVolume(run).set({ percent }, signal);
    expect(calls.filter((call) => call.includes('set-sink'))).toEqual([
      `pactl set-sink-volume @DEFAULT_SINK@ ${sent}`,
    ]);
  });

  test('a change that is not taken is said', async () => {
    const { run } = recorded({ ...PACTL, 'pactl set-': { why: 'failed' } });
    expect(await linuxVolume(run).set({ muted: true }, signal)).toEqual({
      ok: false,
      sentence: 'The sound system did not take the change.',
    });
  });
});
