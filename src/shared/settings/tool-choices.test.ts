import { expect, test } from 'vitest';
import { storedChoice, withToolChoice, type ToolChoice } from './tool-choices';

const documents: ToolChoice = {
  tool: 'move_item',
  scope: 'docs',
  scopeLabel: 'Documents',
  choice: 'always',
};
const nowhere: ToolChoice = { tool: 'move_item', scope: null, scopeLabel: null, choice: 'deny' };

test('a choice holds for its own scope only', () => {
  expect(storedChoice([documents], 'move_item', 'docs')).toBe('always');
  expect(storedChoice([documents], 'move_item', null)).toBe('ask');
  expect(storedChoice([documents], 'move_item', 'other')).toBe('ask');
  expect(storedChoice([documents], 'copy_item', 'docs')).toBe('ask');
});

test('a later choice takes the place of the earlier one for the same', () => {
  const both = withToolChoice([documents], nowhere);
  expect(both).toEqual([documents, nowhere]);
  expect(withToolChoice(both, { ...documents, choice: 'deny' })).toEqual([
    nowhere,
    { ...documents, choice: 'deny' },
  ]);
});

test('"ask" is what holds anyway: the choice goes', () => {
  expect(withToolChoice([documents, nowhere], { ...documents, choice: 'ask' })).toEqual([nowhere]);
});

test('no more than can be stored are kept, the newest', () => {
  const many = Array.from({ length: 500 }, (_, at): ToolChoice => ({ ...nowhere, tool: `tool_${at}` }));
  const kept = withToolChoice(many, documents);
  expect(kept).toHaveLength(500);
  expect(kept.at(-1)).toEqual(documents);
});
