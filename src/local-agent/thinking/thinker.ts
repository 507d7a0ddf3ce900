import { fillArguments, VERBS } from './arguments';
import { Chooser } from './choose';
import { answerInstructions } from './instructions';
import { agentNameOf } from './persona';
import { askFor } from './questions';
import { tellResult } from './results';
import { smallTalk, whatICan } from './small-talk';
import type {
  Embed,
  FinishedCall,
  Memory,
  OfferedTool,
  PlannedCall,
  Thinker,
  Thought,
  ThoughtRequest,
} from './types';
import { plainRequest, wordsOf } from './utterance';

/** An open question is dropped when another tool fits what was said this well. */
const CHANGES_SUBJECT = 0.7;

/**
 * Thinks without a language model: small talk by pattern, tools by likeness of meaning and words, arguments by
 * schema. What fits nothing is answered honestly.
 */
export class IntentRouter implements Thinker {
  private readonly chooser: Chooser;

  constructor(embed: Embed | null) {
    this.chooser = new Chooser(embed);
  }

  async prepare(tools: readonly OfferedTool[]): Promise<void> {
    await this.chooser.prepare(tools);
  }

  async think(request: ThoughtRequest, signal: AbortSignal): Promise<Thought> {
    const { prompt, memory } = request;
    switch (prompt.kind) {
      case 'results':
        return tellResults(prompt.calls, memory);
      case 'request':
        return this.answer(prompt.text, request, signal);
      case 'instructions': {
        const answer = answerInstructions(prompt.text, request);
        return answer.kind === 'say' ? say(answer.text, memory) : this.answer(answer.text, request, signal);
      }
    }
  }

  private async answer(text: string, request: ThoughtRequest, signal: AbortSignal): Promise<Thought> {
    const { tools, memory, systemPrompt, greeting, now } = request;
    const agentName = agentNameOf(systemPrompt);
    const plain = plainRequest(text, agentName);
    const context = { now, items: memory.items };
    if (memory.question) {
      const answered = await this.answerQuestion(plain, request, signal);
      if (answered) return answered;
    }
    const talk =
      smallTalk(text, { agentName, greeting, tools, memory }) ??
      smallTalk(plain, { agentName, greeting, tools, memory });
    if (talk === '') return { kind: 'silent', memory: { ...memory, question: null } };
    if (talk !== null) return say(talk, { ...memory, question: null });
    const followed = followUp(text.trim(), request);
    if (followed) return followed;
    const parts = await this.callsFor(requestsIn(plain), tools, context, signal);
    if (parts)
      return {
        kind: 'call',
        calls: parts,
        memory: { ...memory, question: null, lastCall: parts.at(-1) ?? null },
      };
    const [best] = await this.chooser.choose(plain, tools, context, signal);
    if (!best) return say(cannot(plain, tools), { ...memory, question: null });
    return planOrAsk(best.tool, best.filled.arguments, best.filled.missing, memory);
  }

  /** Several requests in one sentence, if every part is complete for itself. */
  private async callsFor(
    parts: readonly string[],
    tools: readonly OfferedTool[],
    context: { readonly now: Date; readonly items: readonly string[] },
    signal: AbortSignal,
  ): Promise<readonly PlannedCall[] | null> {
    if (parts.length < 2) return null;
    const calls: PlannedCall[] = [];
    for (const part of parts) {
      const [best] = await this.chooser.choose(part, tools, context, signal);
      if (!best || best.filled.missing) return null;
      calls.push({ name: best.tool.name, arguments: best.filled.arguments });
    }
    return calls;
  }

  /** Takes what was said as the answer to the open question; null when it is something else. */
  private async answerQuestion(
    plain: string,
    request: ThoughtRequest,
    signal: AbortSignal,
  ): Promise<Thought | null> {
    const { tools, memory, now } = request;
    const question = memory.question;
    const tool = tools.find(({ name }) => name === question?.tool);
    if (!question || !tool) return null;
    if (smallTalk(plain, { agentName: '', greeting: '', tools, memory }) !== null) return null;
    const [best] = await this.chooser.choose(plain, tools, { now, items: memory.items }, signal);
    if (best && best.tool.name !== tool.name && best.score >= CHANGES_SUBJECT) return null;
    const filled = fillArguments(tool, plain, { now, items: memory.items });
    const bare = bareAnswer(plain);
    const value =
      filled.arguments[question.missing] ?? (isTextParameter(tool, question.missing) ? bare : undefined);
    if (value === undefined || value === '') {
      return say("Sorry, I didn't get that. Say it once more, or say never mind.", memory);
    }
    const args = { ...filled.arguments, ...question.arguments, [question.missing]: value };
    const complete = fillArguments({ ...tool }, '', { now, items: [] });
    const parameters = Object.keys(args);
    const missing = complete.missing && !parameters.includes(complete.missing.name) ? complete.missing : null;
    return planOrAsk(tool, args, missing, memory);
  }
}

