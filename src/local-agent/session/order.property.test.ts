import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Bench, call, say, tool } from './bench.fixture';

type Act = (bench: Bench) => unknown;

/** Does something only where it makes sense; an answer nobody waits for is sent all the same, late. */
const quietly =
  (act: Act): Act =>
  (bench) => {
    try {
      act(bench);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('No '))) throw error;
    }
  };

const acts: readonly (readonly [string, Act])[] = [
  ['speech', (bench) => bench.hear(320, true)],
  ['silence', (bench) => bench.hear(320, false)],
  ['long silence', (bench) => bench.hear(1_600, false)],
  ['wait', (bench) => bench.pass(700)],
  ['words', quietly((bench) => bench.recognize('Do it.'))],
  ['no words', quietly((bench) => bench.recognize(''))],
  ['hanging words', quietly((bench) => bench.recognize('Open the.'))],
  [
    'failed words',
    quietly((bench) => bench.send({ type: 'recognized', job: bench.last('recognize').job, text: null })),
  ],
  ['partial', quietly((bench) => bench.recognize('do', 'partial'))],
  ['answer', quietly((bench) => bench.think(say('One two three four five. Six.')))],
  ['part', quietly((bench) => bench.part('One two three,'))],
  ['call', quietly((bench) => bench.think(call('a')))],
  ['hold', quietly((bench) => bench.think(call('h')))],
  [
    'nothing',
    quietly((bench) => bench.send({ type: 'thought', job: bench.last('think').job, thought: null })),
  ],
  ['voice', quietly((bench) => bench.synthesize())],
  ['create', (bench) => bench.message({ type: 'reply.create', instructions: 'Say exactly: Hi.' })],
  ['cancel', (bench) => bench.message({ type: 'reply.cancel', reply_id: bench.state.reply?.id ?? 'none' })],
  [
    'result',
    (bench) =>
      bench.message({ type: 'tool.result', call_id: bench.state.calls[0]?.id ?? 'none', result: '{}' }),
  ],
  ['late', (bench) => bench.pass(130_000)],
  ['drop', (bench) => bench.send({ type: 'dropped' }).pass(700).send({ type: 'resumed', resumeToken: '' })],
];

/** Every way to behave that the sources of the API leave open. */
const behaviours = fc.record(
  {
    replyCreate: fc.constantFrom('queue' as const, 'replace' as const),
    speechStarted: fc.constantFrom('first' as const, 'between' as const, 'last' as const),
    preamble: fc.constantFrom('none' as const, 'silence' as const, 'phrase' as const),
    leadingSilenceMs: fc.constantFrom(0, 300),
    bargeInAfterCallMs: fc.constantFrom(null, 200),
  },
  { requiredKeys: [] },
);
const timings = fc.constantFrom('native' as const, 'hosted' as const);

const script = fc.array(fc.constantFrom(...acts), { maxLength: 60 });

it('keeps the ordering rules of the API whatever happens in whatever order', () => {
  fc.assert(
    fc.property(script, timings, behaviours, (steps, timing, behaviour) => {
      const bench = new Bench(
        { greeting: 'Hello.', tools: [tool('a'), tool('h', { execution_mode: 'hold' })] },
        timing,
        behaviour,
      );
      for (const [, act] of steps) act(bench);
      let open: string | null = null;
      let transcribed = false;
      let speaking = false;
      for (const effect of bench.effects) {
        if (effect.type === 'audio')
          expect({ open, transcribed }).toEqual({ open: effect.replyId, transcribed: false });
        if (effect.type !== 'send') continue;
        const { message } = effect;
        switch (message.type) {
          case 'session.ready':
            // Another socket: what was going on for the one before is over.
            open = null;
            speaking = false;
            break;
          case 'reply.started':
            expect(open).toBeNull();
            open = message.reply_id;
            transcribed = false;
            break;
          case 'transcript.agent':
            expect({ id: message.reply_id, transcribed }).toEqual({ id: open, transcribed: false });
            transcribed = true;
            break;
          case 'transcript.agent.delta':
            expect({ id: message.reply_id, transcribed }).toEqual({ id: open, transcribed: false });
            break;
          case 'reply.done':
            expect(message.reply_id).toBe(open);
            open = null;
            break;
          case 'tool.call':
            expect(open).not.toBeNull();
            break;
          case 'input.speech.started':
            expect(speaking).toBe(false);
            speaking = true;
            break;
          case 'input.speech.stopped':
            expect(speaking).toBe(true);
            speaking = false;
            break;
          default:
            break;
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('always comes to rest: left alone in silence, no reply stays open and no turn unanswered', () => {
  fc.assert(
    fc.property(script, behaviours, (steps, behaviour) => {
      const tools = [tool('a'), tool('h', { execution_mode: 'hold' })];
      const bench = new Bench({ tools }, 'native', behaviour);
      for (const [, act] of steps) act(bench);
      for (let i = 0; i < 200 && (bench.state.reply ?? bench.state.turn ?? bench.state.queue[0]); i++) {
        bench.hear(1_600, false);
        quietly((one) => one.recognize('Hello.'))(bench);
        quietly((one) => one.think(say('Well.')))(bench);
        quietly((one) => one.synthesize())(bench);
      }
      expect({ reply: bench.state.reply, turn: bench.state.turn, queue: bench.state.queue }).toEqual({
        reply: null,
        turn: null,
        queue: [],
      });
    }),
    { numRuns: 100 },
  );
});
