import type { SpokenWord } from '../../shared/ipc/speech-port';

/** Samples of one `reply.audio` chunk: 10 ms at 24 kHz (protocol.md section 4.9). */
export const CHUNK_SAMPLES = 240;
const CHUNK_MS = 10;

/**
 * The audio of one reply on its way out: what is there, what was sent, and where a listener is now.
 * Pure: times come in, milliseconds of the same clock.
 */
export interface Playout {
  /** Audio not sent yet, in chunks' order. */
  readonly waiting: readonly Int16Array[];
  readonly totalMs: number;
  readonly sentMs: number;
  /** When position 0 was or would have been heard; null before the first audio. */
  readonly origin: number | null;
  readonly words: readonly SpokenWord[];
  /** No more audio will be appended. */
  readonly complete: boolean;
}

/** Nothing to say yet. */
export const emptyPlayout: Playout = {
  waiting: [],
  totalMs: 0,
  sentMs: 0,
  origin: null,
  words: [],
  complete: false,
};

/** Adds a clause; its word times are counted from its own first sample. Silence fills its last chunk. */
export function appendClause(
  playout: Playout,
  pcm: Int16Array,
  words: readonly SpokenWord[],
  now: number,
): Playout {
  const chunks: Int16Array[] = [];
  for (let at = 0; at < pcm.length; at += CHUNK_SAMPLES) {
    const chunk = pcm.subarray(at, at + CHUNK_SAMPLES);
    if (chunk.length === CHUNK_SAMPLES) chunks.push(chunk);
    else {
      const padded = new Int16Array(CHUNK_SAMPLES);
      padded.set(chunk);
      chunks.push(padded);
    }
  }
  // A clause that comes too late starts now: the listener has heard everything before it.
  const late = playout.origin !== null && now > playout.origin + playout.totalMs;
  return {
    ...playout,
    waiting: [...playout.waiting, ...chunks],
    origin: late ? now - playout.totalMs : playout.origin,
    words: [...playout.words, ...words.map((word) => shifted(word, playout.totalMs))],
    totalMs: playout.totalMs + chunks.length * CHUNK_MS,
  };
}

/** No more clauses follow. */
export function completePlayout(playout: Playout): Playout {
  return { ...playout, complete: true };
}

/** Takes the chunks due by `now`, at most `leadMs` ahead of real time. The first call starts the clock. */
export function takeDue(
  playout: Playout,
  now: number,
  leadMs: number,
): readonly [Playout, readonly Int16Array[]] {
  if (playout.waiting.length === 0) return [playout, []];
  const origin = playout.origin ?? now;
  const until = now - origin + leadMs;
  const count = Math.min(
    playout.waiting.length,
    Math.max(0, Math.floor((until - playout.sentMs) / CHUNK_MS + 1)),
  );
  if (count === 0) return [{ ...playout, origin }, []];
  return [
    {
      ...playout,
      origin,
      waiting: playout.waiting.slice(count),
      sentMs: playout.sentMs + count * CHUNK_MS,
    },
    playout.waiting.slice(0, count),
  ];
}

/** When the next chunks should be taken, `batchMs` of audio at a time; null when there are none waiting. */
export function nextDue(playout: Playout, leadMs: number, batchMs: number): number | null {
  if (playout.waiting.length === 0) return null;
  if (playout.origin === null) return 0;
  return playout.origin + playout.sentMs - leadMs + Math.max(0, batchMs - CHUNK_MS);
}

/** How far a listener without any buffer has come, in milliseconds of this reply's audio. */
export function heardMs(playout: Playout, now: number): number {
  if (playout.origin === null) return 0;
  return Math.max(0, Math.min(playout.sentMs, now - playout.origin));
}

/** When a listener will have heard everything; null while more may come or none has begun. */
export function heardAllAt(playout: Playout): number | null {
  return playout.complete && playout.waiting.length === 0 && playout.origin !== null
    ? playout.origin + playout.totalMs
    : null;
}

/** The words that were said to their end by `positionMs`, joined as text. */
export function wordsHeard(words: readonly SpokenWord[], positionMs: number): string {
  return words
    .filter((word) => word.endMs <= positionMs)
    .map((word) => word.text)
    .join(' ');
}

function shifted(word: SpokenWord, byMs: number): SpokenWord {
  return { text: word.text, startMs: word.startMs + byMs, endMs: word.endMs + byMs };
}
