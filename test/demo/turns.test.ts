import { describe, expect, it } from 'vitest';
import { DEMO_TURNS, mistakesOf } from './turns';

const [tokyo] = DEMO_TURNS;
const now = new Date('2026-11-21T05:00:00Z');
const right = {
  heard: 'What time is it in Tokyo?',
  tool: { name: 'Tool: get_time', text: 'Get time Done in 5 ms Arguments { "place": "Tokyo" }', busy: false },
  answer: 'It is two in the afternoon in Tokyo, Saturday the 21st of November.',
};

describe('judging a turn of the demo', () => {
  it('finds nothing wrong with a right one', () => {
    expect(mistakesOf(tokyo!, right, now)).toEqual([]);
  });

  it('names what was misheard, which tool was wrong and what the answer lacks', () => {
    expect(mistakesOf(tokyo!, { ...right, heard: 'A dime in Kyoto' }, now)).toHaveLength(1);
    expect(mistakesOf(tokyo!, { ...right, tool: null }, now)).toEqual(['ran no tool instead of get_time']);
    expect(mistakesOf(tokyo!, { ...right, answer: 'It is Friday in Tokyo.' }, now)).toHaveLength(1);
  });
});
