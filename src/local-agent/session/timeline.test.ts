import { describe, expect, it } from 'vitest';
import { Bench, call, say, tool } from './bench.fixture';
import { Timeline } from './timeline';

/** What the timeline says after this talk. */
function written(talk: (bench: Bench) => void, session = {}) {
  const bench = new Bench(session);
  const timeline = new Timeline(bench.state.startedAt);
  timeline.observe(null, null, bench.effects, bench.now);
  bench.watch = (before, event, effects) => timeline.observe(before, event, effects, bench.now);
  talk(bench);
  return timeline.document(bench.state.id, { reason: 'client_end', endedAt: bench.now }) as {
    readonly turns?: readonly Record<string, unknown>[];
  };
}

describe('the timeline', () => {
  it('writes down a greeting, a turn and what was said', () => {
    const { turns, ...rest } = written(
      (bench) =>
        bench.synthesize().pass(1_000).turn('What time is it?').think(say('Noon.')).synthesize().pass(500),
      { greeting: 'Hello.' },
    );
    expect(turns).toMatchObject([
      {
        turn_id: 'turn_1',
        trigger: 'greeting',
        status: 'completed',
        agent_text: 'Hello.',
        time_to_first_audio_ms: 0,
      },
      {
        turn_id: 'turn_2',
        trigger: 'user_speech',
        user_transcript: 'What time is it?',
        user_speech_started_at_ms: expect.any(Number),
        agent_text: 'Noon.',
        status: 'completed',
      },
    ]);
    expect(rest).toMatchObject({
      session_id: 'sess_1',
      started_at_unix_ms: 1_000_000,
      ended: { reason: 'client_end', public_reason: 'client_end' },
    });
    expect(JSON.stringify(turns)).not.toMatch(/null|\[\]/);
  });
  it('writes down calls: their results, those made together, and those that timed out', () => {
    const tools = [tool('a'), tool('b', { timeout_seconds: 5 })];
    const { turns } = written(
      (bench) => {
        bench
          .turn('Do it.')
          .think({ ...call('a'), calls: [call('a'), call('b')].flatMap((one) => one.calls) });
        const [{ call_id }] = bench.messages('tool.call') as unknown as [{ readonly call_id: string }];
        bench.pass(300).message({ type: 'tool.result', call_id, result: '{}' });
        bench.pass(5_000).think(say('One of two.')).synthesize().pass(1_000);
      },
      { tools },
    );
    const [first] = (turns?.[0]?.tool_calls ?? []) as readonly { readonly call_id: string }[];
    expect(turns).toMatchObject([
      {
        trigger: 'user_speech',
        tool_calls: [
          { name: 'a', result: '{}', is_error: false, duration_ms: 300 },
          { name: 'b', is_error: true, timed_out: true, parallel_call_id: first?.call_id },
        ],
      },
      { trigger: 'tool_result', agent_text: 'One of two.' },
    ]);
  });
  it('writes down instructions, interruptions and changes', () => {
    const { turns, ...rest } = written((bench) => {
      bench.message({ type: 'session.update', session: { system_prompt: 'You are Eve.' } });
      bench.message({ type: 'reply.create', instructions: 'Say something long.' });
      bench
        .think(say('word '.repeat(30)))
        .synthesize()
        .pass(500)
        .hear(640, true);
    });
    expect(turns).toMatchObject([
      {
        trigger: 'reply_create',
        requested_instructions: 'Say something long.',
        status: 'interrupted',
        interrupted_at_ms: expect.any(Number),
      },
    ]);
    expect(rest).toMatchObject({ config_changes: [{ at_ms: 0, config: { system_prompt: 'You are Eve.' } }] });
  });
  it('keeps words that got no reply as a turn of their own', () => {
    const { turns } = written((bench) => bench.turn('Do it.').think(call('h')).turn('And this.'), {
      tools: [tool('h', { execution_mode: 'hold' })],
    });
    expect(turns).toHaveLength(1);
  });
});
