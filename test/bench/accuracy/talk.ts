/*
 * Holds the dialogues of a set with a thinker and judges every turn on its own: after a mistake the talk goes on as
 * if the turn had been right, so that one mistake is not counted twice.
 */
import {
  emptyMemory,
  type FinishedCall,
  type HistoryItem,
  type Memory,
  type OfferedTool,
  type PlannedCall,
  type Prompt,
  type Thinker,
  type Thought,
} from '../../../src/local-agent/thinking/types';
import { NOW, turnsOf, type AccuracySet, type Dialogue, type ExpectedCall, type Turn } from './cases';
import { sameCalls, sameTools, valuesOf } from './compare';

/** What became of one turn. */
export interface Outcome {
  readonly toolset: string;
  readonly said: string;
  /** What reached the thinker: `said`, or what was heard of it. */
  readonly heard: string;
  /** Null for a sentence that asks for nothing. */
  readonly turn: Turn | null;
  readonly made: readonly PlannedCall[];
  /** What the agent answered and whether that is a question for an argument. */
  readonly answer: string;
  readonly question: Memory['question'];
  readonly rightTool: boolean;
  readonly rightArguments: boolean;
  /** Thinking time of the first thought. */
  readonly milliseconds: number;
}

/** How a sentence reaches the thinker: as it is, or through synthesizer and recognizer. */
export type Hear = (said: string) => Promise<string>;

/** Calls that lead to more calls end here. */
const MOST_ROUNDS = 4;

/** Holds every dialogue of a set, one after the other. */
export async function holdSet(set: AccuracySet, thinker: Thinker, hear: Hear): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { toolset, cases } of set.groups) {
    const tools = offered(set, toolset);
    await thinker.prepare(tools);
    for (const item of cases) {
      outcomes.push(...(await holdDialogue(turnsOf(item), new Talk(thinker, tools), toolset.name, hear)));
    }
  }
  for (const { toolset, said } of set.nothing) {
    const tools = offered(set, toolset);
    await thinker.prepare(tools);
    for (const sentence of said) {
      const talk = new Talk(thinker, tools);
      const heard = await hear(sentence);
      const took = await talk.say(heard, '{"ok":true}');
      const silent = took.made.length === 0;
      outcomes.push({
        ...{ toolset: toolset.name, said: sentence, heard, turn: null, ...took },
        rightTool: silent,
        rightArguments: silent,
      });
    }
  }
  return outcomes;
}

/** The tools of a toolset as this set may offer them. */
export function offered(
  { name }: Pick<AccuracySet, 'name'>,
  { tools, heldOutOnly }: AccuracySet['groups'][number]['toolset'],
): readonly OfferedTool[] {
  return name === 'held-out' ? tools : tools.filter((tool) => !heldOutOnly.includes(tool.name));
}

async function holdDialogue(turns: Dialogue, talk: Talk, toolset: string, hear: Hear): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const turn of turns) {
    const heard = await hear(turn.said);
    const took = await talk.say(heard, turn.result);
    const judged = judge(turn, took, talk.tools);
    if (!judged.rightArguments) await talk.putRight(turn);
    outcomes.push({ toolset, said: turn.said, heard, turn, ...took, ...judged });
  }
  return outcomes;
}

/** Right tool: exactly the expected ones are called, or the question is about the expected one. */
function judge(
  { expected }: Turn,
  { made, question }: Pick<Outcome, 'made' | 'question'>,
  tools: readonly OfferedTool[],
): { readonly rightTool: boolean; readonly rightArguments: boolean } {
  if (expected.kind === 'calls') {
    const rightTool = sameTools(expected.calls, made);
    return { rightTool, rightArguments: rightTool && sameCalls(expected.calls, made, tools) };
  }
  const rightTool = made.length === 0 && question?.tool === expected.tool;
  return { rightTool, rightArguments: rightTool && expected.missing.includes(question?.missing ?? '') };
}

type Took = Pick<Outcome, 'made' | 'answer' | 'question' | 'milliseconds'>;

/** One talk: history and memory as a session keeps them. */
class Talk {
  private history: readonly HistoryItem[] = [];
  private memory: Memory = emptyMemory;
  private before: Memory = emptyMemory;

  constructor(
    private readonly thinker: Thinker,
    readonly tools: readonly OfferedTool[],
  ) {}

  /** Says something and lets every call that follows come back with `result`. */
  async say(text: string, result: string): Promise<Took> {
    this.before = this.memory;
    this.history = [...this.history, { role: 'user', text }];
    const started = performance.now();
    let thought = await this.think({ kind: 'request', text });
    const milliseconds = performance.now() - started;
    const made: PlannedCall[] = [];
    for (let round = 0; thought.kind === 'call' && round < MOST_ROUNDS; round += 1) {
      made.push(...thought.calls);
      thought = await this.comeBack(thought.calls.map((call) => ({ ...call, result, outcome: 'done' })));
    }
    const answer = thought.kind === 'say' ? thought.text : '';
    return { made, answer, question: this.memory.question, milliseconds };
  }

  /** Goes on as if the turn had been right. */
  async putRight({ expected, result }: Turn): Promise<void> {
    if (expected.kind === 'ask') {
      const { tool, known, missing } = expected;
      this.memory = { ...this.before, question: { tool, arguments: known, missing: missing[0]! } };
      return;
    }
    const calls = expected.calls.map(firstChoice);
    this.memory = { ...this.before, question: null, lastCall: calls.at(-1) ?? null };
    await this.comeBack(calls.map((call) => ({ ...call, result, outcome: 'done' })));
  }

  private async comeBack(calls: readonly FinishedCall[]): Promise<Thought> {
    this.history = [...this.history, ...calls.map((call) => ({ role: 'tool', call }) as const)];
    return this.think({ kind: 'results', calls });
  }

  private async think(prompt: Prompt): Promise<Thought> {
    const { tools, history, memory } = this;
    const request = { prompt, systemPrompt: '', greeting: '', tools, history, memory, now: NOW };
    const thought = await this.thinker.think(request, new AbortController().signal);
    this.memory = thought.memory;
    if (thought.kind === 'say') this.history = [...this.history, { role: 'agent', text: thought.text }];
    return thought;
  }
}

/** An expected call with the first value of each argument. */
function firstChoice({ name, arguments: args }: ExpectedCall): PlannedCall {
  const chosen = Object.entries(args).map(([key, value]) => [key, valuesOf(value)[0]!] as const);
  return { name, arguments: Object.fromEntries(chosen) };
}
