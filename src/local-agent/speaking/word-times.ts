import type { SpokenWord } from '../../shared/ipc/speech-port';
import type { SpokenForm } from './spoken';

/**
 * Puts the times of the words that were said onto the words that are shown ("3:30" for "three thirty").
 * Where the synthesizer counted words otherwise, times are shared out by length.
 */
export function timeShownWords(
  forms: readonly SpokenForm[],
  said: readonly SpokenWord[],
  durationMs: number,
): readonly SpokenWord[] {
  const counts = forms.map((form) => form.spoken.split(/\s+/).filter(Boolean).length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total === said.length ? byCount(forms, counts, said) : byLength(forms, said, durationMs);
}

function byCount(
  forms: readonly SpokenForm[],
  counts: readonly number[],
  said: readonly SpokenWord[],
): readonly SpokenWord[] {
  let next = 0;
  let reached = said[0]?.startMs ?? 0;
  return forms.map((form, index) => {
    const count = counts[index] ?? 0;
    const first = said[next];
    const last = said[next + count - 1];
    next += count;
    if (count === 0 || !first || !last) return { text: form.shown, startMs: reached, endMs: reached };
    reached = Math.round(last.endMs);
    return { text: form.shown, startMs: Math.round(first.startMs), endMs: reached };
  });
}

function byLength(
  forms: readonly SpokenForm[],
  said: readonly SpokenWord[],
  durationMs: number,
): readonly SpokenWord[] {
  const startMs = said[0]?.startMs ?? 0;
  const span = (said.at(-1)?.endMs ?? durationMs) - startMs;
  const lengths = forms.map((form) => form.spoken.length + 1);
  const total = lengths.reduce((sum, length) => sum + length, 0) || 1;
  let before = 0;
  return forms.map((form, index) => {
    const from = startMs + (span * before) / total;
    before += lengths[index] ?? 0;
    return {
      text: form.shown,
      startMs: Math.round(from),
      endMs: Math.round(startMs + (span * before) / total),
    };
  });
}
