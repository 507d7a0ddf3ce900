import { expect, test } from 'vitest';
import { rms } from '../shared/audio/level';
import { MODEL_RATE } from './part';
import { inOtherRooms } from './wake-word-rooms';

/** A second of nothing, a fifth of a second of a falling tone, a second of nothing. */
const [FROM, TO] = [MODEL_RATE, 1.2 * MODEL_RATE];
const sound = Float32Array.from({ length: 2.2 * MODEL_RATE }, (_, at) =>
  at < FROM || at >= TO ? 0 : 0.3 * Math.sin((at - FROM) * (0.8 - (at - FROM) / 8_000)),
);
const loudness = rms(sound.subarray(FROM, TO));
const rooms = inOtherRooms(sound, loudness);

test('the recording itself comes first, and the rooms are the same each time', () => {
  expect(rooms[0]).toBe(sound);
  expect(rooms.length).toBeGreaterThan(2);
  expect(inOtherRooms(sound, loudness)).toEqual(rooms);
});

test('in other rooms it is as long, its words are where they were, and there is noise before them', () => {
  for (const room of rooms.slice(1)) {
    expect(room).toHaveLength(sound.length);
    const alike = (shift: number) =>
      sound.subarray(FROM, TO).reduce((sum, value, i) => sum + value * room[FROM + i + shift]!, 0);
    const best = [-400, -40, -12, 0, 12, 40, 400].toSorted((a, b) => alike(b) - alike(a))[0];
    expect(best).toBe(0);
    const below = 20 * Math.log10(loudness / rms(room.subarray(0, FROM)));
    expect(below).toBeGreaterThan(9);
    expect(below).toBeLessThan(20);
  }
});

test('some of the rooms throw sound back', () => {
  const after = rooms.map((room) => rms(room.subarray(TO, TO + 0.05 * MODEL_RATE)));
  const noise = rooms.map((room) => rms(room.subarray(0, FROM)));
  expect(after.filter((level, at) => level > 1.3 * noise[at]!).length).toBeGreaterThanOrEqual(2);
});
