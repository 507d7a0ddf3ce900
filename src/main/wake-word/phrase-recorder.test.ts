import { expect, test } from 'vitest';
import { PhraseRecorder } from './phrase-recorder';

const frame = (value: number) => ({
  ...{ type: 'frame' as const, capturedAt: 0, level: 0 },
  pcm: new Int16Array(1_200).fill(value),
});

/** Records frames that hold their number; `speech` says from when to when somebody speaks. */
function record(frames: number, speech: readonly (readonly [number, number])[]) {
  const recorded: number[][] = [];
  const recorder = new PhraseRecorder((pcm) =>
    recorded.push(Array.from({ length: pcm.length / 1_200 }, (_, at) => pcm[at * 1_200]!)),
  );
  for (let at = 0; at < frames; at++) {
    for (const [from, to] of speech) {
      if (at === from) recorder.heard(true);
      if (at === to) recorder.heard(false);
    }
    recorder.push(frame(at));
  }
  return recorded;
}

test('holds the phrase with more than a second before it and a little after', () => {
  const [numbers, ...others] = record(200, [[50, 66]]);
  expect(others).toEqual([]);
  expect(numbers![0]).toBe(26);
  expect(numbers!.at(-1)).toBe(70);
  expect(numbers).toEqual(numbers!.map((_, at) => 26 + at));
});

test('a pause inside the phrase is not its end', () => {
  const [numbers] = record(200, [
    [50, 60],
    [62, 75],
  ]);
  expect(numbers!.at(-1)).toBe(79);
});

test('does not wait for ever', () => {
  expect(record(1_000, [])).toHaveLength(1);
  expect(record(1_000, [[10, 2_000]])).toHaveLength(1);
  expect(record(150, [])).toHaveLength(0);
});
