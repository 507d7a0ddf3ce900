import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeWords } from './spoken-approval';
import { approving, cards, misheard } from './spoken-approval.fixture';

const { notes } = cards;

test.each(approving)('approves: %s', (card, sentences) => {
  for (const sentence of sentences) {
    expect([sentence, judgeWords(sentence, cards[card])]).toEqual([sentence, { verdict: 'approve' }]);
  }
});

describe('what is no approval', () => {
  const cases = Object.entries(misheard).flatMap(([kind, byCard]) =>
    byCard.flatMap(([card, sentences]) => sentences.map((sentence) => [kind, card, sentence] as const)),
  );

  test('the suite is large', () =>
    expect(new Set(cases.map(([, , sentence]) => sentence)).size).toBeGreaterThan(240));

  test.each(cases)('%s (%s): %s', (_, card, sentence) => {
    expect(judgeWords(sentence, cards[card]).verdict).toBe('no');
  });

  test('what is said next can tell a bare yes, a refusal and an echo apart', () => {
    const because = (text: string) => judgeWords(text, notes);
    expect(because('Yes.')).toEqual({ verdict: 'no', because: 'bare' });
    expect(because("Don't.")).toEqual({ verdict: 'no', because: 'negated' });
    expect(because('open notes dot txt')).toEqual({ verdict: 'no', because: 'echo' });
    expect(because('what time is it')).toEqual({ verdict: 'no', because: 'other' });
    expect(because('')).toEqual({ verdict: 'no', because: 'other' });
  });
});

const approvals = [
  'open it',
  'yes open it please',
  'go ahead',
  'go ahead and open it',
  'do it',
  'approve',
  'run it now',
  'open the file',
  'yes open notes',
];
const negations = [
  ...[
    'no',
    'not',
    "don't",
    'don’t',
    'DONT',
    'never',
    'stop',
    'wait',
    'cancel',
    'later',
    'hold on',
    'nope',
    "can't",
  ],
  ...[
    "won't",
    "shouldn't",
    "isn't",
    "mustn't",
    "mightn't",
    "needn't",
    'cannot',
    'abort',
    'neither',
    'without',
    'nothing',
  ],
];

describe('laws', () => {
  test('a sentence that holds a negation never approves, wherever it stands and whatever the card says', () => {
    const word = fc.oneof(fc.constantFrom(...approvals), fc.lorem({ maxCount: 1 }));
    const card = fc.record({
      verbs: fc.array(fc.constantFrom('open', 'stop', 'cancel', 'no', 'hold on', 'wait'), { maxLength: 3 }),
      question: fc.constantFrom(
        'Shall I open notes.txt?',
        'Shall I stop no.txt?',
        "Shall I cancel don't.txt?",
        '',
      ),
    });
    const glue = fc.constantFrom(' ', ', ', '. ', ' – ');
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 3 }),
        fc.constantFrom(...negations),
        fc.array(word, { maxLength: 3 }),
        glue,
        card,
        (before, negation, after, between, asked) => {
          const text = [...before, negation, ...after].join(between);
          expect(judgeWords(text, asked).verdict).toBe('no');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('words that are neither of the question nor of approving never approve', () => {
    const stranger = fc.constantFrom(
      'kitchen',
      'said',
      'if',
      'he',
      'button',
      'tomorrow',
      'window',
      'what',
      'again',
    );
    fc.assert(
      fc.property(fc.constantFrom(...approvals), stranger, fc.nat(8), (approval, word, place) => {
        const words = approval.split(' ');
        words.splice(place, 0, word);
        expect(judgeWords(words.join(' '), notes).verdict).toBe('no');
      }),
    );
  });

  test('no text at all makes it throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string()),
        fc.string(),
        (text, verbs, question) => {
          expect(['approve', 'no']).toContain(judgeWords(text, { verbs, question }).verdict);
        },
      ),
    );
  });

  test('a flood of words is judged at once', () => {
    const started = performance.now();
    judgeWords('yes '.repeat(200_000), notes);
    judgeWords('yes open it '.repeat(3), notes);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
