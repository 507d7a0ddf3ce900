import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translated } from '../../src/shared/words/translated';
import { toldSentences } from './told-sentences.mjs';

/**
 * What is not told as it stands here: instructions of the model, the wire of our own server, and sentences put together from parts, which the
 * catalogue holds whole.
 *
 * @type {readonly RegExp[]}
 */
const NOT_SO = [
  /(?:list|search)-files\.ts:\d+ Say in one sentence/,
  /find-tools\.ts:\d+ Now call/,
  /push-to-talk\/conflicts\.ts:\d+ Budget2026 Budget2026\.$/,
  /linux\/media\.ts:\d+ Budget2026 Budget2026\.$/,
  /open-address\.ts:\d+ Budget2026 The site/,
  /protocol\/decode-client\.ts/,
  /settings\/commands\.ts:\d+ Budget2026, so nothing/,
];

const sources = ['src/main', 'src/shared'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((path) => `${folder}/${String(path).replaceAll('\\', '/')}`)
    .filter((path) => /\.ts$/.test(path) && !/\.(test|fixture)\.ts$/.test(path)),
);
const deutsch = /** @type {const} */ ({ language: 'de', locale: 'de-DE' });

/** @param {string} text */
const isKnown = (text) => translated(deutsch, text).known;

describe('a sentence that main tells a person', () => {
  it('is in the catalogue', () => {
    const told = sources
      .filter((path) => !path.startsWith('src/shared/words/'))
      .flatMap((path) =>
        toldSentences(readFileSync(path, 'utf8')).map(({ line, text }) => ({
          place: `${path}:${line} ${text}`,
          text,
        })),
      );
    expect(told.length).toBeGreaterThan(300);
    const unknown = told
      .filter(({ place }) => !NOT_SO.some((pattern) => pattern.test(place)))
      // A value may be a name or a number.
      .filter(({ text }) => ![text, text.replaceAll('Budget2026', '7')].some(isKnown))
      .map(({ place }) => place);
    expect(unknown).toEqual([]);
    // Hundreds of files are parsed.
  }, 60_000);
});

describe('the search for sentences', () => {
  /** @param {string} source */
  const textsIn = (source) => toldSentences(source).map(({ text }) => text);

  it.each([
    [
      "const gone = { code: 'gone', sentence: 'It is gone.', next: LATER }; const LATER = 'Try later.';",
      ['It is gone.', 'Try later.'],
    ],
    ['const one = { sentence: `It holds ${count} things.` };', ['It holds Budget2026 things.']],
    ["const one = { effect: big ? 'It is big.' : 'It is small.' };", ['It is big.', 'It is small.']],
    ["const one = failure('It ' + 'failed.', 'Tell the person.');", ['It failed.']],
    ["const one = { error: 'not_found', code: 'It is code.' };", []],
  ])('finds in %s', (source, texts) => expect(textsIn(source)).toEqual(texts));
});
