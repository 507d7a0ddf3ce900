import type { FillingContext } from './arguments/filling';
import type { Parameter } from './arguments/parameters';
import { Chooser, type Choice, type PlainRequest } from './choosing/choose';
import { answersApproval, approvalQuestion } from './dialogue/approval';
import { takeAnswer } from './dialogue/asking';
import { finderAmong, findingCall, foundIn, isFinder } from './dialogue/finding';
import { followUp } from './dialogue/follow-up';
import {
  alone,
  asksByItself,
  isTold,
  LEADS_IN,
  MOST_PARTS,
  oneForEach,
  oneMore,
  planned,
  SAME_THING,
  togetherWith,
} from './dialogue/parts';
import { answerInstructions } from './instructions';
import { agentNameOf } from './persona';
import { clearSpeech, plainly } from './politeness';
import { askFor } from './questions';
import { partsOf, plainRequestOf } from './requests';
import { tellResult } from './results';
import { smallTalk, whatICan } from './small-talk';
import { addressesOthers, speechAct } from './speech-act';
import { tokens } from '../../shared/vocabulary/words';
import {
  emptyMemory,
  type Arguments,
  type Embed,
  type FinishedCall,
  type Memory,
  type OfferedTool,
  type PlannedCall,
  type Thinker,
  type Thought,
  type ThoughtRequest,
} from './types';

/** An open question is dropped when another tool fits what was said this well. */
const CHANGES_SUBJECT = 3;
/** A tool that fits this well, with every word accounted for, is taken without looking for a better one. */
const SURE = 5.5;
/** What is thought about for practice, and among how many tools. */
const PRACTICE = 'What time is it in Paris?';
const PRACTISED = 10;

/**
 * Thinks without a language model: small talk by pattern, tools by likeness of meaning and words, arguments by
 * schema. What fits nothing is answered honestly.
 */
export class IntentRouter implements Thinker {
  private readonly chooser: Chooser;

  /** @param embed null when only words shall count. */
  constructor(embed: Embed | null) {
    this.chooser = new Chooser(embed);
  }

  async prepare(tools: readonly OfferedTool[]): Promise<void> {
    await this.chooser.prepare(tools);
  }

  /**
   * Gets to know tools that may be offered later, and thinks for practice: new tools and the first request then take no
   * longer than others. Never rejects.
   */
  async acquaint(tools: readonly OfferedTool[], now: Date): Promise<void> {
    const { signal } = new AbortController();
    await this.chooser.acquaint(tools, signal);
    const known = { systemPrompt: '', greeting: '', history: [], memory: emptyMemory, now };
    const prompt = { kind: 'request', text: PRACTICE } as const;
    await this.think({ ...known, prompt, tools: tools.slice(0, PRACTISED) }, signal);
  }

  async think(request: ThoughtRequest, signal: AbortSignal): Promise<Thought> {
    const { prompt, memory } = request;
    switch (prompt.kind) {
      case 'results':
        return memory.finding && prompt.calls.some(({ name }) => isFinder(name))
          ? this.chooseAnew(memory.finding, prompt.calls, request, signal)
          : tellResults(prompt.calls, memory);
      case 'request':
        return this.answer(prompt.text, request, signal);
      case 'instructions': {
        const answer = answerInstructions(prompt.text, request);
        return answer.kind === 'say'
          ? say(answer.text, { ...memory, approval: null })
          : this.answer(answer.text, request, signal);
      }
    }
  }

  private async answer(text: string, request: ThoughtRequest, signal: AbortSignal): Promise<Thought> {
    const { memory, systemPrompt, greeting } = request;
    const tools = finderAmong(request.tools).others;
    const agentName = agentNameOf(systemPrompt);
    const clear = clearSpeech(text, agentName);
    const plain = plainly(clear);
    const context = contextOf(request);
    const settled = { ...memory, question: null, approval: null, finding: null };
    if (memory.question) {
      const answered = await this.answerQuestion(clear, { ...request, tools }, context, signal);
      if (answered) return answered;
    }
    const talk =
      smallTalk(text, { agentName, greeting, tools, memory }) ??
      smallTalk(plain, { agentName, greeting, tools, memory });
    if (talk === '' || addressesOthers(text)) return { kind: 'silent', memory: settled };
    // Whether that approves is for the client to judge; it tells what became of it.
    if (memory.approval && [text, clear].some((said) => answersApproval(said, memory.approval ?? '')))
      return say('All right.', settled);
    if (talk !== null) return say(talk, settled);
    const followed = followUp(clear, memory, tools, context);
    if (followed?.kind === 'call') return call([followed.call], settled);
    const offered = followed
      ? request.tools.filter(({ name }) => name !== memory.lastCall?.name)
      : request.tools;
    return this.carryOut(
      followed?.text ?? clear,
      { ...request, tools: offered, memory: settled },
      context,
      signal,
    );
  }

