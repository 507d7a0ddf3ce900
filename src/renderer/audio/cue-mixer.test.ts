import { expect, test } from 'vitest';
import { play, samples, steady } from './playback.fixture';

const CUE = new Int16Array(240).fill(1_000);
const cue = (at: number) => ({ at, command: { type: 'cue', pcm: CUE } }) as const;

test('a cue sounds at once beside the voice, which is neither delayed nor cut', () => {
  const voice = [
    { at: 0, command: { type: 'audio', reply: 'a', pcm: steady(samples(50)) } },
    { at: 0, command: { type: 'finish', reply: 'a' } },
  ] as const;
  const alone = play(voice, samples(100));
  const both = play([...voice, cue(256)], samples(100));
  expect(both.reports).toEqual(alone.reports);
  both.output.forEach((sample, at) => {
    const added = at >= 256 && at < 256 + CUE.length ? 1_000 / 32_768 : 0;
    expect(sample).toBeCloseTo(alone.output[at]! + added, 5);
  });
});

test('nothing tells of a cue', () => {
  const { output, reports } = play([cue(0)], samples(50));
  expect(output[0]).toBeCloseTo(1_000 / 32_768, 5);
  expect(reports).toEqual([]);
});

test('a pause and a flush of the voice leave it alone', () => {
  const { output } = play(
    [cue(0), { at: 128, command: { type: 'pause' } }, { at: 128, command: { type: 'flush-all' } }],
    samples(50),
  );
  expect(output.filter((sample) => sample !== 0)).toHaveLength(CUE.length);
});
