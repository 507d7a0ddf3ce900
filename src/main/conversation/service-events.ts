import { assertNever } from '../../shared/assert-never';
import { explainServiceError, type ServerMessage } from '../../shared/protocol';
import { dropCalls, receiveCall } from './calls';
import type { Draft } from './draft';
import {
  beginReply,
  endReply,
  personSpeaks,
  receiveAudio,
  receiveFinalText,
  receiveWord,
  waitForService,
} from './replies';
import { openReply } from './state';
import { closeHeard, showHeard } from './transcript';

/**
 * Takes one message of the service (protocol.md section 4).
 * `voicedAt` is when speech was last heard locally, the start of the turn's latency.
 */
export function serviceSent(draft: Draft, message: ServerMessage, voicedAt: number | null): void {
  if (draft.state.phase.name === 'ending') {
    // Nothing is played or answered any more; only the goodbye counts.
    if (message.type === 'session.ended') draft.emit({ type: 'disconnect' });
    return;
  }
  switch (message.type) {
    case 'session.ready':
      return becomeReady(draft, message);
    case 'session.updated':
      return message.config ? learnServerTools(draft, message.config.tools) : undefined;
    case 'session.error':
      return errorReceived(draft, message.code, message.param);
    case 'session.ended':
      draft.emit({ type: 'disconnect' });
      return draft.set({
        fatalError: draft.state.fatalError ?? explainServiceError('session_expired', { beforeReady: false }),
      });
    case 'input.speech.started':
      draft.set({ userSpeaking: true });
      return personSpeaks(draft);
    case 'input.speech.stopped':
      return speechStopped(draft);
    case 'transcript.user.delta':
      return showHeard(draft, message.text);
    case 'transcript.user':
      return turnHeard(draft, message.text, voicedAt);
    case 'reply.started':
      closeHeard(draft, null);
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

function becomeReady(draft: Draft, message: Extract<ServerMessage, { type: 'session.ready' }>): void {
  if (message.config) learnServerTools(draft, message.config.tools);
  if (draft.state.phase.name !== 'connecting') return;
  draft.set({ phase: { name: 'live', sessionId: message.session_id } });
  draft.emit({ type: 'clear-timer', name: 'ready' }, { type: 'uplink', state: 'open' });
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

function speechStopped(draft: Draft): void {
  if (!draft.state.userSpeaking) return;
  draft.set({ userSpeaking: false, awaitingReply: true });
  waitForService(draft);
}

function turnHeard(draft: Draft, text: string, voicedAt: number | null): void {
  closeHeard(draft, text);
  const said = text.trim() !== '';
  draft.set({
    userSpeaking: false,
    awaitingReply: said,
    turn: draft.state.turn + (said ? 1 : 0),
    times: said
      ? {
          speechEnded: voicedAt ?? draft.now,
          transcript: draft.now,
          replyStarted: null,
          firstAudio: null,
        }
      : null,
  });
  if (said) waitForService(draft);
}

/** An interrupted reply means that the person is speaking: protocol.md 14.1 as corrected by the house plan. */
function replyDone(draft: Draft, id: string | undefined, interrupted: boolean): void {
  const target = id ?? openReply(draft.state)?.id;
  const byStop = draft.state.replies.some((reply) => reply.id === target && reply.silenced);
  // The interrupting words may have been heard to their end before the reply's end was told.
  const alreadyHeard = draft.state.awaitingReply && !draft.state.userSpeaking;
  endReply(draft, id, interrupted);
  if (!interrupted) return;
  dropCalls(draft);
  if (!alreadyHeard) draft.set({ awaitingReply: false, times: null, userSpeaking: !byStop });
}

function errorReceived(draft: Draft, code: string, param: string | undefined): void {
  const beforeReady = draft.state.phase.name === 'connecting';
  const problem = explainServiceError(code, { beforeReady, param });
  if (beforeReady || problem.fatal) draft.set({ fatalError: problem });
  // A wrong shape after ready is our own slip, or a message this service does not know: nothing to tell.
  else if (code !== 'invalid_format') draft.set({ notice: problem });
}

const replyFailed = {
  code: 'reply_failed',
  sentence: 'The answer failed at the voice service.',
  next: 'Ask again.',
} as const;
