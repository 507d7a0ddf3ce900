import { describe, expect, it } from 'vitest';
import { hearsItself, noEcho, watchEcho, type HeardTurn } from './echo-watch';

const said = 'The meeting begins at half past three in the large room, and the budget is on the table.';
const turn = (more: Partial<HeardTurn>): HeardTurn => ({
  text: '',
  overAgent: true,
  interrupted: true,
  said,
  ...more,
});
const after = (...turns: Partial<HeardTurn>[]) => hearsItself(turns.map(turn).reduce(watchEcho, noEcho));
const echo = { text: 'Half past three in the large groom.' };
const own = { text: 'No, tell me about tomorrow.' };
const empty = { text: ' ' };

describe('the agent hears itself', () => {
  it('when its own words came back twice, however far apart', () => {
    expect(after(echo)).toBe(false);
    expect(after(echo, own, { text: 'the budget is on the table' })).toBe(true);
  });

  it('when it was interrupted three times in a row without a word', () => {
    expect(after(empty, empty)).toBe(false);
    expect(after(empty, empty, empty)).toBe(true);
    expect(after(empty, empty, own, empty, empty)).toBe(false);
  });
});

describe('the agent does not hear itself', () => {
  it.each([
    ['a person repeats its words while it is silent', { ...echo, overAgent: false }],
    ['a person repeats a word or two', { text: 'Half past?' }],
    ['a person asks with its words in another order', { text: 'Is the budget in the large room at three?' }],
    [
      'a person answers with a choice of its question',
      { text: 'the travel plan', said: 'The budget or the travel plan?' },
    ],
    ['a person says something else', own],
    ['a noise cut nothing short', { ...empty, interrupted: false }],
  ])('when %s', (_name, heard) => expect(after(heard, heard, heard, heard)).toBe(false));
});
