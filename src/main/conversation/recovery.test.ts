import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from './events';
import { audible, audio, call, done, end, heard, start, started, Talk } from './talk.fixture';

const closed = (code: number): ConversationEvent => ({ type: 'socket-closed', code });
const refused: ConversationEvent = {
  type: 'connect-failed',
  problem: { code: 'unreachable', sentence: 'The voice service could not be reached.', next: 'Check.' },
  retry: 'backoff',
};
const ready = (session_id = 'sess_2') => ({ type: 'session.ready', session_id }) as const;
const answer = { ok: true, say: 'It is nine.', data: { say: 'It is nine.' } };

const hosted = () =>
  new Talk().do(start({ engine: 'hosted' }), { type: 'socket-opened' }).hear(ready('sess_1'));
const openings = (talk: Talk) =>
  talk.effects.flatMap((effect) => (effect.type === 'connect' ? [effect.opening] : []));
const asked = (talk: Talk) =>
  talk.sent('reply.create').map((message) => 'instructions' in message && message.instructions);

describe('a lost connection', () => {
  it('is asked for again at once, in the same step', () => {
    const talk = hosted().do(closed(1006));
    expect(talk.status).toBe('reconnecting');
    expect(openings(talk).at(-1)).toEqual({ kind: 'resume', sessionId: 'sess_1' });
  });

  it('goes on where it was when the service resumes the session, without greeting', () => {
    const talk = hosted().do(closed(1006)).hear(ready('sess_1'));
    expect(talk.status).toBe('listening');
    expect(openings(talk)).toHaveLength(2);
    expect(talk.sent('reply.create')).toEqual([]);
  });

  it('goes on in a fresh session without greeting when resuming is refused, and is never resumed again', () => {
    const talk = hosted()
      .do(closed(1006))
      .hear({ type: 'session.error', code: 'session_not_found', message: '' })
      .do(closed(1008));
    expect(openings(talk).at(-1)).toEqual({ kind: 'fresh', greeting: false });
    talk.hear(ready()).do(closed(1006));
    expect(openings(talk).at(-1)).toEqual({ kind: 'fresh', greeting: false });
    // In the next talk of this run neither.
    talk
      .hear(ready())
      .do(end, closed(1000), start({ engine: 'hosted' }))
      .hear(ready())
      .do(closed(1006));
    expect(openings(talk).at(-1)).toEqual({ kind: 'fresh', greeting: false });
  });

  it('waits ever longer between fresh tries, with jitter, and then offers what can be done', () => {
    const talk = hosted().do(closed(1006), refused);
    const waits = () =>
      talk.effects.flatMap((e) =>
        e.type === 'set-timer' && e.name === 'retry' ? [[e.milliseconds, e.jitter]] : [],
      );
    for (let tries = 0; tries < 5; tries++) talk.do(refused, { type: 'timer', name: 'retry' });
    expect(waits()).toEqual([500, 1_000, 2_000, 4_000, 8_000].map((wait) => [wait, 0.25]));
    // None of them greets.
    const [, , ...retries] = openings(talk);
    expect(new Set(retries.map((opening) => JSON.stringify(opening)))).toEqual(
      new Set([JSON.stringify({ kind: 'fresh', greeting: false })]),
    );
    expect(talk.status).toBe('reconnecting');
    talk.do(refused);
    expect(talk.status).toBe('problem');
    expect(talk.state.offers).toEqual(['try-again', 'local-agent']);
  });

  it('is given up after a minute whatever is left of the tries', () => {
    const talk = hosted().do(closed(1006), refused).after(61_000).do(refused);
    expect(talk.status).toBe('problem');
  });

  it('is not tried again when the reason will not pass', () => {
    const talk = hosted().do(closed(1006), refused);
    talk.do(refused, { type: 'timer', name: 'retry' });
    talk.do({ ...refused, retry: 'no', problem: { code: 'unauthorized', sentence: 'No.', next: 'Check.' } });
    expect(talk.status).toBe('problem');
  });

  it('is tried at once when the network comes back', () => {
    const talk = hosted().do(closed(1006), refused, refused);
    const before = openings(talk).length;
    talk.do({ type: 'network-changed' });
    expect(openings(talk)).toHaveLength(before + 1);
  });

  it('is not restored into a talk that ended meanwhile: end against reconnect', () => {
    const talk = hosted().do(closed(1006), end);
    expect(talk.status).toBe('ended');
    talk.hear(ready('sess_1')).do({ type: 'timer', name: 'retry' }, closed(1006));
    expect(talk.status).toBe('ended');
    expect(openings(talk)).toHaveLength(2);
  });

  it('of a session that the service ended is not resumed', () => {
    const talk = hosted()
      .hear({ type: 'session.error', code: 'session_expired', message: '' })
      .do(closed(1008));
    expect(openings(talk).at(-1)).toEqual({ kind: 'fresh', greeting: false });
  });

  it('holds what is being said, and keeps its entry open for the words to come', () => {
    const talk = hosted()
      .hear({ type: 'input.speech.started' }, { type: 'transcript.user.delta', text: 'open the bud' })
      .do(closed(1006));
    expect(talk.effects.filter(({ type }) => type === 'uplink').at(-1)).toEqual({
      type: 'uplink',
      state: 'held',
    });
    talk.hear(ready('sess_1'), heard('Open the budget.'));
    expect(talk.lines()).toEqual(['user: Open the budget.']);
  });

  it('keeps typed words and sends them once', () => {
    const talk = hosted().do(closed(1006), { type: 'send-text', text: 'Hello' }).hear(ready('sess_1'));
    expect(asked(talk)).toEqual(['The user typed: "Hello" Answer it.']);
  });
});

