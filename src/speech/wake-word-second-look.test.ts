import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EAR_SIZE, WAKE_WORD_SENSITIVITIES, type WakeWordEnrolment } from '../shared/wake-word';
import { MODEL_RATE } from './part';
import { packed } from './wake-word-ear';
import { lookSamples, SecondLook, type Found } from './wake-word-second-look';

/** What the ear hears of sounds that have nothing in common. */
const states = (...numbers: readonly number[]) =>
  numbers.map((number) => Float32Array.from({ length: EAR_SIZE }, (_, at) => (at === number ? 1 : 0)));
const NAME = states(1, 2, 3, 4, 5, 6);
const ELSE = states(1, 2, 13, 14, 15, 16);

const enrolment: WakeWordEnrolment = {
  version: 2,
  recordings: [],
  alike: 0.9,
  other: 0.4,
  milliseconds: 800,
  ear: {
    mean: Array.from({ length: EAR_SIZE }, () => 0),
    recordings: [[packed(NAME)], [packed(NAME)], [packed(NAME)]],
    alike: 0.95,
    other: 0.3,
  },
};
/** The sound tells which states are heard. */
const found = (heard: number, endSample = MODEL_RATE, score = 0.85): Found => ({
  score,
  endSample,
  sound: Float32Array.of(heard),
});
const look = (sensitivity: (typeof WAKE_WORD_SENSITIVITIES)[number] = 'normal') =>
  new SecondLook(([which]) => Promise.resolve([NAME, ELSE][which!]!), enrolment, sensitivity);

test('what the ear hears like the recordings is the name', async () => {
  expect(await look().look(found(0))).toBe(true);
});

test('what differs from them is not, however alike the first look found it', async () => {
  expect(await look().look(found(1, MODEL_RATE, 0.95))).toBe(false);
});

test('one saying of the name is told once, though its score may rise twice; the next is told again', async () => {
  const second = look();
  expect(await second.look(found(0, 1 * MODEL_RATE))).toBe(true);
  expect(await second.look(found(0, 1.5 * MODEL_RATE))).toBeNull();
  expect(await second.look(found(0, 3 * MODEL_RATE))).toBe(true);
});

test('something else right before the name does not make deaf for it', async () => {
  const second = look();
  expect(await second.look(found(1, 1 * MODEL_RATE))).toBe(false);
  expect(await second.look(found(0, 1.4 * MODEL_RATE))).toBe(true);
});

test('whoever wants it more readily heard has everything accepted that was accepted before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.double({ min: 0.5, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: NAME.length }),
      async (score, same) => {
        const heard = [...NAME.slice(0, same), ...ELSE.slice(same)];
        const verdicts: (boolean | null)[] = [];
        for (const sensitivity of WAKE_WORD_SENSITIVITIES) {
          const second = new SecondLook(() => Promise.resolve(heard), enrolment, sensitivity);
          verdicts.push(await second.look(found(0, MODEL_RATE, score)));
        }
        expect(verdicts.toSorted()).toEqual(verdicts);
      },
    ),
    { numRuns: 50 },
  );
});

test('in a room that was learnt it may be less alike than in a quiet one', async () => {
  const nearly = [...NAME.slice(0, 5), ...states(20)];
  const second = (rooms: readonly string[]) =>
    new SecondLook(
      () => Promise.resolve(nearly),
      { ...enrolment, ear: { ...enrolment.ear, recordings: [[...rooms], [...rooms], [...rooms]] } },
      'normal',
    );
  expect(await second([packed(NAME)]).look(found(0))).toBe(false);
  const noisy = packed(NAME);
  expect(await second([packed(ELSE), packed(ELSE), packed(ELSE), noisy]).look(found(0))).toBe(true);
});

test('it is given the phrase said slower than at enrolment, and a little around it', () => {
  expect(lookSamples(1_000)).toBe(1.6 * MODEL_RATE);
});
