import { errorCode } from '../../shared/error-code';
import type { Embed } from './types';

/** Meaning is worth this wait, also while the model loads; after it the words alone must do. */
const PATIENCE_MS = 2_500;

/**
 * The embedder with an end to waiting: rejects when it has not answered in time, so that an answer still comes.
 * `onTrouble` is told the code of every failure but a cancellation, because the answers are worse from then on.
 */
export function embedInTime(
  embed: Embed,
  onTrouble: (code: string) => void,
  patienceMs = PATIENCE_MS,
): Embed {
  return (texts, signal) =>
    new Promise((resolve, reject) => {
      const clock = setTimeout(() => {
        onTrouble('too-slow');
        reject(new Error('The embedder did not answer in time.'));
      }, patienceMs);
      embed(texts, signal)
        .catch((error: unknown) => {
          if (!signal?.aborted) onTrouble(errorCode(error));
          throw error;
        })
        .then(resolve, reject)
        .finally(() => clearTimeout(clock));
    });
}
