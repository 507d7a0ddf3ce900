/** What can race in a talk, each by its name; reduce.test.ts has those of a single reply. */
import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from './events';
import { audible, audio, call, done, end, heard, start, started, Talk } from './talk.fixture';

const answer = { ok: true, say: 'It is nine.', data: { say: 'It is nine.' } };
const finished = (callId: string): ConversationEvent => ({ type: 'tool-finished', callId, answer });
const speechStarted = { type: 'input.speech.started' } as const;
const afterReply = { idleMs: null, toolResults: 'after-reply', rules: [], bargeIn: true } as const;

describe('barge-in against tool result', () => {
  it('sends a result that came before the interruption, once', () => {
    const talk = Talk.live().hear(started('r1'), call('c1')).do(finished('c1'));
    talk.hear(speechStarted, done('r1', 'interrupted')).do(finished('c1'));
    expect(talk.sent('tool.result')).toHaveLength(1);
  });
});

describe('the result policy "after the reply"', () => {
  const talkAfterReply = () => Talk.live().do({ type: 'options', options: afterReply });

  it('holds a result while the reply is open, and sends it with its end', () => {
    const talk = talkAfterReply().hear(started('r1'), call('c1')).do(finished('c1'));
    expect(talk.sent('tool.result')).toEqual([]);
    talk.hear(done('r1'));
    expect(talk.sent('tool.result')).toHaveLength(1);
  });

  it('holds a result while the person speaks, and sends it when they have finished', () => {
    const talk = talkAfterReply()
      .hear(started('r1'), call('c1'), done('r1'), speechStarted)
      .do(finished('c1'));
    expect(talk.sent('tool.result')).toEqual([]);
    talk.hear({ type: 'input.speech.stopped' });
    expect(talk.sent('tool.result')).toHaveLength(1);
  });

  it('drops a held result when the reply is interrupted', () => {
    const talk = talkAfterReply().hear(started('r1'), call('c1')).do(finished('c1'));
    talk.hear(done('r1', 'interrupted'), started('r2'), done('r2'));
    expect(talk.sent('tool.result')).toEqual([]);
  });

  it('follows a change of the setting at once', () => {
    const talk = talkAfterReply().hear(started('r1'), call('c1')).do(finished('c1'));
    talk.do({ type: 'options', options: { ...afterReply, toolResults: 'at-once' } });
    expect(talk.sent('tool.result')).toHaveLength(1);
  });
});

describe('end against everything', () => {
  it('takes nothing but the goodbye after session.end', () => {
    const talk = Talk.live().do(end);
    talk.hear(started('r1'), audio('r1'), call('c1'), heard('Hello.'));
    expect(talk.played('audio')).toEqual([]);
    expect(talk.effects.filter(({ type }) => type === 'run-tool')).toEqual([]);
    talk.hear({ type: 'session.ended' }).do({ type: 'socket-closed', code: 1000 });
    expect(talk.status).toBe('ended');
  });

  it('wins over a connection that comes about afterwards', () => {
    const talk = new Talk().do(start(), end).hear({ type: 'session.ready', session_id: 'late' });
    expect(talk.status).toBe('ended');
  });

  it('is told once in the records, with its reason', () => {
    const talk = Talk.live().do({ type: 'end', reason: 'quit' }).hear({ type: 'session.ended' });
    talk.do({ type: 'socket-closed', code: 1000 }, { type: 'timer', name: 'end' });
    const ends = talk.effects.filter((e) => e.type === 'record' && e.what.type === 'conversation-ended');
    expect(ends).toEqual([{ type: 'record', what: { type: 'conversation-ended', reason: 'quit' } }]);
  });
});

describe('an update that is rejected in mid-turn', () => {
  it('is told and changes nothing about the turn', () => {
    const talk = Talk.live().hear(heard('Hello.'), started('r1'), audio('r1')).do(audible('r1'));
    talk.hear({ type: 'session.error', code: 'immutable_field', param: 'output.voice', message: '' });
    expect(talk.status).toBe('speaking');
    expect(talk.state.notice?.code).toBe('immutable_field');
    talk.hear(audio('r1'));
    expect(talk.played('audio')).toHaveLength(2);
  });
});

describe('the person’s own rules', () => {
  const rule = { id: 'x', phrase: 'slow down', change: { kind: 'preset', preset: 'patient' } } as const;

  it('change the talk when their phrase is all that was said', () => {
    const talk = Talk.live().do({ type: 'options', options: { ...afterReply, rules: [rule] } });
    talk.hear(heard('Could you slow down the video?'));
    expect(talk.state.adjustments.preset).toBeNull();
    talk.hear(heard('Slow down, please.'));
    expect(talk.state.adjustments.preset).toBe('patient');
  });

  it('change it by their button too, and are gone with the talk', () => {
    const talk = Talk.live().do({ type: 'rule', change: rule.change });
    expect(talk.state.adjustments.preset).toBe('patient');
    talk.do(end, { type: 'socket-closed', code: 1000 }, start());
    expect(talk.state.adjustments.preset).toBeNull();
  });
});

describe('an agent that hears itself', () => {
  it('is no longer interrupted by voice, once that is clear, and the person is told', () => {
    const talk = Talk.live();
    for (const reply of ['r1', 'r2', 'r3']) {
      const text = `Reply ${reply} tells you what lies in your folder of receipts today.`;
      talk.hear(started(reply), audio(reply), {
        type: 'transcript.agent',
        reply_id: reply,
        text,
        interrupted: false,
      });
      talk.do(audible(reply)).hear(speechStarted, done(reply, 'interrupted'), heard(text));
    }
    expect(talk.state.adjustments.halfDuplex).toBe(true);
    expect(talk.state.notice?.code).toBe('echo_heard');
  });
});

describe('a frame that comes twice', () => {
  it('is one turn when it is a final transcript', () => {
    const message = heard('What time is it?');
    const talk = Talk.live().hear(message, message);
    expect(talk.lines()).toEqual(['user: What time is it?']);
    talk.hear(heard('What time is it?'));
    expect(talk.lines()).toHaveLength(2);
  });
});

describe('a session that the service ends', () => {
  it('is followed by another at once, without resuming it', () => {
    const talk = Talk.live().hear({ type: 'session.ended' });
    expect(talk.status).toBe('reconnecting');
    expect(talk.effects.filter(({ type }) => type === 'connect').at(-1)).toMatchObject({
      opening: { kind: 'fresh', greeting: false },
    });
  });

  it('ends the talk at once when the person wanted it', () => {
    expect(Talk.live().do(end).hear({ type: 'session.ended' }).status).toBe('ended');
  });
});
