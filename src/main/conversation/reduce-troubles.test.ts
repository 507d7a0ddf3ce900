import { describe, expect, it } from 'vitest';
import { waitsForSound } from './status';
import { audio, chunk, done, start, started, Talk } from './talk.fixture';

describe('typed messages', () => {
  it('start a talk without the microphone and without a greeting', () => {
    const talk = new Talk().do(start({ microphone: false, text: 'What time is it?', greeting: false }));
    expect(talk.effects).toContainEqual({
      type: 'connect',
      engine: 'local',
      opening: { kind: 'fresh', greeting: false },
    });
    expect(talk.effects).toContainEqual({ type: 'open-audio', microphone: false });
    expect(talk.sent('reply.create')).toHaveLength(0);
    talk.hear({ type: 'session.ready', session_id: 's' });
    expect(talk.sent('reply.create')).toEqual([
      { type: 'reply.create', instructions: 'The user typed: "What time is it?" Answer it.' },
    ]);
    expect(talk.lines()).toEqual(['user: What time is it?']);
    talk.do({ type: 'mute', muted: false });
    expect(talk.effects.at(-1)).toEqual({ type: 'open-audio', microphone: true });
  });

  it('wait until the open reply is done, and silence it', () => {
    const talk = Talk.live()
      .hear(started('r1'), audio('r1'))
      .do({ type: 'send-text', text: 'Stop. What day is it?' });
    expect(talk.played('flush-all')).toHaveLength(1);
    expect(talk.sent('reply.create')).toHaveLength(0);
    talk.hear(done('r1', 'interrupted'));
    expect(talk.sent('reply.create')).toHaveLength(1);
  });
});

describe('troubles', () => {
  it.each(['unauthorized', 'at_capacity', 'something_new'])(
    'an error before ready is told when the socket closes: %s',
    (code) => {
      const talk = new Talk().do(start({ engine: 'hosted' }));
      talk.hear({ type: 'session.error', code, message: 'x' }).do({ type: 'socket-closed', code: 1008 });
      expect(talk.status).toBe('problem');
      expect(talk.state.phase).toMatchObject({
        name: 'failed',
        problem: { sentence: expect.stringMatching(/\w/) },
      });
    },
  );

  it('without a microphone the talk lives on for typed messages', () => {
    const problem = { code: 'no_microphone', sentence: 'No microphone was found.', next: 'Connect one.' };
    const talk = Talk.live().do({
      type: 'audio',
      report: { type: 'trouble', trouble: 'no_microphone', fatal: true, device: '' },
      problem,
    });
    expect(talk.status).toBe('problem');
    talk.do({ type: 'send-text', text: 'Hello' });
    expect(talk.sent('reply.create')).toHaveLength(1);
    expect(talk.status).toBe('thinking');
  });

  it('a microphone that was told to be silent is told no more once it is heard, and nothing else goes with it', () => {
    const problem = { code: 'microphone_silent', sentence: 'Only silence.', next: 'Look at its switch.' };
    const trouble = { type: 'trouble', trouble: 'microphone_silent', fatal: false, device: '' } as const;
    const talk = Talk.live().do({ type: 'audio', report: trouble, problem });
    expect(talk.state.notice).toEqual(problem);
    expect(talk.status).toBe('listening');
    expect(waitsForSound(talk.state)).toBe(true);
    talk.do({ type: 'microphone-live' });
    expect(talk.state.notice).toBeNull();
    expect(waitsForSound(talk.state)).toBe(false);
    const other = { ...problem, code: 'sound_lost' };
    expect(talk.do({ type: 'notify', problem: other }, { type: 'microphone-live' }).state.notice).toEqual(
      other,
    );
  });

  it('sound that is lost ends the answer that was playing, and the talk goes on', () => {
    const problem = { code: 'sound_lost', sentence: 'Sound stopped working.', next: 'Ask again.' };
    const talk = Talk.live().hear(started('r1'), audio('r1'));
    talk.do({
      type: 'audio',
      report: { type: 'trouble', trouble: 'sound_lost', fatal: false, device: '' },
      problem,
    });
    expect(talk.played('flush-all')).toHaveLength(1);
    expect(talk.sent('reply.cancel')).toHaveLength(1);
    expect(talk.state.notice).toEqual(problem);
    talk.hear(done('r1', 'interrupted'));
    expect(talk.status).toBe('listening');
  });

  it('audio that is no base64 plays nothing and breaks nothing', () => {
    const talk = Talk.live().hear(started('r1'), { type: 'reply.audio', reply_id: 'r1', data: '!' });
    expect(talk.played('audio')).toHaveLength(0);
    talk.hear({ type: 'reply.audio', reply_id: 'r1', data: chunk });
    expect(talk.played('audio')).toHaveLength(1);
  });
});
