import { expect, it } from 'vitest';
import { FakeBridge } from '../fake-bridge';
import { ProfilesStore } from './profiles.svelte';

const slt = { engine: 'local', voice: 'slt' } as const;
const anna = { engine: 'hosted', voice: 'anna' } as const;

it('a sample plays until main says that it was heard', async () => {
  const bridge = new FakeBridge();
  const store = new ProfilesStore(bridge);
  void store.toggleSample(slt);
  expect(store.plays(slt)).toBe(true);
  expect(store.plays(anna)).toBe(false);
  await bridge.answer('voice.play');
  expect(store.plays(slt)).toBe(false);
});

it('pressing again stops it, and another takes its place', async () => {
  const bridge = new FakeBridge();
  const store = new ProfilesStore(bridge);
  void store.toggleSample(slt);
  void store.toggleSample(slt);
  expect(bridge.asked().map(([name]) => name)).toEqual(['voice.play', 'voice.stop']);
  expect(store.plays(slt)).toBe(false);
  void store.toggleSample(anna);
  // The end of the first must not be taken for the end of the second.
  await bridge.answer('voice.play');
  expect(store.plays(anna)).toBe(true);
});

it('a sample that fails says why, at its own voice alone', async () => {
  const bridge = new FakeBridge();
  const store = new ProfilesStore(bridge);
  void store.toggleSample(anna);
  await bridge.refuse('voice.play', 'The hosted engine needs a key.');
  expect(store.plays(anna)).toBe(false);
  expect(store.failureOf(anna)).toBe('The hosted engine needs a key.');
  expect(store.failureOf(slt)).toBeUndefined();
});

it('what could not be saved stays, and what was saved is forgotten unless it changed meanwhile', () => {
  const store = new ProfilesStore(new FakeBridge());
  store.setDraft('work', 'prompt', 'Be brief');
  store.setDraft('work', 'prompt', 'Be brief.');
  store.saved('work', 'prompt', 'Be brief');
  expect(store.draft('work', 'prompt')).toBe('Be brief.');
  store.saved('work', 'prompt', 'Be brief.');
  expect(store.draft('work', 'prompt')).toBeUndefined();
  expect(store.draft('parley', 'prompt')).toBeUndefined();
});