  /** Further tools have come, or none: the request they were looked for is taken up again, with what is offered now. */
  private chooseAnew(
    text: string,
    calls: readonly FinishedCall[],
    request: ThoughtRequest,
    signal: AbortSignal,
  ): Promise<Thought> {
    const tools = finderAmong(request.tools).others;
    const memory = { ...request.memory, finding: null };
    const found = foundIn(calls, tools);
    return this.carryOut(text, { ...request, tools, memory }, contextOf(request), signal, found);
  }

  private async carryOut(
    clear: string,
    { tools: offered, memory }: ThoughtRequest,
    context: FillingContext,
    signal: AbortSignal,
    found?: PlainRequest['found'],
  ): Promise<Thought> {
    const { others: tools, finder } = finderAmong(offered);
    const asked = { ...pointingAt(plainRequestOf(clear), memory), ...(found && { found }) };
    const unmet = finder ? await this.unmet(asked, tools, context, signal) : [];
    const looking = unmet.flatMap((words) => (finder && findingCall(finder, words)) ?? []);
    if (looking.length > 0) return { kind: 'call', calls: looking, memory: { ...memory, finding: clear } };
    const several = await this.several(asked, tools, context, signal);
    if (several) return call(several, memory);
    const [best] = await this.bestOf(asked, tools, context, signal);
    if (!best) return say(cannot(asked, tools), memory);
    const each = best.filled.missing ? null : oneForEach(best, asked.text);
    if (each) return call(each, memory);
    return planOrAsk(best.tool, best.filled.values, best.filled.missing, memory);
  }

  /** What is asked for and fits no tool: parts of the request, or the whole of it. */
  private async unmet(
    asked: PlainRequest,
    tools: readonly OfferedTool[],
    context: FillingContext,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    if (isTold(asked.act) || asked.act === 'negated') return [];
    const parts = partsOf(asked.text).filter(asksByItself);
    if (parts.length >= 2 && parts.length <= MOST_PARTS) {
      const fitting = await Promise.all(
        parts.map((part) => this.chooser.choose(alone(part), tools, context, signal)),
      );
      return parts.filter((part, at) => !isSure(fitting[at]?.[0], speechAct(part)));
    }
    const choices = await this.bestOf(asked, tools, context, signal);
    return !isSure(choices[0], asked.act) && tokens(asked.text).length > 1
      ? [asked.around === '' ? asked.text : `${asked.text.replace(/[.!?]+$/, '')}. ${asked.around}`]
      : [];
  }

  /** The tools for a request as a whole, else for the last of its parts that is one by itself. */
  private async bestOf(
    asked: PlainRequest,
    tools: readonly OfferedTool[],
    context: FillingContext,
    signal: AbortSignal,
  ): Promise<readonly Choice[]> {
    const whole = await this.chooser.choose(asked, tools, context, signal);
    if (whole.length > 0 || isTold(asked.act) || asked.act === 'negated') return whole;
    const part = partsOf(asked.text).filter(asksByItself).at(-1);
    return part === undefined || part === asked.text
      ? []
      : this.chooser.choose(alone(part, asked.found), tools, context, signal);
  }

