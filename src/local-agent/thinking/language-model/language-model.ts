/*
 * Thinking with a language model behind an OpenAI-compatible server: messages out, pieces of an answer in, clauses
 * for the ear and calls of offered tools from them. Where the server fails, the built-in thinking takes the turn.
 */
import type { LanguageModelServer, ServerTrouble } from '../../../shared/ipc/local-agent-port';
import { readServerAddress } from '../../../shared/settings/server-address';
import type { Clock } from '../../clock';
import { answerInstructions, typedWords } from '../instructions';
import type { Memory, OfferedTool, OnPart, PlannedCall, Thinker, Thought, ThoughtRequest } from '../types';
import { HiddenSections } from './hidden-sections';
import { chatRequest, warmingRequest, type Ask } from './messages';
import { complete } from './server';
import { SpeakableText } from './speakable';
import { checkedCall, ToolCallAssembler } from './tool-calls';
import { BROKEN_OFF, LanguageModelError, takeOverSentence } from './troubles';

/** Longest answer in characters: two minutes of speech. */
const MOST_SPOKEN = 2_000;
/** Calls of one thought. */
const MOST_CALLS = 8;
/** Calls one after the other for one request; then an answer is asked for without tools. */
const MOST_ROUNDS = 6;
/** After the server kept a person waiting in vain, it is left alone for this long. */
const REST_MS = 30_000;
/** How long a model may take to load. */
const LOADING_MS = 60_000;
/** A model that was used is not loaded again for this long; Ollama keeps one for five minutes. */
const WARM_MS = 4 * 60_000;

/** What a language model works with. */
export interface LanguageModelWorld {
  readonly clock: Clock;
  /** The server failed; `trouble` holds nothing that was said. */
  readonly onTrouble: (trouble: ServerTrouble) => void;
}

/** Thinks with the model at `server`; `builtIn` answers when it cannot, and what needs no model. */
export class LanguageModel implements Thinker {
  private restsUntil = -Infinity;
  private warmUntil = -Infinity;

  constructor(
    private readonly server: LanguageModelServer,
    private readonly builtIn: Thinker,
    private readonly world: LanguageModelWorld,
  ) {}

  async prepare(tools: readonly OfferedTool[]): Promise<void> {
    await Promise.all([this.builtIn.prepare(tools), this.warm()]);
  }

  /** Has a server on this computer load its model, which may take longer than a person waits. Elsewhere it would cost. */
  private async warm(): Promise<void> {
    const { server, world } = this;
    const read = readServerAddress(server.address);
    if (!read.ok || !read.thisComputer || world.clock.now() < this.warmUntil) return;
    this.warmUntil = world.clock.now() + WARM_MS;
    const patient = { ...server, firstWordMs: LOADING_MS };
    try {
      const { signal } = new AbortController();
      const pieces = complete(patient, warmingRequest(server.model), signal, world.clock);
      await pieces.next();
      await pieces.return(undefined);
    } catch (error) {
      this.warmUntil = -Infinity;
      world.onTrouble(error instanceof LanguageModelError ? error.trouble : 'failed');
    }
  }

  async think(request: ThoughtRequest, signal: AbortSignal, onPart?: OnPart): Promise<Thought> {
    const ask = askOf(request);
    if (ask === 'nothing' || this.world.clock.now() < this.restsUntil) {
      return this.builtIn.think(request, signal);
    }
    const answer = new Answer(request.tools, onPart);
    try {
      await this.read(answer, request, ask, signal);
      return thoughtOf(answer, request);
    } catch (error) {
      signal.throwIfAborted();
      const trouble = error instanceof LanguageModelError ? error.trouble : 'failed';
      this.world.onTrouble(trouble);
      if (trouble === 'too-slow' || trouble === 'overloaded') {
        this.restsUntil = this.world.clock.now() + REST_MS;
      }
      if (answer.said !== '') return say(`${answer.said} ${BROKEN_OFF}`, request.memory);
      return withExcuse(await this.builtIn.think(request, signal), trouble);
    }
  }

