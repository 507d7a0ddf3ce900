import { describe, expect, test } from 'vitest';
import { sayingNow } from './stop-said';
import { audible, audio, call, done, heard, start, started, Talk } from './talk.fixture';
import type { Reply } from './state';

const stopSaid = { type: 'stop-said' } as const;

/** A talk in which the agent is heard. */
const speaking = () =>
  Talk.live().hear(heard('Tell me a story'), started('r1'), audio('r1')).do(audible('r1'));

describe('the stop word', () => {
  test('does what the button does', () => {
    const before = speaking().state;
    const [word, button] = [stopSaid, { type: 'stop-speaking' } as const].map((event) => {
      const talk = new Talk();
      talk.state = before;
      return talk.do(event);
    }) as [Talk, Talk];
    expect(word.effects).toEqual(button.effects);
    expect({ ...word.state, stopSaidAt: null }).toEqual(button.state);
    expect(word.played('flush-all')).toHaveLength(1);
    expect(word.sent('reply.cancel')).toHaveLength(1);
    expect(word.hear(done('r1', 'interrupted')).status).toBe('listening');
  });

  test('silences what Parley says outside a talk, too', () => {
    const idle = new Talk().do(stopSaid);
    expect(idle.effects).toEqual([{ type: 'hush' }]);
    expect(new Talk().do({ type: 'stop-speaking' }).effects).toEqual([{ type: 'hush' }]);
  });

  test('becomes no request: the turn that comes of it waits for no answer, and the answer is not heard', () => {
    const talk = speaking().do(stopSaid).hear(done('r1', 'interrupted')).after(700).hear(heard('Stop.'));
    expect(talk.status).toBe('listening');
    expect(talk.lines()).toContain('user: Stop.');
    talk.hear(started('r2'), audio('r2'));
    expect(talk.sent('reply.cancel')).toEqual([
      expect.objectContaining({ reply_id: 'r1' }),
      expect.objectContaining({ reply_id: 'r2' }),
    ]);
    expect(talk.played('audio')).toHaveLength(1);
    expect(talk.hear(done('r2', 'interrupted')).status).toBe('listening');
  });

  test('is the same when the service was quicker than the recognizer here', () => {
    const talk = speaking().hear(done('r1', 'interrupted'), heard('Stop it.')).do(stopSaid);
    expect(talk.status).toBe('listening');
    talk.hear(started('r2'), audio('r2'));
    expect(talk.played('audio')).toHaveLength(1);
  });

  test('hides one answer only', () => {
    const talk = speaking().do(stopSaid).hear(heard('Stop.'), started('r2'), done('r2', 'interrupted'));
    talk.hear(started('r3'), audio('r3'));
    expect(talk.played('audio')).toHaveLength(2);
  });

  test('does not hide the answer to what is said next', () => {
    const talk = speaking().do(stopSaid).after(2_000).hear(heard('What time is it?'));
    expect(talk.status).toBe('thinking');
    talk.hear(started('r2'), audio('r2'));
    expect(talk.played('audio')).toHaveLength(2);
  });

  test('does not hide the answer to a later "stop" that was a request', () => {
    const talk = speaking().do(stopSaid).hear(done('r1', 'interrupted')).after(3_000);
    talk.hear({ type: 'input.speech.started' }, heard('Stop'), started('r2'), audio('r2'));
    expect(talk.played('audio')).toHaveLength(2);
  });

  test('does not hide the answer to typed words', () => {
    const talk = speaking()
      .do(stopSaid)
      .hear(done('r1', 'interrupted'))
      .do({ type: 'send-text', text: 'stop' });
    talk.hear(started('r2'), audio('r2'));
    expect(talk.played('audio')).toHaveLength(2);
  });

  test('in a turn with other words is a request like any', () => {
    const talk = speaking().do(stopSaid).hear(heard('Stop the timer'));
    expect(talk.status).toBe('thinking');
  });

  test('before any talk leaves nothing behind for the next', () => {
    expect(new Talk().do(stopSaid, start()).state.stopSaidAt).toBeNull();
  });

  test('ends no tool that runs', () => {
    const talk = Talk.live()
      .hear(heard('Look'), started('r1'), audio('r1'), call('c1'))
      .do(audible('r1'), stopSaid);
    expect(talk.effects.some(({ type }) => type === 'cancel-tool')).toBe(false);
  });
});

describe('what Parley says about now', () => {
  const words = ['One', 'stop', 'away'].map((text, at) => ({ text, startMs: at * 4_000 }));
  const now = 1_000_000;
  const heardReply = (change: Partial<Reply>): Reply => ({
    ...{ id: 'r1', open: true, words, finalText: null, samplesReceived: 240_000, samplesPlayed: 0 },
    ...{ playedAt: now, audible: true, silenced: false, interrupted: false, over: false },
    ...change,
  });
  const saying = (...replies: readonly Partial<Reply>[]) =>
    sayingNow({ ...Talk.live().state, replies: replies.map(heardReply) }, now);
  const at = (seconds: number) => saying({ samplesPlayed: seconds * 24_000 });

  test('is what was played in the last seconds, or is about to be', () => {
    expect(at(0)).toBe('One');
    expect(at(3.7)).toBe('stop');
    expect(at(6)).toBe('stop');
    expect(at(7.4)).toBe('');
  });

  test('is all of it where words have no place in the sound', () => {
    const unplaced = words.map(({ text }) => ({ text, startMs: null }));
    expect(saying({ words: unplaced })).toBe('One stop away');
    expect(saying({ words: [], finalText: 'Next stop.' })).toBe('Next stop.');
  });

  test('holds the last words of the reply before as long as they may echo, and no longer', () => {
    const before = { id: 'r0', over: true, samplesPlayed: 6 * 24_000 };
    expect(saying({ ...before, playedAt: now - 1_000 }, {})).toBe('stop One');
    expect(saying({ ...before, playedAt: now - 10_000 }, {})).toBe('One');
  });

  test('is nothing while nothing of the talk is heard, whatever the person does', () => {
    expect(saying({ over: true })).toBeNull();
    expect(saying({ audible: false, playedAt: null })).toBeNull();
    const talk = speaking().do({
      type: 'playback',
      report: { type: 'played', reply: 'r1', samples: 24, level: 0.1, at: 0 },
    });
    expect(talk.hear({ type: 'input.speech.started' }).status).toBe('hearing');
    expect(sayingNow(talk.state, talk.now)).toBe('');
  });
});
