import { describe, expect, test } from 'vitest';
import type { AudioReport, AudioTrouble } from '../../shared/ipc/audio';
import { checked, noMicrophone, type MicrophoneCheck, type MicrophoneEvent } from './microphone-check';

const opened = (input = 'Laptop', sampleRate = 48_000): MicrophoneEvent => ({
  type: 'reported',
  report: { type: 'opened', input, output: '', sampleRate, echoCancellation: true },
});
const trouble = (name: AudioTrouble, fatal: boolean): MicrophoneEvent => ({
  type: 'reported',
  report: { type: 'trouble', trouble: name, fatal, device: '' } satisfies AudioReport,
});
const frames = (count: number, zero = false): readonly MicrophoneEvent[] =>
  Array.from({ length: count }, () => ({ type: 'frame', zero }) as const);
const after = (...events: readonly MicrophoneEvent[]): MicrophoneCheck =>
  [{ type: 'began' } as const, ...events].reduce(checked, noMicrophone);

describe('a microphone that works', () => {
  test('is waited at until somebody speaks, and is heard when that was recorded', () => {
    expect(after().picture).toEqual({ name: 'opening' });
    expect(after(opened()).picture).toEqual({ name: 'waiting', device: 'Laptop', bluetooth: false });
    const speaking = after(opened(), ...frames(10), { type: 'speaking' });
    expect(speaking.picture.name).toBe('hearing');
    expect(checked(speaking, { type: 'recorded', loudness: 'quiet' }).picture).toEqual({
      ...{ name: 'heard', device: 'Laptop', bluetooth: false, loudness: 'quiet' },
    });
  });

  test('stays heard whatever comes late', () => {
    const heard = after(opened(), { type: 'speaking' }, { type: 'recorded', loudness: 'good' });
    for (const late of [opened('Other'), trouble('no_microphone', true), ...frames(1, true)]) {
      expect(checked(heard, late)).toBe(heard);
    }
  });
});

describe('what can be wrong', () => {
  test('two seconds of zeros are silence; a sound ends it', () => {
    expect(after(opened(), ...frames(39, true)).picture.name).toBe('waiting');
    const silent = after(opened(), ...frames(40, true));
    expect(silent.picture.name).toBe('silent');
    expect(checked(silent, { type: 'frame', zero: false }).picture.name).toBe('waiting');
  });

  test('zeros that are no row are none', () => {
    expect(after(opened(), ...frames(39, true), ...frames(1), ...frames(39, true)).picture.name).toBe(
      'waiting',
    );
  });

  test('zeros before a microphone is open are not its own', () => {
    expect(after(...frames(60, true), opened()).picture.name).toBe('waiting');
  });

  test('after six seconds without speech it is said that nobody was heard', () => {
    expect(after(opened(), ...frames(119)).picture.name).toBe('waiting');
    expect(after(opened(), ...frames(120)).picture.name).toBe('unheard');
    expect(after(opened(), ...frames(120), { type: 'speaking' }).picture.name).toBe('hearing');
  });

  test.each([
    ['permission_denied', 'permission'],
    ['no_microphone', 'none'],
    ['microphone_lost', 'none'],
    ['microphone_busy', 'busy'],
    ['sound_failed', 'sound'],
  ] as const)('%s is told as %s', (name, why) => {
    expect(after(trouble(name, true)).picture).toEqual({ name: 'failed', why });
  });

  test('a trouble that is not the end changes nothing', () => {
    expect(after(opened(), trouble('microphone_busy', false)).picture.name).toBe('waiting');
  });

  test('a microphone that is connected after all is waited at', () => {
    expect(after(trouble('no_microphone', true), opened()).picture.name).toBe('waiting');
  });
});

describe('a headset over Bluetooth', () => {
  test.each([
    ['Headset (WH-1000 Hands-Free AG Audio)', 48_000],
    ['AirPods', 24_000],
    ['bluez_input.00', 48_000],
    ['Some headset', 16_000],
  ])('is known: %s at %i Hz', (name, rate) => {
    expect(after(opened(name, rate)).picture).toMatchObject({ bluetooth: true });
  });

  test.each([
    ['Built-in Microphone', 48_000],
    ['USB Headset', 44_100],
    ['Unknown rate', 0],
  ])('is not suspected: %s at %i Hz', (name, rate) => {
    expect(after(opened(name, rate)).picture).toMatchObject({ bluetooth: false });
  });
});
