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

test('what changes elsewhere shows at once', () => {
  const bridge = new FakeBridge();
  const store = new ShortcutsStore(bridge);
  store.connect();
  bridge.emit('shortcuts.changed', { ...state, canHold: false });
  expect(store.state?.canHold).toBe(false);
});
