import { assertNever } from '../../shared/assert-never';
import { explainServiceError, type ServerMessage, type ServiceProblem } from '../../shared/protocol';
import { adjust, adjustToTurn, listenForEcho, paceAfterReply } from './adjusting';
import { answerApprovals, answerApprovalsLate } from './approvals';
import { dropCalls, loseCalls, offersKnown, receiveCall } from './calls';
import { close, sessionLost } from './connection';
import type { Draft } from './draft';
import type { ConversationEvent } from './events';
import {
  beginReply,
  endReply,
  personSpeaks,
  receiveAudio,
  receiveFinalText,
  receiveWord,
  waitForService,
} from './replies';
import { keepAwake, watchExpiry, watchIdle } from './resting';
import { openReply, soundingReply } from './status';
import { isStopTurn, speaksAfterStop } from './stop-said';
import { closeHeard, putEntry, showHeard } from './transcript';

/** How long an unwanted greeting is waited for before the talk goes on without it. */
const GREETING_MS = 3_000;

/**
 * Takes one message of the service (protocol.md section 4).
 * `voicedAt` is when speech was last heard locally, the start of the turn's latency.
 */
export function serviceSent(draft: Draft, event: Extract<ConversationEvent, { type: 'service' }>): void {
  const { message, voicedAt } = event;
  if (draft.state.phase.name === 'ending') {
    // Nothing is played or answered any more; only the goodbye counts.
    if (message.type === 'session.ended') close(draft, { name: 'ended' }, draft.state.endReason);
    return;
  }
  switch (message.type) {
    case 'session.ready':
      return becomeReady(draft, message, event.clockAhead ?? 0);
    case 'session.updated':
      if (message.config) learnServerTools(draft, message.config.tools);
      return offersKnown(draft);
    case 'session.error':
      offersKnown(draft);
      return errorReceived(draft, message.code, message.param);
    case 'session.ended':
      return endedByService(draft);
    case 'input.speech.started':
      draft.set({
        userSpeaking: true,
        overAgent: soundingReply(draft.state)?.audible ?? false,
        speechSince: draft.now,
        speechHeld: draft.state.talkKey.name === 'held',
      });
      keepAwake(draft);
      speaksAfterStop(draft);
      speaksWithoutKey(draft);
      return personSpeaks(draft);
    case 'input.speech.stopped':
      return speechStopped(draft);
    case 'transcript.user.delta':
      draft.set({ openItem: message.item_id ?? null });
      return showHeard(draft, message.text);
    case 'transcript.user':
      return isRepeated(draft, message) || isLate(draft, message)
        ? undefined
        : turnHeard(draft, message.text, voicedAt);
    case 'reply.started':
      closeUnfinished(draft);
      draft.set({ userSpeaking: false });
      return beginReply(draft, message.reply_id);
    case 'reply.audio':
      return receiveAudio(draft, message.reply_id, message.data);
    case 'transcript.agent.delta':
      return receiveWord(draft, message.reply_id, {
        text: message.delta,
        startMs: message.start_ms ?? null,
      });
    case 'transcript.agent':
      paceAfterReply(draft, message.text, message.interrupted);
      return receiveFinalText(draft, message.reply_id, message.text, message.interrupted);
    case 'reply.done':
      return replyDone(draft, message.reply_id, message.status === 'interrupted');
    case 'tool.call':
      return receiveCall(draft, {
        callId: message.call_id,
        name: message.name,
        arguments: message.arguments,
      });
    case 'reply.error':
      endReply(draft, message.reply_id, true);
      return draft.set({ awaitingReply: false, notice: replyFailed });
    default:
      return assertNever(message);
  }
}

function becomeReady(
  draft: Draft,
  message: Extract<ServerMessage, { type: 'session.ready' }>,
  clockAhead: number,
): void {
  if (message.config) learnServerTools(draft, message.config.tools);
  const { phase } = draft.state;
  if (phase.name !== 'connecting' && phase.name !== 'recovering') return;
  const resumed = phase.name === 'recovering' && phase.way === 'resume';
  if (!resumed) loseCalls(draft);
  draft.set({
    phase: { name: 'live', sessionId: message.session_id },
    wasLive: true,
    session: draft.state.session + (resumed ? 0 : 1),
    lastFinal: null,
    closedWords: null,
    bound: message.config?.id ? message.config : null,
    readyAt: draft.now,
    fatalError: null,
    unwantedGreeting: !resumed && !draft.state.greetingWanted && Boolean(message.config?.greeting),
  });
  draft.emit(
    { type: 'clear-timer', name: 'ready' },
    { type: 'uplink', state: 'open' },
    {
      type: 'record',
      what: {
        type: 'session-ready',
        sessionId: message.session_id,
        expiresAt: message.expires_at ?? null,
        resumed,
      },
    },
  );
  if (draft.state.unwantedGreeting) {
    draft.emit({ type: 'set-timer', name: 'greeting', milliseconds: GREETING_MS });
  }
  watchExpiry(draft, message.expires_at, clockAhead);
  watchIdle(draft);
  // The reply to the person's last words was lost with its session: it is asked for again, under the same turn.
  // A tool that still runs in a resumed session brings the reply by its result.
  const running = draft.state.calls.some(({ state }) => state === 'running');
  draft.set({ askAgain: draft.state.owed !== null && !running });
}

/** The service has ended the session on its own; the talk goes on in another where that can be. */
function endedByService(draft: Draft): void {
  const problem = draft.state.fatalError ?? explainServiceError('session_expired', { beforeReady: false });
  draft.set({ fatalError: problem });
  sessionLost(draft, problem, problem.retry);
}

