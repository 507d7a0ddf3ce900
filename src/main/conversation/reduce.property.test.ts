import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNever } from '../../shared/assert-never';
import type { ServerMessage } from '../../shared/protocol';
import type { Settlement } from '../tools/call';
import { TIMERS, type ConversationEffect, type ConversationEvent, type TimerName } from './events';
import { ModelShell } from './shell.fixture';
import type { ConversationState } from './state';
import { isOpen, soundingReply, statusOf } from './status';
import { call, chunk, done, end, heard, start, started, Talk } from './talk.fixture';

const replyId = fc.constantFrom('r1', 'r2', 'r3');
const callId = fc.constantFrom('c1', 'c2', 'c3', 'c4');
const service = (message: ServerMessage): ConversationEvent => ({ type: 'service', message, voicedAt: null });

const cap = { code: 'cap_day', sentence: 'The limit is reached.', next: 'Raise it.' };
const refused = (retry: 'backoff' | 'no'): ConversationEvent => ({
  type: 'connect-failed',
  problem: { code: 'unreachable', sentence: 'Not reached.', next: 'Check.' },
  retry,
});

const serviceEvent: fc.Arbitrary<ConversationEvent> = fc
  .oneof(
    fc.constantFrom<ServerMessage>(
      { type: 'session.ready', session_id: 's' },
      { type: 'session.ready', session_id: 's', expires_at: 4_000 },
    ),
    fc.constant<ServerMessage>({ type: 'session.updated' }),
    fc.constant<ServerMessage>({ type: 'session.ended' }),
    fc
      .constantFrom('unauthorized', 'invalid_value', 'immutable_field', 'internal_error', 'new_code')
      .map((code): ServerMessage => ({ type: 'session.error', code, message: 'x' })),
    fc.constant<ServerMessage>({ type: 'input.speech.started' }),
    fc.constant<ServerMessage>({ type: 'input.speech.stopped' }),
    fc.constantFrom('', 'hello', 'open it').map(heard),
    fc.constantFrom('he', 'hello').map((text): ServerMessage => ({ type: 'transcript.user.delta', text })),
    replyId.map(started),
    replyId.map((reply_id): ServerMessage => ({ type: 'reply.audio', reply_id, data: chunk })),
    replyId.map((reply_id): ServerMessage => ({
      type: 'transcript.agent.delta',
      reply_id,
      delta: 'word',
      start_ms: 10,
    })),
    fc.tuple(replyId, fc.boolean()).map(([reply_id, interrupted]): ServerMessage => ({
      type: 'transcript.agent',
      reply_id,
      text: 'word',
      interrupted,
    })),
    fc.tuple(replyId, fc.constantFrom('completed' as const, 'interrupted' as const)).map((a) => done(...a)),
    fc.tuple(callId, fc.constantFrom('get_time', 'list_files')).map((a) => call(...a)),
  )
  .map(service);

