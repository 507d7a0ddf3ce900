import { expect, test } from 'vitest';
import { holdsStopPhrase, isStopPhrase } from './stop-word';

test.each([
  'Stop.',
  'stop it!',
  'Stop, stop!',
  "That's enough.",
  'That’s enough',
  'QUIET',
  'Be quiet.',
  'cancel',
])('"%s" is a stop word however it is written', (text) => expect(isStopPhrase(text)).toBe(true));

test.each(['', 'Stop the music', "Don't stop", 'Stopped.', 'enough sugar', 'cancel my appointment'])(
  '"%s" is none: it must stand alone',
  (text) => expect(isStopPhrase(text)).toBe(false),
);

test('a stop word is found inside what Parley says, but not inside its words', () => {
  expect(holdsStopPhrase('The bus will stop here.')).toBe(true);
  expect(holdsStopPhrase('It stopped; the stopwatch says quietly enormous things.')).toBe(false);
});
