import { describe, expect, it } from 'vitest';
import { emptyMemory, type Thought } from '../thinking/types';
import { Bench, call, say, tool } from './bench.fixture';
import { nextWake } from './machine';

describe('tools', () => {
  const tools = [tool('a'), tool('b', { timeout_seconds: 5 }), tool('h', { execution_mode: 'hold' })];
  const called = (thought: Thought) => new Bench({ tools }).turn('Do it.').think(thought);
  const callId = (bench: Bench, index = 0) =>
    (bench.messages('tool.call')[index] as { readonly call_id: string }).call_id;
  const result = (bench: Bench, call_id: string, text = '{}') =>
    bench.message({ type: 'tool.result', call_id, result: text });

  it('calls in a reply of its own and answers in the next', () => {
    const bench = called(call('a', { x: 1 }));
    expect(bench.sent().slice(-3)).toEqual(['reply.started', 'tool.call', 'reply.done']);
    result(bench, callId(bench), '{"say":"Done."}');
    expect(bench.last('think').request.prompt).toMatchObject({
      kind: 'results',
      calls: [{ name: 'a', arguments: { x: 1 }, result: '{"say":"Done."}', outcome: 'done' }],
    });
  });
  it('waits for the last of several results', () => {
    const both: Thought = {
      kind: 'call',
      calls: [
        { name: 'a', arguments: {} },
        { name: 'b', arguments: {} },
      ],
      memory: emptyMemory,
    };
    const bench = called(both);
    const from = bench.mark;
    result(bench, callId(bench, 0));
    expect(bench.sent(from)).toEqual([]);
    result(bench, callId(bench, 1));
    expect(bench.sent(from)).toEqual(['reply.started']);
  });
  it('passes over a repeated and an unknown result', () => {
    const bench = called(call('a'));
    const id = callId(bench);
    result(bench, id).think(say('Ok.'));
    const from = bench.mark;
    result(bench, id);
    result(bench, 'call_unknown');
    expect(bench.messages('reply.started', from)).toEqual([]);
  });
  it('gives up after the tool’s time and says so', () => {
    const bench = called(call('b')).pass(5_000);
    expect(bench.last('think').request.prompt).toMatchObject({ calls: [{ outcome: 'timed-out' }] });
    const from = bench.mark;
    result(bench, callId(bench));
    expect(bench.sent(from)).toEqual([]);
  });
  it('abandons the call when the person asks for something else meanwhile', () => {
    const bench = called(call('a'));
    const id = callId(bench);
    bench.turn('Never mind.');
    const from = bench.mark;
    result(bench, id);
    expect(bench.messages('reply.started', from)).toEqual([]);
    expect(bench.last('think').request.prompt).toEqual({ kind: 'request', text: 'Never mind.' });
  });
  it('keeps the call when a noise without words comes in between, and answers after it', () => {
    const bench = called(call('a'));
    const id = callId(bench);
    bench.hear(320, true);
    const from = bench.mark;
    result(bench, id);
    expect(bench.messages('reply.started', from)).toEqual([]);
    bench.hear(200, false).recognize('').hear(300, false);
    expect(bench.messages('reply.started', from)).toHaveLength(1);
  });
  it('stays silent while a hold tool runs, whatever is said', () => {
    const bench = called(call('h'));
    const id = callId(bench);
    const from = bench.mark;
    bench.turn('Are you there?');
    expect(bench.sent(from)).toEqual(['input.speech.started', 'input.speech.stopped']);
    const done = bench.mark;
    result(bench, id);
    expect(bench.sent(done)).toEqual(['transcript.user', 'reply.started']);
    expect(bench.messages('transcript.user')).toMatchObject([{ text: 'Do it.' }, { text: 'Are you there?' }]);
  });
  it('lets the client fill a hold with a reply, and speech at its very start not abandon it', () => {
    const bench = called(call('h'));
    bench.message({ type: 'reply.create', instructions: 'Say exactly: One moment.' });
    expect(bench.last('think').request.prompt).toMatchObject({ kind: 'instructions' });
    bench.think(say('One moment.')).synthesize().pass(1_000);
    const hosted = new Bench({ tools }, 'hosted').pass(200);
    hosted.hear(1_000, true).hear(500, false).recognize('Do it.').hear(400, false).think(call('h'));
    hosted.pass(700).hear(640, true);
    result(hosted, callId(hosted));
    for (const one of [bench, hosted]) result(one, callId(one));
    hosted.hear(500, false).recognize('').hear(2_000, false);
    for (const one of [bench, hosted]) {
      expect(one.last('think').request.prompt).toMatchObject({ kind: 'results', calls: [{ name: 'h' }] });
    }
  });
  it('answers the calls of each reply on their own', () => {
    const bench = called(call('a'));
    bench.message({ type: 'reply.create', instructions: 'Do b too.' }).think(call('b'));
    result(bench, callId(bench, 1));
    expect(bench.last('think').request.prompt).toMatchObject({ kind: 'results', calls: [{ name: 'b' }] });
    bench.think(say('B.')).synthesize().pass(1_000);
    result(bench, callId(bench, 0));
    expect(bench.last('think').request.prompt).toMatchObject({ kind: 'results', calls: [{ name: 'a' }] });
  });
  it('hands the response instructions that fit the outcome to thinking', () => {
    const response_instructions = { success: 'Say exactly: Fine.', error: 'Ask whether to retry.' };
    const spoken = [tool('r', { response_instructions })];
    for (const is_error of [false, true]) {
      const bench = new Bench({ tools: spoken }).turn('Do it.').think(call('r'));
      bench.message({ type: 'tool.result', call_id: callId(bench), result: '{}', is_error });
      const instructions = is_error ? response_instructions.error : response_instructions.success;
      expect(bench.last('think').request.prompt).toMatchObject({ calls: [{ instructions }] });
    }
  });
  it('never makes a call again that was sent before a noise cut its reply short', () => {
    const bench = new Bench({ tools }, 'hosted').pass(200);
    bench.hear(1_000, true).hear(500, false).recognize('Do it.').hear(400, false).think(call('a'));
    bench.pass(600);
    while (bench.state.reply && bench.state.reply.stage.kind !== 'called') bench.hear(32, true);
    expect(bench.state.reply?.stage.kind).toBe('called');
    while (bench.state.reply) bench.hear(32, true);
    expect(bench.messages('reply.done').at(-1)).toMatchObject({ status: 'interrupted' });
    const from = bench.mark;
    bench.hear(500, false).recognize('').hear(3_000, false);
    expect(bench.messages('transcript.user', from)).toMatchObject([{ text: '' }]);
    expect(bench.effects.slice(from).some(({ type }) => type === 'think')).toBe(false);
    expect(bench.messages('tool.call')).toHaveLength(1);
  });
  it('keeps the hosted rhythm of a call', () => {
    const bench = new Bench({ tools }, 'hosted').pass(200);
    bench.hear(1_000, true).hear(500, false).recognize('Do it.').hear(400, false).think(call('a'));
    const from = bench.mark;
    expect(bench.pass(650).sent(from)).toEqual([]);
    expect(bench.pass(60).sent(from)).toEqual(['tool.call']);
    expect(bench.pass(260).sent(from)).toEqual(['tool.call', 'reply.done']);
  });
});

