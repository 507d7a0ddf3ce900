import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PROMPT } from './default-prompt';
import { defaultProfile } from './profile';
import { checkPrompt } from './prompt-check';

const found = (text: string) =>
  checkPrompt(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

/** Holds half of a character only. */
const halved = (text: string) => /\p{Surrogate}/u.test(text);

describe('what cannot be spoken', () => {
  it.each([
    ['# Rules\nBe brief.', [['heading', '#']]],
    ['One\n---\nTwo', [['heading', '---']]],
    [
      'Say:\n- yes\n  * no\n2. perhaps',
      [
        ['list', '-'],
        ['list', '*'],
        ['list', '2.'],
      ],
    ],
    ['> quoted', [['list', '>']]],
    ['| a | b |', [['table', '| a | b |']]],
    [
      'Be **very** brief, *please*.',
      [
        ['emphasis', '**very**'],
        ['emphasis', '*please*'],
      ],
    ],
    ['See [the page](https://example.com/a).', [['link', '[the page](https://example.com/a)']]],
    [
      'See https://example.com/a or www.example.com',
      [
        ['address', 'https://example.com/a'],
        ['address', 'www.example.com'],
      ],
    ],
    ['Write to ana@example.com.', [['address', 'ana@example.com']]],
    [
      'Run `ls -l` and <break time="1s"/>',
      [
        ['code', '`ls -l`'],
        ['code', '<break time="1s"/>'],
      ],
    ],
    ['```js\nlet a = "!";\n```', [['code', '```js\nlet a = "!";\n```']]],
    [
      'Hello 👋🏽 you 👩‍🚀 🇩🇪 ❤️',
      [
        ['emoji', '👋🏽'],
        ['emoji', '👩‍🚀'],
        ['emoji', '🇩🇪'],
        ['emoji', '❤️'],
      ],
    ],
    ['Never!! Do it.', [['exclamation', '!!']]],
    [
      'NEVER DO this. IMPORTANT: be brief.',
      [
        ['capitals', 'NEVER DO'],
        ['capitals', 'IMPORTANT'],
      ],
    ],
  ])('is found in %j', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    'You are Nova. Say NASA and the USB stick; use get_time at 3:30 for 2 * 3 = 6 things - really.',
    'Keep it to 5. Then stop. The number © 2026 and #1 stay. a_b_c',
    'It costs < 5 and > 3, e.g. in Prague, v. 1.2.',
    '',
  ])('is not found in %j', (text) => expect(found(text)).toEqual([]));

  it('is nowhere in what Parley ships', () => {
    expect(checkPrompt(DEFAULT_PROMPT)).toEqual([]);
    expect(checkPrompt(defaultProfile.greeting)).toEqual([]);
  });

  it('is told with a sentence and a remedy, in order, without overlaps and never through half a character', () => {
    const bits = fc.constantFrom(
      '# ',
      '\n',
      '**',
      '👋',
      '`',
      '[a](',
      ')',
      '!',
      'ABC DEF',
      'a@b.c',
      'https://',
      '- ',
      '|',
      ' ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(bits, fc.string())).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        let last = 0;
        for (const { start, end, sentence, remedy } of checkPrompt(given)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(halved(given.slice(start, end)) && !halved(given)).toBe(false);
          expect(sentence).toMatch(/\.$/);
          expect(remedy).toMatch(/\.$/);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(given.length);
      }),
    );
  });

  it('is found quickly in the longest prompt, whatever it is made of', () => {
    const nasty = ['*', '`', '[', 'a@', '<a ', 'A ', '- \n', '|', '👩‍', 'a.', '!['].map((bit) =>
      bit.repeat(20_000 / bit.length),
    );
    const began = performance.now();
    for (const text of nasty) checkPrompt(text);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
