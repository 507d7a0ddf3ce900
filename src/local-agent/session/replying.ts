import { splitClauses } from '../speaking/clauses';
import { appendClause, completePlayout, emptyPlayout, heardAllAt, takeDue } from '../speaking/playout';
import { SYNTHESIS_RATE } from '../../shared/ipc/speech-port';
import { spokenForms } from '../speaking/spoken';
import { timeShownWords } from '../speaking/word-times';
import { assertNever } from '../../shared/assert-never';
import { typedWords } from '../thinking/instructions';
import type { PlannedCall, Thought } from '../thinking/types';
import { sendCalls } from './calling';
import { sayTranscript, thoughtOf } from './open-reply';
import { remember } from './queue';
import type { Cause, OpenReply, SessionEvent, Stage, Step } from './state';

/** `reply.done` comes this much before the last sample is heard: the way to the ear takes as long. */
const EARLY_MS = 40;
/** What a tool reply says before its call, when it says anything. */
const PREAMBLE = 'One moment.';
/** Samples of a millisecond. */
const PER_MS = SYNTHESIS_RATE / 1_000;

type Speaking = Extract<Stage, { kind: 'speaking' }>;

/** Starts the next waiting reply if nobody speaks and no tool holds the floor. */
export function startNextReply(step: Step): void {
  const { state } = step;
  const [next, ...rest] = state.queue;
  if (!next || state.phase !== 'live' || state.reply || state.turn || next.notBefore > step.now) return;
  step.set({ queue: rest });
  const reply: OpenReply = {
    id: replyId(step, next.cause),
    itemId: step.moment.newId('msg'),
    cause: next.cause,
    startedAt: step.now,
    stage: { kind: 'thinking', job: -1 },
  };
  const message = { type: 'reply.started', reply_id: reply.id, item_id: reply.itemId } as const;
  step.effect({ type: 'send', message, cause: next.cause });
  step.set({ reply });
  if (next.cause.kind === 'prompt') think(step, reply, next.cause.prompt);
  else speak(step, reply, next.cause.text);
}

function replyId(step: Step, cause: Cause): string {
  const called = cause.kind === 'prompt' ? cause.callId : undefined;
  return called !== undefined && step.state.behaviour.resultReplyIds === 'call'
    ? `fc-${called}`
    : step.moment.newId('resp');
}

function think(step: Step, reply: OpenReply, prompt: Extract<Cause, { kind: 'prompt' }>['prompt']): void {
  const job = step.job();
  const typed = prompt.kind === 'instructions' ? typedWords(prompt.text ?? '') : null;
  // What was typed is part of the conversation like what was said.
  if (typed !== null) remember(step, { role: 'user', text: typed });
  const { config, history, memory } = step.state;
  step.set({ reply: { ...reply, stage: { kind: 'thinking', job } } });
  step.effect({
    type: 'think',
    job,
    request: {
      prompt,
      systemPrompt: config.system_prompt,
      greeting: config.greeting ?? '',
      keyterms: config.input.keyterms ?? [],
      tools: config.tools,
      history,
      memory,
    },
  });
}

/** Takes in what was thought of, unless it was thought for a reply that is over. */
export function onThought(step: Step, event: Extract<SessionEvent, { type: 'thought' }>): void {
  const { reply } = step.state;
  if (!reply || thoughtOf(reply.stage) !== event.job) return;
  const { thought } = event;
  if (thought) step.set({ memory: thought.memory });
  if (reply.stage.kind === 'speaking') {
    endThought(step, reply, reply.stage, thought);
    return;
  }
  if (thought === null) {
    speak(step, reply, 'Sorry, something went wrong while I was thinking.');
    return;
  }
  switch (thought.kind) {
    case 'say':
      speak(step, reply, thought.text);
      return;
    case 'silent':
      finishReply(step, 'completed');
      return;
    case 'call':
      beforeCalls(step, reply, thought.calls);
      return;
    default:
      assertNever(thought);
  }
}

