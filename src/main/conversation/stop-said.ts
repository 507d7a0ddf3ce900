/**
 * The stop word inside a talk. It does what "Stop speaking" does; and because the service hears it as well, the turn
 * that comes of it is owed no answer.
 */
import { isStopPhrase } from '../../shared/stop-word';
import type { Draft } from './draft';
import type { ConversationState, Reply } from './state';
import { soundingReply } from './status';
import { joinWords } from './transcript';

/** How long after the stop word a turn or a reply may still be about it. */
const ABOUT_MS = 8_000;
/** The service hears speech begin later than this computer, but by no more than so much: then it is something new. */
const HEARD_LATE_MS = 1_000;
/** How far around the present moment of a reply its own words may come back as an echo, in milliseconds. */
const ECHO_BEFORE_MS = 3_000;
const ECHO_AFTER_MS = 500;

/** The person has said the stop word, and Parley has fallen silent. */
export function noteStop(draft: Draft): void {
  if (draft.state.phase.name !== 'live') return;
  draft.set({ stopSaidAt: draft.now });
  // Its turn may have been told before it was recognised here.
  if (draft.state.awaitingReply && lastWordsAreStop(draft.state)) owesNothing(draft);
}

/** The service hears the person: what begins this late is no longer the stop word. */
export function speaksAfterStop(draft: Draft): void {
  const { stopSaidAt } = draft.state;
  if (stopSaidAt !== null && draft.now - stopSaidAt > HEARD_LATE_MS) draft.set({ stopSaidAt: null });
}

/** A turn has become final: nothing is owed for it if it is the stop word. True if so. */
export function isStopTurn(draft: Draft, text: string): boolean {
  if (!isFresh(draft) || !isStopPhrase(text)) return false;
  owesNothing(draft);
  return true;
}

/** Whether a reply that begins now only answers the stop word. Each is answered once. */
export function answersStop(draft: Draft): boolean {
  if (!isFresh(draft) || !lastWordsAreStop(draft.state)) return false;
  draft.set({ stopSaidAt: null });
  return true;
}

/**
 * What Parley is saying about now, so far as its echo could be heard: words without a place in the sound count. Null
 * while nothing is heard of it.
 */
export function sayingNow(state: ConversationState, now: number): string | null {
  if (soundingReply(state)?.audible !== true) return null;
  return state.replies
    .filter(({ playedAt }) => playedAt !== null && now - playedAt <= ECHO_BEFORE_MS)
    .map(aboutNow)
    .join(' ');
}

function aboutNow({ words, finalText, samplesPlayed }: Reply): string {
  if (words.length === 0) return finalText ?? '';
  const played = samplesPlayed / 24;
  return joinWords(
    words.filter(
      ({ startMs }) =>
        startMs === null || (startMs > played - ECHO_BEFORE_MS && startMs < played + ECHO_AFTER_MS),
    ),
  );
}

function isFresh({ state: { stopSaidAt, approvals }, now }: Draft): boolean {
  // What is said while a request waits may be its answer, and is dealt with as one.
  return stopSaidAt !== null && now - stopSaidAt <= ABOUT_MS && approvals.length === 0;
}

function lastWordsAreStop({ transcript }: ConversationState): boolean {
  const last = transcript.findLast((entry) => entry.kind === 'user');
  return last?.kind === 'user' && !last.typed && isStopPhrase(last.text);
}

function owesNothing(draft: Draft): void {
  draft.set({ awaitingReply: false, owed: null, askAgain: false, times: null });
  draft.emit({ type: 'clear-timer', name: 'thinking' });
}
