import { describe, expect, it } from 'vitest';
import { Bench } from './bench.fixture';

const ANSWER =
  'It is raining in Paris now, the sun comes out in the evening, tomorrow is dry, and the wind is calm. ' +
  'On Monday there are clouds again, with a little rain in the north, and snow on the higher mountains, ' +
  'which stays for a few days, until it gets warmer.';

/** The agent has been speaking this for a while, a word every tenth of a second. */
function talking(text = ANSWER, milliseconds = 1_200): Bench {
  const bench = new Bench({ greeting: text });
  while (bench.state.reply?.stage.kind === 'speaking' && bench.state.reply.stage.job !== null)
    bench.synthesize();
  return bench.pass(milliseconds);
}
const events = (bench: Bench, from: number) => bench.sent(from).filter((type) => type !== 'reply.audio');
/** The newest recognition of this effort gives words of this level. */
const heard = (bench: Bench, text: string, level: number, effort: 'partial' | 'final' = 'final') =>
  bench.send({
    type: 'recognized',
    job: bench.last('recognize', (effect) => effect.effort === effort).job,
    text,
    level,
  });

describe('the own echo of the agent', () => {
  it('is nothing while a reply is heard', () => {
    const bench = talking();
    const from = bench.mark;
    bench.hear(320, true).hear(200, false).recognize('Raining in Paris.').hear(400, false);
    expect(events(bench, from)).toEqual([]);
    expect(bench.state.turn).toBeNull();
  });

  it('does not interrupt, however long it lasts, once its words are known', () => {
    const bench = talking();
    const from = bench.mark;
    bench.hear(360, true).recognize('it is raining', 'partial').hear(600, true);
    bench.recognize('It is raining in Paris now.', 'partial').hear(200, true);
    expect(events(bench, from)).toEqual([]);
    bench.hear(200, false).recognize('It is raining in Paris now, the sun comes out.').hear(300, false);
    expect(bench.messages('reply.done', from)).toEqual([]);
    expect(bench.messages('input.speech.started', from)).toEqual([]);
  });

  it('lets the reply go on where its words were understood only after it had interrupted', () => {
    const bench = talking();
    const from = bench.mark;
    bench.hear(640, true).hear(200, false).recognize('Raining in Paris now, the sun.').hear(300, false);
    expect(bench.messages('reply.done', from)).toMatchObject([{ status: 'interrupted' }]);
    expect(bench.messages('transcript.user', from)).toMatchObject([{ text: '' }]);
    expect(bench.messages('reply.started', from)).toHaveLength(1);
    expect(bench.last('synthesize').text).toMatch(/^(?:tomorrow|the sun|and the wind)/);
  });

  it('is nothing just after the reply', () => {
    const bench = talking('The timer is set for ten minutes.', 900);
    expect(bench.state.reply).toBeNull();
    const from = bench.mark;
    bench.turn('Set for ten minutes.');
    expect(bench.messages('transcript.user', from)).toMatchObject([{ text: '' }]);
    expect(bench.effects.slice(from).some(({ type }) => type === 'think')).toBe(false);
  });

  it('is looked for until half a second after the reply, not longer', () => {
    const bench = talking('The timer is set for ten minutes.', 1_400);
    bench.turn('Ten minutes.');
    expect(bench.messages('transcript.user')).toMatchObject([{ text: 'Ten minutes.' }]);
  });
});

describe('a person who speaks over the agent', () => {
  it('is not swallowed for repeating a word of the answer in a request', () => {
    const bench = talking();
    const from = bench.mark;
    bench.hear(320, true).hear(200, false).recognize('How warm is Paris?').hear(400, false);
    expect(bench.messages('transcript.user', from)).toMatchObject([{ text: 'How warm is Paris?' }]);
    expect(bench.messages('reply.done', from)).toMatchObject([{ status: 'interrupted' }]);
  });

  it('is not swallowed for a stop word that the agent has just said', () => {
    const bench = talking(
      'You can say stop, at any time, and I will be quiet then, for as long as you like.',
      900,
    );
    const from = bench.mark;
    bench.hear(320, true).hear(200, false).recognize('Stop.').hear(400, false);
    expect(bench.messages('transcript.user', from)).toMatchObject([{ text: 'Stop.' }]);
  });

  it('is not swallowed for a word of the answer said as loud as before', () => {
    const bench = talking('Hello.', 2_000).hear(640, true).hear(200, false);
    heard(bench, 'What is the weather?', -20).hear(300, false);
    bench.think({ kind: 'say', text: ANSWER, memory: bench.state.memory });
    while (bench.state.reply?.stage.kind === 'speaking' && bench.state.reply.stage.job !== null)
      bench.synthesize();
    bench.pass(1_200);
    const from = bench.mark;
    bench.hear(320, true).hear(200, false);
    heard(bench, 'Paris.', -34).hear(400, false);
    expect(events(bench, from)).toEqual([]);
    bench.hear(320, true).hear(200, false);
    heard(bench, 'Paris.', -21).hear(400, false);
    expect(bench.messages('transcript.user', from)).toMatchObject([{ text: 'Paris.' }]);
  });

  it('interrupts when more is said than the echo', () => {
    const bench = talking();
    const from = bench.mark;
    bench.hear(360, true).recognize('it is raining', 'partial').hear(640, true);
    expect(events(bench, from)).toEqual([]);
    bench.recognize('It is raining no tell me about London', 'partial').hear(64, true);
    expect(bench.messages('reply.done', from)).toMatchObject([{ status: 'interrupted' }]);
  });

  it('answers a question with its own words', () => {
    const bench = talking('I found two of them. Do you mean the budget, or the travel plan?', 1_250);
    const from = bench.mark;
    bench.turn('The travel plan.');
    expect(bench.messages('transcript.user', from)).toMatchObject([{ text: 'The travel plan.' }]);
  });
});
