/*
 * Thinking: from what was said to a spoken answer or to calls of the tools that the client offers.
 * It knows no tool of its own: names, descriptions and parameter schemas are all there is to go by.
 */
import type { Json } from '../../shared/json';

/** A tool as it is offered in the session's configuration. `parameters` is its JSON Schema, unchecked. */
export interface OfferedTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export type Arguments = Readonly<Record<string, Json>>;

/** A call that should be made. */
export interface PlannedCall {
  readonly name: string;
  readonly arguments: Arguments;
}

/** A call that was made and what came back. */
export interface FinishedCall extends PlannedCall {
  /** Usually serialised JSON. */
  readonly result: string;
  readonly outcome: 'done' | 'failed' | 'timed-out';
  /** How the tool wants this outcome told: its `response_instructions` (protocol.md section 6.1). */
  readonly instructions?: string;
}

/** One entry of the conversation so far, oldest first. */
export type HistoryItem =
  | { readonly role: 'user' | 'agent' | 'system'; readonly text: string }
  | { readonly role: 'tool'; readonly call: FinishedCall };

/** What needs an answer. */
export type Prompt =
  /** The person said or typed this. */
  | { readonly kind: 'request'; readonly text: string }
  /** The client asked for a reply; `null` continues the conversation as it stands. */
  | { readonly kind: 'instructions'; readonly text: string | null }
  /** Every call of the last thought has come back. */
  | { readonly kind: 'results'; readonly calls: readonly FinishedCall[] };

/** A question that is open: the next answer fills the parameter `missing`. */
export interface OpenQuestion {
  readonly tool: string;
  readonly arguments: Arguments;
  readonly missing: string;
}

/** What is remembered from one thought to the next. */
export interface Memory {
  readonly question: OpenQuestion | null;
  /** The last call that was made, for "do that again" and "and in Paris?". */
  readonly lastCall: PlannedCall | null;
  /** Names listed by the last result, for "the second one". */
  readonly items: readonly string[];
  /** What the agent said last, for "say that again". */
  readonly lastSaid: string;
  /** A question of approval that the person has been asked on behalf of the client. */
  readonly approval?: string | null;
  /** The request for which further tools are being looked for; chosen for anew when they are there. */
  readonly finding?: string | null;
  /** Set once the person knows that the language model server is in trouble. */
  readonly troubleTold?: boolean;
  /** How often tools were called, one after the other, since the person last said something. */
  readonly rounds?: number;
}

export const emptyMemory: Memory = { question: null, lastCall: null, items: [], lastSaid: '' };

/** Everything a thought may draw on. */
export interface ThoughtRequest {
  readonly prompt: Prompt;
  readonly systemPrompt: string;
  readonly greeting: string;
  /** Names that the client expects to hear; their spelling is taken over. */
  readonly keyterms?: readonly string[];
  readonly tools: readonly OfferedTool[];
  readonly history: readonly HistoryItem[];
  readonly memory: Memory;
  readonly now: Date;
}

/** What to do: say something, call tools, or keep silent. */
export type Thought =
  | { readonly kind: 'say'; readonly text: string; readonly memory: Memory }
  | { readonly kind: 'call'; readonly calls: readonly PlannedCall[]; readonly memory: Memory }
  | { readonly kind: 'silent'; readonly memory: Memory };

/**
 * Takes the beginning of what will be said while the rest is still being thought of, in whole clauses. A `say` then
 * begins with these, joined by single spaces; a `call` is made after them. Never called before `think` has returned.
 */
export type OnPart = (text: string) => void;

/** Makes thoughts. Rejects only when `signal` aborts. */
export interface Thinker {
  /** Gets ready for these tools, so that the first request does not wait. Never rejects. */
  prepare(tools: readonly OfferedTool[]): Promise<void>;
  think(request: ThoughtRequest, signal: AbortSignal, onPart?: OnPart): Promise<Thought>;
}

/** Sentence embeddings of unit length, one a text; rejects when there is no embedder. */
export type Embed = (texts: readonly string[], signal?: AbortSignal) => Promise<readonly Float32Array[]>;
