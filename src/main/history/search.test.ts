import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLine } from './format';
import { readFileText } from './read';
import { agent, stamped, tool, wholeTalk, you } from './records.fixture';
import { fold, mayFit, queryWords, search } from './search';

const began = wholeTalk('talk').slice(0, 1);
const textOf = (...said: string[]) =>
  [
    ...began,
    ...stamped('talk', [
      ...said.map((text, index) => ({ type: 'entry' as const, entry: you(`e${index}`, text) })),
      { type: 'entry' as const, entry: tool('call-1') },
      { type: 'entry' as const, entry: agent('r', 'Good.') },
    ]),
  ]
    .map(encodeLine)
    .join('');
function find(text: string, query: string) {
  const read = readFileText(text);
  if (read.kind !== 'conversation') throw new Error(read.kind);
  return search(read.conversation, queryWords(query));
}
const shown = (text: string, query: string) =>
  find(text, query)
    ?.excerpt?.map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

describe('a search', () => {
  it.each([
    ['Où est la forêt?', 'FORET', 'Où est la [forêt]?'],
    ['Straße nach Norden', 'strasse', '[Straße] nach Norden'],
    ['Résumé und Zürich', 'zurich resume', '[Résumé] und [Zürich]'],
    ['Ὀδυσσεύς', 'οδυσσευς', '[Ὀδυσσεύς]'],
    ['Sag "ja" zu C:\\Temp', '"ja" c:\\temp', 'Sag ["ja"] zu [C:\\Temp]'],
  ])('in %j for %j marks %j', (text, query, excerpt) => {
    expect(shown(textOf(text), query)).toBe(excerpt);
    expect(mayFit(textOf(text), queryWords(query))).toBe(true);
  });
  it('wants all words, wherever they are', () => {
    expect(find(textOf('apples', 'pears'), 'pears apples')).not.toBeNull();
    expect(find(textOf('apples', 'pears'), 'pears plums')).toBeNull();
  });
  it('finds what tools did', () => {
    expect(shown(textOf('Hello'), 'taxes')).toContain('"folder": "[Taxes]"');
    expect(find(textOf('Hello'), 'list files')).not.toBeNull();
  });
  it('shows no excerpt when only the title fits', () => {
    const titled = textOf('Hello') + encodeLine({ type: 'title', at: 1, title: 'Plumbing' });
    expect(find(titled, 'plumbing')).toEqual({ excerpt: null });
  });
  it('cuts the excerpt around the hit', () => {
    const long = `${'before '.repeat(30)}needle${' after'.repeat(60)}`;
    const excerpt = shown(textOf('Hello', long), 'needle');
    expect(excerpt).toMatch(/^…(before )+\[needle\]( after)+/);
    expect(excerpt!.length).toBeLessThan(180);
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 60 });

it('folds a text as its characters are folded', () => {
  // An en quad is an en space in other words.
  expect(fold('\u2000') + fold('¡')).toBe(fold('\u2000¡'));
  fc.assert(
    fc.property(text, (some) => {
      expect([...some].map((character) => fold(character)).join('')).toBe(fold(some));
    }),
  );
});

it('never misses by its first look what it would find', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (some, a, b) => {
      const from = Math.min(a % (some.length + 1), b % (some.length + 1));
      const to = Math.max(a % (some.length + 1), b % (some.length + 1));
      const words = queryWords(some.slice(from, to));
      const file = textOf(some);
      if (words.length > 0 && find(file, some.slice(from, to))) expect(mayFit(file, words)).toBe(true);
    }),
  );
});

it('gives excerpts that are parts of the text', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const said = `${before} needle ${after}`;
      const parts = find(textOf(said), 'needle')!.excerpt!;
      const flat = said.replace(/\s+/g, ' ');
      for (const { text: part } of parts) if (part !== '…') expect(flat).toContain(part);
      expect(parts.some(({ hit }) => hit)).toBe(true);
    }),
  );
});
