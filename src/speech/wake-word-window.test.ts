import { expect, test } from 'vitest';
import { MEL_BANDS, MEL_ROWS, MelWindow, WAKE_CHUNK } from './wake-word-window';

const rows = (count: number, value: number) => new Float32Array(count * MEL_BANDS).fill(value);

test('a chunk begins with the last samples of the one before', () => {
  const window = new MelWindow();
  window.withTail(Float32Array.from({ length: WAKE_CHUNK }, (_, at) => at / 32_768));
  const samples = window.withTail(new Float32Array(WAKE_CHUNK));
  expect(samples).toHaveLength(WAKE_CHUNK + 480);
  expect(samples[0]).toBe(WAKE_CHUNK - 480);
  expect(samples[479]).toBe(WAKE_CHUNK - 1);
  expect(samples[480]).toBe(0);
});

test('nothing is embedded before 76 rows are there, then the last 76, oldest first', () => {
  const window = new MelWindow();
  for (let i = 0; i < 9; i++) expect(window.push(rows(8, i))).toBeNull();
  const whole = window.push(rows(8, 9))!;
  expect(whole).toHaveLength(MEL_ROWS * MEL_BANDS);
  expect(whole[0]).toBe(2);
  // Scaled as the model was trained with.
  expect(whole.at(-1)).toBeCloseTo(9 / 10 + 2, 5);
  expect(window.push(rows(8, 10))).not.toBeNull();
});

test('after a gap it begins anew', () => {
  const window = new MelWindow();
  for (let i = 0; i < 12; i++) window.push(rows(8, i));
  window.withTail(new Float32Array(WAKE_CHUNK).fill(1));
  window.reset();
  expect(window.push(rows(8, 1))).toBeNull();
  expect(window.withTail(new Float32Array(WAKE_CHUNK))[0]).toBe(0);
});