/** Says the beginning of a thought while the rest is still to come, unless its reply is over. */
export function onThoughtPart(step: Step, event: Extract<SessionEvent, { type: 'thought-part' }>): void {
  const { reply } = step.state;
  if (!reply || thoughtOf(reply.stage) !== event.job || event.text === '') return;
  const stage =
    reply.stage.kind === 'speaking'
      ? withMore(reply.stage, event.text)
      : { ...speaking(step, reply, event.text, []), thinking: event.job };
  step.set({ reply: { ...reply, stage } });
  if (stage.job === null) synthesizeNext(step);
  advanceReply(step);
}

/** The whole thought is there, after the beginning of it was said already. One that failed ends there. */
function endThought(step: Step, reply: OpenReply, before: Speaking, thought: Thought | null): void {
  const text = thought?.kind === 'say' ? thought.text : '';
  const rest = text.startsWith(before.text) ? text.slice(before.text.length).trim() : '';
  const calls = thought?.kind === 'call' ? thought.calls : [];
  const stage = { ...withMore(before, rest), thinking: null, calls };
  step.set({ reply: { ...reply, stage } });
  if (stage.job === null) synthesizeNext(step);
  advanceReply(step);
}

function withMore(stage: Speaking, text: string): Speaking {
  if (text === '') return stage;
  return { ...stage, text: `${stage.text} ${text}`, clauses: [...stage.clauses, ...splitClauses(text)] };
}

/** Fills the time before the calls as the behaviour wants it (protocol.md section 14, row 13). */
function beforeCalls(step: Step, reply: OpenReply, calls: readonly PlannedCall[]): void {
  const { timing, behaviour } = step.state;
  switch (behaviour.preamble) {
    case 'none': {
      const callsAt = reply.startedAt + timing.startedToCall;
      step.set({ reply: { ...reply, stage: { kind: 'calling', calls, callsAt } } });
      advanceReply(step);
      return;
    }
    case 'phrase':
      speak(step, reply, PREAMBLE, calls);
      return;
    case 'silence': {
      const pcm = new Int16Array(Math.max(100, timing.startedToCall) * PER_MS);
      const playout = completePlayout(appendClause(emptyPlayout, pcm, [], step.now));
      step.set({ reply: { ...reply, stage: { ...speaking(step, reply, '', calls), playout } } });
      advanceReply(step);
      return;
    }
    default:
      assertNever(behaviour.preamble);
  }
}

function speak(step: Step, reply: OpenReply, text: string, calls: readonly PlannedCall[] = []): void {
  step.set({ reply: { ...reply, stage: speaking(step, reply, text, calls) } });
  synthesizeNext(step);
  advanceReply(step);
}

function speaking(step: Step, reply: OpenReply, text: string, calls: readonly PlannedCall[]): Speaking {
  return {
    kind: 'speaking',
    clauses: splitClauses(text),
    job: null,
    playout: emptyPlayout,
    audioFrom: reply.startedAt + step.state.timing.startedToAudio,
    deltasAt: null,
    untold: [],
    text,
    thinking: null,
    calls,
  };
}

/** Has the next clause synthesized; without one the playout is complete. */
function synthesizeNext(step: Step): void {
  const { reply } = step.state;
  if (reply?.stage.kind !== 'speaking') return;
  const { stage } = reply;
  const [clause, ...clauses] = stage.clauses;
  if (clause === undefined) {
    const playout = stage.thinking === null ? completePlayout(stage.playout) : stage.playout;
    step.set({ reply: { ...reply, stage: { ...stage, job: null, playout } } });
    return;
  }
  const job = step.job();
  step.set({ reply: { ...reply, stage: { ...stage, clauses: [clause, ...clauses], job } } });
  const text = spokenForms(clause)
    .map(({ spoken }) => spoken)
    .filter(Boolean)
    .join(' ');
  step.effect({ type: 'synthesize', job, text });
}

