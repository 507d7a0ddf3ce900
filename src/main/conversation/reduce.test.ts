import { describe, expect, it } from 'vitest';
import { audible, audio, call, done, end, heard, start, started, Talk } from './talk.fixture';

const answer = (say: string) => ({ ok: true, say, data: { say } });

describe('a complete talk', () => {
  it('goes from ready through greeting, turn and answer to its end', () => {
    const talk = new Talk();
    expect(talk.status).toBe('ready');
    talk.do(start());
    expect(talk.status).toBe('connecting');
    talk.hear({ type: 'session.ready', session_id: 'sess_1' });
    expect(talk.status).toBe('listening');
    talk.hear(started('r1'));
    expect(talk.status).toBe('thinking');
    talk.hear(audio('r1')).do(audible('r1'));
    expect(talk.status).toBe('speaking');
    talk.hear(
      { type: 'transcript.agent.delta', reply_id: 'r1', delta: 'Hi', start_ms: 0 },
      { type: 'transcript.agent.delta', reply_id: 'r1', delta: 'there.', start_ms: 60 },
    );
    talk.do({ type: 'playback', report: { type: 'played', reply: 'r1', samples: 1_200, level: 0.1, at: 0 } });
    expect(talk.lines()).toEqual(['agent: Hi']);
    talk.hear(
      { type: 'transcript.agent', reply_id: 'r1', text: 'Hi there.', interrupted: false },
      done('r1'),
    );
    expect(talk.status).toBe('speaking');
    talk.do({ type: 'playback', report: { type: 'drained', reply: 'r1', samples: 2_400, at: 0 } });
    expect(talk.status).toBe('listening');
    talk.hear({ type: 'input.speech.started' }, { type: 'transcript.user.delta', text: 'what' });
    expect(talk.status).toBe('hearing');
    talk.hear({ type: 'input.speech.stopped' }, heard('What time is it?'));
    expect(talk.status).toBe('thinking');
    expect(talk.lines()).toEqual(['agent: Hi there.', 'user: What time is it?']);
    talk.do(end);
    expect(talk.status).toBe('ending');
    expect(talk.sent('session.end')).toHaveLength(1);
    talk.hear({ type: 'session.ended' }).do({ type: 'socket-closed', code: 1000 });
    expect(talk.status).toBe('ended');
  });

  it('opens the gate at ready, whether updated comes before, after or never', () => {
    for (const order of [
      ['session.updated', 'session.ready'],
      ['session.ready', 'session.updated'],
      ['session.ready'],
    ]) {
      const talk = new Talk().do(start());
      for (const type of order) {
        const opened = talk.effects.some((effect) => effect.type === 'uplink' && effect.state === 'open');
        expect(opened).toBe(false);
        talk.hear(
          type === 'session.ready' ? { type: 'session.ready', session_id: 's' } : { type: 'session.updated' },
        );
        if (type === 'session.ready') break;
      }
      expect(talk.effects).toContainEqual({ type: 'uplink', state: 'open' });
    }
  });

  it('gives up when the service does not become ready', () => {
    const talk = new Talk().do(start());
    talk.do({ type: 'timer', name: 'ready' });
    expect(talk.status).toBe('problem');
    expect(talk.effects).toContainEqual({ type: 'disconnect' });
    expect(talk.effects).toContainEqual({ type: 'close-audio' });
  });

  it('measures a turn from the end of speech', () => {
    const talk = Talk.live().hear(heard('Hello')).after(100);
    talk.hear(started('r1')).after(50).hear(audio('r1')).after(30);
    talk.do({ type: 'playback', report: { type: 'audible', reply: 'r1', at: talk.now } });
    expect(talk.state.latency).toEqual({
      transcript: 300,
      replyStarted: 400,
      firstAudio: 450,
      audible: 480,
      tools: null,
    });
  });
});

