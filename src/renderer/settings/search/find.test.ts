import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SETTINGS_SECTIONS } from '../../../shared/settings/sections';
import { english } from '../../../shared/words/languages';
import { translate } from '../../../shared/words/translate';
import { alsoCalledIn } from './also-called/also-called';
import { findSettings, type FoundSetting } from './find';

const alsoCalled = alsoCalledIn(english);

const setting = (section: string, name: string, explanation = ''): FoundSetting => ({
  section,
  name,
  explanation,
});
const all = [
  setting('Appearance', 'Dark'),
  setting('Sound', 'Microphone'),
  setting('Sound', 'Adjust microphone volume automatically', 'Keeps your voice at an even loudness.'),
  setting('Voice', 'Speaking speed'),
  setting('Cost and limits', 'Close when idle (seconds)', 'After so long without speech or work.'),
];
const names = (typed: string) => findSettings(typed, all, alsoCalled).map(({ name }) => name);

test('a setting is found by its name, and a name comes before an explanation', () => {
  expect(names('micro')).toEqual(['Microphone', 'Adjust microphone volume automatically']);
  expect(names('speech')[0]).toBe('Speaking speed');
});

test('a setting is found by its explanation and by what else it is called', () => {
  expect(names('even loudness')).toEqual(['Adjust microphone volume automatically']);
  expect(names('theme')).toEqual(['Dark']);
  expect(names('hang up')).toEqual(['Close when idle (seconds)']);
});

test('every word must be found', () => expect(names('microphone banana')).toEqual([]));

test('case, accents and signs do not matter', () => expect(names('  MÍC! ')).toContain('Microphone'));

test('an empty search finds nothing', () => expect(names(' … ')).toEqual([]));

test('no more are shown than can be looked through', () => {
  const many = Array.from({ length: 40 }, (_, at) => setting('Sound', `Device ${at}`));
  expect(findSettings('device', many, alsoCalled)).toHaveLength(12);
});

test('other words are known in every language, by what stands on its page', () => {
  const german = { language: 'de', locale: 'de-DE' } as const;
  const page = [
    setting(translate(german, 'Appearance'), translate(german, 'Dark')),
    setting(translate(german, 'Who answers'), translate(german, 'AssemblyAI key')),
  ];
  const found = (typed: string) => findSettings(typed, page, alsoCalledIn(german)).map(({ name }) => name);
  expect(found('Design')).toEqual([translate(german, 'Dark')]);
  expect(found('Passwort')).toEqual([translate(german, 'AssemblyAI key')]);
  const arabic = { language: 'ar', locale: 'ar' } as const;
  const sound = [setting(translate(arabic, 'Sound'), translate(arabic, 'Microphone'))];
  expect(findSettings('لاقط', sound, alsoCalledIn(arabic))).toHaveLength(1);
});

test('every section of the page is known by its heading', () => {
  const folders = ['src/renderer/settings', 'src/renderer/diagnostics'];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((path) => `${folder}/${String(path)}`),
  );
  const shown = [...files, 'src/renderer/profiles/ProfilesSection.svelte']
    .filter((path) => path.endsWith('.svelte'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/<Section title=\{t\('([^']+)'\)\}/g)])
    .map(([, title]) => title);
  expect([...new Set(shown)].sort()).toEqual([...SETTINGS_SECTIONS].sort());
});
