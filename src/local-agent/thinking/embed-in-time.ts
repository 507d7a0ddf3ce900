import type { Embed } from './types';

/** Meaning is worth this wait, also while the model loads; after it the words alone must do. */
const PATIENCE_MS = 2_500;

/** The embedder with an end to waiting: rejects when it has not answered in time, so that an answer still comes. */
export function embedInTime(embed: Embed, patienceMs = PATIENCE_MS): Embed {
  return (texts, signal) =>
    new Promise((resolve, reject) => {
      const clock = setTimeout(() => reject(new Error('The embedder did not answer in time.')), patienceMs);
      embed(texts, signal)
        .then(resolve, reject)
        .finally(() => clearTimeout(clock));
    });
}
