/** No forgotten meter: idle hang-up, caps, expiry, sleep and lock, and how a resting talk goes on. */
import type { Problem } from '../../shared/problem';
import { close, connect, disconnect, exchangeSession, clearTimers } from './connection';
import { dropCalls } from './calls';
import type { Draft } from './draft';
import type { EndReason } from './records';
import { abandonReplies } from './replies';
import { noAdjustments } from './configuration';
import type { ConversationState } from './state';
import { isQuiet } from './status';
import { closeHeard } from './transcript';

/** An idle hang-up is announced this long before, or half of the idle time if that is shorter. */
const ANNOUNCED_MS = 15_000;
/** A clock may ring a little early. */
const EARLY_MS = 50;
/** A talk by key with the local agent rests after this long without a press, speech or tool work. */
const KEY_IDLE_MS = 60_000;
/** A talk rests this long with the microphone listened to locally, then it ends. */
const REST_MS = 10 * 60_000;
/** A session is exchanged this long before it expires, at the first quiet moment; at the last in any moment. */
const ROLLOVER_MS = 120_000;
const LAST_MOMENT_MS = 10_000;
const QUIET_AGAIN_MS = 500;
/** Not more often than this. */
const ROLLOVER_EVERY_MS = 60_000;
/** Longest wait of a clock; longer ones would ring at once. */
const MOST_MS = 24 * 3_600_000;
/** With no sign of anybody for this long, what still counts as busy is stuck. */
const STUCK_MS = 120_000;

/** Starts the clock of the idle hang-up. What costs nothing is closed only where the next press opens it again. */
export function watchIdle(draft: Draft): void {
  const { options, engine, talkKey } = draft.state;
  draft.set({ activeAt: draft.now, hangUpAt: null });
  const wait = engine === 'hosted' ? options.idleMs : talkKey.name === 'up' ? KEY_IDLE_MS : null;
  if (wait === null) draft.emit({ type: 'clear-timer', name: 'idle' });
  else {
    const notice = engine === 'hosted' ? noticeMs(wait) : 0;
    draft.emit({ type: 'set-timer', name: 'idle', milliseconds: wait - notice });
  }
}

/** The person or a tool did something: the talk stays open. */
export function keepAwake(draft: Draft): void {
  if (draft.state.phase.name !== 'live') return;
  if (draft.state.hangUpAt !== null) watchIdle(draft);
  else draft.set({ activeAt: draft.now });
}

/** The idle clock rang: nothing, the announcement, or the hang-up. */
export function idleRang(draft: Draft): void {
  const { phase, options, hangUpAt, engine } = draft.state;
  if (phase.name !== 'live') return;
  if (engine === 'local') return localIdleRang(draft);
  if (options.idleMs === null) return;
  if (isBusy(draft)) return watchIdle(draft);
  if (hangUpAt !== null) {
    if (draft.now >= hangUpAt - EARLY_MS) return rest(draft, 'idle', false);
    return draft.emit({ type: 'set-timer', name: 'idle', milliseconds: hangUpAt - draft.now });
  }
  const notice = noticeMs(options.idleMs);
  const announceAt = draft.state.activeAt + options.idleMs - notice;
  if (draft.now < announceAt - EARLY_MS) {
    draft.emit({ type: 'set-timer', name: 'idle', milliseconds: announceAt - draft.now });
    return;
  }
  draft.set({ hangUpAt: draft.now + notice });
  draft.emit({ type: 'set-timer', name: 'idle', milliseconds: notice });
}

/** A talk by key with the local agent keeps this computer from its rest, but costs nothing: nobody is told. */
function localIdleRang(draft: Draft): void {
  if (draft.state.talkKey.name !== 'up') return;
  if (isBusy(draft)) return watchIdle(draft);
  const left = draft.state.activeAt + KEY_IDLE_MS - draft.now;
  if (left <= EARLY_MS) return rest(draft, 'idle', false);
  draft.emit({ type: 'set-timer', name: 'idle', milliseconds: left });
}

/** An end that never came (of a reply, of speech, of playing) must not keep a paid session open. */
function isBusy({ state, now }: Draft): boolean {
  if (state.calls.some((call) => call.state === 'running')) return true;
  return !isQuiet(state) && now - state.signAt < STUCK_MS;
}

const noticeMs = (idleMs: number): number => Math.min(ANNOUNCED_MS, idleMs / 2);

/** Takes what the caps leave of an open hosted socket: so long it may stay open, or it is closed now. */
export function allowanceTold(draft: Draft, milliseconds: number | null, reached: Problem | null): void {
  if (draft.state.openSince === null) return;
  draft.emit(...clearTimers(['cap']));
  if (reached) {
    close(draft, { name: 'ended' }, 'cap');
    draft.set({ notice: reached });
  } else if (milliseconds !== null) draft.emit({ type: 'set-timer', name: 'cap', milliseconds });
}

/** Sleep or lock: nothing stays open. */
export function goAway(draft: Draft, reason: 'sleep' | 'lock'): void {
  const { name } = draft.state.phase;
  if (name === 'resting') {
    draft.set({ phase: { name: 'resting', away: true } });
    draft.emit(
      { type: 'close-audio' },
      { type: 'uplink', state: 'closed' },
      { type: 'clear-timer', name: 'rest' },
    );
  } else if (name === 'live' || name === 'connecting' || name === 'recovering') rest(draft, reason, true);
}