function planOrAsk(
  tool: OfferedTool,
  args: PlannedCall['arguments'],
  missing: ReturnType<typeof fillArguments>['missing'],
  memory: Memory,
): Thought {
  if (missing) {
    const question = { tool: tool.name, arguments: args, missing: missing.name };
    return say(askFor(missing), { ...memory, question });
  }
  const call = { name: tool.name, arguments: args };
  return { kind: 'call', calls: [call], memory: { ...memory, question: null, lastCall: call } };
}

/** "Do that again", "and in Paris?", "no, I meant Rome": the last tool once more. */
function followUp(said: string, { memory, tools, now }: ThoughtRequest): Thought | null {
  const last = memory.lastCall;
  const tool = tools.find(({ name }) => name === last?.name);
  if (!last || !tool) return null;
  if (
    /^(?:do (?:that|it)(?: again)?|once more|again|one more time|try again|repeat that)[.!?]?$/i.test(said)
  ) {
    return { kind: 'call', calls: [last], memory };
  }
  const more =
    /^(?:and|what about|how about|no,?|i meant|i said|rather|or|not that,?)\b[\s,]*(?:i (?:meant|said|want)\b\s*)?(?:rather\b\s*)?(.+)$/i.exec(
      said,
    );
  const rest = more?.[1];
  if (rest === undefined || wordsOf(rest).length > 6) return null;
  // "And open the budget" is a request of its own.
  const first = wordsOf(rest)[0]?.lower ?? '';
  if (VERBS.test(first) || /^(?:what|who|when|where|why|how|which|is|are|do|does|can)$/.test(first))
    return null;
  const filled = fillArguments(tool, rest, { now, items: memory.items });
  if (filled.said === 0) return null;
  const call = { name: tool.name, arguments: { ...last.arguments, ...filled.arguments } };
  return { kind: 'call', calls: [call], memory: { ...memory, question: null, lastCall: call } };
}

/** Parts joined by "and", "then", "and then" that may be requests of their own. */
function requestsIn(plain: string): readonly string[] {
  return plain
    .split(/(?:,\s*|\s+)(?:and then|and also|and|then)\s+|[.!?]\s+(?=\p{Lu})/u)
    .map((part) => part.trim())
    .filter(Boolean);
}

function bareAnswer(text: string): string {
  return text
    .replace(
      /^(?:it'?s|it is|that'?s|the one (?:called|named)|(?:it'?s )?called|named|in|for|to|about|the|my|say|i mean|i meant)\s+/i,
      '',
    )
    .replace(/^(?:the|my)\s+/i, '')
    .replace(/[.!?]+$/, '')
    .trim();
}

function isTextParameter(tool: OfferedTool, name: string): boolean {
  const properties = tool.parameters.properties;
  if (typeof properties !== 'object' || properties === null) return false;
  const schema: unknown = Reflect.get(properties, name);
  if (typeof schema !== 'object' || schema === null) return true;
  const type: unknown = Reflect.get(schema, 'type');
  return (type === undefined || type === 'string') && Reflect.get(schema, 'enum') === undefined;
}

function tellResults(calls: readonly FinishedCall[], memory: Memory): Thought {
  const told = calls.map(tellResult);
  const items = told.flatMap((one) => one.items);
  return say(told.map(({ text }) => text).join(' '), {
    ...memory,
    items: items.length > 0 ? items : memory.items,
  });
}

function cannot(plain: string, tools: readonly OfferedTool[]): string {
  const asked = /^(?:what|who|when|where|why|how|which|is|are|can|could|do|does|did|tell|will)\b/i.test(
    plain,
  );
  if (tools.length === 0) return asked ? "I can't answer that." : "I can't do that. I was given no tools.";
  const offer = tools.length <= 4 ? whatICan(tools) : 'Ask me what I can do to hear more.';
  return asked ? `I don't know that. ${offer}` : `I can't do that. ${offer}`;
}

function say(text: string, memory: Memory): Thought {
  return { kind: 'say', text, memory: { ...memory, lastSaid: text } };
}
