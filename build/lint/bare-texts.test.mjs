import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interfaceTexts, sentencesOfMain } from '../../src/shared/words/catalogue';
import { bareTexts } from './bare-texts.mjs';

/** @param {string} path */
const read = (path) => readFileSync(path, 'utf8');
/**
 * @param {string} folder
 * @param {RegExp} ending
 */
const filesOf = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .map((path) => `${folder}/${String(path).replaceAll('\\', '/')}`)
    .filter((path) => ending.test(path));
const components = filesOf('src/renderer', /\.svelte$/);

describe('a text of the interface', () => {
  it('goes through the catalogue', () => {
    expect(components.length).toBeGreaterThan(30);
    const bare = components.flatMap((path) =>
      bareTexts(read(path)).map(({ line, text }) => `${path}:${line} ${text}`),
    );
    expect(bare).toEqual([]);
  });

  it('is in the catalogue only while something says it', () => {
    const sources = filesOf('src', /\.(ts|svelte)$/).filter((path) => !path.startsWith('src/shared/words/'));
    const all = sources.map(read).join('\n');
    // Main builds some of its sentences from parts: those are not looked for.
    /** @type {ReadonlySet<string>} */
    const sentences = new Set(sentencesOfMain);
    const ours = interfaceTexts.filter((text) => !sentences.has(text));
    const unused = ours.filter((text) => !all.includes(text.replaceAll("'", "\\'")) && !all.includes(text));
    expect(unused).toEqual([]);
  });
});

describe('the search for bare texts', () => {
  /** @param {string} source */
  const textsIn = (source) => bareTexts(source).map(({ text }) => text);

  it.each([
    ['<p>Ready when you are</p>', ['Ready when you are']],
    ['<button aria-label="Close it">×</button>', ['Close it']],
    ['<Field label="Name" />', ['Name']],
    ["<p>{on ? 'Listening now' : t('Ready')}</p>", ['Listening now']],
    ['<p title={`Ends in ${n} s`}>{t("Ready")}</p>', ['Ends in']],
    ["<p class='some class' id='Name'>{t('Ready')} · {name}</p>", []],
    ['<code>npm start</code><h1>Parley</h1>', []],
    ["<button onclick={() => go('Some where')}>{t('Ready')}</button>", []],
  ])('finds in %s', (source, texts) => expect(textsIn(source)).toEqual(texts));
});
