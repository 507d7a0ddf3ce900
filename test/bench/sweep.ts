/**
 * A tone that rises evenly and begins again: its pitch tells a sample's place in it, also after gain control and
 * resampling. With it in the microphone, what arrives at the service shows what was lost on the way or overtaken.
 */

/** Length of one rise, in milliseconds. */
export const RISE_MS = 10_000;
const FROM_HZ = 500;
const HZ_PER_SECOND = 350;
/** As loud as quiet speech, so that a gain control has no reason to clip it. */
const AMPLITUDE = 3_000;
/** Softer blocks hold something else. */
const LEAST_AMPLITUDE = 200;
/** A step that differs less from the expected one is an inexact reading. */
const READING_MS = 4;
/** The pitch of a block's halves differs from what is expected by less than this, unless there is a hole in it. */
const READING_HZ = 5;

/** `milliseconds` of the sweep. */
export function sweep(milliseconds: number, rate: number): Int16Array {
  const samples = Math.round((milliseconds * rate) / 1_000);
  return Int16Array.from({ length: samples }, (_, at) => {
    const seconds = (at / rate) % (RISE_MS / 1_000);
    const turns = FROM_HZ * seconds + (HZ_PER_SECOND * seconds ** 2) / 2;
    return Math.round(AMPLITUDE * Math.sin(2 * Math.PI * turns));
  });
}

/** Longest way from a block's end to the nearest rising zero crossing, in milliseconds: a period and a bit. */
const EDGE_MS = 2.5;

/** Where in the sweep a block begins, in milliseconds; null when it holds no sweep, its turning point, or a hole. */
export function placeOf(block: Int16Array, rate: number): number | null {
  const crossings = risingCrossings(block);
  const first = crossings[0];
  const last = crossings.at(-1);
  if (first === undefined || last === undefined || crossings.length < 10) return null;
  const edge = (EDGE_MS * rate) / 1_000;
  if (first > edge || last < block.length - edge) return null;
  const half = Math.floor(crossings.length / 2);
  const middle = crossings[half]!;
  const hertz = ((crossings.length - 1) * rate) / (last - first);
  const early = (half * rate) / (middle - first);
  const late = ((crossings.length - 1 - half) * rate) / (last - middle);
  const rise = (HZ_PER_SECOND * (last - first)) / 2 / rate;
  if (Math.abs(late - early - rise) > READING_HZ) return null;
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
  /** Sound missing that was not lost by whole blocks: it was missing before the sound was cut into blocks. */
  readonly missingMs: number;
  /** What is in the blocks beyond the sweep, such as silence where nothing was captured in time. */
  readonly insertedMs: number;
}

interface Reading {
  readonly place: number;
  readonly start: number;
  readonly end: number;
}

/** Compares each block's place with that of the last one that could be read. */
export function continuityOf(blocks: readonly Int16Array[], rate: number): Continuity {
  const readings = readBlocks(blocks, rate);
  let [lost, reordered, missingMs, insertedMs] = [0, 0, 0, 0];
  for (const [number, reading] of readings.entries()) {
    const before = readings[number - 1];
    if (!before) continue;
    const missing = wrapped(reading.place - before.place - (reading.start - before.start));
    const lasts = before.end - before.start;
    const whole = Math.round(missing / lasts);
    const neighbours = reading.start === before.end;
    if (missing + reading.start - before.start < -READING_MS) {
      reordered += 1;
      // The gap that the late block had left is filled.
      lost += whole;
    } else if (neighbours && whole > 0 && Math.abs(missing - whole * lasts) < READING_MS) lost += whole;
    else if (missing > READING_MS) missingMs += missing;
    else if (missing < -READING_MS) insertedMs -= missing;
  }
  return { read: readings.length, lost: Math.max(0, lost), reordered, missingMs, insertedMs };
}

function readBlocks(blocks: readonly Int16Array[], rate: number): readonly Reading[] {
  let end = 0;
  return blocks.flatMap((block) => {
    const start = end;
    end += (block.length / rate) * 1_000;
    const place = placeOf(block, rate);
    return place === null ? [] : [{ place, start, end }];
  });
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
