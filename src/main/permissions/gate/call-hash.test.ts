import { expect, test } from 'vitest';
import { callHash } from './call-hash';

const hash = callHash('move_item', { item: 'a', to: { folder: 'b', place: [1, 2] } }, 'Moves a to b.');

test('equal calls hash equally, in whatever order their arguments stand', () => {
  expect(callHash('move_item', { to: { place: [1, 2], folder: 'b' }, item: 'a' }, 'Moves a to b.')).toBe(
    hash,
  );
});

test.each([
  ['tool', callHash('copy_item', { item: 'a', to: { folder: 'b', place: [1, 2] } }, 'Moves a to b.')],
  ['argument', callHash('move_item', { item: 'a', to: { folder: 'c', place: [1, 2] } }, 'Moves a to b.')],
  [
    'order of a list',
    callHash('move_item', { item: 'a', to: { folder: 'b', place: [2, 1] } }, 'Moves a to b.'),
  ],
  ['meaning', callHash('move_item', { item: 'a', to: { folder: 'b', place: [1, 2] } }, 'Moves a to c.')],
])('another %s is another call', (_, other) => {
  expect(other).not.toBe(hash);
});