function learnServerTools(
  draft: Draft,
  tools: readonly { readonly name: string; readonly http?: unknown }[] | undefined,
): void {
  if (!tools) return;
  draft.set({
    serverTools: tools.filter(({ http }) => http !== null && http !== undefined).map(({ name }) => name),
  });
}

/** What was said with the key ended at once; who goes on without it in an open talk is given time again. */
function speaksWithoutKey(draft: Draft): void {
  const { talkKey, adjustments } = draft.state;
  if (talkKey.name === 'unused' && adjustments.hold === 'released') adjust(draft, { hold: null });
}

function speechStopped(draft: Draft): void {
  if (!draft.state.userSpeaking) return;
  draft.set({ userSpeaking: false, awaitingReply: true });
  waitForService(draft);
}

/** The same final words of the same item once more: a frame that came twice is no second turn. */
function isRepeated(
  draft: Draft,
  { item_id: item, text }: Extract<ServerMessage, { type: 'transcript.user' }>,
) {
  const last = draft.state.lastFinal;
  draft.set({ lastFinal: item === undefined ? null : { item, text } });
  return last !== null && last.item === item && last.text === text;
}

/** A reply begins before the final transcript of what it answers: what was heard stands for it. */
function closeUnfinished(draft: Draft): void {
  const { openUserEntry: entry, openItem: item } = draft.state;
  closeHeard(draft, null);
  draft.set({ openItem: null });
  if (entry === null) return;
  draft.emit({ type: 'words-final' });
  if (item === null) return draft.set({ closedWords: null });
  const { speechSince: since, overAgent, speechHeld, turn } = draft.state;
  const how = { since, overAgent, surelyThePersons: speechHeld };
  draft.set({ closedWords: { item, entry, how }, turn: turn + 1, speechSince: null, speechHeld: false });
}

/** The final transcript of words that a reply has closed already: it corrects and answers, and is no second turn. */
function isLate(draft: Draft, { item_id: item, text }: Extract<ServerMessage, { type: 'transcript.user' }>) {
  const { closedWords } = draft.state;
  if (closedWords === null || item !== closedWords.item || text.trim() === '') return false;
  putEntry(draft, { kind: 'user', id: closedWords.entry, text: text.trim(), final: true, typed: false });
  draft.set({ closedWords: null });
  answerApprovalsLate(draft, text, closedWords.how);
  return true;
}

function turnHeard(draft: Draft, text: string, voicedAt: number | null): void {
  closeHeard(draft, text);
  const said = text.trim() !== '';
  const { speechSince, speechHeld, overAgent } = draft.state;
  draft.set({
    userSpeaking: false,
    awaitingReply: said,
    turn: draft.state.turn + (said ? 1 : 0),
    ...(said ? { owed: text.trim(), askAgain: false } : {}),
    times: said
      ? {
          speechEnded: voicedAt ?? draft.now,
          transcript: draft.now,
          replyStarted: null,
          firstAudio: null,
          toolMs: 0,
          toolSince: null,
        }
      : null,
  });
  draft.emit({ type: 'words-final' });
  listenForEcho(draft, text);
  draft.set({ speechSince: null, speechHeld: false });
  if (!said) return;
  const stop = isStopTurn(draft, text);
  answerApprovals(draft, text, { since: speechSince, overAgent, surelyThePersons: speechHeld });
  keepAwake(draft);
  adjustToTurn(draft, text);
  if (!stop) waitForService(draft);
}

/** An interrupted reply means that the person is speaking: protocol.md 14.1 as corrected by the house plan. */
function replyDone(draft: Draft, id: string | undefined, interrupted: boolean): void {
  const target = id ?? openReply(draft.state)?.id;
  const byStop = draft.state.replies.some((reply) => reply.id === target && reply.silenced);
  // The interrupting words may have been heard to their end before the reply's end was told.
  const alreadyHeard = draft.state.awaitingReply && !draft.state.userSpeaking;
  endReply(draft, id, interrupted);
  // What was said with the key is answered: whoever goes on without it is given time again.
  if (draft.state.adjustments.hold === 'released') adjust(draft, { hold: null });
  if (!interrupted) return;
  dropCalls(draft);
  if (!alreadyHeard && !byStop) draft.set({ owed: null });
  if (!byStop) draft.set({ cutReply: true });
  if (!alreadyHeard) draft.set({ awaitingReply: false, times: null, userSpeaking: !byStop });
}

function errorReceived(draft: Draft, code: string, param: string | undefined): void {
  const { phase, otherVoice } = draft.state;
  const beforeReady = phase.name !== 'live';
  const problem = explainServiceError(code, { beforeReady, param });
  if (beforeReady && code === 'invalid_value' && param === 'output.voice' && !otherVoice) {
    // Voices come and go (protocol.md section 12): one of the same language stands in, once.
    draft.set({ otherVoice: true, notice: voiceReplaced });
    endAttempt(draft, { ...problem, retry: 'once' });
  } else if (beforeReady) endAttempt(draft, problem);
  else if (problem.fatal) draft.set({ fatalError: problem });
  // A wrong shape after ready is our own slip, or a message this service does not know: nothing to tell.
  else if (code !== 'invalid_format') draft.set({ notice: problem });
}

/** Before `session.ready` every error ends the attempt; one without a code is told by the close that follows. */
function endAttempt(draft: Draft, problem: ServiceProblem): void {
  draft.set({ fatalError: problem });
  if (problem.code !== 'unknown') sessionLost(draft, problem, problem.retry);
}

const voiceReplaced = {
  code: 'voice_replaced',
  sentence: 'The voice service does not offer the chosen voice any more; another one speaks.',
  next: 'Choose another voice in Settings.',
} as const;

const replyFailed = {
  code: 'reply_failed',
  sentence: 'The answer failed at the voice service.',
  next: 'Ask again.',
} as const;
