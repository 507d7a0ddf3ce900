import { expect, it } from 'vitest';
import { defaultConfig, resolveConfig } from '../../shared/protocol/server-rules';
import { emptyMemory } from '../thinking/types';
import { awaitedAnswers, keytermsOf } from './expectations';

const lamp = {
  type: 'function' as const,
  name: 'switch_lamp',
  description: 'Switches a lamp.',
  parameters: {
    type: 'object',
    properties: {
      room: { type: 'string', enum: ['living_room', 'kitchen', 'A1'] },
      on: { enum: [true, false] },
    },
  },
};
const config = resolveConfig(
  { input: { keyterms: ['Siobhan', ' Siobhan '] }, tools: [lamp] },
  defaultConfig(),
);

it('listens for the keyterms, the listed items and the names of the schemas, each once', () => {
  const memory = { ...emptyMemory, items: ['Quarterly budget'] };
  expect(keytermsOf({ config, memory })).toEqual(['Siobhan', 'Quarterly budget', 'living room', 'kitchen']);
});

it('takes a session without keyterms', () => {
  expect(keytermsOf({ config: defaultConfig(), memory: emptyMemory })).toEqual([]);
});

it('awaits nothing while nothing is open', () => {
  expect(awaitedAnswers(emptyMemory, [lamp])).toEqual([]);
});

it('awaits the values of the argument that was asked for', () => {
  const memory = { ...emptyMemory, question: { tool: 'switch_lamp', arguments: {}, missing: 'room' } };
  expect(awaitedAnswers(memory, [lamp])).toEqual(
    expect.arrayContaining(['no', 'living room', 'kitchen', 'A1']),
  );
});

it('awaits a choice among what was listed', () => {
  const memory = { ...emptyMemory, items: ['Budget', 'Travel'] };
  expect(awaitedAnswers(memory, [])).toEqual([
    'the first one',
    'the second one',
    'the last one',
    'Budget',
    'Travel',
  ]);
});

it.each([null, 'text', { properties: 7 }, { properties: { room: { enum: 'kitchen' } } }])(
  'takes any schema: %j',
  (parameters) => {
    const tool = { ...lamp, parameters: (parameters ?? {}) as Record<string, unknown> };
    const memory = { ...emptyMemory, question: { tool: 'switch_lamp', arguments: {}, missing: 'room' } };
    expect(awaitedAnswers(memory, [tool])).toContain('yes');
  },
);