describe('barge-in', () => {
  const speaking = () => Talk.live().hear(started('r1'), audio('r1')).do(audible('r1'));
  const deafened = (talk: Talk) => {
    talk.state = { ...talk.state, adjustments: { ...talk.state.adjustments, halfDuplex: true } };
    return talk;
  };

  it('ducks at once on speech heard locally, and comes back when it was nothing', () => {
    const talk = speaking().do({ type: 'local-speech', speaking: true });
    expect(talk.played('gain')).toEqual([{ type: 'gain', gain: 0.25 }]);
    expect(talk.status).toBe('speaking');
    talk.do({ type: 'local-speech', speaking: false });
    expect(talk.played('gain').at(-1)).toEqual({ type: 'gain', gain: 1 });
  });

  it('pauses when the service hears speech and goes on where it stopped when no interruption follows', () => {
    const talk = speaking().hear({ type: 'input.speech.started' });
    expect(talk.played('pause')).toHaveLength(1);
    expect(talk.played('flush')).toHaveLength(0);
    expect(talk.effects).toContainEqual({ type: 'set-timer', name: 'resume', milliseconds: 1_000 });
    talk.hear(audio('r1')).do({ type: 'timer', name: 'resume' });
    expect(talk.played('resume')).toHaveLength(1);
    expect(talk.played('audio')).toHaveLength(2);
  });

  it.each([
    ['speech, text, done', [0, 1, 2]],
    ['done, text, speech', [2, 1, 0]],
    ['text, done, speech', [1, 2, 0]],
    ['speech, done, text', [0, 2, 1]],
  ])('flushes and hears the person, in the order %s', (_name, order) => {
    const talk = speaking();
    const events = [
      { type: 'input.speech.started' } as const,
      { type: 'transcript.agent', reply_id: 'r1', text: 'Once upon', interrupted: true } as const,
      done('r1', 'interrupted'),
    ];
    talk.hear(...order.map((at) => events[at]!));
    expect(talk.played('flush')).toEqual([{ type: 'flush', reply: 'r1' }]);
    expect(talk.status).toBe('hearing');
    expect(talk.lines()).toEqual(['agent: Once upon']);
    talk.hear(audio('r1'));
    expect(talk.played('audio')).toHaveLength(1);
  });

  it('does not go back to hearing when the interrupting words were already heard to their end', () => {
    const talk = speaking().hear(
      { type: 'input.speech.started' },
      { type: 'input.speech.stopped' },
      heard('Stop'),
    );
    talk.hear(done('r1', 'interrupted'));
    expect(talk.status).toBe('thinking');
  });

  it('flushes at once what is left of a reply that is complete at the service', () => {
    const talk = speaking().hear(done('r1'), { type: 'input.speech.started' });
    expect(talk.played('flush')).toEqual([{ type: 'flush', reply: 'r1' }]);
    expect(talk.played('pause')).toHaveLength(0);
  });

  it.each<[string, (talk: Talk) => Talk]>([
    [
      'by the settings',
      (talk) => talk.do({ type: 'options', options: { ...talk.state.options, bargeIn: false } }),
    ],
    ['since it heard itself', deafened],
  ])('goes on unchanged where speaking interrupts nothing %s', (_why, without) => {
    const talk = without(speaking()).hear({ type: 'input.speech.started' }, done('r1'));
    talk.hear({ type: 'input.speech.stopped' }, { type: 'input.speech.started' });
    expect(talk.played('pause')).toHaveLength(0);
    expect(talk.played('flush')).toHaveLength(0);
  });

  it('stop speaking silences at once, drops what still comes and asks the service to stop', () => {
    const talk = speaking().do({ type: 'stop-speaking' });
    expect(talk.played('flush-all')).toHaveLength(1);
    expect(talk.sent('reply.cancel')).toEqual([{ type: 'reply.cancel', reply_id: 'r1' }]);
    talk.hear(audio('r1'));
    expect(talk.played('audio')).toHaveLength(1);
    talk.hear(done('r1', 'interrupted'));
    expect(talk.status).toBe('listening');
  });

  it('a service that does not know reply.cancel changes nothing', () => {
    const talk = speaking().do({ type: 'stop-speaking' });
    talk.hear({
      type: 'session.error',
      code: 'invalid_format',
      message: 'Unknown message type: reply.cancel',
    });
    expect(talk.state.notice).toBeNull();
    expect(talk.state.phase.name).toBe('live');
  });
});

