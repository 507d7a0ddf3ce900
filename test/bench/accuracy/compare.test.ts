import { describe, expect, it } from 'vitest';
import type { Arguments } from '../../../src/local-agent/thinking/types';
import { call, either, maybe, type ExpectedValue } from './cases';
import { sameCalls, sameTools } from './compare';
import { choice, text, tool, whole } from './toolsets/schema';

const tools = [
  tool('remind', '', {
    text: text(''),
    'when?': text('', { format: 'date-time' }),
    'kind?': choice(['soft', 'loud']),
    'count?': whole('', { default: 1 }),
  }),
];
const same = (expected: Readonly<Record<string, ExpectedValue>>, made: Arguments) =>
  sameCalls([call('remind', expected)], [{ name: 'remind', arguments: made }], tools);

describe('comparing arguments', () => {
  it.each<[string, Readonly<Record<string, ExpectedValue>>, Arguments]>([
    ['case, punctuation and an article in front', { text: 'Call Sam' }, { text: 'the call, sam.' }],
    ['one of several', { text: either('a', 'b') }, { text: 'b' }],
    ['left out where it may be', { text: 'a', kind: maybe('soft') }, { text: 'a' }],
    ['the same instant', { text: 'a', when: '2026-11-18T10:40' }, { text: 'a', when: '2026-11-18T10:40:00' }],
    ['a default that nobody said', { text: 'a' }, { text: 'a', count: 1 }],
    ['a default that is left out', { text: 'a', count: 1 }, { text: 'a' }],
  ])('takes %s as right', (_, expected, made) => {
    expect(same(expected, made)).toBe(true);
  });

  it.each<[string, Readonly<Record<string, ExpectedValue>>, Arguments]>([
    ['another text', { text: 'call Sam' }, { text: 'call Tom' }],
    ['one that is missing', { text: 'a', kind: 'soft' }, { text: 'a' }],
    ['one that nobody said', { text: 'a' }, { text: 'a', kind: 'soft' }],
    ['an enum in other case', { text: 'a', kind: 'soft' }, { text: 'a', kind: 'Soft' }],
    ['a number as text', { text: 'a', count: 2 }, { text: 'a', count: '2' }],
    ['another moment', { text: 'a', when: '2026-11-18T10:40' }, { text: 'a', when: '2026-11-18T22:40' }],
    ['a moment in words', { text: 'a', when: '2026-11-18T10:40' }, { text: 'a', when: 'soon' }],
  ])('takes %s as wrong', (_, expected, made) => {
    expect(same(expected, made)).toBe(false);
  });
});

describe('comparing calls', () => {
  const one = call('remind', { text: either('a', 'b') });
  const made = (words: string) => ({ name: 'remind', arguments: { text: words } });

  it('lets the order be, but gives each expected call one of its own', () => {
    const two = call('remind', { text: 'a' });
    expect(sameCalls([one, two], [made('a'), made('b')], tools)).toBe(true);
    expect(sameCalls([one, two], [made('b'), made('b')], tools)).toBe(false);
  });

  it('does not overlook a call too many', () => {
    expect(sameTools([one], [made('a'), made('b')])).toBe(false);
    expect(sameCalls([one], [made('a'), made('b')], tools)).toBe(false);
  });
});
