import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitWords, toSpeakable } from './speakable';

describe('what the synthesizer gets to read', () => {
  test.each([
    ['“quoted” — it’s naïve…', '"quoted", it\'s naive...'],
    ['café Straße Łódź', 'cafe Strasse Lodz'],
    ['5 € at 20 °C', '5 euros at 20 degrees C'],
    ['done 🎉', 'done'],
    ['one\0two\nthree', 'one two three'],
    ['-voice evil', '-voice evil'],
    ['ﬁle ½', 'file one half'],
  ])('%j becomes %j', (text, spoken) => {
    expect(toSpeakable(text)).toBe(spoken);
  });

  test.each(['', '   ', '—', '...', '🎉', '日本語'])('%j has nothing to say', (text) => {
    expect(toSpeakable(text)).toBe('');
  });

  test('it is always printable ASCII on one line, and stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const spoken = toSpeakable(text);
        expect(spoken).toMatch(/^[\x20-\x7e]*$/);
        expect(toSpeakable(spoken)).toBe(spoken);
      }),
    );
  });
});

describe('pieces of a long text', () => {
  test('hold all words in order, and at most the limit unless one word is longer', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 80 }), (text, limit) => {
        const pieces = splitWords(text, limit);
        expect(pieces.flat()).toEqual(text);
        for (const piece of pieces) {
          expect(piece.length).toBeGreaterThan(0);
          if (piece.length > 1) expect(piece.join(' ').length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  test('end after a sentence where there is one, else after a comma', () => {
    expect(splitWords('One two. Three four, five six'.split(' '), 22)[0]).toEqual(['One', 'two.']);
    expect(splitWords('One two, three four five six'.split(' '), 22)[0]).toEqual(['One', 'two,']);
  });
});
