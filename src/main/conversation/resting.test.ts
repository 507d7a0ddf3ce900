import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from './events';
import { audio, call, done, end, heard, start, started, Talk } from './talk.fixture';

const ready = (session_id = 'sess_1') => ({ type: 'session.ready', session_id }) as const;
const hosted = (microphone = true) =>
  new Talk().do(start({ engine: 'hosted', microphone }), { type: 'socket-opened' }).hear(ready());
const idle: ConversationEvent = { type: 'timer', name: 'idle' };
const speech: ConversationEvent = { type: 'local-speech', speaking: true };
const connections = (talk: Talk) => talk.effects.filter(({ type }) => type === 'connect').length;
const last = (talk: Talk, type: string) => talk.effects.filter((effect) => effect.type === type).at(-1);

describe('an idle hosted talk', () => {
  it('is announced, and closed when nobody stays', () => {
    const talk = hosted().after(45_000).do(idle);
    expect(talk.state.hangUpAt).toBe(talk.now + 15_000);
    expect(talk.status).toBe('listening');
    talk.after(15_000).do(idle);
    expect(talk.state.phase).toEqual({ name: 'resting', away: false });
    // The meter stands still: what the socket cost is told when it is closed.
    expect(talk.state.openSince).toBeNull();
    talk.do({ type: 'socket-billed', conversation: 'talk-1', milliseconds: 60_000 });
    talk.do({ type: 'socket-billed', conversation: 'another', milliseconds: 60_000 });
    expect(talk.state.closedMs).toBe(60_000);
    expect(talk.effects.some(({ type }) => type === 'disconnect')).toBe(true);
    expect(talk.status).toBe('ready');
  });

  it('is closed also when the clock rings a little early', () => {
    const talk = hosted().after(45_000).do(idle).after(14_999).do(idle);
    expect(talk.state.phase.name).toBe('resting');
    const short = hosted().do({
      type: 'options',
      options: { idleMs: 15_000, toolResults: 'at-once', rules: [], bargeIn: true },
    });
    short.after(7_499).do(idle).after(7_499).do(idle);
    expect(short.state.phase.name).toBe('resting');
  });

  it.each<[string, ConversationEvent]>([
    ['a key', { type: 'stay' }],
    ['speech', speech],
    ['typing', { type: 'send-text', text: 'Hello' }],
    ['a tool that finishes', { type: 'tool-finished', callId: 'c', answer: { ok: true, say: '', data: {} } }],
  ])('stays open after %s', (_what, event) => {
    const talk = hosted().after(45_000).do(idle, event);
    expect(talk.state.hangUpAt).toBeNull();
    talk.after(15_000).do(idle);
    expect(talk.state.phase.name).toBe('live');
  });

  it('is not closed while a tool runs or an answer is spoken', () => {
    const working = hosted().hear(heard('Go.'), started('r1'), call('c1')).after(100_000).do(idle);
    expect(working.state.hangUpAt).toBeNull();
    const speaking = hosted().hear(started('r1'), audio('r1')).after(100_000).do(idle);
    expect(speaking.state.hangUpAt).toBeNull();
  });

  it('that is ended while it rests leaves no clock behind', () => {
    const talk = hosted().after(45_000).do(idle).after(15_000).do(idle);
    const { length } = talk.effects;
    talk.do(end);
    expect(talk.state.phase.name).toBe('ended');
    expect(talk.effects.slice(length)).toContainEqual({ type: 'clear-timer', name: 'rest' });
  });

  it('goes on when the person speaks again, in a fresh session that is told what was said', () => {
    const talk = hosted().hear(heard('My name is Ada.'), started('r1'), audio('r1'), done('r1'));
    talk.do({ type: 'playback', report: { type: 'drained', reply: 'r1', samples: 2_400, at: 0 } });
    talk.after(60_000).do(idle).after(15_000).do(idle);
    expect(last(talk, 'uplink')).toEqual({ type: 'uplink', state: 'preroll' });
    talk.do(speech);
    expect(talk.status).toBe('connecting');
    expect(last(talk, 'connect')).toMatchObject({ opening: { kind: 'fresh', greeting: false } });
    expect(last(talk, 'uplink')).toEqual({ type: 'uplink', state: 'held' });
    talk.hear(ready('sess_2'));
    expect(talk.state.conversation).toBe('talk-1');
    expect(talk.lines()[0]).toBe('user: My name is Ada.');
  });

  it('goes on by the button and by typing too', () => {
    const resting = () => hosted().after(45_000).do(idle).after(15_000).do(idle);
    expect(resting().do(start({ engine: 'hosted', conversation: 'talk-2' })).state.conversation).toBe(
      'talk-1',
    );
    const typed = resting().do(
      start({ engine: 'hosted', microphone: false, text: 'Hello', greeting: false }),
    );
    expect(typed.hear(ready('sess_2')).sent('reply.create')).toHaveLength(1);
  });

  it('opens nothing for a muted or an absent microphone', () => {
    const muted = hosted()
      .do({ type: 'mute', muted: true })
      .after(45_000)
      .do(idle)
      .after(15_000)
      .do(idle, speech);
    expect(connections(muted)).toBe(1);
    const typed = hosted(false).after(45_000).do(idle).after(15_000).do(idle);
    expect(last(typed, 'uplink')).toEqual({ type: 'uplink', state: 'closed' });
  });

  it('lets the microphone go after ten minutes, or at once when the person wants', () => {
    const resting = () => hosted().after(45_000).do(idle).after(15_000).do(idle);
    for (const talk of [resting().do({ type: 'timer', name: 'rest' }), resting().do(end)]) {
      expect(talk.status).toBe('ended');
      expect(talk.effects.at(-1)).toEqual({ type: 'close-audio' });
    }
  });

  it('is never announced with the local agent, which costs nothing', () => {
    const talk = Talk.live().after(600_000).do(idle);
    expect(talk.state.hangUpAt).toBeNull();
    expect(talk.state.phase.name).toBe('live');
  });

  it('follows the setting in mid-talk', () => {
    const talk = hosted().do({
      type: 'options',
      options: { idleMs: null, toolResults: 'at-once', rules: [], bargeIn: true },
    });
    expect(talk.after(600_000).do(idle).state.hangUpAt).toBeNull();
  });
});

