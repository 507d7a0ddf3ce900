import { expect, it } from 'vitest';
import { speechLevel } from './speech-level';

const RATE = 16_000;
const tone = (seconds: number, amplitude: number) =>
  Int16Array.from({ length: seconds * RATE }, (_, at) =>
    Math.round(amplitude * Math.sin((2 * Math.PI * 440 * at) / RATE)),
  );

it('tells the level of the voice, whatever pause is around it', () => {
  const voice = tone(1, 3_277);
  const paused = new Int16Array(3 * RATE);
  paused.set(voice, RATE);
  expect(speechLevel(voice, RATE)).toBeCloseTo(-23, 0);
  expect(speechLevel(paused, RATE)).toBeCloseTo(-23, 0);
});

it('is lower by what the voice is fainter', () => {
  expect(speechLevel(tone(1, 6_554), RATE) - speechLevel(tone(1, 1_638), RATE)).toBeCloseTo(12, 0);
});

it('takes silence and nothing at all', () => {
  expect(speechLevel(new Int16Array(RATE), RATE)).toBe(-Infinity);
  expect(speechLevel(new Int16Array(0), RATE)).toBe(-Infinity);
});
