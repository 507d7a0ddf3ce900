import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FRAME_SAMPLES, type CaptureMessage } from '../../shared/ipc/audio-port';
import { FrameBatcher } from './frame-batcher';

function batch(quanta: readonly Float32Array[]) {
  const frames: CaptureMessage[] = [];
  const batcher = new FrameBatcher((frame) => frames.push(frame));
  quanta.forEach((quantum, i) => batcher.push(quantum, i));
  return { frames, batcher };
}

test('quanta of any size come out as full frames, nothing lost or reordered', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3_000), { maxLength: 20 }), (sizes) => {
      let next = 0;
      const quanta = sizes.map((size) =>
        Float32Array.from({ length: size }, () => (next++ % 30_000) / 32_768),
      );
      const { frames } = batch(quanta);
      expect(frames).toHaveLength(Math.floor(next / FRAME_SAMPLES));
      const samples = frames.flatMap(({ pcm }) => [...pcm]);
      expect(samples.every((sample, i) => sample === i % 30_000)).toBe(true);
    }),
  );
});

test('a frame carries the time of its last sample and its level', () => {
  const { frames } = batch([new Float32Array(1_000), new Float32Array(200).fill(0.5), new Float32Array(10)]);
  expect(frames).toHaveLength(1);
  expect(frames[0]!.capturedAt).toBe(1);
  expect(frames[0]!.level).toBeCloseTo(0.5 * Math.sqrt(1 / 6), 5);
});

test('frames share no memory', () => {
  const { frames } = batch([new Float32Array(2 * FRAME_SAMPLES)]);
  expect(frames[0]!.pcm.buffer).not.toBe(frames[1]!.pcm.buffer);
});

test('after reset nothing of the earlier recording is in a frame', () => {
  const { frames, batcher } = batch([new Float32Array(600).fill(0.5)]);
  batcher.reset();
  batcher.push(new Float32Array(FRAME_SAMPLES), 5);
  expect(frames.map(({ level }) => level)).toEqual([0]);
});
