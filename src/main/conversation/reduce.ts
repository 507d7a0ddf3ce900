/**
 * The conversation's one writer: (state, event, now) in, (state, effects) out.
 * Pure and exhaustive; `service-events.ts`, `replies.ts` and `calls.ts` hold its parts.
 */
import { assertNever } from '../../shared/assert-never';
import { adjust } from './adjusting';
import { askAgain, sendTyped, stopSpeaking, takeText } from './asking';
import { seeForeignTools, settleApproval, tellOutcomes } from './approvals';
import { dropCalls, finishCall, noteProgress, offersKnown, sendResults, tellSlow } from './calls';
import { clearTimers, close, closeProblem, fail, retryNow, sessionLost } from './connection';
import { withRule } from './configuration';
import { Draft } from './draft';
import type { ConversationEvent, Step, TimerName } from './events';
import { cancelHold, heldOn, hold, openTalk, release, wordsSent } from './holding';
import { abandonReplies, localSpeech, playbackReported, unpause, waitForService } from './replies';
import {
  allowanceTold,
  comeBack,
  goAway,
  idleRang,
  keepAwake,
  restRang,
  rolloverRang,
  wake,
  watchIdle,
} from './resting';
import { serviceSent } from './service-events';
import { noteStop } from './stop-said';
import { exchange, start } from './starting';
import type { ConversationState } from './state';
import { isOpen, soundingReply, statusOf, toldSilent } from './status';
import { closeHeard, showUndone } from './transcript';
import { noAnswer, nothingCame, otherSound, unreadable } from './troubles';

/** From `session.end` to closing the socket ourselves (protocol.md section 2.9). */
const END_MS = 4_000;

/** The next state and what has to be done. `now` is epoch milliseconds. */
export function reduce(
  state: ConversationState,
  event: ConversationEvent,
  now: number,
): Step<ConversationState> {
  const draft = new Draft(isSign(event) ? { ...state, signAt: now } : state, now);
  apply(draft, event);
  sendResults(draft);
  sendTyped(draft);
  askAgain(draft);
  tellOutcomes(draft);
  if (!isOpen(draft.state) && isOpen(state)) draft.emit({ type: 'drop-approvals' });
  // However it came about: who waits, waits with a clock.
  if (isWaiting(draft.state) && !isWaiting(state)) waitForService(draft);
  return draft.done();
}

/** "Thinking" with nothing received that could still be heard. */
function isWaiting(state: ConversationState): boolean {
  return statusOf(state) === 'thinking' && soundingReply(state) === null;
}

/** Whether somebody or something is there: the clocks of this computer alone are no sign. */
function isSign({ type }: ConversationEvent): boolean {
  return ['service', 'playback', 'local-speech', 'send-text', 'stay', 'tool-finished', 'start'].includes(
    type,
  );
}

function apply(draft: Draft, event: ConversationEvent): void {
  switch (event.type) {
    case 'start':
      return start(draft, event);
    case 'end':
      return end(draft, event.reason);
    case 'exchange':
      return exchange(draft, event.engine);
    case 'options':
      draft.set({ options: event.options });
      return optionsChanged(draft);
    case 'stay':
      return keepAwake(draft);
    case 'away':
      return goAway(draft, event.reason);
    case 'back':
      return comeBack(draft);
    case 'network-changed':
      return networkChanged(draft);
    case 'rule':
      return isOpen(draft.state)
        ? draft.set({ adjustments: withRule(draft.state.adjustments, event.change) })
        : undefined;
    case 'hold':
      return event.held ? hold(draft) : release(draft);
    case 'hold-cancelled':
      return cancelHold(draft);
    case 'open-talk':
      return openTalk(draft, event.open);
    case 'words-sent':
      return wordsSent(draft);
    case 'microphone-live':
      return microphoneHeard(draft);
    case 'mute':
      return mute(draft, event.muted);
    case 'stop-speaking':
      draft.emit({ type: 'hush' });
      return stopSpeaking(draft);
    case 'stop-said':
      draft.emit({ type: 'hush' });
      stopSpeaking(draft);
      return noteStop(draft);
    case 'send-text':
      return takeText(draft, event.text);
    case 'notify':
      return draft.set({ notice: event.problem });
    case 'dismiss-notice':
      return draft.set({ notice: null });
    case 'connect-failed':
      return sessionLost(draft, event.problem, event.retry);
    case 'socket-opened':
      draft.set({ openSince: draft.now });
      return draft.emit({ type: 'ask-allowance' });
    case 'allowance':
      return allowanceTold(draft, event.milliseconds, event.reached);
    case 'socket-closed':
      return socketClosed(draft, event.code);
    case 'socket-billed':
      return socketBilled(draft, event);
    case 'service':
      return isOpen(draft.state) ? serviceSent(draft, event) : undefined;
    case 'unreadable':
      return unreadableReceived(draft, event.callId);
    case 'playback':
      return playbackReported(draft, event.report);
    case 'audio':
      return audioReported(draft, event);
    case 'local-speech':
      return speechHere(draft, event.speaking);
    case 'tool-finished':
      keepAwake(draft);
      return finishCall(draft, event.callId, event.answer);
    case 'tool-progress':
      return noteProgress(draft, event.key, event.note);
    case 'approval-settled':
      keepAwake(draft);
      return settleApproval(draft, event.key, event.settlement);
    case 'approval-doubtful':
      // What has been answered otherwise meanwhile needs no second try.
      return draft.state.approvals.some(({ id }) => id === event.id)
        ? draft.set({ notice: otherSound })
        : undefined;
    case 'offers-known':
      return offersKnown(draft);
    case 'foreign-tools':
      return seeForeignTools(draft, event.seen);
    case 'trust':
      return draft.set({ taintedIn: null });
    case 'undone':
      return showUndone(draft, event.action);
    case 'timer':
      return timerRang(draft, event.name);
    default:
      return assertNever(event);
  }
}

