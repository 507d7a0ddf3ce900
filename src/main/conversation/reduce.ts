/**
 * The conversation's one writer: (state, event, now) in, (state, effects) out.
 * Pure and exhaustive; `service-events.ts`, `replies.ts` and `calls.ts` hold its parts.
 */
import { assertNever } from '../../shared/assert-never';
import type { Problem } from '../../shared/problem';
import { explainClose } from '../../shared/protocol';
import { dropCalls, finishCall } from './calls';
import { Draft } from './draft';
import type { ConversationEvent, Step, TimerName } from './events';
import { localSpeech, playbackReported, silence, unpause, waitForService } from './replies';
import { serviceSent } from './service-events';
import { initialState, openReply, statusOf, type ConversationState } from './state';
import { closeHeard, showTyped } from './transcript';

/** From socket to `session.ready` (protocol.md section 2.1). */
const READY_MS = 12_000;
/** From `session.end` to closing the socket ourselves (protocol.md section 2.9). */
const END_MS = 4_000;

/** The next state and what has to be done. `now` is epoch milliseconds. */
export function reduce(
  state: ConversationState,
  event: ConversationEvent,
  now: number,
): Step<ConversationState> {
  const draft = new Draft(state, now);
  apply(draft, event);
  sendTyped(draft);
  return draft.done();
}

function apply(draft: Draft, event: ConversationEvent): void {
  switch (event.type) {
    case 'start':
      return start(draft, event);
    case 'end':
      return end(draft);
    case 'mute':
      return mute(draft, event.muted);
    case 'stop-speaking':
      return stopSpeaking(draft);
    case 'send-text':
      return takeText(draft, event.text);
    case 'notify':
      return draft.set({ notice: event.problem });
    case 'dismiss-notice':
      return draft.set({ notice: null });
    case 'connect-failed':
      return draft.state.phase.name === 'connecting' ? fail(draft, event.problem) : undefined;
    case 'socket-closed':
      return socketClosed(draft, event.code);
    case 'service':
      return isOpen(draft) ? serviceSent(draft, event.message, event.voicedAt) : undefined;
    case 'unreadable':
      return unreadableReceived(draft, event.callId);
    case 'playback':
      return playbackReported(draft, event.report);
    case 'audio':
      return audioReported(draft, event);
    case 'local-speech':
      return localSpeech(draft, event.speaking);
    case 'tool-finished':
      return finishCall(draft, event.callId, event.answer);
    case 'timer':
      return timerRang(draft, event.name);
    default:
      return assertNever(event);
  }
}

function isOpen({ state: { phase } }: Draft): boolean {
  return phase.name === 'connecting' || phase.name === 'live' || phase.name === 'ending';
}

function start(draft: Draft, event: Extract<ConversationEvent, { type: 'start' }>): void {
  if (isOpen(draft)) return;
  const { entryCount, turn, epoch } = draft.state;
  draft.set({
    ...initialState,
    // Counters go on, so that nothing late of the last talk is taken for this one's.
    entryCount,
    turn: turn + 1,
    epoch: epoch + 1,
    phase: { name: 'connecting' },
    engine: event.engine,
    microphone: event.microphone,
    muted: !event.microphone,
  });
  if (event.text !== null) takeText(draft, event.text);
  draft.emit(
    { type: 'uplink', state: 'held' },
    { type: 'open-audio', microphone: event.microphone },
    { type: 'connect', engine: event.engine, greeting: event.text === null },
    { type: 'set-timer', name: 'ready', milliseconds: READY_MS },
  );
}

function end(draft: Draft): void {
  const { name } = draft.state.phase;
  if (name === 'connecting') return close(draft, { name: 'ended' });
  if (name !== 'live') return;
  silence(draft);
  dropCalls(draft);
  closeHeard(draft, null);
  draft.set({ phase: { name: 'ending' }, userSpeaking: false, awaitingReply: false, typed: [] });
  draft.emit(
    { type: 'uplink', state: 'closed' },
    { type: 'close-audio' },
    { type: 'send', message: { type: 'session.end' } },
    { type: 'clear-timer', name: 'thinking' },
    { type: 'set-timer', name: 'end', milliseconds: END_MS },
  );
}

function mute(draft: Draft, muted: boolean): void {
  if (!isOpen(draft)) return;
  draft.set({ muted });
  if (!muted && !draft.state.microphone) {
    draft.set({ microphone: true });
    draft.emit({ type: 'open-audio', microphone: true });
  }
}

function stopSpeaking(draft: Draft): void {
  if (draft.state.phase.name !== 'live') return;
  const open = openReply(draft.state);
  silence(draft);
  // Undocumented: the local agent ends the reply; a service that refuses changes nothing (section 3.8).
  if (open) draft.emit({ type: 'send', message: { type: 'reply.cancel', reply_id: open.id } });
}

