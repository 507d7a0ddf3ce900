/**
 * The ear of the second look: the encoder of the recognizer, without what turns its states into words. Two sayings of
 * one phrase are much alike in them, in noise too; what differs from it in one sound is less so.
 */
import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { EAR_SIZE } from '../shared/wake-word';
import { MODEL_RATE } from './part';

/** Silence around the sound, in seconds: nothing stands at the very edge. */
const BEFORE = 0.1;
const AFTER = 0.3;
/** A cut in a noisy room must not sound like a click. */
const FADE = 0.05;
/** Samples that one state of the encoder stands for. Every other one is as good as all. */
const HOP = 384;
const EVERY = 2;
/** Seconds from one state of {@link hearSound} to the next. */
export const EAR_STEP = (EVERY * HOP) / MODEL_RATE;
const BYTE = 127;

/** What is heard in a sound at `MODEL_RATE`: a state for every `EAR_STEP`. A second and a half takes about 45 ms. */
export type HearSound = (sound: Float32Array) => Promise<readonly Float32Array[]>;

/** Hears with the encoder of the larger recognizer. */
export async function hearSound(
  encoder: InferenceSession,
  sound: Float32Array,
): Promise<readonly Float32Array[]> {
  const lead = BEFORE * MODEL_RATE;
  const padded = new Float32Array(sound.length + lead + AFTER * MODEL_RATE);
  padded.set(sound, lead);
  const fade = Math.min(FADE * MODEL_RATE, sound.length >> 3);
  for (let i = 0; i < fade; i++) {
    padded[lead + i]! *= i / fade;
    padded[lead + sound.length - 1 - i]! *= i / fade;
  }
  const { last_hidden_state: states } = await encoder.run({
    input_values: new Tensor('float32', padded, [1, padded.length]),
  });
  if (!(states?.data instanceof Float32Array)) throw new TypeError('The encoder gave nothing.');
  const { data } = states;
  const first = Math.round(lead / HOP);
  const last = Math.min(data.length / EAR_SIZE, first + Math.round(sound.length / HOP));
  return Array.from({ length: Math.max(0, Math.ceil((last - first) / EVERY)) }, (_, i) => {
    const at = (first + i * EVERY) * EAR_SIZE;
    return data.slice(at, at + EAR_SIZE);
  });
}

/** The mean of states: what all of them have in common. */
export function meanState(heard: readonly Float32Array[]): number[] {
  const sums = new Array<number>(EAR_SIZE).fill(0);
  for (const state of heard) state.forEach((value, i) => (sums[i]! += value / heard.length));
  return sums.map((value) => Math.round(value * 1_000) / 1_000);
}

/** States without what all speech has in common, and of length one. */
export function comparable(heard: readonly Float32Array[], mean: readonly number[]): readonly Float32Array[] {
  return heard.map((state) => ofLengthOne(state.map((value, i) => value - mean[i]!)));
}

/** States of length one as they are kept. */
export function packed(heard: readonly Float32Array[]): string {
  const bytes = new Int8Array(heard.length * EAR_SIZE);
  for (const [at, state] of heard.entries()) {
    const most = state.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-9);
    bytes.set(
      state.map((value) => Math.round((value * BYTE) / most)),
      at * EAR_SIZE,
    );
  }
  return Buffer.from(bytes.buffer).toString('base64');
}

/** The states that were kept, of length one. */
export function unpacked(kept: string): readonly Float32Array[] {
  const bytes = new Int8Array(Buffer.from(kept, 'base64'));
  return Array.from({ length: Math.floor(bytes.length / EAR_SIZE) }, (_, at) =>
    ofLengthOne(Float32Array.from(bytes.subarray(at * EAR_SIZE, (at + 1) * EAR_SIZE))),
  );
}

function ofLengthOne(state: Float32Array): Float32Array {
  const length = Math.hypot(...state);
  return state.map((value) => (length === 0 ? 0 : value / length));
}