const event: fc.Arbitrary<ConversationEvent> = fc.oneof(
  { weight: 8, arbitrary: serviceEvent },
  {
    weight: 3,
    arbitrary: fc.oneof(
      fc
        .tuple(fc.boolean(), fc.constantFrom('local' as const, 'hosted' as const))
        .map(([typed, engine]) =>
          start({ engine, microphone: !typed, text: typed ? 'hello' : null, greeting: !typed }),
        ),
      fc.constantFrom<ConversationEvent>(
        end,
        { type: 'mute', muted: true },
        { type: 'mute', muted: false },
        { type: 'stop-speaking' },
        { type: 'send-text', text: 'typed' },
        { type: 'socket-closed', code: 1006 },
        { type: 'socket-closed', code: 1001 },
        { type: 'socket-closed', code: 1008 },
        { type: 'socket-opened' },
        { type: 'socket-billed', conversation: 'talk-1', milliseconds: 1_000 },
        refused('backoff'),
        refused('no'),
        { type: 'network-changed' },
        { type: 'away', reason: 'sleep' },
        { type: 'back' },
        { type: 'stay' },
        { type: 'exchange', engine: 'local' },
        { type: 'exchange', engine: 'hosted' },
        { type: 'hold', held: true },
        { type: 'hold', held: false },
        { type: 'hold-cancelled' },
        { type: 'open-talk', open: true },
        { type: 'open-talk', open: false },
        { type: 'words-sent' },
        { type: 'microphone-live' },
        start({ held: true, greeting: false }),
        { type: 'allowance', milliseconds: 60_000, reached: null },
        { type: 'allowance', milliseconds: 0, reached: cap },
        {
          type: 'options',
          options: { idleMs: 60_000, toolResults: 'after-reply', rules: [], bargeIn: true },
        },
        { type: 'options', options: { idleMs: null, toolResults: 'at-once', rules: [], bargeIn: true } },
        { type: 'unreadable', callId: null },
        { type: 'local-speech', speaking: true },
        { type: 'local-speech', speaking: false },
      ),
      callId.map((id): ConversationEvent => ({
        type: 'tool-finished',
        callId: id,
        answer: { ok: true, say: 'Done.', data: {} },
      })),
      callId.map((id): ConversationEvent => ({
        type: 'tool-finished',
        callId: id,
        answer: {
          ok: true,
          say: 'Shall I open it?',
          data: {},
          foreign: true,
          offers: ['zip_items'],
          waiting: { id: `r-${id}`, question: 'Shall I open it?', verbs: ['open'] },
        },
      })),
      fc
        .tuple(
          callId,
          fc.integer({ min: 0, max: 3 }),
          fc.constantFrom<Settlement>(
            { type: 'expired' },
            { type: 'superseded' },
            { type: 'denied', by: 'click' },
            {
              type: 'approved',
              told: false,
              outcome: { result: { ok: true, say: 'Open.', data: {} }, foreign: false, action: null },
            },
          ),
        )
        .map(([id, session, settlement]): ConversationEvent => ({
          type: 'approval-settled',
          key: `call-${session}-${id}`,
          settlement,
        })),
      fc.constantFrom<ConversationEvent>(
        { type: 'offers-known' },
        { type: 'trust' },
        { type: 'approval-doubtful', id: 'r1' },
        { type: 'undone', action: 'a' },
      ),
      fc.constantFrom(...TIMERS).map((name): ConversationEvent => ({ type: 'timer', name })),
      replyId.map((reply): ConversationEvent => ({
        type: 'playback',
        report: { type: 'audible', reply, at: 0 },
      })),
      replyId.map((reply): ConversationEvent => ({
        type: 'playback',
        report: { type: 'drained', reply, samples: 2_400, at: 0 },
      })),
    ),
  },
);

/** Splits the effects at each new connection: ids mean something only within one session. */
function sessions(effects: readonly ConversationEffect[]): ConversationEffect[][] {
  const parts: ConversationEffect[][] = [[]];
  for (const effect of effects) {
    if (effect.type === 'connect') parts.push([]);
    parts.at(-1)!.push(effect);
  }
  return parts;
}

/** The clock that leads out of where the talk stands, whatever the service does; null where none is needed. */
function wayOut({ phase }: ConversationState): TimerName | null {
  switch (phase.name) {
    case 'connecting':
      return 'ready';
    case 'recovering':
      return phase.way === 'waiting' ? 'retry' : 'ready';
    case 'ending':
      return 'end';
    case 'resting':
      return phase.away ? null : 'rest';
    case 'live':
    case 'idle':
    case 'ended':
    case 'failed':
      return null;
    default:
      return assertNever(phase);
  }
}

/** Whether the talk has a socket where it stands: no session is waited for without one, none is left when it is over. */
function hasSocket({ phase }: ConversationState): boolean {
  if (phase.name === 'recovering') return phase.way !== 'waiting';
  return ['connecting', 'live', 'ending'].includes(phase.name);
}

/** Where what is said goes, where the talk stands. */
function uplinkOf({ phase, microphone, muted }: ConversationState): readonly ModelShell['uplink'][] {
  switch (phase.name) {
    case 'live':
      return ['open'];
    case 'connecting':
    case 'recovering':
      return ['held'];
    case 'resting':
      return phase.away ? ['closed'] : microphone && !muted ? ['preroll'] : ['preroll', 'closed'];
    case 'idle':
    case 'ending':
    case 'ended':
    case 'failed':
      return ['closed'];
    default:
      return assertNever(phase);
  }
}

