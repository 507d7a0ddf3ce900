import { describe, expect, it } from 'vitest';
import type { AcceptedSession } from '../../shared/protocol/server-rules';
import { Bench, say } from './bench.fixture';
import { emptyMemory } from '../thinking/types';

describe('beginning', () => {
  it('is updated, ready, and greets without thinking', () => {
    const bench = new Bench({ greeting: 'Hello there.' }).synthesize().pass(1_000);
    expect(bench.sent()).toEqual([
      'session.updated',
      'session.ready',
      'reply.started',
      'reply.audio',
      'transcript.agent.delta',
      'transcript.agent',
      'reply.done',
    ]);
    expect(bench.effects.some(({ type }) => type === 'think')).toBe(false);
  });
  it('keeps the hosted rhythm when asked to', () => {
    const bench = new Bench({}, 'hosted');
    expect(bench.sent()).toEqual([]);
    expect(bench.pass(120).sent()).toEqual(['session.updated']);
    expect(bench.pass(18).sent()).toEqual(['session.updated', 'session.ready']);
  });
  it('hears nothing before it is ready', () => {
    const bench = new Bench({}, 'hosted').hear(96, true);
    expect(bench.state.turn).toBeNull();
  });
});

describe('a sentence that a stall of the network cuts in two', () => {
  it('has no sound in both turns', () => {
    const bench = new Bench().hear(640, true).pass(3_000);
    const { untilMs } = bench.last('recognize', ({ effort }) => effort === 'final');
    bench.recognize('Good morning.');
    expect(bench.messages('transcript.user')).toHaveLength(1);
    bench.hear(640, true);
    expect(bench.state.turn?.startMs).toBeGreaterThanOrEqual(untilMs);
  });
});

describe('an ordinary turn', () => {
  it('goes started, partials, stopped, final, reply', () => {
    const bench = new Bench();
    const from = bench.mark;
    bench
      .hear(800, true)
      .recognize('what', 'partial')
      .hear(200, false)
      .recognize('What time is it?')
      .hear(250, false);
    bench.think(say('Noon.')).synthesize().pass(500);
    expect(bench.sent(from)).toEqual([
      'input.speech.started',
      'transcript.user.delta',
      'input.speech.stopped',
      'transcript.user',
      'reply.started',
      'reply.audio',
      'transcript.agent.delta',
      'transcript.agent',
      'reply.done',
    ]);
  });
  it('starts the final recognition during the closing silence and ends the turn with it', () => {
    const bench = new Bench().hear(640, true).hear(192, false);
    expect(bench.last('recognize').effort).toBe('final');
    expect(bench.messages('input.speech.stopped')).toHaveLength(0);
    bench.recognize('Done.').hear(192, false);
    expect(bench.messages('transcript.user')).toMatchObject([{ text: 'Done.' }]);
  });
  it('discards the final when speech goes on', () => {
    const bench = new Bench().hear(640, true).hear(192, false);
    const early = bench.last('recognize').job;
    bench.hear(320, true);
    expect(bench.effects).toContainEqual({ type: 'cancel', job: early });
    bench.send({ type: 'recognized', job: early, text: 'half a sentence' }).hear(1_300, false);
    expect(bench.messages('transcript.user')).toHaveLength(0);
    bench.recognize('a whole sentence');
    expect(bench.messages('transcript.user')).toMatchObject([{ text: 'a whole sentence' }]);
  });
  it('waits for more after a hanging word', () => {
    const bench = new Bench().hear(640, true).hear(192, false).recognize('Open the.').hear(900, false);
    expect(bench.messages('transcript.user')).toHaveLength(0);
    bench.hear(200, false);
    expect(bench.messages('transcript.user')).toHaveLength(1);
  });
  it('answers noise without words by an empty transcript and no reply', () => {
    const bench = new Bench().turn('');
    expect(bench.sent().slice(-3)).toEqual([
      'input.speech.started',
      'input.speech.stopped',
      'transcript.user',
    ]);
    expect(bench.messages('transcript.user')).toMatchObject([{ text: '' }]);
    expect(bench.state.reply).toBeNull();
  });
  it('ends the turn of a client that stops sending instead of sending silence', () => {
    const bench = new Bench().hear(640, true).pass(1_600).recognize('Hello.');
    expect(bench.messages('transcript.user')).toMatchObject([{ text: 'Hello.' }]);
  });
  it('honours the silences of the client', () => {
    const bench = new Bench({ input: { turn_detection: { min_silence: 700, max_silence: 2_000 } } });
    bench.hear(640, true).hear(200, false).recognize('Done.').hear(400, false);
    expect(bench.messages('transcript.user')).toHaveLength(0);
    bench.hear(150, false);
    expect(bench.messages('transcript.user')).toHaveLength(1);
  });
});

