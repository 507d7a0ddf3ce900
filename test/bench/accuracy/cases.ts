/*
 * What a case of the accuracy set is, and the short words its files are written in. A case is a dialogue of one or
 * more turns; each turn says what a good assistant would do next.
 */
import type { Json } from '../../../src/shared/json';
import type { OfferedTool } from '../../../src/local-agent/thinking/types';

/**
 * The moment at which everything is said: Wednesday 18 November 2026, 10:20 in the morning, wherever the
 * machine thinks it is.
 */
export const NOW = new Date(2026, 10, 18, 10, 20);

/** Tools as one client would offer them together. */
export interface Toolset {
  readonly name: string;
  /** Without those of `heldOutOnly` for the development set. */
  readonly tools: readonly OfferedTool[];
  /** Names of tools that no development case may offer. */
  readonly heldOutOnly: readonly string[];
}

/** An argument: exactly this, one of several, or one of several unless it is left out. */
export type ExpectedValue =
  Json | { readonly either: readonly Json[] } | { readonly eitherOrNone: readonly Json[] };

export interface ExpectedCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, ExpectedValue>>;
}

export type Expectation =
  /** All of these calls, in any order. */
  | { readonly kind: 'calls'; readonly calls: readonly ExpectedCall[] }
  /** No call but a question for the parameter `missing` of `tool`, one of several where any may come first. */
  | {
      readonly kind: 'ask';
      readonly tool: string;
      readonly missing: readonly string[];
      readonly known: Readonly<Record<string, Json>>;
    };

export interface Turn {
  readonly said: string;
  readonly expected: Expectation;
  /** What the tools answer, as JSON. */
  readonly result: string;
}

export type Dialogue = readonly Turn[];

/** Cases that share a toolset. A single turn is a dialogue of one. */
export interface CaseGroup {
  readonly toolset: Toolset;
  readonly cases: readonly (Turn | Dialogue)[];
}

export const call = (name: string, args: Readonly<Record<string, ExpectedValue>> = {}): ExpectedCall => ({
  name,
  arguments: args,
});

/** A request that should make these calls. */
export const says = (said: string, ...calls: readonly ExpectedCall[]): Turn => ({
  said,
  expected: { kind: 'calls', calls },
  result: '{"ok":true}',
});

/** A request that is answered with something: what follow-ups refer to. */
export const answered = (said: string, made: ExpectedCall, result: Json): Turn => ({
  ...says(said, made),
  result: JSON.stringify(result),
});

/** A request that lacks something; the first that is asked for is one of `missing`. */
export const asks = (
  said: string,
  tool: string,
  missing: string | readonly string[],
  known: Readonly<Record<string, Json>> = {},
): Turn => ({
  said,
  expected: { kind: 'ask', tool, missing: typeof missing === 'string' ? [missing] : missing, known },
  result: '',
});

export const either = (...values: readonly Json[]): ExpectedValue => ({ either: values });

/** Right with one of these values and right without. */
export const maybe = (...values: readonly Json[]): ExpectedValue => ({ eitherOrNone: values });

/** Sentences said while these tools are offered that ask for none of them. */
export interface IdleGroup {
  readonly toolset: Toolset;
  readonly said: readonly string[];
}

export interface AccuracySet {
  readonly name: 'development' | 'training' | 'held-out';
  readonly groups: readonly CaseGroup[];
  readonly nothing: readonly IdleGroup[];
}

/** The turns of a case, whether it is one or several. */
export const turnsOf = (item: Turn | Dialogue): Dialogue => ('said' in item ? [item] : item);
