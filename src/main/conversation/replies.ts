import type { PlaybackReport } from '../../shared/ipc/audio-port';
import { assertNever } from '../../shared/assert-never';
import { base64ToPcm } from './wire-audio';
import type { Draft } from './draft';
import type { Reply, ReplyWord } from './state';
import { openReply, soundingReply } from './status';
import { answersStop } from './stop-said';
import { showReply } from './transcript';

/** How long playback stays paused for an interruption that may not come (design.md Settled 9). */
const RESUME_AFTER_MS = 1_000;
/** Gain while the person is heard locally over the agent: present, but no rival. */
const DUCKED_GAIN = 0.25;
/** Replies kept for late events. */
const REPLIES_KEPT = 20;
/** With nothing new from the service this long, thinking is given up (protocol.md section 14.1). */
const THINKING_MS = 15_000;

/** Begins a reply. An older one that is still open is over: at most one is (protocol.md section 2.3). */
export function beginReply(draft: Draft, id: string): void {
  const unwanted = draft.state.unwantedGreeting || answersStop(draft);
  for (const stale of draft.state.replies.filter((reply) => reply.open)) endReply(draft, stale.id, false);
  const reply: Reply = {
    id,
    open: true,
    words: [],
    finalText: null,
    samplesReceived: 0,
    samplesPlayed: 0,
    playedAt: null,
    audible: false,
    // A stored agent's greeting cannot be left out (protocol.md section 3.1): it is received unplayed.
    silenced: unwanted,
    interrupted: false,
    over: unwanted,
  };
  const others = draft.state.replies.filter((known) => known.id !== id);
  draft.set({ replies: [...others.slice(-REPLIES_KEPT), reply], awaitingReply: false });
  const { times } = draft.state;
  if (times && times.replyStarted === null) draft.set({ times: { ...times, replyStarted: draft.now } });
  if (unwanted) {
    draft.set({ unwantedGreeting: false });
    draft.emit(
      { type: 'clear-timer', name: 'greeting' },
      { type: 'send', message: { type: 'reply.cancel', reply_id: id } },
    );
  } else waitForService(draft);
}

/** Starts the clock on which silence of the service ends "Thinking". */
export function waitForService(draft: Draft): void {
  draft.emit({ type: 'set-timer', name: 'thinking', milliseconds: THINKING_MS });
}

/** Takes a chunk of audio. Late audio of a silenced or finished reply is dropped. */
export function receiveAudio(draft: Draft, id: string | undefined, base64: string): void {
  const reply = replyFor(draft, id);
  if (!reply || reply.silenced || reply.interrupted || !reply.open) return;
  const pcm = base64ToPcm(base64);
  if (pcm.length === 0) return;
  draft.changeReply(reply.id, { samplesReceived: reply.samplesReceived + pcm.length });
  draft.emit({ type: 'playback', command: { type: 'audio', reply: reply.id, pcm } });
  const { times } = draft.state;
  if (times && times.firstAudio === null) draft.set({ times: { ...times, firstAudio: draft.now } });
}

/** Takes one word with its place in the audio. */
export function receiveWord(draft: Draft, id: string | undefined, word: ReplyWord): void {
  const reply = replyFor(draft, id);
  if (!reply) return;
  draft.changeReply(reply.id, { words: [...reply.words, word] });
  refresh(draft, reply.id);
}

/** Takes the final text; with `interrupted` it is cut to what was spoken. */
export function receiveFinalText(
  draft: Draft,
  id: string | undefined,
  text: string,
  interrupted: boolean,
): void {
  const reply = replyFor(draft, id);
  if (!reply) return;
  draft.changeReply(reply.id, { finalText: text, interrupted: reply.interrupted || interrupted });
  refresh(draft, reply.id);
}

/** The service's side of a reply is done. Audio that was received is still played, unless interrupted. */
export function endReply(draft: Draft, id: string | undefined, interrupted: boolean): void {
  const reply = replyFor(draft, id);
  if (!reply || !reply.open) return;
  draft.changeReply(reply.id, { open: false, interrupted: reply.interrupted || interrupted });
  if (interrupted) {
    flush(draft, reply);
    unpause(draft);
  } else if (reply.samplesReceived === 0) {
    draft.changeReply(reply.id, { over: true });
  } else {
    draft.emit({ type: 'playback', command: { type: 'finish', reply: reply.id } });
  }
  if (!interrupted) settleDebt(draft, reply);
  refresh(draft, reply.id);
}

/** A reply that said something, and waits for no tool, is what the person was owed. */
function settleDebt(draft: Draft, reply: Reply): void {
  const said = reply.samplesReceived > 0 || reply.words.length > 0 || reply.finalText !== null;
  if (said && !reply.silenced && !draft.state.calls.some(({ state }) => state === 'running')) {
    draft.set({ owed: null });
  }
}

/** The session is gone: what came of its replies is still played, nothing more is waited for. */
export function cutReplies(draft: Draft): void {
  for (const reply of draft.state.replies.filter(({ open }) => open)) {
    const nothing = reply.samplesReceived === 0;
    draft.changeReply(reply.id, { open: false, interrupted: true, over: reply.over || nothing });
    if (!nothing && !reply.over) {
      draft.emit({ type: 'playback', command: { type: 'finish', reply: reply.id } });
    }
    refresh(draft, reply.id);
  }
}

