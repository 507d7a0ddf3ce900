import {
  endTurn,
  onCompleteness,
  onVoiceFrame,
  quiet,
  type TurnNotice,
  type TurnSettings,
} from '../turns/detector';
import { soundsComplete } from '../turns/completeness';
import { assertNever } from '../../shared/assert-never';
import { isBackChannel } from './back-channels';
import { abandonCalls, isHeld } from './calling';
import { interruptReply, isInterruptible } from './interrupting';
import { isHeard } from './open-reply';
import { isEchoOf, learnLevel, mayBeEcho } from './own-echo';
import { isOvertaken, queueReply, remember, resumeReply } from './queue';
import type { OpenTurn, SessionEvent, SessionState, Step } from './state';

/** Audio kept from before speech was noticed, so that the first sound is not lost. */
const PRE_ROLL_MS = 200;
/** A turn of this length is ended without silence: the recognizer hears no more than that at once. */
const MAX_TURN_MS = 40_000;
/** Longer turns get no more partial transcripts: each would take too long. */
const PARTIALS_UNTIL_MS = 20_000;
/** Without any audio for this long an open turn is over: the client stopped sending instead of sending silence. */
const NO_AUDIO_MS = 1_500;
/** Transcripts kept while a hold tool runs. */
const MOST_HELD = 50;

/** How the transcription modes stretch the adaptive silences (protocol.md section 8.4). */
const PATIENCE: Readonly<Record<string, number>> = { min_latency: 0.7, balanced: 1, max_accuracy: 1.5 };

/** How turns are taken now: the client's `turn_detection` where set, else the timing profile (protocol.md section 8). */
export function turnSettings(state: SessionState): TurnSettings {
  const { timing, config, reply } = state;
  const turns = config.input.turn_detection;
  const minSilenceMs =
    turns?.min_silence ?? Math.min(timing.minSilence, (turns?.max_silence ?? Infinity) - 1);
  const patience = PATIENCE[config.input.transcription_mode ?? 'balanced'] ?? 1;
  const overAgent = Math.min(timing.onsetOverAgent, Math.max(timing.onset, interruptionDelay(state)));
  return {
    threshold: turns?.vad_threshold ?? 0.5,
    onsetMs: reply ? overAgent : timing.onset,
    pauseMs: Math.min(timing.pause, minSilenceMs),
    minSilenceMs: turns?.min_silence ?? minSilenceMs * patience,
    maxSilenceMs: turns?.max_silence ?? Math.max(timing.maxSilence, minSilenceMs + 1),
    maxTurnMs: MAX_TURN_MS,
  };
}

/** Milliseconds of speech that interrupt a reply: none by default in the quickest mode (protocol.md section 5.4). */
function interruptionDelay({ timing, config: { input } }: SessionState): number {
  const given = input.turn_detection?.interruption_delay;
  return given ?? (input.transcription_mode === 'min_latency' ? 0 : timing.interruptionDelay);
}

/** Takes in one frame of the voice detector. */
export function onVoice(step: Step, event: Extract<SessionEvent, { type: 'voice' }>): void {
  const { state } = step;
  // An ended turn waits for its words; nobody is listened to in the meantime for longer than that takes.
  const [detector, notices] = onVoiceFrame(state.detector, event, turnSettings(state));
  step.set({ detector });
  for (const notice of notices) onNotice(step, notice, event.endMs);
  announceCandidate(step);
  if (detector.phase === 'quiet' && !step.state.turn) {
    const keepFrom = detector.sinceMs ?? event.endMs;
    step.effect({ type: 'forget', beforeMs: keepFrom - PRE_ROLL_MS });
  }
  askForPartial(step, event.endMs);
}

function onNotice(step: Step, notice: TurnNotice, nowMs: number): void {
  switch (notice.type) {
    case 'began':
      beginTurn(step, notice.startMs, nowMs);
      return;
    case 'paused':
      if (!isTooShort(step, notice)) askForFinal(step, notice.untilMs);
      return;
    case 'resumed':
      dropFinal(step);
      return;
    case 'ended':
      if (isTooShort(step, notice)) dismiss(step);
      else closeTurn(step, nowMs);
      return;
    default:
      assertNever(notice);
  }
}

