/** What must not hang, storm, stay open or get lost when the other side leaves something out. */
import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from './events';
import { audible, audio, call, done, end, heard, start, started, Talk } from './talk.fixture';
import { isSettled } from './transcript';

const ready = (session_id = 'sess_1') => ({ type: 'session.ready', session_id }) as const;
const hosted = () => new Talk().do(start({ engine: 'hosted' }), { type: 'socket-opened' }).hear(ready());
const idle: ConversationEvent = { type: 'timer', name: 'idle' };
const refusedKey = { type: 'session.error', code: 'unauthorized', message: '' } as const;
const microphoneLost: ConversationEvent = {
  type: 'audio',
  report: { type: 'trouble', trouble: 'sound_failed', fatal: true, device: '' },
  problem: { code: 'sound_failed', sentence: 'Sound failed.', next: 'Check.' },
};

describe('the agent’s last words', () => {
  const speaking = () =>
    hosted()
      .hear(heard('Tell me.'), started('r1'), audio('r1'))
      .hear({ type: 'transcript.agent.delta', reply_id: 'r1', delta: 'Hello', start_ms: 0 })
      .do(audible('r1'), {
        type: 'playback',
        report: { type: 'played', reply: 'r1', samples: 2_400, level: 0.1, at: 0 },
      });

  it.each<[string, readonly ConversationEvent[]]>([
    ['end', [end]],
    ['sleep', [{ type: 'away', reason: 'sleep' }]],
    ['stop and end', [{ type: 'stop-speaking' }, end]],
    ['a failure', [{ type: 'socket-closed', code: 1008 }]],
  ])('are settled, so that history and recap have them: %s', (_how, events) => {
    const agent = speaking()
      .do(...events)
      .state.transcript.filter(({ kind }) => kind === 'agent');
    expect(agent).toHaveLength(1);
    expect(agent.every(isSettled)).toBe(true);
  });

  it('are settled when nothing more comes of them', () => {
    const talk = hosted().hear(heard('Tell me.'), started('r1'), audio('r1'));
    talk.hear({ type: 'transcript.agent.delta', reply_id: 'r1', delta: 'Hello' });
    talk.do({ type: 'timer', name: 'thinking' });
    expect(talk.state.transcript.every(isSettled)).toBe(true);
  });
});

describe('a paid session', () => {
  it.each<[string, () => Talk]>([
    ['a reply has no end', () => hosted().hear(heard('Hi.'), started('r1'), audio('r1')).do(audible('r1'))],
    ['speech has no end', () => hosted().hear({ type: 'input.speech.started' })],
    [
      'the microphone is lost in mid-word',
      () => hosted().do({ type: 'local-speech', speaking: true }, microphoneLost),
    ],
    [
      'playing has no end',
      () => hosted().hear(heard('Hi.'), started('r1'), audio('r1'), done('r1')).do(audible('r1')),
    ],
  ])('is closed all the same when %s', (_what, begin) => {
    const talk = begin();
    for (let minute = 0; minute < 10; minute++) talk.after(60_000).do(idle);
    expect(talk.state.phase.name).not.toBe('live');
  });

  it('stays open while a tool works, however long', () => {
    const talk = hosted().hear(heard('Go.'), started('r1'), call('c1'));
    for (let minute = 0; minute < 10; minute++) talk.after(60_000).do(idle);
    expect(talk.state.phase.name).toBe('live');
  });
});

