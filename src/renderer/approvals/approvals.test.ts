import { expect, test } from 'vitest';
import type { ApprovalCard } from '../../shared/ipc/approvals';
import { FakeBridge } from '../fake-bridge';
import type { ApprovalKeyPress } from './approval-keys';
import { ApprovalsStore } from './approvals.svelte';

const card = (id: string): ApprovalCard => ({
  id,
  tool: 'open_item',
  effect: `Opens ${id}.`,
  question: `Shall I open ${id}?`,
  risk: null,
  arguments: '{}',
  preview: null,
  because: null,
  verbs: ['open'],
  remember: [],
  scope: null,
  expiresAt: 30_000,
});
const press = (key: string, more: Partial<ApprovalKeyPress> = {}): ApprovalKeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  isTrusted: true,
  ...more,
});
const approveKey = (more: Partial<ApprovalKeyPress> = {}) =>
  press('Enter', { ctrlKey: true, shiftKey: true, ...more });

/** A store whose cards become live when the test says. */
function open(...ids: readonly string[]) {
  const bridge = new FakeBridge();
  const timers: (() => void)[] = [];
  const store = new ApprovalsStore(bridge, (_, run) => {
    timers.push(run);
    return () => void timers.splice(timers.indexOf(run), 1);
  });
  store.connect();
  bridge.emit('approvals.changed', ids.map(card));
  const arm = () => timers.splice(0).forEach((run) => run());
  const answers = () => bridge.asked().filter(([name]) => name === 'approvals.answer');
  return { bridge, store, arm, answers };
}

test('nothing approves in the moment a card appears', () => {
  const { store, arm, answers } = open('a');
  void store.answer('a', 'once');
  expect(store.key(approveKey())).toBeNull();
  expect(store.key(press('Escape'))).toBeNull();
  expect(answers()).toEqual([]);
  arm();
  expect(store.key(approveKey())).toEqual({ goTo: null });
  expect(answers()).toEqual([['approvals.answer', { id: 'a', choice: 'once' }]]);
});

test('when another card comes or one goes, the moment begins anew', () => {
  const { bridge, store, arm, answers } = open('a');
  arm();
  bridge.emit('approvals.changed', [card('a'), card('b')]);
  void store.answer('a', 'once');
  expect(answers()).toEqual([]);
});

test.each([
  ['Enter alone', press('Enter')],
  ['Ctrl+Enter, which may send a message', press('Enter', { ctrlKey: true })],
  ['a held key', approveKey({ repeat: true })],
  ['a key that a script made up', approveKey({ isTrusted: false })],
  ['a key that ends a composition', approveKey({ isComposing: true })],
  ['another letter', press('a', { ctrlKey: true, shiftKey: true })],
])('%s approves nothing', (_, key) => {
  const { store, arm, answers } = open('a');
  arm();
  expect(store.key(key)).toBeNull();
  expect(answers()).toEqual([]);
});

test('with several cards the key goes to the oldest, and counts for the one with the focus only', () => {
  const { store, arm, answers } = open('a', 'b');
  arm();
  expect(store.key(approveKey())).toEqual({ goTo: 'a' });
  expect(answers()).toEqual([]);
  store.focusIs('b');
  expect(store.key(approveKey())).toEqual({ goTo: null });
  expect(answers()).toEqual([['approvals.answer', { id: 'b', choice: 'once' }]]);
});

test('Escape denies the card with the focus, else the oldest', () => {
  const { store, arm, answers } = open('a', 'b');
  arm();
  expect(store.key(press('Escape'))).toEqual({ goTo: null });
  store.focusIs('b');
  expect(store.key(press('Escape'))).toEqual({ goTo: null });
  expect(answers().map(([, argument]) => argument)).toEqual([
    { id: 'a', choice: 'deny' },
    { id: 'b', choice: 'deny' },
  ]);
});

test('without a card every key is left to others', () => {
  const { store, arm } = open();
  arm();
  expect(store.key(press('Escape'))).toBeNull();
  expect(store.key(approveKey())).toBeNull();
});

test('what is told while the first question is under way is newer than its answer', async () => {
  const { bridge, store } = open('a');
  await bridge.answer('approvals.current', []);
  expect(store.cards.map(({ id }) => id)).toEqual(['a']);
});

test('an answer that main refuses is told', async () => {
  const { bridge, store, arm } = open('a');
  arm();
  void store.answer('a', 'once');
  await bridge.refuse('approvals.answer', 'The setting could not be saved.');
  expect(store.failure).toBe('The setting could not be saved.');
});
