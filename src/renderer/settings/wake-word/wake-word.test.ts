import { describe, expect, test } from 'vitest';
import { FakeBridge } from '../../fake-bridge';
import { WakeWordStore } from './wake-word.svelte';
import { enrolmentText, recordingText, statusText } from './words';

const open = () => {
  const bridge = new FakeBridge();
  const store = new WakeWordStore(bridge);
  store.connect();
  store.open();
  return { bridge, store };
};
const recorded = (bridge: FakeBridge) =>
  bridge
    .asked()
    .filter(([name]) => name === 'wakeWord.record')
    .map(([, index]) => index);

describe('learning a name', () => {
  test('takes three recordings, one after the other, and then learns', async () => {
    const { bridge, store } = open();
    void store.record();
    for (let i = 0; i < 3; i++) {
      expect(store.step).toBe('recording');
      await bridge.answer('wakeWord.record', { ok: true });
    }
    expect(recorded(bridge)).toEqual([0, 1, 2]);
    expect(store.step).toBe('working');
    await bridge.answer('wakeWord.enrol', { ok: true });
    expect(store.step).toBe('closed');
    expect(store.told).toMatch(/learnt/);
  });

  test('tells what was wrong with a recording and makes that one again', async () => {
    const { bridge, store } = open();
    void store.record();
    await bridge.answer('wakeWord.record', { ok: true });
    await bridge.answer('wakeWord.record', { ok: false, why: 'quiet' });
    expect(store.step).toBe('ready');
    expect(store.told).toMatch(/too quiet/);
    void store.record();
    expect(recorded(bridge)).toEqual([0, 1, 1]);
  });

  test('has the one that is unlike the others made again, and only that', async () => {
    const { bridge, store } = open();
    void store.record();
    for (let i = 0; i < 3; i++) await bridge.answer('wakeWord.record', { ok: true });
    await bridge.answer('wakeWord.enrol', { ok: false, trouble: { type: 'unlike', recording: 1 } });
    expect(store.told).toMatch(/Recording 2/);
    expect(store.taken).toEqual([true, false, true]);
    void store.record();
    await bridge.answer('wakeWord.record', { ok: true });
    expect(recorded(bridge)).toEqual([0, 1, 2, 1]);
    expect(store.step).toBe('working');
  });

  test('cancelled, what still comes in changes nothing', async () => {
    const { bridge, store } = open();
    void store.record();
    void store.cancel();
    await bridge.answer('wakeWord.record', { ok: false, why: 'stopped' });
    expect(store.step).toBe('closed');
    expect(store.told).toBe('');
    expect(bridge.asked().some(([name]) => name === 'wakeWord.cancel')).toBe(true);
  });

  test('a request that main refuses is told and can be made again', async () => {
    const { bridge, store } = open();
    void store.record();
    await bridge.refuse('wakeWord.record', 'Not now.');
    expect(store.failure).toBe('Not now.');
    expect(store.step).toBe('ready');
  });
});

test('every trouble has a sentence of its own', () => {
  const troubles = ['silent', 'quiet', 'short', 'long', 'clipped', 'noisy', 'busy', 'sound'] as const;
  const texts = troubles.map((why) => recordingText({ ok: false, why }));
  expect(new Set(texts).size).toBe(troubles.length);
  expect(enrolmentText({ ok: false, trouble: { type: 'unlike', recording: 0 } })).toMatch(/Recording 1/);
  expect(statusText({ name: 'listening' })).toMatch(/^Listening for its name/);
});
