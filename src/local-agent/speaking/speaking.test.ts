import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses } from './clauses';
import {
  appendClause,
  completePlayout,
  emptyPlayout,
  heardAllAt,
  heardMs,
  nextDue,
  takeDue,
  wordsHeard,
  type Playout,
} from './playout';
import { spokenForms } from './spoken';
import { timeShownWords } from './word-times';

const said = (text: string) =>
  spokenForms(text)
    .map(({ spoken }) => spoken)
    .join(' ');

describe('what is shown is said as a person would', () => {
  it.each([
    ['It is 3:30 pm.', 'It is three thirty pm.'],
    ['At 15:05, not 9:00.', "At fifteen oh five, not nine o'clock."],
    ['There are 42 files.', 'There are forty two files.'],
    ['1,500 of 2,000,000', 'one thousand five hundred of two million'],
    ['It has 3.5 MB and 20%.', 'It has three point five megabytes and twenty percent.'],
    ['On 2026-11-21.', 'On November twenty first twenty twenty six.'],
    [
      'Opened notes.txt and tax-return_2024.pdf',
      'Opened notes dot text and tax return twenty twenty four dot P D F',
    ],
    ['In /home/ann/Documents/budget.ods.', 'In budget dot O D S in Documents.'],
    ['It costs $12.50 (about €11).', 'It costs twelve dollars fifty about eleven euros.'],
    ['See https://www.example.org/a?b=1', 'See example dot org'],
    ['The 3rd one', 'The third one'],
    ['-4°C', 'minus four degrees Celsius'],
    ['It took 5 km, 1 GB, 30s.', 'It took five kilometres, one gigabyte, thirty seconds.'],
    ['Open 9:00-17:00, 3-5 days', "Open nine o'clock to seventeen o'clock, three to five days"],
    ['1/2 or 3/4', 'one half or three quarters'],
    ['Dr. Weber, e.g. at +4930123', 'doctor Weber, for example at plus four nine three zero one two three'],
    [
      'v1.20.3 at 192.168.0.1',
      'version one point twenty point three at one hundred and ninety two point one hundred and sixty eight point zero point one',
    ],
    ['Mail jo_doe@example.com & co', 'Mail jo underscore doe at example dot com and co'],
    ['A constructor costs 12€', 'A constructor costs twelve euros'],
    ['Plain words stay as they are, always.', 'Plain words stay as they are, always.'],
  ])('%s', (shown, spoken) => expect(said(shown)).toBe(spoken));

  it('never loses a word that is shown', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const shown = spokenForms(text).map((form) => form.shown);
        expect(shown.join(' ')).toBe(text.trim().split(/\s+/).filter(Boolean).join(' '));
      }),
    );
  });
});

describe('clauses', () => {
  it('lets the first words be heard early', () => {
    expect(
      splitClauses('There are three files in Downloads: a.txt, b.txt and c.txt. Shall I open one?'),
    ).toEqual(['There are three files in Downloads:', 'a.txt, b.txt and c.txt.', 'Shall I open one?']);
  });
  it('does not cut inside times, numbers, names and titles', () => {
    expect(splitClauses('At 3:30 Dr. Smith read notes.txt with 3.5 apples.')).toHaveLength(1);
  });
  it('gives the text back when joined', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), (text) => {
        expect(splitClauses(text).join(' ')).toBe(text);
      }),
    );
  });
});