/** The session is left: everything is silent, and of no reply is anything waited for. */
export function abandonReplies(draft: Draft): void {
  silence(draft);
  for (const { id } of draft.state.replies.filter(({ open }) => open)) {
    draft.changeReply(id, { open: false, over: true });
    refresh(draft, id);
  }
}

/** Silences everything now; what the service still sends of an open reply is dropped. */
export function silence(draft: Draft): void {
  for (const reply of draft.state.replies) {
    if (reply.over || reply.silenced) continue;
    draft.changeReply(reply.id, { silenced: true, over: true });
    refresh(draft, reply.id);
  }
  draft.emit({ type: 'playback', command: { type: 'flush-all' } });
  unpause(draft);
}

/**
 * The service heard the person. What sounds is paused, nothing is lost; an interruption flushes it.
 * A reply that is complete at the service cannot be interrupted any more, so its rest is flushed here. Where speaking
 * interrupts nothing the service only reports it (protocol.md section 4.5), and all goes on.
 */
export function personSpeaks(draft: Draft): void {
  const { options, adjustments } = draft.state;
  const sounding = soundingReply(draft.state);
  if (!sounding || !options.bargeIn || adjustments.halfDuplex) return;
  if (!sounding.open) {
    flush(draft, sounding);
    refresh(draft, sounding.id);
    return;
  }
  draft.set({ paused: true });
  draft.emit({ type: 'playback', command: { type: 'pause' } });
  draft.emit({ type: 'set-timer', name: 'resume', milliseconds: RESUME_AFTER_MS });
}

/** Goes on where playback stopped. */
export function unpause(draft: Draft): void {
  if (draft.state.paused) {
    draft.set({ paused: false });
    draft.emit({ type: 'clear-timer', name: 'resume' }, { type: 'playback', command: { type: 'resume' } });
  }
  duck(draft, false);
}

/** Speech heard locally while the agent is heard lowers it at once. */
export function localSpeech(draft: Draft, speaking: boolean): void {
  duck(draft, speaking && !draft.state.muted && (soundingReply(draft.state)?.audible ?? false));
}

function duck(draft: Draft, ducked: boolean): void {
  if (draft.state.ducked === ducked) return;
  draft.set({ ducked });
  draft.emit({ type: 'playback', command: { type: 'gain', gain: ducked ? DUCKED_GAIN : 1 } });
}

/** Takes a report of the playback worklet. */
export function playbackReported(draft: Draft, report: PlaybackReport): void {
  const reply = draft.state.replies.find(({ id }) => id === report.reply);
  if (!reply) return;
  const playedAt = draft.now;
  switch (report.type) {
    case 'played':
      draft.changeReply(reply.id, { samplesPlayed: report.samples, playedAt });
      break;
    case 'audible':
      draft.changeReply(reply.id, { audible: true });
      // It went on in the middle of words, which may now be its own.
      if (draft.state.userSpeaking) draft.set({ overAgent: true });
      finishLatency(draft, report.at);
      if (soundingReply(draft.state)?.id === reply.id) draft.emit({ type: 'clear-timer', name: 'thinking' });
      break;
    case 'drained':
      draft.changeReply(reply.id, { samplesPlayed: report.samples, playedAt, over: true });
      duck(draft, false);
      break;
    case 'flushed':
      draft.changeReply(reply.id, { samplesPlayed: report.samples, playedAt, over: true });
      break;
    case 'underrun':
    case 'overflow':
      break;
    default:
      return assertNever(report);
  }
  refresh(draft, reply.id);
}

function flush(draft: Draft, reply: Reply): void {
  draft.changeReply(reply.id, { over: true, interrupted: true });
  draft.emit({ type: 'playback', command: { type: 'flush', reply: reply.id } });
}

function refresh(draft: Draft, id: string): void {
  const reply = draft.state.replies.find((known) => known.id === id);
  if (reply) showReply(draft, reply);
}

/** Older servers name no reply: then the open one is meant, or the last (protocol.md section 4). */
function replyFor(draft: Draft, id: string | undefined): Reply | null {
  if (id !== undefined) return draft.state.replies.find((reply) => reply.id === id) ?? null;
  return openReply(draft.state) ?? draft.state.replies.at(-1) ?? null;
}

function finishLatency(draft: Draft, audibleAt: number): void {
  const { times } = draft.state;
  if (!times) return;
  const since = (at: number | null) => (at === null ? null : Math.max(0, Math.round(at - times.speechEnded)));
  const latency = {
    transcript: since(times.transcript),
    replyStarted: since(times.replyStarted),
    firstAudio: since(times.firstAudio),
    audible: since(audibleAt),
    tools: times.toolMs > 0 ? Math.round(times.toolMs) : null,
  };
  draft.set({ times: null, latency });
  draft.emit({ type: 'record', what: { type: 'turn', latency } });
}
