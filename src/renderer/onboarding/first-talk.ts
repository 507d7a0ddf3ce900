import type { TranscriptEntry } from '../../shared/ipc/conversation';

/** What of the first talk is shown: the last thing said, and the answer to it. */
export interface FirstTalk {
  readonly said: Extract<TranscriptEntry, { kind: 'user' }> | null;
  readonly answer: Extract<TranscriptEntry, { kind: 'agent' }> | null;
  /** Something was asked, and the whole answer was heard. */
  readonly succeeded: boolean;
}

/** Reads the first talk out of a transcript. `before`: ids of entries that were there already. */
export function firstTalk(transcript: readonly TranscriptEntry[], before: ReadonlySet<string>): FirstTalk {
  const fresh = transcript.filter(({ id }) => !before.has(id));
  const asked = fresh.findLastIndex(({ kind }) => kind === 'user');
  const answers = fresh.slice(asked + 1).filter((entry) => entry.kind === 'agent');
  const said = fresh[asked];
  return {
    said: said?.kind === 'user' ? said : null,
    // Before anything was asked it is the greeting.
    answer: answers.at(-1) ?? null,
    succeeded: fresh.some(
      (entry, at) =>
        entry.kind === 'user' &&
        entry.final &&
        fresh.slice(at + 1).some((later) => later.kind === 'agent' && later.final && later.text !== ''),
    ),
  };
}