function takeText(draft: Draft, text: string): void {
  if (!isOpen(draft) || draft.state.phase.name === 'ending') return;
  showTyped(draft, text);
  draft.set({ typed: [...draft.state.typed, text] });
  if (draft.state.phase.name === 'live' && openReply(draft.state)) stopSpeaking(draft);
}

/** Typed text goes out as instructions of a reply, once no reply is open (protocol.md section 3.6). */
function sendTyped(draft: Draft): void {
  const { typed, phase } = draft.state;
  if (phase.name !== 'live' || typed.length === 0 || openReply(draft.state)) return;
  const text = typed.join('\n');
  draft.set({
    typed: [],
    awaitingReply: true,
    turn: draft.state.turn + 1,
    times: { speechEnded: draft.now, transcript: null, replyStarted: null, firstAudio: null },
  });
  draft.emit({
    type: 'send',
    message: { type: 'reply.create', instructions: `The user typed: ${JSON.stringify(text)} Answer it.` },
  });
  waitForService(draft);
}

function socketClosed(draft: Draft, code: number): void {
  const { phase, fatalError } = draft.state;
  switch (phase.name) {
    case 'ending':
      return close(draft, { name: 'ended' });
    case 'connecting':
      return fail(draft, fatalError ?? lost(draft, code, true));
    case 'live':
      return fail(draft, fatalError ?? lost(draft, code, false));
    case 'idle':
    case 'ended':
    case 'failed':
      return;
    default:
      return assertNever(phase);
  }
}

function unreadableReceived(draft: Draft, callId: string | null): void {
  draft.set({ notice: unreadable });
  if (callId === null || draft.state.phase.name !== 'live') return;
  const result = JSON.stringify({
    error: 'The arguments could not be read.',
    hint: 'Call again with a JSON object.',
  });
  draft.emit({ type: 'send', message: { type: 'tool.result', call_id: callId, result, is_error: true } });
}

/** Nothing crosses a network to the local agent: a closed socket means that its process is gone. */
function lost(draft: Draft, code: number, beforeReady: boolean): Problem {
  return draft.state.engine === 'local' ? localAgentGone : explainClose(code, { beforeReady });
}

function fail(draft: Draft, problem: Problem): void {
  close(draft, { name: 'failed', problem });
}

function close(draft: Draft, phase: ConversationState['phase']): void {
  silence(draft);
  dropCalls(draft);
  closeHeard(draft, null);
  draft.set({ phase, userSpeaking: false, awaitingReply: false, typed: [], times: null });
  draft.emit(
    { type: 'uplink', state: 'closed' },
    { type: 'close-audio' },
    { type: 'disconnect' },
    ...(['ready', 'thinking', 'resume', 'end'] as const).map(
      (name) => ({ type: 'clear-timer', name }) as const,
    ),
  );
}

function audioReported(draft: Draft, event: Extract<ConversationEvent, { type: 'audio' }>): void {
  if (!isOpen(draft)) return;
  const { report, problem } = event;
  if (report.type === 'opened') draft.set({ microphoneTrouble: null });
  if (report.type !== 'trouble') return;
  // What was playing is lost with the sound, and nobody will report its end.
  if (report.trouble === 'sound_lost') stopSpeaking(draft);
  if (report.fatal) draft.set({ microphoneTrouble: problem, userSpeaking: false });
  else draft.set({ notice: problem });
}

function timerRang(draft: Draft, name: TimerName): void {
  switch (name) {
    case 'ready':
      return draft.state.phase.name === 'connecting' ? fail(draft, noAnswer) : undefined;
    case 'end':
      return draft.state.phase.name === 'ending' ? close(draft, { name: 'ended' }) : undefined;
    case 'resume':
      return unpause(draft);
    case 'thinking':
      if (statusOf(draft.state) !== 'thinking') return;
      draft.set({ awaitingReply: false, times: null, notice: nothingCame });
      for (const reply of draft.state.replies) draft.changeReply(reply.id, { open: false, over: true });
      return;
    default:
      return assertNever(name);
  }
}

const noAnswer: Problem = {
  code: 'ready_timeout',
  sentence: 'The voice service did not answer.',
  next: 'Check the connection and start again.',
};

const localAgentGone: Problem = {
  code: 'local_agent_gone',
  sentence: 'The local agent stopped unexpectedly.',
  next: 'Start the conversation again; it is started anew.',
};

const nothingCame: Problem = {
  code: 'no_reply',
  sentence: 'No answer came.',
  next: 'Say it again, or in other words.',
};

const unreadable: Problem = {
  code: 'unreadable_message',
  sentence: 'A message of the voice service could not be read and was skipped.',
  next: 'The conversation goes on. If answers are missing, end it and start again.',
};