function beginTurn(step: Step, startMs: number, nowMs: number): void {
  // Words of the turn before may still be on their way: they are lost to a person who goes on at once,
  // so the new turn takes in its audio.
  const { turn } = step.state;
  if (turn) {
    dropFinal(step);
    step.set({ turn: turn && { ...turn, ended: false } });
    return;
  }
  step.set({
    turn: {
      itemId: step.moment.newId('msg'),
      // Not into what the turn before has had: its last words would be heard twice.
      startMs: Math.max(step.state.heardUntilMs, startMs - PRE_ROLL_MS),
      partial: null,
      partialAtMs: nowMs,
      final: null,
      ended: false,
      candidate: isHeard(step.state) && isInterruptible(step),
      mayBeEcho: mayBeEcho(step, nowMs - startMs),
      echoes: false,
    },
  });
  if (!step.state.turn?.candidate) announce(step);
}

/** Speech over the agent becomes a turn when it was long enough, or when the agent is done speaking. */
function announceCandidate(step: Step): void {
  const { turn, detector } = step.state;
  if (!turn?.candidate) return;
  const spoken = detector.phase === 'speaking' ? detector.lastVoicedMs - detector.startMs : 0;
  // While all that was understood is the agent's own words, only the final ones can tell.
  if (turn.echoes && isHeard(step.state)) return;
  if (spoken >= interruptionDelay(step.state) || !isHeard(step.state)) announce(step);
}

/** Whether speech over the agent is shorter than the client asked an interruption to be (protocol.md section 5.4). */
function isTooShort(
  { state }: Step,
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
): boolean {
  const given = state.config.input.turn_detection?.interruption_delay ?? null;
  return state.turn?.candidate === true && isHeard(state) && given !== null && endMs - startMs < given;
}

/** Tells the client that the person speaks, and ends the reply that they speak over (protocol.md section 2.6). */
function announce(step: Step): void {
  const { turn, behaviour } = step.state;
  if (turn) step.set({ turn: { ...turn, candidate: false } });
  const at = step.effects.length;
  if (step.state.reply && isInterruptible(step)) {
    // A sent call belongs to the interrupted reply (protocol.md section 6.3); a hold tool goes on whatever is said.
    if (step.state.reply.stage.kind === 'called' && !isHeld(step)) abandonCalls(step);
    interruptReply(step);
  }
  const last = step.effects.length;
  const place = { first: at, between: Math.max(at, last - 1), last }[behaviour.speechStarted];
  step.effects.splice(place, 0, { type: 'send', message: { type: 'input.speech.started' } });
}

/** Forgets a candidate that proved to be nothing: the agent speaks on. */
function dismiss(step: Step): void {
  dropFinal(step);
  step.set({ turn: null, detector: quiet });
}

/** The person says this now, all at once: a fault that tests of clients use. Not while they really speak. */
export function overhear(step: Step, text: string): void {
  const { phase, turn } = step.state;
  if (phase !== 'live' || turn) return;
  beginTurn(step, 0, 0);
  if (step.state.turn?.candidate) announce(step);
  deliver(step, text);
}

function askForPartial(step: Step, nowMs: number): void {
  const { turn, detector, timing } = step.state;
  if (!turn || turn.partial !== null || detector.phase !== 'speaking') return;
  // Over the agent the first words are wanted before they interrupt it.
  const early = turn.candidate && !turn.echoes;
  const wait = early ? Math.min(timing.partials, interruptionDelay(step.state) / 4) : timing.partials;
  if (nowMs - turn.partialAtMs < wait || nowMs - turn.startMs > PARTIALS_UNTIL_MS) return;
  const job = step.job();
  step.set({ turn: { ...turn, partial: job, partialAtMs: nowMs } });
  step.effect({ type: 'recognize', job, fromMs: turn.startMs, untilMs: nowMs, effort: 'partial' });
}

function askForFinal(step: Step, untilMs: number): void {
  const { turn } = step.state;
  if (!turn) return;
  const job = step.job();
  if (turn.partial !== null) step.effect({ type: 'cancel', job: turn.partial });
  step.set({ turn: { ...turn, partial: null, final: { job, text: null, untilMs } } });
  step.effect({ type: 'recognize', job, fromMs: turn.startMs, untilMs, effort: 'final' });
}

function dropFinal(step: Step): void {
  const { turn } = step.state;
  if (!turn?.final) return;
  if (turn.final.text === null) step.effect({ type: 'cancel', job: turn.final.job });
  step.set({ turn: { ...turn, final: null } });
}