describe('speaking over the agent', () => {
  const talking = (session: AcceptedSession = {}) => {
    const bench = new Bench({
      greeting: Array.from({ length: 30 }, (_, i) => `w${String(i)}`).join(' '),
      ...session,
    });
    while (bench.state.reply?.stage.kind === 'speaking' && bench.state.reply.stage.job !== null)
      bench.synthesize();
    return bench.pass(1_000);
  };
  it('interrupts with the words heard so far', () => {
    const bench = talking();
    const from = bench.mark;
    bench.hear(480, true);
    expect(bench.messages('input.speech.started', from)).toEqual([]);
    bench.hear(64, true);
    expect(bench.sent(from).filter((type) => type !== 'reply.audio')).toEqual([
      'input.speech.started',
      'transcript.agent',
      'reply.done',
    ]);
    const [said] = bench.messages('transcript.agent', from);
    expect(said).toMatchObject({ interrupted: true, text: expect.stringMatching(/^w0 .*w14$/) });
    expect(bench.messages('reply.done', from)).toMatchObject([{ status: 'interrupted' }]);
    const after = bench.mark;
    bench.pass(2_000);
    expect(bench.sent(after)).toEqual([]);
  });
  it('is not moved by a sound shorter than the interruption delay', () => {
    const bench = talking({ input: { turn_detection: { interruption_delay: 500 } } });
    const from = bench.mark;
    bench.hear(320, true).hear(320, false);
    expect(bench.messages('reply.done', from)).toEqual([]);
    bench.hear(512, true);
    expect(bench.messages('reply.done', from)).toMatchObject([{ status: 'interrupted' }]);
  });
  it('is not moved by a word of substance shorter than the delay that the client asked for', () => {
    const bench = talking({ input: { turn_detection: { interruption_delay: 1_000 } } });
    const from = bench.mark;
    bench.hear(320, true).hear(1_600, false);
    expect(bench.sent(from).filter((type) => type !== 'reply.audio')).toEqual([]);
    expect(bench.state.turn).toBeNull();
  });
  it('interrupts at once in the quickest mode', () => {
    const bench = talking({ input: { transcription_mode: 'min_latency' } });
    const from = bench.mark;
    bench.hear(96, true);
    expect(bench.messages('reply.done', from)).toMatchObject([{ status: 'interrupted' }]);
  });
  it('speaks on over a sign of listening, and lets a short word of substance interrupt', () => {
    const bench = talking();
    const from = bench.mark;
    bench.hear(320, true).hear(200, false).recognize('Mm-hm.').hear(400, false);
    expect(bench.sent(from)).toEqual(['reply.audio']);
    expect(bench.state.turn).toBeNull();
    bench.hear(320, true).hear(200, false).recognize('Stop.').hear(400, false);
    expect(bench.sent(from).filter((type) => type !== 'reply.audio')).toEqual([
      'input.speech.started',
      'transcript.agent',
      'reply.done',
      'transcript.user.delta',
      'input.speech.stopped',
      'transcript.user',
      'reply.started',
    ]);
  });
  it('hears an answer in what otherwise were a sign of listening', () => {
    const bench = new Bench({ greeting: `${'word '.repeat(20)}shall I?` });
    while (bench.state.reply?.stage.kind === 'speaking' && bench.state.reply.stage.job !== null)
      bench.synthesize();
    bench.pass(500).hear(320, true).hear(200, false).recognize('Okay.').hear(400, false);
    expect(bench.messages('transcript.user')).toMatchObject([{ text: 'Okay.' }]);
  });
  it('takes speech over the agent for a turn when the agent is done before it is decided', () => {
    const bench = new Bench({ greeting: 'One two three.' }).synthesize().pass(100);
    bench.hear(320, true);
    expect(bench.sent().slice(-2)).toEqual(['reply.done', 'input.speech.started']);
    expect(bench.messages('reply.done')).toMatchObject([{ status: 'completed' }]);
  });
  it('does not let an uninterruptible greeting be interrupted, but what follows it', () => {
    const bench = talking({ input: { turn_detection: { uninterruptible_turns: ['greeting'] } } });
    bench
      .turn('And this?')
      .pass(5_000)
      .think(say('w '.repeat(30)));
    expect(bench.messages('reply.done')).toMatchObject([{ status: 'completed' }]);
    bench.synthesize().pass(500).hear(640, true);
    expect(bench.messages('reply.done')).toMatchObject([{ status: 'completed' }, { status: 'interrupted' }]);
  });
  it.each([
    ['first', ['input.speech.started', 'transcript.agent', 'reply.done']],
    ['between', ['transcript.agent', 'input.speech.started', 'reply.done']],
    ['last', ['transcript.agent', 'reply.done', 'input.speech.started']],
  ] as const)('can tell of the speech %s', (speechStarted, order) => {
    const bench = new Bench({ greeting: 'word '.repeat(30) }, 'native', { speechStarted })
      .synthesize()
      .pass(500);
    const from = bench.mark;
    bench.hear(640, true);
    expect(bench.sent(from).filter((type) => type !== 'reply.audio')).toEqual(order);
  });
  it('only reports when interruption is switched off, and answers afterwards', () => {
    const bench = talking({ input: { turn_detection: { interrupt_response: false } } });
    const from = bench.mark;
    bench.turn('And this?');
    expect(bench.messages('reply.done', from)).toEqual([]);
    expect(bench.messages('transcript.user', from)).toHaveLength(1);
    bench.pass(5_000);
    expect(bench.sent(from).slice(-3)).toEqual(['transcript.agent', 'reply.done', 'reply.started']);
    expect(bench.last('think').request.prompt).toEqual({ kind: 'request', text: 'And this?' });
  });
  it('joins what was said before an unheard answer with what follows', () => {
    const bench = new Bench().turn('Set a timer.');
    bench.hear(640, true);
    expect(bench.messages('reply.done')).toMatchObject([{ status: 'interrupted' }]);
    bench.hear(200, false).recognize('For ten minutes.').hear(300, false);
    expect(bench.last('think').request.prompt).toEqual({
      kind: 'request',
      text: 'Set a timer. For ten minutes.',
    });
  });
  it('goes on from the clause that a noise cut short, without thinking again', () => {
    const bench = new Bench()
      .turn('How are you?')
      .think(say('First things first, then the rest of it. And the end.'));
    while (bench.state.reply?.stage.kind === 'speaking' && bench.state.reply.stage.job !== null)
      bench.synthesize();
    bench.pass(100);
    const from = bench.mark;
    bench.turn('');
    expect(bench.messages('transcript.agent', from)).toMatchObject([
      { interrupted: true, text: expect.stringMatching(/^First things first, then/) },
    ]);
    expect(bench.messages('reply.started', from)).toHaveLength(1);
    expect(bench.last('synthesize').text).toMatch(/^then the rest of it/);
    expect(bench.effects.slice(from).some(({ type }) => type === 'think')).toBe(false);
  });
  it('thinks again about a request whose answer a noise cut short before it began', () => {
    const bench = new Bench().turn('Set a timer.').turn('');
    expect(bench.effects.filter(({ type }) => type === 'think')).toHaveLength(2);
    expect(bench.last('think').request.prompt).toEqual({ kind: 'request', text: 'Set a timer.' });
  });
  it('does not go on when the person said something, or cancelled the reply', () => {
    const spoken = talking();
    const from = spoken.mark;
    spoken.turn('Stop.').think({ kind: 'silent', memory: emptyMemory }).pass(5_000).turn('');
    expect(spoken.messages('reply.started', from)).toHaveLength(1);
    const cancelled = talking();
    const after = cancelled.mark;
    cancelled.message({ type: 'reply.cancel', reply_id: cancelled.state.reply!.id }).turn('').pass(5_000);
    expect(cancelled.messages('reply.started', after)).toHaveLength(0);
  });
  it('drops a thought and a clause that come after the interruption', () => {
    const bench = new Bench().turn('Hello.');
    const thought = bench.last('think').job;
    bench.hear(320, true);
    const from = bench.mark;
    bench.send({ type: 'thought', job: thought, thought: say('Too late.') });
    expect(bench.sent(from)).toEqual([]);
  });
});

describe('when a part fails', () => {
  it('apologises for a recognizer that failed instead of leaving the person waiting', () => {
    const bench = new Bench().hear(640, true).hear(200, false);
    bench.send({ type: 'recognized', job: bench.last('recognize').job, text: null });
    expect(bench.sent().slice(-2)).toEqual(['input.speech.stopped', 'reply.started']);
    expect(bench.last('synthesize').text).toMatch(/^Sorry,/);
    expect(bench.state.turn).toBeNull();
  });
  it('still shows the words of a clause that could not be synthesized', () => {
    const bench = new Bench({ greeting: 'Hello.' });
    bench.send({ type: 'synthesized', job: bench.last('synthesize').job, audio: null });
    expect(bench.sent().slice(-2)).toEqual(['transcript.agent', 'reply.done']);
  });
});
