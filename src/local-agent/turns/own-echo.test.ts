import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwnEcho } from './own-echo';

const said = "It's 3:30 in the afternoon in Paris, and the weather there is sunny.";
const echo = (heard: string, more: Partial<Parameters<typeof isOwnEcho>[0]> = {}) =>
  isOwnEcho({ heard, said, asks: false, below: null, ...more });

describe('the echo of the agent', () => {
  it.each([
    'In the afternoon in Paris.',
    'Afternoon in Paris and the whether there',
    'the weather there is funny',
    'Paris.',
  ])('is %j', (heard) => expect(echo(heard)).toBe(true));
  it.each([
    'Stop.',
    'No, wait.',
    '',
    'What about London?',
    // More than the echo of one word.
    'Tell me more about Paris.',
    'And what is the weather in Rome?',
    // The words, but in another order.
    'Is the weather in Paris sunny in the afternoon?',
  ])('is not %j', (heard) => expect(echo(heard)).toBe(false));

  it('is no stop word, even when the agent has just said it', () => {
    expect(echo('Stop.', { said: 'I will stop.', below: 20 })).toBe(false);
    expect(echo('I will stop.', { said: 'I will stop.' })).toBe(true);
  });
  it('is not a short phrase as loud as the person speaks', () => {
    expect(echo('Paris.', { below: 1 })).toBe(false);
    expect(echo('Paris.', { below: 12 })).toBe(true);
    expect(echo('in the afternoon in Paris', { below: 1 })).toBe(true);
  });
  it('is not the answer that a question invites, unless it is faint', () => {
    const question = { said: 'Do you mean the budget or the travel plan?', asks: true };
    expect(echo('The travel plan.', question)).toBe(false);
    expect(echo('The travel plan.', { ...question, below: 15 })).toBe(true);
    expect(echo('Do you mean the budget or the', question)).toBe(true);
  });
  it('is any stretch of what was said, however it is written', () => {
    const word = fc.stringMatching(/^[b-z]{3,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 4, maxLength: 20 }), fc.nat(), (words, at) => {
        const stretch = words.slice(at % words.length).map((one) => one.toUpperCase());
        const heard = stretch.join(', ');
        expect(isOwnEcho({ heard, said: words.join(' '), asks: false, below: null })).toBe(
          !stretch.every((one) =>
            ['STOP', 'WAIT', 'CANCEL', 'QUIET', 'ENOUGH', 'HOLD', 'PAUSE'].includes(one),
          ),
        );
      }),
    );
  });
});