describe('word times', () => {
  it('puts two spoken words under one shown word', () => {
    const times = timeShownWords(
      spokenForms('At 3:30 sharp'),
      ['At', 'three', 'thirty', 'sharp'].map((text, i) => ({ text, startMs: i * 100, endMs: i * 100 + 90 })),
      400,
    );
    expect(times).toEqual([
      { text: 'At', startMs: 0, endMs: 90 },
      { text: '3:30', startMs: 100, endMs: 290 },
      { text: 'sharp', startMs: 300, endMs: 390 },
    ]);
  });
  it('shares times out when the synthesizer counted otherwise', () => {
    const times = timeShownWords(
      spokenForms('one two three'),
      [{ text: 'all', startMs: 0, endMs: 300 }],
      300,
    );
    expect(times.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(times.at(-1)!.endMs).toBe(300);
    expect(
      times.every(({ startMs, endMs }, i) => startMs >= (times[i - 1]?.endMs ?? 0) && endMs >= startMs),
    ).toBe(true);
  });
});

describe('word times of anything that is shown', () => {
  it('stay in order, within the clause, one a word', () => {
    const spoken = fc.array(fc.record({ gap: fc.nat(200), length: fc.nat(400) }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), spoken, (text, lengths) => {
        let at = 0;
        const said = lengths.map(({ gap, length }) => {
          const startMs = at + gap;
          at = startMs + length;
          return { text: 'x', startMs, endMs: at };
        });
        const forms = spokenForms(text);
        const times = timeShownWords(forms, said, at);
        expect(times.map((one) => one.text)).toEqual(forms.map(({ shown }) => shown));
        let reached = 0;
        for (const { startMs, endMs } of times) {
          expect(startMs).toBeGreaterThanOrEqual(reached);
          expect(endMs).toBeGreaterThanOrEqual(startMs);
          reached = endMs;
        }
        expect(reached).toBeLessThanOrEqual(Math.ceil(at));
      }),
    );
  });
});

describe('the playout', () => {
  const clause = (ms: number) => new Int16Array(ms * 24);
  const word = (text: string, startMs: number, endMs: number) => ({ text, startMs, endMs });
  const sent = (playout: Playout, now: number, lead: number) => {
    const [next, chunks] = takeDue(playout, now, lead);
    return { next, ms: chunks.length * 10 };
  };

  it('sends the lead at once and keeps to real time afterwards', () => {
    const first = sent(appendClause(emptyPlayout, clause(2_000), [], 1_000), 1_000, 300);
    expect(first.ms).toBe(310);
    expect(sent(first.next, 1_005, 300).ms).toBe(0);
    expect(sent(first.next, 1_100, 300).ms).toBe(100);
  });
  it('wakes when a batch is due, and has that much then', () => {
    const { next } = sent(appendClause(emptyPlayout, clause(2_000), [], 0), 0, 300);
    const due = nextDue(next, 300, 40)!;
    expect(sent(next, due - 1, 300).ms).toBeLessThan(40);
    expect(sent(next, due, 300).ms).toBe(40);
  });
  it('counts what was heard, never more than was sent', () => {
    const words = [word('one', 0, 100), word('two', 100, 200), word('three', 200, 300)];
    const { next } = sent(appendClause(emptyPlayout, clause(300), words, 0), 0, 100);
    expect(heardMs(next, 210)).toBe(110);
    expect(wordsHeard(next.words, heardMs(next, 210))).toBe('one');
  });
  it('starts a late clause when it comes, so that nothing is cut and no word told early', () => {
    let playout = sent(appendClause(emptyPlayout, clause(100), [], 0), 0, 300).next;
    playout = appendClause(playout, clause(100), [word('late', 0, 100)], 500);
    expect(playout.words[0]).toEqual(word('late', 100, 200));
    expect(heardMs(takeDue(playout, 500, 300)[0], 550)).toBe(150);
  });
  it('is over when its last sample is heard', () => {
    const playout = completePlayout(appendClause(emptyPlayout, clause(95), [], 0));
    expect(heardAllAt(playout)).toBeNull();
    expect(heardAllAt(takeDue(playout, 7, 300)[0])).toBe(107);
  });
  it('sends every sample once, in order, however often it is asked', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ ms: fc.integer({ min: 0, max: 200 }), wait: fc.integer({ min: 0, max: 300 }) }),
          {
            maxLength: 20,
          },
        ),
        fc.integer({ min: 0, max: 300 }),
        (steps, lead) => {
          let playout = emptyPlayout;
          let now = 0;
          let next = 1;
          const got: number[] = [];
          for (const { ms, wait } of steps) {
            playout = appendClause(
              playout,
              Int16Array.from({ length: ms * 24 }, () => next++ & 0x7fff),
              [],
              now,
            );
            now += wait;
            const [after, chunks] = takeDue(playout, now, lead);
            playout = after;
            for (const chunk of chunks) got.push(...chunk);
          }
          const [, rest] = takeDue(playout, now + 1_000_000, 0);
          for (const chunk of rest) got.push(...chunk);
          expect(got.filter((sample) => sample !== 0)).toEqual(
            Array.from({ length: next - 1 }, (_, i) => (i + 1) & 0x7fff).filter((sample) => sample !== 0),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});
