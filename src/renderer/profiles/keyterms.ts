import { MAX_KEYTERM_CHARACTERS, MAX_KEYTERMS } from '../../shared/protocol';

/** Key terms as typed, one a line. */
export interface TypedKeyterms {
  /** What can be used: trimmed, distinct, short enough, at most a hundred. */
  readonly terms: string[];
  /** Lines that are longer than the service reads. */
  readonly tooLong: readonly string[];
  /** How many good ones came after the last that fits. */
  readonly beyond: number;
}

/** Reads key terms, one a line; empty lines and repeated ones do not count. */
export function readKeyterms(typed: string): TypedKeyterms {
  const lines = [...new Set(typed.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  const fitting = lines.filter((line) => line.length <= MAX_KEYTERM_CHARACTERS);
  return {
    terms: fitting.slice(0, MAX_KEYTERMS),
    tooLong: lines.filter((line) => line.length > MAX_KEYTERM_CHARACTERS),
    beyond: Math.max(0, fitting.length - MAX_KEYTERMS),
  };
}

/** What of the lines is not used, in a sentence or two; undefined when all are. */
export function keytermsTrouble({ tooLong, beyond }: TypedKeyterms): string | undefined {
  const sentences = [];
  const [first] = tooLong;
  if (first !== undefined) {
    const more = tooLong.length > 1 ? ` and ${String(tooLong.length - 1)} more` : '';
    sentences.push(
      `Longer than ${String(MAX_KEYTERM_CHARACTERS)} characters and not used: “${first.slice(0, 24)}…”${more}.`,
    );
  }
  if (beyond > 0) {
    const are = beyond === 1 ? 'the last one is' : `the last ${String(beyond)} are`;
    sentences.push(`Only ${String(MAX_KEYTERMS)} can be used; ${are} left out.`);
  }
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}
