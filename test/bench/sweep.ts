/**
 * A tone that rises evenly and begins again: its pitch tells a sample's place in it, also after gain control and
 * resampling. With it in the microphone, what arrives at the service shows what was lost on the way or overtaken.
 */

/** Length of one rise. */
const RISE_MS = 10_000;
const FROM_HZ = 500;
const HZ_PER_SECOND = 350;
/** As loud as quiet speech, so that a gain control has no reason to clip it. */
const AMPLITUDE = 3_000;
/** Softer blocks hold something else. */
const LEAST_AMPLITUDE = 200;
/** A step that differs less from the expected one is an inexact reading. */
const READING_MS = 4;

/** `milliseconds` of the sweep. */
export function sweep(milliseconds: number, rate: number): Int16Array {
  const samples = Math.round((milliseconds * rate) / 1_000);
  return Int16Array.from({ length: samples }, (_, at) => {
    const seconds = (at / rate) % (RISE_MS / 1_000);
    const turns = FROM_HZ * seconds + (HZ_PER_SECOND * seconds ** 2) / 2;
    return Math.round(AMPLITUDE * Math.sin(2 * Math.PI * turns));
  });
}

/** Where in the sweep a block begins, in milliseconds; null when it holds no sweep or its turning point. */
export function placeOf(block: Int16Array, rate: number): number | null {
  const crossings = risingCrossings(block);
  const first = crossings[0];
  const last = crossings.at(-1);
  if (first === undefined || last === undefined || crossings.length < 10) return null;
  const half = Math.floor(crossings.length / 2);
  const middle = crossings[half]!;
  const hertz = ((crossings.length - 1) * rate) / (last - first);
  const early = (half * rate) / (middle - first);
  const late = ((crossings.length - 1 - half) * rate) / (last - middle);
  // Within a block the pitch rises a little; at the turning point, or across a hole, it does something else.
  if (Math.abs(late - early) > hertz / 10) return null;
  const milliseconds = ((hertz - FROM_HZ) / HZ_PER_SECOND) * 1_000;
  return milliseconds - ((first + last) / 2 / rate) * 1_000;
}

/** What happened to a sweep on its way. */
export interface Continuity {
  /** Blocks whose place could be read. */
  readonly read: number;
  /** Whole blocks that never came. */
  readonly lost: number;
  /** Blocks that came after a later one. */
  readonly reordered: number;
  /** Sound that is missing inside or between blocks without a whole one being lost. */
  readonly holesMs: number;
}

/** Compares each block's place with that of the block before it. */
export function continuityOf(blocks: readonly Int16Array[], rate: number): Continuity {
  let before: { readonly place: number; readonly start: number } | null = null;
  let [read, lost, reordered, holesMs] = [0, 0, 0, 0];
  let start = 0;
  for (const block of blocks) {
    const place = placeOf(block, rate);
    const lasts = (block.length / rate) * 1_000;
    if (place !== null) {
      read += 1;
      if (before) {
        const missing = wrapped(place - before.place - (start - before.start));
        const whole = Math.round(missing / lasts);
        lost += whole;
        if (whole < 0) reordered += 1;
        if (whole === 0 && missing > READING_MS) holesMs += missing;
      }
      before = { place, start };
    }
    start += lasts;
  }
  return { read, lost: Math.max(0, lost), reordered, holesMs };
}

/** The nearest of the differences that one rise more or less would make. */
function wrapped(milliseconds: number): number {
  return milliseconds - RISE_MS * Math.round(milliseconds / RISE_MS);
}

function risingCrossings(block: Int16Array): readonly number[] {
  const found: number[] = [];
  let loudest = 0;
  for (let at = 1; at < block.length; at++) {
    const [a, b] = [block[at - 1]!, block[at]!];
    loudest = Math.max(loudest, Math.abs(b));
    if (a < 0 && b >= 0) found.push(at - 1 + a / (a - b));
  }
  return loudest < LEAST_AMPLITUDE ? [] : found;
}