describe('an expiry that cannot be right', () => {
  const expiring = (inSeconds: number) => {
    const talk = new Talk().do(start({ engine: 'hosted' }), { type: 'socket-opened' });
    return talk.hear({ ...ready(), expires_at: talk.now / 1_000 + inSeconds });
  };
  const rollovers = (talk: Talk) =>
    talk.effects.flatMap((e) => (e.type === 'set-timer' && e.name === 'rollover' ? [e.milliseconds] : []));

  it('far away sets no clock that rings at once, and exchanges nothing early', () => {
    const talk = expiring(40 * 86_400);
    expect(rollovers(talk)).toEqual([24 * 3_600_000]);
    talk.after(24 * 3_600_000).do({ type: 'timer', name: 'rollover' });
    expect(talk.state.phase.name).toBe('live');
  });

  it('very near exchanges once, not session after session', () => {
    const talk = expiring(5).after(4_000).do({ type: 'timer', name: 'rollover' });
    expect(talk.state.phase.name).toBe('recovering');
    const before = rollovers(talk).length;
    talk.hear({ ...ready('sess_2'), expires_at: talk.now / 1_000 + 5 });
    expect(rollovers(talk)).toHaveLength(before);
  });

  it('is reckoned on the service’s kind of clock after a sleep', () => {
    const talk = new Talk().do(start({ engine: 'hosted' }), { type: 'socket-opened' });
    const clockAhead = 8 * 3_600_000;
    const message = { ...ready(), expires_at: (talk.now + clockAhead) / 1_000 + 3_600 };
    talk.do({ type: 'service', message, voicedAt: null, clockAhead });
    expect(talk.state.expiresAt).toBe(talk.now + 3_600_000);
  });
});

describe('what an earlier talk leaves behind', () => {
  const resting = () => hosted().after(45_000).do(idle).after(15_000).do(idle);

  it('is no clock of its rest', () => {
    for (const talk of [resting().do(end), resting().do(start({ before: [] }))]) {
      expect(talk.effects).toContainEqual({ type: 'clear-timer', name: 'rest' });
    }
  });

  it('is no key held down', () => {
    const talk = hosted().do({ type: 'hold', held: true }, { type: 'timer', name: 'hold' }).hear(refusedKey);
    expect(talk.state.adjustments.hold).toBe('held');
    expect(talk.state.phase.name).toBe('live');
    talk.do({ type: 'socket-closed', code: 1008 });
    expect(talk.state.phase.name).toBe('failed');
    expect(talk.state.adjustments.hold).toBeNull();
    expect(talk.state.talkKey).toEqual({ name: 'unused' });
  });

  it('does not stand in for a kept conversation that is to be continued', () => {
    const kept = { kind: 'user', id: 'entry-1', text: 'Kept.', final: true, typed: false } as const;
    const talk = resting().do(start({ conversation: 'talk-2', greeting: false, before: [kept] }));
    expect(talk.state.conversation).toBe('talk-2');
    expect(talk.lines()).toEqual(['user: Kept.']);
  });

  it('is no call with the same id', () => {
    const talk = hosted().hear(heard('A.'), started('r1'), call('call_1'));
    talk.do({ type: 'tool-finished', callId: 'call_1', answer: { ok: true, say: 'x', data: {} } });
    talk.hear(done('r1')).do({ type: 'exchange', engine: 'hosted' });
    talk.hear(ready('sess_2'), heard('B.'), started('r2'), call('call_1'));
    expect(talk.effects.filter(({ type }) => type === 'run-tool')).toHaveLength(2);
    expect(talk.lines().filter((line) => line.startsWith('get_time'))).toHaveLength(2);
  });
});

describe('a final transcript', () => {
  const partly = () =>
    hosted().hear({ type: 'transcript.user.delta', item_id: 'm1', text: 'What time' }, started('r1'));

  it('that comes after its reply began corrects the words and is no second turn', () => {
    const talk = partly().hear({ type: 'transcript.user', item_id: 'm1', text: 'What time is it?' });
    expect(talk.lines()).toEqual(['user: What time is it?']);
  });

  it('that never comes does not have its words sent again after a loss', () => {
    expect(partly().effects).toContainEqual({ type: 'words-final' });
  });
});

describe('an error before the session is ready', () => {
  const connecting = () => new Talk().do(start({ engine: 'hosted' }), { type: 'socket-opened' });

  it('ends the attempt at once, also when the service keeps the socket open', () => {
    const talk = connecting().hear(refusedKey);
    expect(talk.status).toBe('problem');
    expect(talk.effects.some(({ type }) => type === 'disconnect')).toBe(true);
  });

  it('without a code is told by the way the socket is closed', () => {
    const talk = connecting().hear({ type: 'session.error', code: 'unknown', message: '' });
    expect(talk.status).toBe('connecting');
    talk.do({ type: 'socket-closed', code: 1008 });
    expect(talk.state.phase).toMatchObject({ problem: { code: 'unauthorized' } });
  });
});
