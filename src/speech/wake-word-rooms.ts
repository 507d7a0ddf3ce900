/** The same recording as it would sound elsewhere: what the name is compared with knows other rooms than one. Pure. */
import { MODEL_RATE } from './part';

/**
 * The hiss of a room, and how far below the words it lies (dB); with or without what its walls throw back. What is said
 * in such a room is so much less alike to what was learnt for it than in a quiet one (`allowance`).
 */
const ROOMS = [
  { echo: null, noise: 12, allowance: 0.05 },
  { echo: 7, noise: 18, allowance: 0.06 },
  { echo: 8, noise: 10, allowance: 0.1 },
] as const;

/** What is to be added to the likeness of the second look by room, in the order of {@link inOtherRooms}. */
export const ROOM_ALLOWANCES: readonly number[] = [0, ...ROOMS.map(({ allowance }) => allowance)];

/** Seconds until what a wall throws back has faded by 60 dB, and when the first of it comes. */
const FADED = 0.4;
const FIRST_WALL = 0.004;
const REFLECTIONS = 500;
/** All reflections together are so much quieter than the words (dB). */
const BELOW_WORDS = 7;
/** What is thrown back has lost some of its treble. */
const DULL = 0.55;
const DULL_GAIN = 1.2;
/** Root mean square of the filtered noise. */
const FILTERED = 0.132;

/**
 * Sound at `MODEL_RATE` as it was, and as it would be in three other rooms, the same each time: as long as it is, and
 * nothing in it moved. `loudness` is the root mean square of its words.
 */
export function inOtherRooms(sound: Float32Array, loudness: number): readonly Float32Array[] {
  const others = ROOMS.map(({ echo, noise }) => {
    const heard = echo === null ? sound.slice() : withEcho(sound, echo);
    addNoise(heard, loudness * 10 ** (-noise / 20));
    return heard;
  });
  return [sound, ...others];
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function withEcho(sound: Float32Array, seed: number): Float32Array {
  const random = numbers(seed);
  const reflections = Array.from({ length: REFLECTIONS }, () => {
    const seconds = FIRST_WALL + random() * FADED;
    const gain = (random() < 0.5 ? -1 : 1) * 10 ** ((-3 * seconds) / FADED);
    return { delay: Math.round(seconds * MODEL_RATE), gain };
  });
  const energy = reflections.reduce((sum, { gain }) => sum + gain ** 2, 0);
  const scale = Math.sqrt(10 ** (-BELOW_WORDS / 10) / energy) * DULL_GAIN;
  let low = 0;
  const thrown = sound.map((sample) => (low = DULL * low + (1 - DULL) * sample));
  const heard = sound.slice();
  for (const { delay, gain } of reflections) {
    for (let at = delay; at < heard.length; at++) heard[at]! += gain * scale * thrown[at - delay]!;
  }
  return heard;
}

/** Noise whose strength falls with its pitch. */
function addNoise(sound: Float32Array, level: number): void {
  const random = numbers(1);
  let low = 0;
  for (let i = 0; i < sound.length; i++) {
    low = 0.9 * low + 0.1 * (2 * random() - 1);
    sound[i]! += (level * low) / FILTERED;
  }
}