describe('what clients ask for', () => {
  it('queues a reply behind the open one', () => {
    const bench = new Bench({ greeting: 'One two three.' }).synthesize();
    bench.message({ type: 'reply.create', instructions: 'Say exactly: Four.' });
    expect(bench.messages('reply.started')).toHaveLength(1);
    bench.pass(1_000);
    expect(bench.messages('reply.started')).toHaveLength(2);
  });
  it('cancels the open reply and only that', () => {
    const bench = new Bench({ greeting: 'One two three.' }).synthesize();
    const { id } = bench.state.reply!;
    bench.message({ type: 'reply.cancel', reply_id: 'resp_other' });
    expect(bench.state.reply).not.toBeNull();
    bench.message({ type: 'reply.cancel', reply_id: id });
    expect(bench.messages('reply.done')).toMatchObject([{ reply_id: id, status: 'interrupted' }]);
  });
  it('changes what may change and refuses what may not', () => {
    const bench = new Bench();
    bench.message({ type: 'session.update', session: { system_prompt: 'You are Eve.' } });
    expect(bench.messages('session.updated').at(-1)).toMatchObject({
      config: { system_prompt: 'You are Eve.' },
    });
    bench.message({ type: 'session.update', session: { greeting: 'New.' } });
    expect(bench.messages('session.error')).toMatchObject([{ code: 'immutable_field', param: 'greeting' }]);
    expect(bench.state.config.greeting).toBeNull();
  });
  it('ends once, says how long it was, and does nothing more', () => {
    const bench = new Bench({ greeting: 'One two three.' }).synthesize().pass(2_000);
    bench.message({ type: 'session.end' });
    expect(bench.effects.slice(-2)).toEqual([
      { type: 'send', message: { type: 'session.ended', session_duration_seconds: 2 } },
      { type: 'close', code: 1000, reason: '' },
    ]);
    const from = bench.mark;
    bench.hear(640, true).message({ type: 'session.end' }).pass(5_000);
    expect(bench.effects.slice(from)).toEqual([]);
    expect(nextWake(bench.state)).toBeNull();
  });
  it('expires with an error and close 1008', () => {
    const bench = new Bench().pass(3_600_000);
    expect(bench.messages('session.error')).toMatchObject([{ code: 'session_expired' }]);
    expect(bench.last('close').code).toBe(1008);
  });
  it('falls silent when the socket drops, and goes on where it was when resumed', () => {
    const bench = new Bench({ greeting: 'One two three.' }).synthesize();
    const from = bench.mark;
    bench.send({ type: 'dropped' }).pass(1_000).send({ type: 'resumed', resumeToken: 'token_2' });
    expect(bench.sent(from)).toEqual(['session.ready']);
    bench.turn('Hello again.');
    expect(bench.last('think').request.history.at(-1)).toEqual({ role: 'user', text: 'Hello again.' });
  });
});