describe('caps', () => {
  const reached = { code: 'cap_day', sentence: 'Today’s limit is reached.', next: 'Raise it in Settings.' };

  it('close the talk and say which', () => {
    const talk = hosted().do({ type: 'allowance', milliseconds: 5_000, reached: null });
    expect(last(talk, 'set-timer')).toEqual({ type: 'set-timer', name: 'cap', milliseconds: 5_000 });
    talk.do({ type: 'timer', name: 'cap' });
    expect(talk.effects.at(-1)).toEqual({ type: 'ask-allowance' });
    talk.do({ type: 'allowance', milliseconds: 0, reached });
    expect(talk.status).toBe('ended');
    expect(talk.state.notice).toEqual(reached);
    expect(talk.effects.some(({ type }) => type === 'disconnect')).toBe(true);
  });

  it('are asked again after a change of settings', () => {
    const talk = hosted().do({
      type: 'options',
      options: { idleMs: null, toolResults: 'at-once', rules: [], bargeIn: true },
    });
    expect(talk.effects.at(-1)).toEqual({ type: 'ask-allowance' });
  });
});

describe('sleep and lock', () => {
  it('close session and microphone, and on waking open nothing but the ears of this computer', () => {
    const talk = hosted().do({ type: 'away', reason: 'sleep' });
    expect(talk.effects.some(({ type }) => type === 'close-audio')).toBe(true);
    expect(talk.effects.some(({ type }) => type === 'disconnect')).toBe(true);
    talk.do(speech);
    expect(connections(talk)).toBe(1);
    talk.do({ type: 'back' });
    expect(connections(talk)).toBe(1);
    expect(last(talk, 'open-audio')).toEqual({ type: 'open-audio', microphone: true });
    talk.do(speech);
    expect(connections(talk)).toBe(2);
  });

  it('close the microphone of a resting talk', () => {
    const talk = hosted().after(45_000).do(idle).after(15_000).do(idle, { type: 'away', reason: 'lock' });
    expect(talk.state.phase).toEqual({ name: 'resting', away: true });
    expect(last(talk, 'uplink')).toEqual({ type: 'uplink', state: 'closed' });
  });

  it.each(['connecting', 'recovering'] as const)('close a talk that is %s', (phase) => {
    const talk =
      phase === 'connecting' ? new Talk().do(start()) : hosted().do({ type: 'socket-closed', code: 1006 });
    talk.do({ type: 'away', reason: 'lock' });
    expect(talk.state.phase).toEqual({ name: 'resting', away: true });
    talk.hear(ready('late'));
    expect(talk.state.phase.name).toBe('resting');
  });
});

describe('a greeting', () => {
  const bound = (talk: Talk) =>
    talk.hear({
      ...ready(),
      config: { id: 'agent_1', greeting: 'Welcome.', tools: [], input: {}, output: {} } as never,
    });

  it('is wanted from the button only', () => {
    expect(last(new Talk().do(start()), 'connect')).toMatchObject({ opening: { greeting: true } });
    expect(last(new Talk().do(start({ greeting: false })), 'connect')).toMatchObject({
      opening: { greeting: false },
    });
  });

  it('of a stored agent that nobody wanted is received unplayed', () => {
    const talk = bound(
      new Talk().do(start({ engine: 'hosted', microphone: false, text: 'Hi', greeting: false })),
    );
    expect(talk.sent('reply.create')).toEqual([]);
    talk.hear(started('g1'), audio('g1'));
    expect(talk.played('audio')).toEqual([]);
    talk.hear({ type: 'transcript.agent', reply_id: 'g1', text: 'Welcome.', interrupted: true });
    talk.hear(done('g1', 'interrupted'));
    expect(talk.lines()).toEqual(['user: Hi']);
    expect(talk.sent('reply.create')).toHaveLength(1);
    talk.hear(started('r1'), audio('r1'));
    expect(talk.played('audio')).toHaveLength(1);
  });

  it('of a stored agent that was wanted is played', () => {
    const talk = bound(new Talk().do(start({ engine: 'hosted' }))).hear(started('g1'), audio('g1'));
    expect(talk.played('audio')).toHaveLength(1);
  });

  it('that never comes does not hold the talk up', () => {
    const talk = bound(
      new Talk().do(start({ engine: 'hosted', microphone: false, text: 'Hi', greeting: false })),
    );
    talk.do({ type: 'timer', name: 'greeting' });
    expect(talk.sent('reply.create')).toHaveLength(1);
  });
});