/** What must hold after every event, with what the real shell would have of it. */
function keepsItsWord(shell: ModelShell): void {
  const { talk, timers, socket, uplink, microphone, recorded, broken } = shell;
  const { state } = talk;
  const { name } = state.phase;
  expect(broken).toEqual([]);
  const way = wayOut(state);
  if (way !== null) expect([...timers.keys()], `a way out of ${name}`).toContain(way);
  expect(socket !== null, `a socket in ${name}`).toBe(hasSocket(state));
  expect(uplinkOf(state), `the microphone in ${name}`).toContain(uplink);
  if (state.talkKey.name === 'up') expect(microphone, 'the microphone with the key up').toBe(false);
  if (state.talkKey.name === 'held') expect(isOpen(state), 'the key holds a talk').toBe(true);
  expect(recorded, `recorded as going on in ${name}`).toBe(isOpen(state));
  for (const timer of ['ready', 'retry', 'end', 'rest'] as const) {
    if (timers.has(timer)) expect(timer, `a clock in ${name}`).toBe(way);
  }
  if (timers.has('hold')) expect(state.talkKey.name, 'the clock of a tap').toBe('held');
  for (const timer of ['idle', 'rollover', 'greeting'] as const) {
    if (timers.has(timer)) expect(name, `${timer} runs`).toBe('live');
  }
  if (timers.has('cap')) expect(isOpen(state), `a cap runs in ${name}`).toBe(true);
  if (state.openSince !== null) expect(socket, `the meter runs in ${name}`).not.toBeNull();
  // What was received will be heard, which is a way out too.
  if (name === 'live' && statusOf(state) === 'thinking' && soundingReply(state) === null)
    expect([...timers.keys()], 'a way out of thinking').toContain('thinking');
}

describe('whatever happens in whatever order', () => {
  it('keeps the promises of the conversation', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 80, size: 'max' }), (events) => {
        const talk = new Talk();
        for (const one of events) {
          const finals = talk.state.transcript.filter((entry) => entry.kind === 'user' && entry.final);
          const sentBefore = talk.effects.length;
          const { phase } = talk.state;
          talk.do(one);
          // What the person said and saw as final stays, until a new talk begins.
          if (one.type !== 'start') expect(talk.state.transcript).toEqual(expect.arrayContaining(finals));
          const fresh = talk.effects.slice(sentBefore);
          // Nothing but the configuration goes out before ready.
          const sent = fresh.filter(({ type }) => type === 'send');
          if (phase.name !== 'live' && talk.state.phase.name !== 'live') expect(sent).toEqual([]);
          // A talk that is over or rests holds no socket and no work, and what is over no microphone either.
          if (['ended', 'failed', 'resting'].includes(talk.state.phase.name)) {
            expect(talk.state.calls.every(({ state }) => state !== 'running')).toBe(true);
            expect(talk.state.userSpeaking || talk.state.awaitingReply || talk.state.paused).toBe(false);
            expect(talk.state.hangUpAt).toBeNull();
            if (phase.name !== talk.state.phase.name && phase.name !== 'resting') {
              expect(fresh.some(({ type }) => type === 'disconnect')).toBe(true);
            }
          }
          if (['ended', 'failed'].includes(talk.state.phase.name) && talk.state.phase.name !== phase.name) {
            expect(fresh).toContainEqual({ type: 'close-audio' });
          }
          // A socket opens only where one is due, and one at a time.
          const connects = fresh.filter(({ type }) => type === 'connect').length;
          expect(connects).toBeLessThanOrEqual(1);
          if (connects > 0) expect(['connecting', 'recovering']).toContain(talk.state.phase.name);
          // Only what costs is announced to be closed.
          if (talk.state.hangUpAt !== null) expect(talk.state.engine).toBe('hosted');
          if (talk.state.phase.name === 'recovering') expect(talk.state.phase.attempt).toBeLessThanOrEqual(6);
        }
        for (const effects of sessions(talk.effects)) {
          const answered = effects.flatMap((effect) =>
            effect.type === 'send' && effect.message.type === 'tool.result' ? [effect.message.call_id] : [],
          );
          expect(new Set(answered).size).toBe(answered.length);
        }
        expect(talk.state.replies.length).toBeLessThanOrEqual(21);
        expect(talk.state.calls.length).toBeLessThanOrEqual(51);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('never hangs, never holds what it should not, and never asks for the same twice', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 120, size: 'max' }), (events) => {
        const shell = new ModelShell();
        for (const one of events) if (shell.feed(one)) keepsItsWord(shell);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('plays nothing of a reply after it was flushed', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60, size: 'max' }), (events) => {
        const talk = Talk.live();
        const flushed = new Set<string>();
        for (const one of events) {
          const before = talk.effects.length;
          talk.do(one);
          if (one.type === 'start') flushed.clear();
          if (one.type === 'service' && one.message.type === 'reply.started') {
            // An id used anew by a service that repeats itself is a new reply to us.
            flushed.delete(one.message.reply_id);
          }
          for (const effect of talk.effects.slice(before)) {
            if (effect.type !== 'playback') continue;
            if (effect.command.type === 'flush') flushed.add(effect.command.reply);
            if (effect.command.type === 'audio') expect(flushed).not.toContain(effect.command.reply);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);
});