/** Back from sleep or lock: a resting talk listens again on this computer, and opens nothing by itself. */
export function comeBack(draft: Draft): void {
  const { phase, microphone, muted } = draft.state;
  if (phase.name !== 'resting' || !phase.away) return;
  draft.set({ phase: { name: 'resting', away: false } });
  if (microphone && !muted) {
    draft.emit({ type: 'open-audio', microphone: true }, { type: 'uplink', state: 'preroll' });
  }
  draft.emit({ type: 'set-timer', name: 'rest', milliseconds: REST_MS });
}

/** A resting talk goes on: in a fresh session that is told what was said so far. */
export function wake(draft: Draft): void {
  draft.set({ phase: { name: 'connecting' }, offers: [], notice: null, activeAt: draft.now });
  draft.emit(
    { type: 'clear-timer', name: 'rest' },
    { type: 'uplink', state: 'held' },
    { type: 'open-audio', microphone: draft.state.microphone },
    { type: 'record', what: { type: 'conversation-began', continues: true } },
  );
  connect(draft, { kind: 'fresh', greeting: false });
}

function rest(draft: Draft, reason: EndReason, away: boolean): void {
  abandonReplies(draft);
  dropCalls(draft);
  closeHeard(draft, null);
  // A key that is held over the end is let go in the rest.
  const byKey = draft.state.talkKey.name !== 'unused';
  const listening = draft.state.microphone && !away && !byKey;
  draft.set({
    phase: { name: 'resting', away },
    ...(byKey ? ({ talkKey: { name: 'up' }, microphone: false, muted: true } as const) : {}),
    microphoneLive: false,
    userSpeaking: false,
    awaitingReply: false,
    voiced: false,
    typed: [],
    times: null,
    owed: null,
    hangUpAt: null,
    expiresAt: null,
    unwantedGreeting: false,
    adjustments: { ...draft.state.adjustments, pacing: 'as-preset', hold: null },
    offers: ['continue'],
  });
  draft.emit(
    { type: 'uplink', state: listening ? 'preroll' : 'closed' },
    ...(listening ? [] : ([{ type: 'close-audio' }] as const)),
    ...clearTimers(['ready', 'thinking', 'resume', 'retry', 'idle', 'cap', 'rollover', 'greeting', 'hold']),
    { type: 'record', what: { type: 'conversation-ended', reason } },
  );
  disconnect(draft);
  if (!away) draft.emit({ type: 'set-timer', name: 'rest', milliseconds: REST_MS });
}

/** The rest was long enough: the microphone closes too. */
export function restRang(draft: Draft): void {
  if (draft.state.phase.name !== 'resting') return;
  draft.set({ phase: { name: 'ended' }, offers: [], adjustments: noAdjustments });
  draft.emit(...clearTimers(['rest']), { type: 'uplink', state: 'closed' }, { type: 'close-audio' });
}

/**
 * Starts the clock on which an expiring session is exchanged. `expiresAt` in Unix seconds, as the service told;
 * `clockAhead` is by how many milliseconds its kind of clock is ahead of ours, which stands still in a sleep.
 */
export function watchExpiry(draft: Draft, expiresAt: number | undefined, clockAhead: number): void {
  if (expiresAt === undefined) return draft.set({ expiresAt: null });
  const at = expiresAt * 1_000 - clockAhead;
  draft.set({ expiresAt: at });
  // A clock that is wrong must not exchange session after session; the service ends what is over.
  if (at <= draft.now || draft.now - draft.state.exchangedAt < ROLLOVER_EVERY_MS) return;
  draft.emit({
    type: 'set-timer',
    name: 'rollover',
    milliseconds: Math.min(MOST_MS, leadStart(draft.state) - draft.now),
  });
}

/** From when on the session may be exchanged; epoch milliseconds. */
function leadStart({ expiresAt, readyAt }: ConversationState): number {
  const end = expiresAt ?? Infinity;
  return end - Math.min(ROLLOVER_MS, (end - readyAt) / 4);
}

/** The session expires soon: it is exchanged now if nobody is in the middle of something. */
export function rolloverRang(draft: Draft): void {
  const { phase, expiresAt, readyAt } = draft.state;
  if (phase.name !== 'live' || expiresAt === null) return;
  const early = leadStart(draft.state) - draft.now;
  if (early > EARLY_MS) {
    draft.emit({ type: 'set-timer', name: 'rollover', milliseconds: Math.min(MOST_MS, early) });
    return;
  }
  const lastMoment = expiresAt - Math.min(LAST_MOMENT_MS, (expiresAt - readyAt) / 10);
  if (isQuiet(draft.state) || draft.now >= lastMoment) {
    draft.set({ exchangedAt: draft.now });
    return exchangeSession(draft, draft.state.engine);
  }
  draft.emit({ type: 'set-timer', name: 'rollover', milliseconds: QUIET_AGAIN_MS });
}

/** Whether a start goes on with the present talk instead of beginning a new one. */
export function canGoOn({ phase, wasLive }: ConversationState): boolean {
  return phase.name === 'resting' || (phase.name === 'failed' && wasLive);
}
