import { AUDIO_RATE, type PlaybackCommand, type PlaybackReport } from '../../shared/ipc/audio-port';
import { PlaybackBuffer } from './playback-buffer';

/** Samples that the audio thread asks for at a time. */
export const QUANTUM = 128;

/** A command and the sample of the output at which it arrives. */
export interface Arrival {
  readonly at: number;
  readonly command: PlaybackCommand;
}

export const samples = (milliseconds: number) => Math.round((milliseconds * AUDIO_RATE) / 1_000);

/** Plays arrivals on a simulated audio thread for `length` samples; one millisecond of the clock is 24 samples. */
export function play(arrivals: readonly Arrival[], length: number) {
  const reports: PlaybackReport[] = [];
  const buffer = new PlaybackBuffer((report) => reports.push(report));
  const output = new Float32Array(Math.ceil(length / QUANTUM) * QUANTUM);
  const coming = arrivals.toSorted((a, b) => a.at - b.at);
  let next = 0;
  for (let clock = 0; clock < output.length; clock += QUANTUM) {
    const now = (clock * 1_000) / AUDIO_RATE;
    for (let arrival = coming[next]; arrival && arrival.at <= clock; arrival = coming[++next]) {
      buffer.command(arrival.command, now);
    }
    buffer.render(output.subarray(clock, clock + QUANTUM), now);
  }
  return { output, reports };
}

/** Cuts a reply's samples into chunks. */
export function chunked(pcm: Int16Array, size: number): Int16Array[] {
  const chunks: Int16Array[] = [];
  for (let from = 0; from < pcm.length; from += size) chunks.push(pcm.slice(from, from + size));
  return chunks;
}

/**
 * Chunks at real time, each later or earlier by `jitter` samples (given by `shift`, -1..1), in order as TCP
 * keeps it, followed by the reply's end.
 */
export function paced(
  reply: string,
  pcm: Int16Array,
  size: number,
  jitter: number,
  shift: (index: number) => number,
): Arrival[] {
  let arrived = 0;
  const arrivals = chunked(pcm, size).map((chunk, index): Arrival => {
    arrived = Math.max(arrived, jitter + index * size + Math.round(jitter * shift(index)));
    return { at: arrived, command: { type: 'audio', reply, pcm: chunk } };
  });
  return [...arrivals, { at: arrived, command: { type: 'finish', reply } }];
}

/** The hardest sound to cut without a click: a constant 0.5. */
export function steady(length: number): Int16Array {
  return new Int16Array(length).fill(16_384);
}

/** Something like speech: 200 ms of a loud tone, then 40 ms of a pause, over and over. */
export function speechLike(length: number): Int16Array {
  return Int16Array.from({ length }, (_, i) =>
    i % samples(240) < samples(200) ? 8_000 * Math.sin((i * 2 * Math.PI) / 120) : 0,
  );
}

/** Pseudo-random numbers in -1..1 from a seed, the same on every machine (mulberry32). */
export function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2_147_483_648 - 1;
  };
}