describe('tool calls', () => {
  const asked = () => Talk.live().hear(heard('What time is it?'), started('r1'), call('c1'));

  it('runs, answers at once and waits for the reply', () => {
    const talk = asked();
    expect(talk.status).toBe('working');
    talk.do({ type: 'tool-finished', callId: 'c1', answer: answer('It is noon.') });
    expect(talk.sent('tool.result')).toEqual([
      { type: 'tool.result', call_id: 'c1', result: '{"say":"It is noon."}' },
    ]);
    talk.hear(done('r1'));
    expect(talk.status).toBe('thinking');
    expect(talk.lines()).toEqual(['user: What time is it?', 'get_time: done It is noon.']);
  });

  it('tells a failure as a failure', () => {
    const talk = asked();
    const failure = { ok: false, say: 'No such place.', data: { error: 'No such place.' } };
    talk.do({ type: 'tool-finished', callId: 'c1', answer: failure });
    expect(talk.sent('tool.result')[0]).toMatchObject({ is_error: true });
    expect(talk.lines().at(-1)).toBe('get_time: failed No such place.');
  });

  it('barge-in against tool result: a result that comes after the interruption is not sent', () => {
    const talk = asked().hear({ type: 'input.speech.started' }, done('r1', 'interrupted'));
    expect(talk.effects).toContainEqual({ type: 'cancel-tool', callId: 'c1' });
    talk.do({ type: 'tool-finished', callId: 'c1', answer: answer('It is noon.') });
    expect(talk.sent('tool.result')).toHaveLength(0);
    expect(talk.lines().at(-1)).toContain('get_time: cancelled');
  });

  it('duplicate calls: the same id is ignored, an equal call shares the run, each id is answered once', () => {
    const talk = asked().hear(call('c1'), call('c2'), call('c3'));
    expect(talk.effects.filter(({ type }) => type === 'run-tool')).toHaveLength(1);
    talk.do({ type: 'tool-finished', callId: 'c1', answer: answer('Noon.') }).hear(call('c4'));
    expect(talk.sent('tool.result').map((message) => 'call_id' in message && message.call_id)).toEqual([
      'c1',
      'c2',
      'c3',
      'c4',
    ]);
  });

  it('an equal call in the next turn runs again', () => {
    const talk = asked().do({ type: 'tool-finished', callId: 'c1', answer: answer('Noon.') });
    talk.hear(done('r1'), heard('And now?'), started('r2'), call('c9'));
    expect(talk.effects.filter(({ type }) => type === 'run-tool')).toHaveLength(2);
  });

  it('an equal call after an interruption runs again: the first was cancelled', () => {
    const talk = asked().hear(done('r1', 'interrupted'), started('r2'), call('c2'));
    expect(talk.effects).toContainEqual({ type: 'cancel-tool', callId: 'c1' });
    expect(talk.effects.filter(({ type }) => type === 'run-tool')).toHaveLength(2);
  });

  it('parallel calls run side by side and are answered each', () => {
    const talk = asked().hear(call('c2', 'list_files', { folder: 'a' }));
    talk.do({ type: 'tool-finished', callId: 'c2', answer: answer('Two files.') });
    expect(talk.status).toBe('working');
    talk.do({ type: 'tool-finished', callId: 'c1', answer: answer('Noon.') });
    expect(talk.sent('tool.result')).toHaveLength(2);
  });

  it('a tool that the service runs is shown and never answered', () => {
    const talk = Talk.live().hear({
      type: 'session.updated',
      config: { tools: [{ name: 'order_status', http: { url: 'https://api.example.org' } }] } as never,
    });
    talk.hear(heard('Where is my order?'), started('r1'), call('c1', 'order_status'));
    expect(talk.effects.filter(({ type }) => type === 'run-tool')).toHaveLength(0);
    expect(talk.lines().at(-1)).toBe('order_status: done Run by the service.');
  });

  it('a call that cannot be read is answered as an error, so that the service does not wait', () => {
    const talk = Talk.live().do({ type: 'unreadable', callId: 'c7' });
    expect(talk.sent('tool.result')).toMatchObject([{ call_id: 'c7', is_error: true }]);
  });
});

