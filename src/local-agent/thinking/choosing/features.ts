import type { FilledArguments } from '../arguments/fill';
import { actionIn } from '../request-action';
import { opposed } from '../vocabulary/actions';
import { rootOf } from '../vocabulary/synonyms';
import { tokens } from '../vocabulary/words';
import { overlap } from './overlap';
import type { ToolProfile } from './tool-profile';

/** What speaks for and against a tool being meant; each about 0..1. */
export interface Features {
  /** Likeness of meaning between the request and the likest of the tool's texts; 0 without an embedder. */
  readonly meaning: number;
  /** Shared words, weighed by how telling they are among the tools offered. */
  readonly words: number;
  /** How many of the things the tool's name speaks of were said. */
  readonly nouns: number;
  /** The request begins with the tool's own verb. */
  readonly verb: number;
  /** Both do the same kind of thing, or kinds that exclude each other. */
  readonly sameAction: number;
  readonly otherAction: number;
  /** A required argument was not said. */
  readonly missing: number;
  /** Arguments whose words leave no doubt, and free texts. */
  readonly certain: number;
  readonly free: number;
  /** Words with a meaning that neither the tool nor an argument accounts for. */
  readonly leftover: number;
}

/** Compares one request with one tool. */
export function featuresOf(
  request: string,
  roots: ReadonlySet<string>,
  profile: ToolProfile,
  weights: ReadonlyMap<string, number>,
  meaning: number,
  filled: FilledArguments,
): Features {
  const first = rootOf(tokens(request)[0] ?? '');
  const action = actionIn(request);
  const known = action !== null && profile.actions.size > 0;
  const same = known && profile.actions.has(action);
  const excluded = known && !same && [...profile.actions].every((one) => opposed(one, action));
  const nouns = [...profile.nouns].filter((noun) => roots.has(rootOf(noun))).length;
  const words = overlap(roots, profile, weights);
  return {
    meaning,
    words,
    nouns: profile.nouns.size === 0 ? 0 : nouns / profile.nouns.size,
    verb: Number(profile.verbs.has(first)),
    sameAction: Number(same),
    otherAction: Number(excluded),
    ...argumentFeatures(filled, Math.min(1, 0.7 + 2 * Math.max(words, meaning - 0.2))),
  };
}

/** Arguments alone make no request: where nothing else speaks for the tool they count less (`belief` below 1). */
function argumentFeatures({ missing, certain, said, leftover }: FilledArguments, belief: number) {
  return {
    missing: Number(missing !== null),
    certain: (belief * Math.min(2, certain)) / 2,
    free: Number(said.length > certain),
    leftover: Math.min(4, leftover) / 4,
  };
}