describe('an answer that was lost with its session', () => {
  it('is asked for again in the next one, once', () => {
    const talk = hosted().hear(heard('What time is it?')).do(closed(1006)).hear(ready('sess_1'));
    expect(asked(talk)).toEqual(['The user said: "What time is it?" Answer it.']);
    expect(talk.status).toBe('thinking');
    talk.hear(started('r1'), audio('r1'), done('r1')).do(closed(1006)).hear(ready('sess_1'));
    expect(asked(talk)).toHaveLength(1);
  });

  it('is asked for again when it broke off', () => {
    const talk = hosted()
      .hear(heard('Tell me a story.'), started('r1'), audio('r1'))
      .do(audible('r1'), closed(1006));
    expect(talk.played('finish')).toHaveLength(1);
    talk.hear(ready('sess_1'));
    expect(asked(talk)).toHaveLength(1);
  });

  it('is not asked for when the person has interrupted it', () => {
    const talk = hosted().hear(
      heard('Tell me a story.'),
      started('r1'),
      audio('r1'),
      done('r1', 'interrupted'),
    );
    talk.do(closed(1006)).hear(ready('sess_1'));
    expect(asked(talk)).toEqual([]);
  });

  it('waits while the person speaks, and gives way to what they say', () => {
    const talk = hosted().hear(heard('What time is it?')).do(closed(1006));
    talk.hear(ready('sess_1'));
    expect(asked(talk)).toHaveLength(1);
    const other = hosted()
      .hear(heard('What time is it?'))
      .do(closed(1006), { type: 'send-text', text: 'Never mind' });
    other.hear(ready('sess_1'));
    expect(asked(other)).toEqual(['The user typed: "Never mind" Answer it.']);
  });
});

describe('tools over a lost session', () => {
  const calling = () => hosted().hear(heard('What time is it?'), started('r1'), call('c1'));
  const runs = (talk: Talk) => talk.effects.filter(({ type }) => type === 'run-tool');

  it('answer into the resumed session, not before it is there', () => {
    const talk = calling().do(closed(1006), { type: 'tool-finished', callId: 'c1', answer });
    expect(talk.sent('tool.result')).toEqual([]);
    talk.hear(ready('sess_1'));
    expect(talk.sent('tool.result')).toHaveLength(1);
    expect(asked(talk)).toEqual([]);
  });

  it('never answer into a fresh session, and are not run twice when it asks again', () => {
    const talk = calling().do(closed(1006), refused).hear(ready());
    talk.do({ type: 'tool-finished', callId: 'c1', answer });
    expect(talk.sent('tool.result')).toEqual([]);
    expect(asked(talk)).toHaveLength(1);
    talk.hear(started('r2'), call('c2'));
    expect(runs(talk)).toHaveLength(1);
    expect(talk.sent('tool.result')).toMatchObject([{ call_id: 'c2' }]);
  });

  it('never answer into the session that follows at once on one that the service ended', () => {
    const talk = calling().hear({ type: 'session.ended' }, ready('sess_2'));
    expect(talk.state.phase).toMatchObject({ name: 'live', sessionId: 'sess_2' });
    talk.do({ type: 'tool-finished', callId: 'c1', answer });
    expect(talk.sent('tool.result')).toEqual([]);
  });

  it('serve the equal call also when it comes before they have finished', () => {
    const talk = calling().do(closed(1006), refused).hear(ready(), started('r2'), call('c2'));
    expect(talk.sent('tool.result')).toEqual([]);
    talk.do({ type: 'tool-finished', callId: 'c1', answer });
    expect(runs(talk)).toHaveLength(1);
    expect(talk.sent('tool.result')).toMatchObject([{ call_id: 'c2' }]);
  });

  it('are cancelled when the talk is over', () => {
    const talk = calling().do(closed(1006), refused).hear(ready()).do(end);
    expect(talk.effects).toContainEqual({ type: 'cancel-tool', callId: 'c1' });
  });
});

