import type { SpokenWord } from '../shared/ipc/speech-port';

/** One phone as flite speaks it; seconds from the start of the audio. `pau` is a pause. */
export interface Phone {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Reads flite's `-psdur` line: `pau:0.222 ow:0.346 ...`, each phone with its end in seconds. */
export function parsePhones(line: string): readonly Phone[] {
  const phones: Phone[] = [];
  let start = 0;
  for (const [, name, seconds] of line.matchAll(/(\S+):(\d+\.\d+)/g)) {
    const end = Number(seconds);
    phones.push({ name: name!, start, end });
    start = end;
  }
  return phones;
}

/** Whether a phone is silence. */
export const isPause = (phone: Phone): boolean => phone.name === 'pau';

/** Numbers of phones between the pauses: one group a word, when every word was followed by a comma. */
export function phoneCounts(phones: readonly Phone[]): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  for (const phone of phones) {
    if (!isPause(phone)) count++;
    else if (count > 0) {
      counts.push(count);
      count = 0;
    }
  }
  return count > 0 ? [...counts, count] : counts;
}

/**
 * Places words on the phones they are made of. `weights` holds a number for each word that stands for its
 * phones: the true count where known, else a guess (its letters); 0 for a word that is not spoken, which gets
 * no time of its own. Words come out in order, within the audio, and never overlap.
 */
export function placeWords(
  words: readonly string[],
  weights: readonly number[],
  phones: readonly Phone[],
): readonly SpokenWord[] {
  const spoken = phones.filter((phone) => !isPause(phone));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  let last = toMs(spoken[0]?.start ?? 0);
  return words.map((text, i) => {
    const first = phoneIndex(passed, total, spoken.length);
    passed += weights[i] ?? 0;
    const next = phoneIndex(passed, total, spoken.length);
    if (next <= first) return { text, startMs: last, endMs: last };
    const startMs = toMs(spoken[first]!.start);
    last = toMs(spoken[next - 1]!.end);
    return { text, startMs, endMs: last };
  });
}

/** Counts that do not add up to the phones are stretched or squeezed evenly. */
function phoneIndex(passed: number, total: number, phones: number): number {
  return total === 0 ? 0 : Math.round((passed * phones) / total);
}

const toMs = (seconds: number): number => Math.round(seconds * 1000);