/** Takes in one clause's audio, unless its reply is over. A clause that failed is left out. */
export function onSynthesized(step: Step, event: Extract<SessionEvent, { type: 'synthesized' }>): void {
  const { reply } = step.state;
  if (reply?.stage.kind !== 'speaking' || reply.stage.job !== event.job) return;
  const { stage } = reply;
  const [clause = '', ...clauses] = stage.clauses;
  if (event.audio === null) {
    step.set({ reply: { ...reply, stage: { ...stage, clauses } } });
  } else {
    const { pcm, words } = event.audio;
    const shown = timeShownWords(spokenForms(clause), words, pcm.length / PER_MS);
    const playout = appendClause(begun(step, stage), pcm, shown, step.now);
    const untold = [...stage.untold, ...playout.words.slice(stage.playout.words.length)];
    step.set({ reply: { ...reply, stage: { ...stage, clauses, playout, untold } } });
  }
  synthesizeNext(step);
  advanceReply(step);
}

/** The playout with the silence that replies may have to begin with. */
function begun(step: Step, { playout }: Speaking): Speaking['playout'] {
  const { leadingSilenceMs } = step.state.behaviour;
  if (leadingSilenceMs === 0 || playout.totalMs > 0) return playout;
  return appendClause(playout, new Int16Array(leadingSilenceMs * PER_MS), [], step.now);
}

/** Does what is due now: sends audio, deltas, calls, and ends the reply. */
export function advanceReply(step: Step): void {
  const { reply } = step.state;
  if (!reply) return;
  switch (reply.stage.kind) {
    case 'thinking':
      return;
    case 'speaking':
      advanceSpeech(step, reply, reply.stage);
      return;
    case 'calling':
      if (step.now >= reply.stage.callsAt) sendCalls(step, reply, reply.stage.calls);
      return;
    case 'called':
      if (step.now >= reply.stage.doneAt) finishReply(step, 'completed');
      return;
    default:
      assertNever(reply.stage);
  }
}

function advanceSpeech(step: Step, reply: OpenReply, before: Speaking): void {
  const { timing } = step.state;
  let stage = before;
  if (step.now >= stage.audioFrom) {
    const [playout, chunks] = takeDue(stage.playout, step.now, timing.lead);
    for (const pcm of chunks) step.effect({ type: 'audio', replyId: reply.id, pcm });
    const deltasAt = chunks.length > 0 ? (stage.deltasAt ?? step.now + timing.audioToDeltas) : stage.deltasAt;
    stage = { ...stage, playout, deltasAt };
  }
  if (stage.deltasAt !== null && step.now >= stage.deltasAt) stage = tellWords(step, reply, stage);
  step.set({ reply: { ...reply, stage } });
  const end = heardAllAt(stage.playout);
  const silent = stage.playout.complete && stage.playout.totalMs === 0;
  if (silent || (end !== null && step.now >= end - EARLY_MS)) {
    tellWords(step, reply, stage);
    sayTranscript(step, reply, stage.text, false);
    if (stage.calls.length > 0) sendCalls(step, reply, stage.calls);
    else finishReply(step, 'completed');
  }
}

function tellWords(step: Step, reply: OpenReply, stage: Speaking): Speaking {
  for (const word of stage.untold) {
    step.send({
      type: 'transcript.agent.delta',
      reply_id: reply.id,
      item_id: reply.itemId,
      delta: `${word.text} `,
      start_ms: word.startMs,
      end_ms: word.endMs,
    });
  }
  return { ...stage, untold: [] };
}

/** Ends the open reply; its last event goes out. */
function finishReply(step: Step, status: 'completed' | 'interrupted'): void {
  const { reply } = step.state;
  if (!reply) return;
  step.send({ type: 'reply.done', reply_id: reply.id, status });
  step.set({ reply: null, ...(status === 'completed' && { cutShort: null }) });
  startNextReply(step);
}