function end(draft: Draft, reason: 'person' | 'quit'): void {
  const { name } = draft.state.phase;
  if (name === 'connecting' || name === 'recovering') return close(draft, { name: 'ended' }, reason);
  if (name === 'resting') return restRang(draft);
  if (name !== 'live') return;
  abandonReplies(draft);
  dropCalls(draft);
  closeHeard(draft, null);
  draft.set({
    phase: { name: 'ending' },
    userSpeaking: false,
    awaitingReply: false,
    typed: [],
    hangUpAt: null,
    microphoneLive: false,
    talkKey: { name: 'unused' },
    endReason: reason,
  });
  draft.emit(
    { type: 'uplink', state: 'closed' },
    { type: 'close-audio' },
    { type: 'send', message: { type: 'session.end' } },
    ...clearTimers(['thinking', 'idle', 'cap', 'rollover', 'greeting', 'hold']),
    { type: 'set-timer', name: 'end', milliseconds: END_MS },
  );
}

function optionsChanged(draft: Draft): void {
  if (draft.state.phase.name === 'live') watchIdle(draft);
  if (draft.state.openSince !== null) draft.emit({ type: 'ask-allowance' });
}

function networkChanged(draft: Draft): void {
  const { phase } = draft.state;
  if (phase.name === 'live') draft.emit({ type: 'probe-link' });
  else if (phase.name === 'recovering' && phase.way === 'waiting') {
    // Perhaps there is a way again: no need to wait.
    draft.emit(...clearTimers(['retry']));
    retryNow(draft);
  }
}

function speechHere(draft: Draft, speaking: boolean): void {
  const voiced = speaking && !draft.state.muted;
  draft.set({ voiced });
  if (voiced && draft.state.phase.name === 'resting' && !draft.state.phase.away) return wake(draft);
  if (voiced) keepAwake(draft);
  localSpeech(draft, speaking);
}

function mute(draft: Draft, muted: boolean): void {
  if (!isOpen(draft.state) && draft.state.phase.name !== 'resting') return;
  draft.set({ muted, voiced: false, talkKey: { name: 'unused' } });
  adjust(draft, { hold: null });
  draft.emit({ type: 'clear-timer', name: 'hold' });
  if (!muted && !draft.state.microphone) {
    draft.set({ microphone: true });
    draft.emit({ type: 'open-audio', microphone: true });
  }
}

function socketBilled(draft: Draft, event: Extract<ConversationEvent, { type: 'socket-billed' }>): void {
  if (event.conversation !== draft.state.conversation) return;
  draft.set({ closedMs: Math.max(0, draft.state.closedMs + event.milliseconds) });
}

function socketClosed(draft: Draft, code: number): void {
  draft.set({ openSince: null });
  if (draft.state.phase.name === 'ending') return close(draft, { name: 'ended' }, draft.state.endReason);
  const problem = closeProblem(draft.state, code);
  sessionLost(draft, problem, problem.retry);
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

/** A microphone with a gate of its own delivers zeros until somebody speaks: what was told of it holds no more. */
function microphoneHeard(draft: Draft): void {
  if (!isOpen(draft.state) || !draft.state.microphone) return;
  draft.set({ microphoneLive: true, ...(toldSilent(draft.state) && { notice: null }) });
}

function audioReported(draft: Draft, event: Extract<ConversationEvent, { type: 'audio' }>): void {
  if (!isOpen(draft.state)) return;
  const { report, problem } = event;
  if (report.type === 'opened') {
    draft.set({ microphoneTrouble: null, microphoneLive: draft.state.microphone });
  }
  if (report.type !== 'trouble') return;
  // What was playing is lost with the sound, and nobody will report its end.
  if (report.trouble === 'sound_lost') stopSpeaking(draft);
  if (report.fatal) {
    draft.set({ microphoneTrouble: problem, microphoneLive: false, userSpeaking: false, voiced: false });
  } else draft.set({ notice: problem });
}

function timerRang(draft: Draft, name: TimerName): void {
  switch (name) {
    case 'ready':
      return readyLate(draft);
    case 'end':
      return draft.state.phase.name === 'ending'
        ? close(draft, { name: 'ended' }, draft.state.endReason)
        : undefined;
    case 'retry':
      return retryNow(draft);
    case 'idle':
      return idleRang(draft);
    case 'cap':
      return draft.emit({ type: 'ask-allowance' });
    case 'rollover':
      return rolloverRang(draft);
    case 'rest':
      return restRang(draft);
    case 'greeting':
      return draft.set({ unwantedGreeting: false });
    case 'slow':
      return tellSlow(draft);
    case 'offers':
      return offersKnown(draft);
    case 'hold':
      return heldOn(draft);
    case 'resume':
      return unpause(draft);
    case 'thinking':
      if (statusOf(draft.state) !== 'thinking') return;
      draft.set({ awaitingReply: false, times: null, owed: null, notice: nothingCame });
      return abandonReplies(draft);
    default:
      return assertNever(name);
  }
}

function readyLate(draft: Draft): void {
  const { name } = draft.state.phase;
  if (name === 'connecting') fail(draft, noAnswer);
  else if (name === 'recovering') sessionLost(draft, noAnswer, 'backoff');
}
