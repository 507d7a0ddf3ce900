import { expect, test } from 'vitest';
import { FakeBridge } from '../fake-bridge';
import { keptPage, PageKeeper } from './page-keeper';

const empty = { draft: '', view: 'conversation', settingsOpen: false } as const;

function keeper() {
  const bridge = new FakeBridge();
  const due: (() => void)[] = [];
  const page = new PageKeeper(bridge, empty, (_ms, run) => {
    due.push(run);
    return () => void due.splice(due.indexOf(run), 1);
  });
  return { bridge, page, pass: () => due.splice(0).forEach((run) => run()) };
}

test('typing is handed over once the keys rest, with all that changed', () => {
  const { bridge, page, pass } = keeper();
  page.keep({ draft: 'H' });
  page.keep({ draft: 'Hello' });
  page.keep({ view: 'history' });
  expect(bridge.asked()).toEqual([]);
  pass();
  expect(bridge.asked()).toEqual([['window.keep', { draft: 'Hello', view: 'history' }]]);
  pass();
  expect(bridge.asked()).toHaveLength(1);
});

test('a draft beyond all measure is cut, not refused', () => {
  const { bridge, page, pass } = keeper();
  page.keep({ draft: 'x'.repeat(30_000) });
  pass();
  expect((bridge.asked()[0]![1] as { draft: string }).draft).toHaveLength(20_000);
});

test('a page begins empty when main does not answer', async () => {
  const bridge = new FakeBridge();
  const kept = keptPage(bridge);
  await bridge.refuse('window.kept', 'No.');
  expect(await kept).toEqual(empty);
});
