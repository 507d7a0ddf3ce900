/** Pure arithmetic of turning audio into tokens; recognizer.ts runs the model. */

/** Silence put before the audio, in seconds: the first sound must not stand at the very edge. */
const LEAD = 0.1;
/**
 * Silence put after it. Measured on 16 sentences by three voices that it was not chosen on: a second instead of
 * a tenth halves the wrong words of both models (base 12 % to 5 %, tiny 23 % to 10 %).
 */
const TAIL = 1;
/** The cut out of a noisy room must not sound like a click, in seconds; it lies in the pause around the words. */
const FADE = 0.05;
/** People stay well below this many tokens a second; more is the model running wild. */
const TOKENS_PER_SECOND = 6.5;
const FEWEST_TOKENS = 6;
/** About -54 dBFS: below it there is nothing that could be understood. */
const AUDIBLE = 0.002;

/** Whether any sample stands out of the noise floor. */
export function isAudible(samples: Float32Array): boolean {
  return samples.some((sample) => Math.abs(sample) > AUDIBLE);
}

/** The audio with silence around it: 0.1 s before, 1 s after. Its ends rise from and fall to that silence. */
export function pad(samples: Float32Array, rate: number): Float32Array {
  const lead = Math.round(LEAD * rate);
  const padded = new Float32Array(samples.length + Math.round((LEAD + TAIL) * rate));
  padded.set(samples, lead);
  const fade = Math.min(Math.round(FADE * rate), samples.length >> 3);
  for (let i = 0; i < fade; i++) {
    padded[lead + i]! *= i / fade;
    padded[lead + samples.length - 1 - i]! *= i / fade;
  }
  return padded;
}

/** Most tokens worth decoding for so many seconds of padded audio. */
export function tokenLimit(seconds: number): number {
  return Math.max(FEWEST_TOKENS, Math.ceil(seconds * TOKENS_PER_SECOND));
}

/** Index of the largest logit in one row. */
export function argmax(row: Float32Array): number {
  let best = 0;
  for (let i = 1; i < row.length; i++) if (row[i]! > row[best]!) best = i;
  return best;
}

/** Natural logarithm of the probability that a row of logits gives to a token: 0 at best. */
export function logProbability(row: Float32Array, token: number): number {
  const largest = row[argmax(row)]!;
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += Math.exp(row[i]! - largest);
  return row[token]! - largest - Math.log(sum);
}

const LONGEST_LOOP = 10;
const LOOP_TURNS = 4;
const LOOP_TOKENS = 12;

/**
 * Length of the tokens to keep when they end in a loop (the same up to ten tokens four times over, twelve
 * tokens or more in all), with the loop's first turn kept; undefined when they do not.
 */
export function loopCut(tokens: readonly number[]): number | undefined {
  for (let size = 1; size <= LONGEST_LOOP; size++) {
    const turns = Math.max(LOOP_TURNS, Math.ceil(LOOP_TOKENS / size));
    const start = tokens.length - turns * size;
    if (start < 0) continue;
    const loops = tokens.slice(start + size).every((token, i) => token === tokens[start + i]);
    if (loops) return start + size;
  }
  return undefined;
}

/**
 * Cuts audio longer than `longest` samples into pieces of at most that, each cut made at the quietest moment
 * of the piece's last third, so that words stay whole.
 */
export function splitAtQuiet(samples: Float32Array, longest: number, rate: number): readonly Float32Array[] {
  const pieces: Float32Array[] = [];
  let rest = samples;
  while (rest.length > longest) {
    const cut = quietest(rest, Math.floor((longest * 2) / 3), longest, Math.round(rate * 0.05));
    pieces.push(rest.subarray(0, cut));
    rest = rest.subarray(cut);
  }
  return [...pieces, rest];
}

/** Middle of the stretch of `width` samples with the least energy between two positions. */
function quietest(samples: Float32Array, from: number, to: number, width: number): number {
  let best = to;
  let least = Infinity;
  for (let at = from; at + width <= to; at += width) {
    let energy = 0;
    for (let i = at; i < at + width; i++) energy += samples[i]! ** 2;
    if (energy < least) {
      least = energy;
      best = at + (width >> 1);
    }
  }
  return best;
}

/** A phrase as the recognizer would write it: capital first letter, full stop. */
export function asSentence(phrase: string): string {
  const text = phrase.trim();
  const end = /[.!?]$/.test(text) ? '' : '.';
  return text.charAt(0).toUpperCase() + text.slice(1) + end;
}

/**
 * Mean log-probability of a phrase, its end included. `row(i)` holds the logits for the i-th token; there is one
 * row more than tokens. The last token is the phrase's full stop: with or without it counts, whichever is
 * likelier, as short commands are written both ways.
 */
export function phraseScore(
  tokens: readonly number[],
  end: number,
  row: (i: number) => Float32Array,
): number {
  const stop = tokens.length - 1;
  const upToStop = tokens.slice(0, stop).reduce((sum, token, i) => sum + logProbability(row(i), token), 0);
  const without = (upToStop + logProbability(row(stop), end)) / (stop + 1);
  const whole = upToStop + logProbability(row(stop), tokens[stop]!) + logProbability(row(stop + 1), end);
  return Math.max(without, whole / (stop + 2));
}
