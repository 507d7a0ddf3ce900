/*
 * Requests over everything that Parley itself can do, held as a session holds them: ten tools are offered, the way to
 * the others is `find_tools`, which really runs. No other tool runs.
 */
import { commandTools } from '../../../../src/main/commands/command-tools';
import { findTools } from '../../../../src/main/tools/offer/find-tools';
import { FINDER, offeredTools, permittedTools } from '../../../../src/main/tools/offer/offered-tools';
import type { Tool } from '../../../../src/main/tools/tool';
import { callTool, worldOf } from '../../../../src/main/tools/tool.fixture';
import { builtinTools, createToolbox, definitionOf } from '../../../../src/main/tools/toolbox';
import {
  emptyMemory,
  type HistoryItem,
  type OfferedTool,
  type PlannedCall,
  type Prompt,
  type Thinker,
  type Thought,
} from '../../../../src/local-agent/thinking/types';
import type { Command } from '../../../../src/shared/settings/commands';
import { NOW, type Turn } from '../cases';
import { sameCalls, sameTools } from '../compare';
import { inSameWords } from './same-meaning';

/** Requests of which each asks for one tool, and sentences that ask for none. */
export interface ToolboxSet {
  readonly name: 'development' | 'held-out';
  readonly requests: readonly Turn[];
  readonly nothing: readonly string[];
}

/** What became of one sentence. */
export interface ToolboxOutcome {
  readonly said: string;
  /** Null for a sentence that asks for nothing. */
  readonly turn: Turn | null;
  /** The first calls besides those of `find_tools`. */
  readonly made: readonly PlannedCall[];
  /** Whether further tools were looked for. */
  readonly looked: boolean;
  /** What was answered instead of a call, and for which tool something was asked. */
  readonly answer: string;
  readonly asked: string | null;
  readonly rightTool: boolean;
  readonly rightArguments: boolean;
  /** A wrong call of a tool that changes something: it runs unasked, or the person is asked first. */
  readonly harm: 'acts' | 'asks' | null;
}

const command = (id: string, name: string, when: string, parts: Partial<Command> = {}): Command => ({
  ...{ id, name, when, program: '/usr/bin/true', arguments: [], parameters: [], folder: 'home' },
  ...{ seconds: 30, class: 'reversible', tellsOutput: false },
  ...parts,
});

const COMMANDS: readonly Command[] = [
  command('1', 'Back up photos', 'asks to back up the photos'),
  command('2', 'Publish the blog', 'wants the blog to be published', { class: 'outward' }),
  command('3', 'Print labels', 'asks for address labels', {
    arguments: ['{how_many}'],
    parameters: [{ name: 'how_many', type: 'number', description: 'How many labels', choices: [] }],
  }),
];

/** Every tool of Parley, and three commands of a person. */
export const wholeToolbox: readonly Tool[] = createToolbox(builtinTools, [
  commandTools(() => ({ commands: [...COMMANDS], grants: [] })),
]).tools();

/** Looking for tools ends here. */
const MOST_ROUNDS = 4;

/** Holds every request of a set, each in a talk of its own. */
export async function holdToolbox(
  set: ToolboxSet,
  thinker: Thinker,
  systemPrompt: (tools: readonly OfferedTool[]) => string = () => '',
): Promise<readonly ToolboxOutcome[]> {
  const outcomes: ToolboxOutcome[] = [];
  for (const turn of set.requests)
    outcomes.push(judged(turn.said, turn, await first(turn.said, thinker, systemPrompt)));
  for (const said of set.nothing) outcomes.push(judged(said, null, await first(said, thinker, systemPrompt)));
  return outcomes;
}

type First = Pick<ToolboxOutcome, 'made' | 'looked' | 'answer' | 'asked'>;

/** What is called or said first. */
async function first(
  said: string,
  thinker: Thinker,
  systemPrompt: (tools: readonly OfferedTool[]) => string,
): Promise<First> {
  let tools = offeredNow([], [], true);
  let history: readonly HistoryItem[] = [{ role: 'user', text: said }];
  const think = (prompt: Prompt, memory: Thought['memory']) =>
    thinker.think(
      { prompt, systemPrompt: systemPrompt(tools), greeting: '', tools, history, memory, now: NOW },
      new AbortController().signal,
    );
  let thought = await think({ kind: 'request', text: said }, emptyMemory);
  let looked = false;
  for (let round = 0; round < MOST_ROUNDS && thought.kind === 'call'; round++) {
    const { calls } = thought;
    if (!calls.every(({ name }) => name === FINDER)) break;
    looked = true;
    const context = worldOf({ findTools: (words) => findTools(words, permittedTools(wholeToolbox, null)) });
    const results = await Promise.all(
      calls.map(async (call) => ({
        call,
        result: await callTool(wholeToolbox, FINDER, call.arguments, context),
      })),
    );
    const found = results.flatMap(({ result }) => (result.ok ? (result.offers ?? []) : []));
    tools = offeredNow(found, [said], true);
    const finished = results.map(({ call, result }) => ({
      ...call,
      result: JSON.stringify(result.ok ? { ok: true, say: result.say, data: result.data } : result),
      outcome: result.ok ? ('done' as const) : ('failed' as const),
    }));
    history = [...history, ...finished.map((call) => ({ role: 'tool', call }) as const)];
    thought = await think({ kind: 'results', calls: finished }, thought.memory);
  }
  return {
    made: thought.kind === 'call' ? thought.calls : [],
    looked,
    answer: thought.kind === 'say' ? thought.text : '',
    asked: thought.memory.question?.tool ?? null,
  };
}

/** The tools that a session is offered, with the finder if that is wanted. */
export function offeredNow(
  found: readonly string[],
  recent: readonly string[],
  withFinder = false,
): readonly OfferedTool[] {
  return offeredTools({ all: wholeToolbox, allowed: null, found, recent })
    .filter(({ name }) => withFinder || name !== FINDER)
    .map((tool) => {
      const { name, description = '', parameters = {} } = definitionOf(tool);
      return { name, description, parameters };
    });
}

function judged(said: string, turn: Turn | null, got: First): ToolboxOutcome {
  const expected = turn?.expected.kind === 'calls' ? turn.expected.calls : [];
  const rightTool = sameTools(expected, got.made);
  const wanted = expected.map(({ name }) => name);
  const definitions = wholeToolbox.map(({ name, description, parameters }) => ({
    name,
    description,
    parameters,
  }));
  return {
    ...{ said, turn, ...got, rightTool },
    rightArguments:
      rightTool &&
      sameCalls(inSameWords(expected, got.made), got.made, definitions as readonly OfferedTool[]),
    harm: harmOf(got.made.map(({ name }) => name).filter((name) => !wanted.includes(name))),
  };
}

function harmOf(names: readonly string[]): ToolboxOutcome['harm'] {
  const classes = wholeToolbox.filter(({ name }) => names.includes(name)).map((tool) => tool.class);
  if (classes.includes('own')) return 'acts';
  return classes.some((one) => one !== 'read') ? 'asks' : null;
}
