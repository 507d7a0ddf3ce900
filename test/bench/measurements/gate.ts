/** What the gate adds to a call: until a tool begins, until the person is asked, and from the answer to the run. */
import { z } from 'zod';
import { Hands } from '../../../src/main/tools/hands';
import type { HandsWorld } from '../../../src/main/tools/hands-world';
import { defineTool, type Tool, type ToolClass } from '../../../src/main/tools/tool';
import { builtinTools, createToolbox } from '../../../src/main/tools/toolbox';
import type { Measurement } from '../measurement';
import { summarize } from '../statistics';

const CALLS = 5_000;
/** Our share of a call each way (house plan). */
const TARGET_MS = 5;
/** Standing choices that are looked through: more than anybody has. */
const CHOICES = 200;

export const gate: Measurement = {
  name: 'gate',
  needsDesktop: false,
  run: async () => {
    const figures = {
      'call to an unasked run': await measured('own'),
      'call to the question': await measured('reversible'),
      'approval to the run': await approved(),
    };
    const rows = Object.entries(figures).map(([measurement, times]) => {
      const { p50, p99, max } = summarize(times);
      const other = `max ${max.toFixed(2)} ms, ${CALLS} calls`;
      return {
        measurement: `gate: ${measurement}`,
        p50,
        p99,
        other,
        target: `p99 <= ${TARGET_MS} ms`,
        met: p99 <= TARGET_MS,
      };
    });
    return { rows, details: figures };
  },
};

// The tool of the benchmark looks at nothing.
const noWorld = {} as ReturnType<HandsWorld['context']>;

interface Begun {
  at: number;
}

function toolOf(toolClass: ToolClass, begun: Begun): Tool {
  return defineTool({
    name: 'bench_tool',
    description: 'Does nothing.',
    group: 'general',
    class: toolClass,
    parameters: z.object({ item: z.string() }),
    aim: ({ item }) =>
      Promise.resolve({
        ok: true,
        target: item,
        card: { effect: `Opens ${item}.`, question: `Shall I open ${item}?`, risk: null, verbs: ['open'] },
        touches: [`/documents/${item}`],
      }),
    run: () => {
      begun.at = performance.now();
      return Promise.resolve({ ok: true, say: 'Done.', data: {} });
    },
  });
}

/** Hands among all the built-in tools. Each call is a turn of its own, and no two fall into one minute. */
function handsWith(tool: Tool) {
  let turn = 0;
  let ids = 0;
  const choices = new Map<string, 'always'>(
    Array.from({ length: CHOICES }, (_, at) => [`other_${at}`, 'always']),
  );
  const hands = new Hands({
    toolbox: createToolbox([...builtinTools, tool]),
    context: () => noWorld,
    now: () => turn * 60_000,
    steadyNow: () => performance.now(),
    newId: () => String(++ids),
    turnNow: () => turn,
    permits: () => true,
    storedChoice: (name) => choices.get(name) ?? 'ask',
    keepChoice: () => undefined,
    audit: () => undefined,
    otherSound: () => Promise.resolve('quiet'),
    cardsChanged: () => undefined,
    settled: () => undefined,
    progress: () => undefined,
    log: () => undefined,
  });
  return { hands, call: () => hands.call(callOf(++turn)) };
}

const callOf = (at: number) => ({
  key: `call-${at}`,
  name: 'bench_tool',
  args: { item: `item ${at}` },
  conversation: 'bench',
  turn: at,
  taint: 'none' as const,
  heard: 'open it',
  signal: new AbortController().signal,
});

async function measured(toolClass: ToolClass): Promise<number[]> {
  const begun: Begun = { at: 0 };
  const { hands, call } = handsWith(toolOf(toolClass, begun));
  const times: number[] = [];
  for (let at = 0; at < CALLS; at += 1) {
    const from = performance.now();
    const answer = await call();
    times.push((answer.type === 'waiting' ? performance.now() : begun.at) - from);
    hands.dropWaiting();
  }
  return times;
}

async function approved(): Promise<number[]> {
  const begun: Begun = { at: 0 };
  const { hands, call } = handsWith(toolOf('reversible', begun));
  const times: number[] = [];
  for (let at = 0; at < CALLS; at += 1) {
    const answer = await call();
    if (answer.type !== 'waiting') throw new Error('The gate did not ask.');
    const from = performance.now();
    hands.answer(answer.waiting.id, 'once', 'click');
    while (begun.at < from) await new Promise((resolve) => setImmediate(resolve));
    times.push(begun.at - from);
  }
  return times;
}
