import { loadSynthesizer } from '../../src/speech/synthesizer';
import type { Voice } from './microphone';
import { PHRASES } from './phrases';

/** Samples below this are silence. */
const SILENT = 150;

/**
 * A person made by the project's own synthesizer, in a voice the local agent does not answer with by default. Knows
 * these texts only.
 */
export async function synthesizedVoice(texts: readonly string[] = Object.values(PHRASES)): Promise<Voice> {
  const synthesizer = await loadSynthesizer(() => performance.now());
  const spoken = new Map<string, Int16Array>();
  for (const text of texts) {
    const { pcm } = await synthesizer.synthesize(
      { text, voice: 'rms', speed: 1 },
      new AbortController().signal,
    );
    spoken.set(text, trimmed(pcm));
  }
  return {
    speak: (text) => {
      const pcm = spoken.get(text);
      return pcm ? Promise.resolve(pcm) : Promise.reject(new Error(`"${text}" is none of the phrases`));
    },
  };
}

function trimmed(pcm: Int16Array): Int16Array {
  const from = pcm.findIndex((sample) => Math.abs(sample) > SILENT);
  const to = pcm.findLastIndex((sample) => Math.abs(sample) > SILENT);
  return pcm.slice(Math.max(0, from), to + 1);
}