  private async read(answer: Answer, request: ThoughtRequest, ask: Ask, signal: AbortSignal): Promise<void> {
    const tools = roundsOf(request) < MOST_ROUNDS ? request.tools : [];
    const body = chatRequest(this.server.model, request, ask, tools);
    for await (const piece of complete(this.server, body, signal, this.world.clock)) {
      if (piece.kind === 'text') answer.addText(piece.text);
      if (piece.kind === 'call') answer.calls.add(piece.delta);
      if (answer.said.length > MOST_SPOKEN) return;
    }
    answer.end();
  }
}

/** An answer as it comes in. */
class Answer {
  readonly calls = new ToolCallAssembler();
  /** Clauses so far; given out already as far as there is somebody who takes them. */
  said = '';
  private readonly hidden = new HiddenSections();
  private readonly speakable = new SpeakableText();
  private readonly writtenCalls: string[] = [];

  constructor(
    private readonly tools: readonly OfferedTool[],
    private readonly onPart: OnPart | undefined,
  ) {}

  addText(text: string): void {
    const revealed = this.hidden.push(text);
    this.writtenCalls.push(...revealed.calls);
    for (const clause of this.speakable.push(revealed.text)) this.say(clause);
  }

  /** The answer is complete. */
  end(): void {
    const revealed = this.hidden.end();
    this.writtenCalls.push(...revealed.calls);
    for (const clause of [...this.speakable.push(revealed.text), ...this.speakable.end()]) this.say(clause);
  }

  /** The calls that can be made, in the order they were asked for. */
  plannedCalls(): readonly PlannedCall[] {
    return [...this.calls.finish(), ...this.writtenCalls.flatMap(writtenCall)]
      .flatMap((call) => checkedCall(call, this.tools) ?? [])
      .slice(0, MOST_CALLS);
  }

  private say(clause: string): void {
    this.said = this.said === '' ? clause : `${this.said} ${clause}`;
    this.onPart?.(clause);
  }
}

/** A call that the model wrote as text, because its server does not know how it calls. */
function writtenCall(text: string): readonly { readonly name: string; readonly arguments: string }[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const name: unknown = Reflect.get(value, 'name');
  const given: unknown = Reflect.get(value, 'arguments') ?? {};
  return typeof name === 'string' ? [{ name, arguments: JSON.stringify(given) }] : [];
}

/** What is asked of the model; 'nothing' when words are given to be said, or nobody has asked anything. */
function askOf(request: ThoughtRequest): Ask | 'nothing' {
  const { prompt, history } = request;
  switch (prompt.kind) {
    case 'request':
      return { role: 'user', text: prompt.text };
    case 'results':
      return null;
    case 'instructions': {
      if (prompt.text === null || prompt.text.trim() === '') {
        return history.at(-1)?.role === 'user' ? null : 'nothing';
      }
      const answer = answerInstructions(prompt.text, request);
      if (answer.kind === 'say') return 'nothing';
      return { role: typedWords(prompt.text) !== null ? 'user' : 'instructions', text: answer.text };
    }
  }
}

function roundsOf({ prompt, memory }: ThoughtRequest): number {
  return prompt.kind === 'results' ? (memory.rounds ?? 0) : 0;
}

/** @throws LanguageModelError when there is nothing in the answer that can be said or done. */
function thoughtOf(answer: Answer, request: ThoughtRequest): Thought {
  const calls = answer.plannedCalls();
  const { memory } = request;
  if (calls.length > 0) {
    const rounds = roundsOf(request) + 1;
    const next = { ...memory, question: null, lastCall: calls.at(-1) ?? null, rounds };
    return { kind: 'call', calls, memory: next };
  }
  if (answer.said === '') throw new LanguageModelError('nonsense');
  return say(answer.said, memory);
}

function say(text: string, memory: Memory): Thought {
  return { kind: 'say', text, memory: { ...memory, question: null, lastSaid: text } };
}

/** Tells once a conversation why the built-in thinking answers. */
function withExcuse(thought: Thought, trouble: ServerTrouble): Thought {
  if (thought.kind !== 'say' || thought.memory.troubleTold) return thought;
  const text = `${takeOverSentence(trouble)} ${thought.text}`;
  return { kind: 'say', text, memory: { ...thought.memory, troubleTold: true } };
}