describe('a session that expires', () => {
  const lasting = (seconds: number) => {
    const talk = new Talk().do(start({ engine: 'hosted' }), { type: 'socket-opened' });
    return talk.hear({ ...ready('sess_1'), expires_at: talk.now / 1_000 + seconds });
  };
  const rollover: ConversationEvent = { type: 'timer', name: 'rollover' };

  it('is exchanged in a quiet moment before its end, with goodbye and without greeting', () => {
    const talk = lasting(3_600).after(3_480_000).do(rollover);
    expect(openings(talk).at(-1)).toEqual({ kind: 'fresh', greeting: false });
    expect(talk.effects.some(({ type }) => type === 'disconnect')).toBe(true);
    expect(talk.status).toBe('listening');
    talk.hear(ready('sess_2'));
    expect(talk.status).toBe('listening');
    expect(talk.sent('reply.create')).toEqual([]);
  });

  it('is not exchanged in the middle of something, until the last moment', () => {
    const talk = lasting(3_600).after(3_480_000).hear(started('r1'), audio('r1')).do(rollover);
    expect(openings(talk)).toHaveLength(1);
    talk.after(112_000).do(rollover);
    expect(openings(talk)).toHaveLength(2);
  });

  it('is tried for like any other when the exchange fails', () => {
    const talk = lasting(3_600).after(3_480_000).do(rollover, refused);
    expect(talk.status).toBe('reconnecting');
  });
});

describe('another engine in mid-talk', () => {
  it('takes over with what was said', () => {
    const talk = hosted().hear(heard('Hello.')).do({ type: 'exchange', engine: 'local' }).hear(ready());
    expect(talk.state.engine).toBe('local');
    expect(talk.lines()).toEqual(['user: Hello.']);
    expect(openings(talk).at(-1)).toEqual({ kind: 'fresh', greeting: false });
  });

  it('takes over a talk that failed', () => {
    const talk = hosted().hear(heard('Hello.')).do(closed(1008));
    expect(talk.status).toBe('problem');
    talk.do({ type: 'exchange', engine: 'local' });
    expect(talk.status).toBe('connecting');
    expect(talk.lines()).toEqual(['user: Hello.']);
  });
});

describe('a talk that failed', () => {
  it('goes on with what was said when it had begun', () => {
    const talk = hosted().hear(heard('Hello.'), started('r1'), audio('r1'), done('r1')).do(closed(1008));
    talk.do(start({ engine: 'hosted', conversation: 'talk-2' }));
    expect(talk.state.conversation).toBe('talk-1');
    expect(talk.lines()[0]).toBe('user: Hello.');
    expect(openings(talk).at(-1)).toEqual({ kind: 'fresh', greeting: false });
  });

  it('begins anew when it never came about', () => {
    const talk = new Talk().do(start({ engine: 'hosted' }), refused);
    expect(talk.state.offers).toEqual(['try-again', 'local-agent']);
    talk.do(start({ engine: 'hosted', conversation: 'talk-2' }));
    expect(talk.state.conversation).toBe('talk-2');
    expect(openings(talk).at(-1)).toEqual({ kind: 'fresh', greeting: true });
  });
});

describe('a voice that the service no longer has', () => {
  const noVoice = {
    type: 'session.error',
    code: 'invalid_value',
    param: 'output.voice',
    message: '',
  } as const;

  it('is stood in for by another, once', () => {
    const talk = new Talk()
      .do(start({ engine: 'hosted' }))
      .hear(noVoice)
      .do(closed(1008));
    expect(talk.state.otherVoice).toBe(true);
    expect(openings(talk)).toEqual([
      { kind: 'fresh', greeting: true },
      { kind: 'fresh', greeting: true },
    ]);
    talk.hear(noVoice).do(closed(1008));
    expect(talk.status).toBe('problem');
    expect(openings(talk)).toHaveLength(2);
  });
});
