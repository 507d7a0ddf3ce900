import { describe, expect, it } from 'vitest';
import { Bench, call, say, tool } from './bench.fixture';

const asked = () => new Bench({ tools: [tool('a')] }).turn('How is it?');
const synthesized = (bench: Bench) =>
  bench.effects.flatMap((effect) => (effect.type === 'synthesize' ? [effect.text] : []));
const transcripts = (bench: Bench) => bench.messages('transcript.agent');
const cancelled = (bench: Bench) =>
  bench.effects.flatMap((effect) => (effect.type === 'cancel' ? [effect.job] : []));

describe('a thought that comes in parts', () => {
  it('is spoken from its first clause on', () => {
    const bench = asked().part('The sun is out,');
    expect(synthesized(bench)).toEqual(['The sun is out,']);
    expect(bench.synthesize().sent()).toContain('reply.audio');
  });
  it('is spoken clause by clause as they come, and each once', () => {
    const bench = asked().part('The sun is out,').part('and it is warm.').synthesize().synthesize();
    bench.part('Take a hat.').synthesize().think(say('The sun is out, and it is warm. Take a hat. Bye now.'));
    bench.synthesize();
    expect(synthesized(bench)).toEqual(['The sun is out,', 'and it is warm.', 'Take a hat.', 'Bye now.']);
  });
  it('has one transcript, with word times counted from the first sample', () => {
    const bench = asked().part('The sun is out,').synthesize().part('and it is warm.').synthesize();
    bench.think(say('The sun is out, and it is warm.')).pass(2_000);
    expect(transcripts(bench)).toMatchObject([
      { text: 'The sun is out, and it is warm.', interrupted: false },
    ]);
    const deltas = bench.messages('transcript.agent.delta') as readonly {
      readonly delta: string;
      readonly start_ms: number;
    }[];
    expect(deltas.map(({ delta }) => delta.trim()).join(' ')).toBe('The sun is out, and it is warm.');
    expect(deltas.map(({ start_ms: at }) => at)).toEqual([0, 100, 200, 300, 400, 500, 600, 700]);
    expect(bench.messages('reply.done')).toMatchObject([{ status: 'completed' }]);
  });
  it('keeps the reply open while the next clause is awaited, however long', () => {
    const bench = asked().part('The sun is out,').synthesize().pass(20_000);
    expect(bench.messages('reply.done')).toEqual([]);
    const from = bench.mark;
    bench.part('and it is warm.').synthesize();
    expect(bench.sent(from)).toContain('reply.audio');
    bench.think(say('The sun is out, and it is warm.')).pass(1_000);
    expect(bench.messages('reply.done')).toMatchObject([{ status: 'completed' }]);
  });
  it('is given up when the person speaks: what was heard is told, thinking and voice are cancelled', () => {
    const bench = asked().part('The sun is out,').synthesize().part('and it is warm.');
    const thinking = bench.last('think').job;
    const voice = bench.last('synthesize').job;
    bench.pass(250).message({ type: 'reply.cancel', reply_id: bench.state.reply!.id });
    expect(transcripts(bench)).toMatchObject([{ text: 'The sun', interrupted: true }]);
    expect(cancelled(bench)).toEqual(expect.arrayContaining([thinking, voice]));
    const from = bench.mark;
    bench.send({ type: 'thought-part', job: thinking, text: 'Too late.' });
    bench.send({ type: 'thought', job: thinking, thought: say('Too late.') });
    expect(bench.effects.slice(from)).toEqual([]);
  });
  it('is given up at the end of the session', () => {
    const bench = asked().part('The sun is out,').synthesize();
    const thinking = bench.last('think').job;
    expect(cancelled(bench.message({ type: 'session.end' }))).toContain(thinking);
  });
  it('makes its calls after what was said before them', () => {
    const bench = asked().part('Let me look.').think(call('a'));
    expect(bench.messages('tool.call')).toEqual([]);
    bench.synthesize().pass(1_000);
    expect(
      bench
        .sent()
        .filter((type) => !type.includes('delta'))
        .slice(-3),
    ).toEqual(['transcript.agent', 'tool.call', 'reply.done']);
    expect(transcripts(bench)).toMatchObject([{ text: 'Let me look.' }]);
  });
  it('ends with what was said when the rest of it fails', () => {
    const bench = asked().part('The sun is out,').synthesize();
    bench.send({ type: 'thought', job: bench.last('think').job, thought: null }).pass(2_000);
    expect(transcripts(bench)).toMatchObject([{ text: 'The sun is out,', interrupted: false }]);
    expect(bench.messages('reply.done')).toMatchObject([{ status: 'completed' }]);
  });
});

it('remembers what was typed as the person’s words, and other instructions not', () => {
  const bench = new Bench();
  bench.message({ type: 'reply.create', instructions: 'The user typed: "How is it?" Answer it.' });
  bench.pass(100).think(say('Fine.')).synthesize().pass(1_000);
  bench.message({ type: 'reply.create', instructions: 'Tell a joke.' }).pass(100);
  expect(bench.last('think').request.history).toEqual([
    { role: 'user', text: 'How is it?' },
    { role: 'agent', text: 'Fine.' },
  ]);
});
