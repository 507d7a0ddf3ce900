import { expect, test } from 'vitest';
import { findSettings, type FoundSetting } from './find';

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
const names = (typed: string) => findSettings(typed, all).map(({ name }) => name);

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
  expect(findSettings('device', many)).toHaveLength(12);
});
