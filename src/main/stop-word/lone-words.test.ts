import { expect, test } from 'vitest';
import { AUDIO_RATE } from '../../shared/ipc/audio-port';
import { LoneWords } from './lone-words';

const FRAME = Math.round(AUDIO_RATE * 0.032);

/** Hears silence (.) and voice (#), a sign for each 96 ms; tells what it found, by its length in tenths of a second. */
function hearing(signs: string): readonly string[] {
  const told: string[] = [];
  const lone = new LoneWords({
    ended: (ways) => {
      const seconds = ways.map((pcm) => pcm.filter((sample) => sample > 0).length / AUDIO_RATE);
      told.push(`words of ${[...new Set(seconds.map((length) => length.toFixed(1)))].join(' or ')} s`);
    },
    goesOn: () => told.push('goes on'),
  });
  let end = 0;
  for (const sign of signs) {
    for (let frame = 0; frame < 3; frame++) {
      lone.push(new Int16Array(FRAME).fill(sign === '#' ? 1_000 : 0));
      lone.voice(sign === '#' ? 0.9 : 0.05, (end += FRAME));
    }
  }
  return told;
}

test('a word with silence around it is told, whole and with a little before it', () => {
  expect(hearing('......####......')).toEqual(['words of 0.4 s']);
});

test('the first word after listening began counts as standing alone', () => {
  expect(hearing('#####....')).toEqual(['words of 0.5 s']);
});

test('a sentence is told of nobody', () => {
  expect(hearing('......####################.......')).toEqual([]);
});

test('a word close behind other speech does not stand alone', () => {
  expect(hearing('......#################....####......')).toEqual([]);
  expect(hearing('......#################.......####......')).toEqual(['words of 0.4 s']);
});

test('words after a short pause go on with the same phrase, and take back what was told', () => {
  expect(hearing('......###..###......')).toEqual(['words of 0.3 s', 'goes on', 'words of 0.6 s']);
  expect(hearing('......####..##################......')).toEqual(['words of 0.4 s', 'goes on']);
});

test('a click is no word', () => {
  const told: string[] = [];
  const lone = new LoneWords({ ended: () => told.push('words'), goesOn: () => undefined });
  for (let frame = 0; frame < 40; frame++) {
    lone.push(new Int16Array(FRAME));
    lone.voice(frame === 20 ? 0.9 : 0, (frame + 1) * FRAME);
  }
  expect(told).toEqual([]);
});