/** Takes in words, unless speech went on since they were asked for. */
export function onRecognized(step: Step, event: Extract<SessionEvent, { type: 'recognized' }>): void {
  const { turn } = step.state;
  if (!turn) return;
  if (turn.partial === event.job) {
    const { text } = event;
    const echoes = text !== null && text !== '' && isEcho(step, turn, { ...event, text });
    step.set({ turn: { ...turn, partial: null, echoes } });
    if (text && !echoes && !turn.candidate) tellPartial(step, turn.itemId, text);
    return;
  }
  if (turn.final?.job !== event.job) return;
  const isOwn = event.text !== null && isEcho(step, turn, { ...event, text: event.text });
  if (turn.candidate) {
    if (isOwn || isNothing(step, event.text)) {
      dismiss(step);
      return;
    }
    announce(step);
  }
  if (event.text === null) {
    failTurn(step);
    return;
  }
  // What has been announced cannot be taken back: it ends without words, as a noise does, and the reply goes on.
  const text = isOwn ? '' : event.text;
  if (text !== '') learnLevel(step, turn, event.level);
  step.set({ turn: { ...turn, candidate: false, final: { ...turn.final, text } } });
  if (turn.ended) {
    deliver(step, text);
    return;
  }
  if (text !== '') tellPartial(step, turn.itemId, text);
  const [detector, notices] = onCompleteness(
    step.state.detector,
    soundsComplete(text),
    turnSettings(step.state),
  );
  step.set({ detector });
  for (const notice of notices) onNotice(step, notice, 0);
}

function isEcho(
  step: Step,
  turn: OpenTurn,
  { text, level }: { readonly text: string; readonly level?: number },
): boolean {
  const { detector } = step.state;
  const lastsMs = detector.phase === 'quiet' ? 0 : detector.atMs - turn.startMs;
  return isEchoOf(step, turn, text, lastsMs, level);
}

function tellPartial(step: Step, itemId: string, text: string): void {
  if (!isHeld(step)) step.send({ type: 'transcript.user.delta', item_id: itemId, text });
}

/** Whether speech over the agent meant nothing: no words, or a mere sign of listening. */
function isNothing({ state }: Step, text: string | null): boolean {
  const says = state.reply?.stage.kind === 'speaking' ? state.reply.stage.text : '';
  return text === null || text.trim() === '' || isBackChannel(text, says);
}

/** The recognizer failed: the person must not be left without an answer. */
function failTurn(step: Step): void {
  step.send({ type: 'input.speech.stopped' });
  step.set({ turn: null, detector: quiet });
  queueReply(step, { kind: 'remark', text: "Sorry, I couldn't hear that. Please say it again." }, 0);
}

/** The silence was long enough. Without the words of it yet, the turn stays open until they come. */
function closeTurn(step: Step, nowMs: number): void {
  const { turn } = step.state;
  if (!turn) return;
  if (!turn.final) askForFinal(step, nowMs);
  const open = step.state.turn;
  if (!open) return;
  step.set({ turn: { ...open, ended: true } });
  if (open.final && open.final.text !== null) deliver(step, open.final.text);
}

function deliver(step: Step, text: string): void {
  const { turn } = step.state;
  if (!turn) return;
  step.send({ type: 'input.speech.stopped' });
  step.set({ turn: null, heardUntilMs: turn.final?.untilMs ?? step.state.heardUntilMs });
  const { cutShort } = step.state;
  step.set({ cutShort: null });
  const message = { type: 'transcript.user', item_id: turn.itemId, text: text.trim() } as const;
  if (message.text === '') {
    // A cough or a noise: told, so that the client need not wait for an answer.
    step.send(message);
    if (cutShort?.resume) resumeReply(step, cutShort.resume);
    return;
  }
  remember(step, { role: 'user', text });
  // While a hold tool runs, speech causes no reply, and its words wait (protocol.md sections 2.5 and 6.4).
  if (isHeld(step)) {
    step.set({ heldTranscripts: [...step.state.heldTranscripts, message].slice(-MOST_HELD) });
    return;
  }
  step.send(message);
  abandonCalls(step);
  const whole = [cutShort?.request, text].filter(Boolean).join(' ');
  step.set({ queue: step.state.queue.filter((one) => !isOvertaken(one)) });
  queueReply(step, { kind: 'prompt', prompt: { kind: 'request', text: whole } }, 0);
}

/** Ends a turn whose client stopped sending audio. */
export function expireTurn(step: Step): void {
  const { turn, audioAt, detector } = step.state;
  if (!turn || turn.ended || step.now - audioAt < NO_AUDIO_MS) return;
  const [ended, notices] = endTurn(detector);
  step.set({ detector: ended });
  const untilMs = detector.phase === 'quiet' ? turn.startMs : detector.atMs;
  for (const notice of notices) onNotice(step, notice, untilMs);
}

/** When {@link expireTurn} has something to do. */
export function turnExpiry({ turn, audioAt }: SessionState): number | null {
  return turn && !turn.ended ? audioAt + NO_AUDIO_MS : null;
}