describe('races', () => {
  it('reply.done against late audio: audio after done is dropped', () => {
    const talk = Talk.live().hear(started('r1'), audio('r1'), done('r1'), audio('r1'));
    expect(talk.played('audio')).toHaveLength(1);
    expect(talk.played('finish')).toEqual([{ type: 'finish', reply: 'r1' }]);
  });

  it('two replies in flight: a new one closes the old, and both are played out in order', () => {
    const talk = Talk.live().hear(started('r1'), audio('r1'), started('r2'), audio('r2'));
    expect(talk.played('finish')).toEqual([{ type: 'finish', reply: 'r1' }]);
    expect(talk.played('audio').map((command) => 'reply' in command && command.reply)).toEqual(['r1', 'r2']);
  });

  it('missing final transcript: the partial words stand', () => {
    const talk = Talk.live().hear(
      { type: 'input.speech.started' },
      { type: 'transcript.user.delta', text: 'open it' },
    );
    talk.hear(started('r1'));
    expect(talk.state.transcript).toMatchObject([{ kind: 'user', text: 'open it', final: true }]);
  });

  it('missing agent transcript: the words of the deltas stand', () => {
    const talk = Talk.live().hear(started('r1'), audio('r1'));
    talk.hear(
      { type: 'transcript.agent.delta', reply_id: 'r1', delta: 'All ', start_ms: 0 },
      { type: 'transcript.agent.delta', reply_id: 'r1', delta: 'done', start_ms: 90 },
      { type: 'transcript.agent.delta', reply_id: 'r1', delta: '.', start_ms: 95 },
      done('r1'),
    );
    talk.do({ type: 'playback', report: { type: 'drained', reply: 'r1', samples: 2_400, at: 0 } });
    expect(talk.lines()).toEqual(['agent: All done.']);
  });

  it('missing input.speech.stopped: the final transcript ends the hearing', () => {
    const talk = Talk.live().hear({ type: 'input.speech.started' }, heard('Hello'));
    expect(talk.status).toBe('thinking');
  });

  it('a turn of nothing leaves no entry and no thinking', () => {
    const talk = Talk.live().hear(
      { type: 'input.speech.started' },
      { type: 'transcript.user.delta', text: 'uh' },
    );
    talk.hear({ type: 'input.speech.stopped' }, heard(''));
    expect(talk.lines()).toEqual([]);
    expect(talk.status).toBe('listening');
  });

  it('end while connecting: nothing is left open', () => {
    const talk = new Talk().do(start({ engine: 'hosted' }), end);
    expect(talk.status).toBe('ended');
    expect(talk.effects).toContainEqual({ type: 'disconnect' });
    talk.hear({ type: 'session.ready', session_id: 'late' });
    expect(talk.status).toBe('ended');
  });

  it('a service that never says goodbye is left after four seconds', () => {
    const talk = Talk.live().do(end);
    expect(talk.effects).toContainEqual({ type: 'set-timer', name: 'end', milliseconds: 4_000 });
    talk.do({ type: 'timer', name: 'end' });
    expect(talk.status).toBe('ended');
  });

  it('no answer for long: back to listening, with a quiet notice', () => {
    const talk = Talk.live().hear(heard('Hello')).do({ type: 'timer', name: 'thinking' });
    expect(talk.status).toBe('listening');
    expect(talk.state.notice?.code).toBe('no_reply');
  });
});
