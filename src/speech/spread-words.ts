import type { SpokenWord } from '../shared/ipc/speech-port';

/** Peak of PCM16 below which nothing is said. */
const QUIET = 250;

/** First and last sample that stands out; both 0 when none does. */
export function voicedRange(pcm: Int16Array): readonly [from: number, to: number] {
  const from = pcm.findIndex((sample) => Math.abs(sample) > QUIET);
  const to = pcm.findLastIndex((sample) => Math.abs(sample) > QUIET);
  return from < 0 ? [0, 0] : [from, to + 1];
}

/**
 * Places the words of a text in its sound by their length in letters: for engines that do not tell. A sign at the
 * end of a word stands for the pause after it.
 */
export function spreadWords(text: string, pcm: Int16Array, rate: number): readonly SpokenWord[] {
  const words = text.split(/\s+/).filter(Boolean);
  const [from, to] = voicedRange(pcm);
  const weights = words.map((word) => ({
    said: word.length + 1,
    pause: /[.,;:!?]["')]*$/.test(word) ? 3 : 0,
  }));
  const last = weights.at(-1);
  const total = weights.reduce((sum, { said, pause }) => sum + said + pause, 0) - (last?.pause ?? 0);
  const place = (weight: number) => Math.round(((from + ((to - from) * weight) / total) * 1_000) / rate);
  let at = 0;
  return words.map((word, index) => {
    const { said, pause } = weights[index]!;
    const spoken = { text: word, startMs: place(at), endMs: place(at + said) };
    at += said + pause;
    return spoken;
  });
}
