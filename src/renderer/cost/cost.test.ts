import { expect, it } from 'vitest';
import { FakeBridge } from '../fake-bridge';
import { CostStore } from './cost.svelte';

const totals = (seconds: number) => ({
  today: { seconds, dollars: 1 },
  month: { seconds, dollars: 1 },
  unreadable: 0,
  leftOpen: null,
});

it('shows the sums as main tells them, asked for or not', async () => {
  const bridge = new FakeBridge();
  const store = new CostStore(bridge);
  const disconnect = store.connect();
  await bridge.answer('cost.totals', totals(1));
  expect(store.totals).toEqual(totals(1));
  bridge.emit('cost.changed', totals(2));
  expect(store.totals).toEqual(totals(2));
  disconnect();
  bridge.emit('cost.changed', totals(3));
  expect(store.totals).toEqual(totals(2));
});

it('keeps the sums of before when they cannot be had anew, and says why until they can', async () => {
  const bridge = new FakeBridge();
  const store = new CostStore(bridge);
  store.connect();
  await bridge.answer('cost.totals', totals(1));
  void store.refresh();
  await bridge.refuse('cost.totals', 'That did not work.');
  expect(store.totals).toEqual(totals(1));
  expect(store.failure).toBe('That did not work.');
  void store.refresh();
  await bridge.answer('cost.totals', totals(2));
  expect(store.failure).toBeNull();
});