  /** Several requests in one sentence, if every part is complete for itself. */
  private async several(
    { text, act, found }: PlainRequest,
    tools: readonly OfferedTool[],
    context: FillingContext,
    signal: AbortSignal,
  ): Promise<readonly PlannedCall[] | null> {
    const parts = partsOf(text);
    if (parts.length < 2 || parts.length > MOST_PARTS || isTold(act) || act === 'negated') return null;
    if (LEADS_IN.test(parts[0] ?? '') && !asksByItself(parts[0] ?? '')) return null;
    const chosen: { part: string; choice: Choice }[] = [];
    for (const part of parts) {
      const before = chosen.at(-1);
      const more = before && oneMore(before.part, before.choice, part, context);
      const [best] = more ? [more] : await this.chooser.choose(alone(part, found), tools, context, signal);
      if (!best || best.filled.missing || (before && !more && !asksByItself(part))) return null;
      const sameThing = before && before.choice.tool.name === best.tool.name && SAME_THING.test(part);
      if (sameThing) chosen[chosen.length - 1] = { part, choice: togetherWith(before.choice, best) };
      else chosen.push({ part, choice: best });
    }
    return chosen.map(({ choice }) => planned(choice.tool, choice.filled.values));
  }

  /** Takes what was said as the answer to the open question; null when it is something else. */
  private async answerQuestion(
    clear: string,
    { tools, memory }: ThoughtRequest,
    context: FillingContext,
    signal: AbortSignal,
  ): Promise<Thought | null> {
    const { question } = memory;
    const tool = tools.find(({ name }) => name === question?.tool);
    if (!question || !tool) return null;
    const plain = plainly(clear);
    if (smallTalk(plain, { agentName: '', greeting: '', tools, memory }) !== null) return null;
    const [best] = await this.chooser.choose(plainRequestOf(clear), tools, context, signal);
    if (best && best.tool.name !== tool.name && best.score >= CHANGES_SUBJECT) return null;
    const answered = takeAnswer(question, tool, plain, context);
    if (!answered) return say("Sorry, I didn't get that. Say it once more, or say never mind.", memory);
    return planOrAsk(tool, answered.values, answered.missing, memory);
  }
}

function contextOf({ now, memory, keyterms = [] }: ThoughtRequest): FillingContext {
  return { now, items: memory.items, keyterms };
}

/** Whether no other tool needs to be looked for. */
const isSure = (choice: Choice | undefined, act: PlainRequest['act']) =>
  choice !== undefined &&
  (act === 'order' || act === 'question') &&
  choice.score >= SURE &&
  choice.filled.leftover === 0 &&
  !choice.filled.missing;
/** "The third one's done" speaks of something listed, so it is no mere statement. */
function pointingAt(request: PlainRequest, { items }: Memory): PlainRequest {
  const points = items.length > 0 && /\bthe (?:\p{L}+) ones?\b/iu.test(request.text);
  return points && isTold(request.act) ? { ...request, act: 'fragment' } : request;
}

function planOrAsk(tool: OfferedTool, values: Arguments, missing: Parameter | null, memory: Memory): Thought {
  if (!missing) return call([planned(tool, values)], { ...memory, question: null });
  const question = { tool: tool.name, arguments: values, missing: missing.name };
  return say(askFor(missing), { ...memory, question });
}

function tellResults(calls: readonly FinishedCall[], memory: Memory): Thought {
  const questions = calls.flatMap((one) => approvalQuestion(one) ?? []);
  const told = calls.map((one) => {
    const question = approvalQuestion(one);
    // The tool's own words are for an outcome, and nothing has happened yet.
    return question === null ? tellResult(one) : { text: question, items: [] };
  });
  const items = told.flatMap((one) => one.items);
  return say(told.map(({ text }) => text).join(' '), {
    ...memory,
    items: items.length > 0 ? items : memory.items,
    approval: questions.length > 0 ? questions.join(' ') : (memory.approval ?? null),
  });
}

function cannot({ act }: PlainRequest, tools: readonly OfferedTool[]): string {
  if (isTold(act)) return 'I see.';
  if (act === 'negated') return "All right, I won't.";
  const asked = act === 'question';
  if (tools.length === 0) return asked ? "I can't answer that." : "I can't do that. I was given no tools.";
  const offer = tools.length <= 4 ? whatICan(tools) : 'Ask me what I can do to hear more.';
  return asked ? `I don't know that. ${offer}` : `I can't do that. ${offer}`;
}

function say(text: string, memory: Memory): Thought {
  return { kind: 'say', text, memory: { ...memory, lastSaid: text } };
}

function call(calls: readonly PlannedCall[], memory: Memory): Thought {
  return { kind: 'call', calls, memory: { ...memory, lastCall: calls.at(-1) ?? null } };
}
