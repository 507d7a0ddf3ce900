import { expect, test } from 'vitest';
import { SilenceWatch } from './silence-watch';

const QUANTA_OF_THREE_SECONDS = (3 * 24_000) / 128;
const feed = (watch: SilenceWatch, level: number, quanta: number) =>
  Array.from({ length: quanta }, () => watch.push(new Float32Array(128).fill(level))).filter(Boolean).length;

test('three seconds of zeros are told once', () => {
  const watch = new SilenceWatch();
  expect(feed(watch, 0, QUANTA_OF_THREE_SECONDS - 1)).toBe(0);
  expect(feed(watch, 0, 2_000)).toBe(1);
});

test('a quiet room is no digital silence', () => {
  expect(feed(new SilenceWatch(), 10 ** (-110 / 20), 2_000)).toBe(0);
});

test('any sound, and another microphone, start the count anew', () => {
  const watch = new SilenceWatch();
  feed(watch, 0, QUANTA_OF_THREE_SECONDS - 1);
  feed(watch, 0.1, 1);
  expect(feed(watch, 0, QUANTA_OF_THREE_SECONDS - 1)).toBe(0);
  watch.reset();
  expect(feed(watch, 0, QUANTA_OF_THREE_SECONDS - 1)).toBe(0);
});
