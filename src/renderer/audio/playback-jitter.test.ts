import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaybackReport } from '../../shared/ipc/audio-port';
import { noise, paced, play, samples, speechLike, type Arrival } from './playback.fixture';

const underruns = (reports: readonly PlaybackReport[]) =>
  reports.flatMap((report) => (report.type === 'underrun' ? [report.at] : []));

const SEEDS = 15;

/** Twenty seconds of speech at real time under the jitter of a seed. */
function talk(seed: number, jitter: number, size: number) {
  const shift = noise(seed);
  return play(paced('a', speechLike(samples(20_000)), size, jitter, shift), samples(21_000));
}

describe.each([10, 50, 100])('chunks of %i ms at real time', (milliseconds) => {
  const size = samples(milliseconds);

  test('no jitter, no gap', () => {
    expect(underruns(talk(1, 0, size).reports)).toEqual([]);
  });

  test('±80 ms of jitter: no gap after the first two seconds', () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const late = underruns(talk(seed, samples(80), size).reports).filter((at) => at > 2_000);
      expect({ seed, late }).toEqual({ seed, late: [] });
    }
  });

  test('±150 ms of jitter: at most one gap in twenty seconds', () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      expect(underruns(talk(seed, samples(150), size).reports).length, `seed ${seed}`).toBeLessThanOrEqual(1);
    }
  });
});

/** Samples whose order shows in the sound: a loud, slow climb, over and over. */
const CYCLE = 20_000;
const climbing = (length: number, from: number) =>
  Int16Array.from({ length }, (_, i) => 8_000 + ((from + i) % CYCLE));

test('whatever the jitter and the chunks, every sample is played once and in order', () => {
  const arrivals = fc.array(
    fc.record({
      wait: fc.integer({ min: 0, max: samples(250) }),
      length: fc.integer({ min: 1, max: 6_000 }),
    }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(arrivals, (steps) => {
      let at = 0;
      let sent = 0;
      const commands: Arrival[] = steps.map(({ wait, length }) => {
        at += wait;
        const pcm = climbing(length, sent);
        sent += length;
        return { at, command: { type: 'audio', reply: 'a', pcm } };
      });
      const { output, reports } = play(
        [...commands, { at, command: { type: 'finish', reply: 'a' } }],
        at + sent + samples(1_000),
      );
      expect(reports.at(-1)).toMatchObject({ type: 'drained', samples: sent });
      expectInOrder(output);
    }),
  );
});

/**
 * Checks `climbing` as it sounds: where it climbs by exactly one for a while it is heard at full level and tells its
 * place. Places only grow, and never by more than the sound in between, which is faded at the edges of a gap.
 */
function expectInOrder(output: Float32Array): void {
  let place: number | null = null;
  let soundBetween = 0;
  let climb = 0;
  for (let i = 1; i < output.length; i++) {
    const sample = output[i]! * 32_768;
    if (sample !== 0) soundBetween += 1;
    const isStep = isWhole(sample) && Math.abs(sample - output[i - 1]! * 32_768 - 1) < 0.01;
    climb = isStep ? climb + 1 : 0;
    if (climb < 10) continue;
    const here = Math.round(sample) - 8_000;
    if (place !== null) {
      const step = (here - place + CYCLE) % CYCLE;
      if (step < 1 || step > soundBetween) expect.fail(`place ${here} after ${place} at sample ${i}`);
    }
    place = here;
    soundBetween = 0;
  }
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 0.005;
