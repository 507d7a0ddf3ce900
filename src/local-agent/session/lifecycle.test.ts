import { describe, expect, it } from 'vitest';
import { Bench, call, say, tool } from './bench.fixture';
import { nextWake } from './machine';

const ready = (bench: Bench) => bench.messages('session.ready').at(-1);

describe('being dropped and resumed', () => {
  it('is told again with a new token and a later end, and greets no second time', () => {
    const bench = new Bench({ greeting: 'Hello.' }).synthesize().pass(1_000);
    const before = ready(bench) as { readonly expires_at: number };
    expect(before).toMatchObject({ resume_token: 'token_1' });
    const from = bench.mark;
    bench
      .send({ type: 'dropped' })
      .pass(10_000)
      .send({ type: 'resumed', resumeToken: 'token_2' })
      .pass(1_000);
    expect(bench.sent(from)).toEqual(['session.ready']);
    expect(ready(bench)).toMatchObject({ resume_token: 'token_2', expires_at: before.expires_at + 11 });
  });
  it('never lasts longer than it may', () => {
    const bench = new Bench({}, 'native', {}, { first: 60_000, longest: 60_000 }).pass(50_000);
    bench.send({ type: 'dropped' }).send({ type: 'resumed', resumeToken: '' }).pass(10_000);
    expect(bench.messages('session.error')).toMatchObject([{ code: 'session_expired' }]);
  });
  it('says nothing while nobody is there, whatever comes in', () => {
    const bench = new Bench({ tools: [tool('a', { timeout_seconds: 5 })] }).turn('Do it.').think(call('a'));
    const from = bench.mark;
    bench.send({ type: 'dropped' }).hear(640, true).pass(10_000);
    expect(bench.effects.slice(from)).toEqual([]);
    expect(nextWake(bench.state)).toBe(bench.state.expiresAt);
    bench.send({ type: 'resumed', resumeToken: '' });
    expect(bench.sent(from)).toEqual(['session.ready', 'reply.started']);
    expect(bench.last('think').request.prompt).toMatchObject({ calls: [{ outcome: 'timed-out' }] });
  });
  it('takes results of before the drop after it', () => {
    const bench = new Bench({ tools: [tool('a')] }).turn('Do it.').think(call('a'));
    const [{ call_id }] = bench.messages('tool.call') as unknown as [{ readonly call_id: string }];
    bench.send({ type: 'dropped' }).pass(1_000).send({ type: 'resumed', resumeToken: '' });
    bench.message({ type: 'tool.result', call_id, result: '{}' });
    expect(bench.last('think').request.prompt).toMatchObject({ kind: 'results' });
  });
  it('stops the work that was going on for nobody', () => {
    const bench = new Bench().turn('Hello.');
    const { job } = bench.last('think');
    bench.send({ type: 'dropped' });
    expect(bench.effects.at(-1)).toEqual({ type: 'cancel', job });
  });
});

describe('time', () => {
  it('is over for a session that was never ready, too', () => {
    const bench = new Bench({}, 'hosted', {}, { first: 100, longest: 100 }).pass(1_000);
    expect(bench.messages('session.error')).toMatchObject([{ code: 'session_expired' }]);
    expect(bench.last('close').code).toBe(1008);
  });
  it('ends with the session for every piece of work', () => {
    const bench = new Bench().hear(640, true).hear(192, false);
    const { job } = bench.last('recognize');
    bench.message({ type: 'session.end' });
    expect(bench.effects).toContainEqual({ type: 'cancel', job });
  });
});

describe('bounds', () => {
  it('keeps sixteen replies waiting, the newest two hundred entries, and so many characters', () => {
    const bench = new Bench({ greeting: 'One two three.' });
    for (let i = 0; i < 40; i++) bench.message({ type: 'reply.create', instructions: 'x'.repeat(50_000) });
    expect(bench.state.queue).toHaveLength(16);
    expect(bench.state.queue[0]?.cause).toMatchObject({ prompt: { text: 'x'.repeat(16_000) } });
    for (let i = 0; i < 500; i++)
      bench.message({ type: 'conversation.message', role: 'user', content: String(i) });
    expect(bench.state.history).toHaveLength(200);
    for (let i = 0; i < 50; i++) {
      bench.message({ type: 'conversation.message', role: 'user', content: 'y'.repeat(1_000_000) });
    }
    const kept = bench.state.history.map((item) => (item.role === 'tool' ? 0 : item.text.length));
    expect(kept.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(200_000);
    expect(kept.at(-1)).toBe(16_000);
  });
});

describe('where the sources of the API disagree', () => {
  it('can let reply.create end the open reply', () => {
    const bench = new Bench({ greeting: 'One two three.' }, 'native', {
      replyCreate: 'replace',
    }).synthesize();
    bench.pass(150).message({ type: 'reply.create', instructions: 'Say exactly: Four.' });
    expect(bench.sent().slice(-3)).toEqual(['transcript.agent', 'reply.done', 'reply.started']);
    expect(bench.messages('reply.done')).toMatchObject([{ status: 'interrupted' }]);
  });
  it('can forget conversation.message', () => {
    const bench = new Bench({}, 'native', { context: 'ignored' });
    bench.message({ type: 'conversation.message', role: 'user', content: 'I am Ada.' });
    expect(bench.state.history).toEqual([]);
  });
  it('can name a reply after the call whose result it tells', () => {
    const bench = new Bench({ tools: [tool('a')] }, 'native', { resultReplyIds: 'call' })
      .turn('Do it.')
      .think(call('a'));
    const [{ call_id }] = bench.messages('tool.call') as unknown as [{ readonly call_id: string }];
    bench.message({ type: 'tool.result', call_id, result: '{}' });
    expect(bench.messages('reply.started').at(-1)).toMatchObject({ reply_id: `fc-${call_id}` });
  });
  it('makes the calls of an interrupted pre-amble anew only when nothing was said', () => {
    const bench = new Bench({ tools: [tool('a')], input: { transcription_mode: 'min_latency' } }, 'native', {
      preamble: 'phrase',
    })
      .turn('Do it.')
      .think(call('a'));
    bench.synthesize().pass(50).hear(640, true);
    expect(bench.messages('tool.call')).toEqual([]);
    bench.hear(200, false).recognize('').hear(400, false);
    expect(bench.last('think').request.prompt).toMatchObject({ kind: 'request', text: 'Do it.' });
    bench.think(say('Fine.'));
  });
});
