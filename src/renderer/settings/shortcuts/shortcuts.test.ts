import { expect, test } from 'vitest';
import type { ShortcutsState } from '../../../shared/ipc/shortcuts';
import { FakeBridge } from '../../fake-bridge';
import { ShortcutsStore } from './shortcuts.svelte';

const state: ShortcutsState = {
  system: 'linux',
  backend: 'x11',
  sentence: 'Works.',
  canHold: true,
  chosenHere: true,
  problem: null,
  needsPermission: false,
  shortcuts: [{ name: 'talk', keys: 'ControlRight', isDefault: true, inSystem: null, problem: null }],
};

test('what is refused is told at its shortcut, and the earlier key stays', async () => {
  const bridge = new FakeBridge();
  const store = new ShortcutsStore(bridge);
  store.connect();
  await bridge.answer('shortcuts.state', state);
  const setting = store.set('talk', 'KeyA');
  await bridge.refuse('shortcuts.set', 'A is needed for typing.');
  await setting;
  expect(store.failure).toEqual({ name: 'talk', sentence: 'A is needed for typing.' });
  expect(store.state).toEqual(state);
  store.recording(true);
  expect(store.failure).toBeNull();
});

test('keys that another app has taken are told until that is dismissed, and again when it happens again', () => {
  const bridge = new FakeBridge();
  const store = new ShortcutsStore(bridge);
  store.connect();
  const problem = { code: 'shortcut_taken', sentence: 'Taken.', next: 'Choose another one.' };
  const taken = { ...state, shortcuts: state.shortcuts.map((one) => ({ ...one, problem })) };
  bridge.emit('shortcuts.changed', taken);
  expect(store.trouble?.sentence).toBe('Another app has taken the key for “Talk”.');
  store.dismissTrouble();
  bridge.emit('shortcuts.changed', { ...taken, canHold: false });
  expect(store.trouble).toBeNull();
  bridge.emit('shortcuts.changed', state);
  expect(store.trouble).toBeNull();
  bridge.emit('shortcuts.changed', taken);
  expect(store.trouble?.code).toBe('shortcut_taken');
});

test('what is held to talk is named only while holding it works', () => {
  const bridge = new FakeBridge();
  const store = new ShortcutsStore(bridge);
  store.connect();
  expect(store.heldToTalk).toBeNull();
  bridge.emit('shortcuts.changed', state);
  expect(store.heldToTalk).toBe('Right Ctrl');
  bridge.emit('shortcuts.changed', { ...state, canHold: false });
  expect(store.heldToTalk).toBeNull();
  const problem = { code: 'shortcut_taken', sentence: 'Taken.', next: 'Choose another one.' };
  const shortcuts = state.shortcuts.map((one) => ({ ...one, problem }));
  bridge.emit('shortcuts.changed', { ...state, shortcuts });
  expect(store.heldToTalk).toBeNull();
});

test('what changes elsewhere shows at once', () => {
  const bridge = new FakeBridge();
  const store = new ShortcutsStore(bridge);
  store.connect();
  bridge.emit('shortcuts.changed', { ...state, canHold: false });
  expect(store.state?.canHold).toBe(false);
});
