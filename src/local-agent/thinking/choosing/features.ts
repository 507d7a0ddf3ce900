import type { FilledArguments } from '../arguments/fill';
import { parametersOf } from '../arguments/parameters';
import { isFreeText } from '../arguments/typed';
import { actionIn } from '../request-action';
import { opposed } from '../vocabulary/actions';
import { rootOf } from '../../../shared/vocabulary/synonyms';
import { tokens } from '../../../shared/vocabulary/words';
import type { SpeechAct } from '../speech-act';
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
  /** Likeness of meaning to what the tool takes: its parameters and their choices. */
  readonly taken: number;
  /** Something was told, and every argument the tool needs is in it by its form: a number, a choice, a time. */
  readonly recorded: number;
  /** The tool needs nothing, and nothing was said for it. */
  readonly bare: number;
  /** A search for this request found the tool, and how well it fits: 1 for the best. */
  readonly found: number;
  /** A question, and a tool that looks something up; an order, and such a tool. */
  readonly answers: number;
}

/** Likeness of meaning between a request and a tool, 0..1. */
export interface Likeness {
  /** To what the tool does. */
  readonly tool: number;
  /** To what it takes. */
  readonly taken: number;
}

/** One request as every tool is compared with it. */
export interface Compared {
  readonly text: string;
  readonly act: SpeechAct;
  readonly roots: ReadonlySet<string>;
  /** How telling each root is among the tools offered. */
  readonly telling: ReadonlyMap<string, number>;
}

/** Compares one request with one tool. */
export function featuresOf(
  { text, act, roots, telling }: Compared,
  profile: ToolProfile,
  likeness: Likeness,
  filled: FilledArguments,
  found = 0,
): Features {
  const said = tokens(text);
  const first = rootOf(said[0] ?? '');
  const action = actionIn(text);
  const known = action !== null && profile.actions.size > 0;
  const same = known && profile.actions.has(action);
  const excluded = known && !same && [...profile.actions].every((one) => opposed(one, action));
  const nouns = [...profile.nouns].filter((noun) => roots.has(rootOf(noun))).length;
  const words = overlap(roots, profile, telling);
  const belief = Math.min(1, 0.7 + 2 * Math.max(words, likeness.tool - 0.2));
  const needed = parametersOf(profile.tool).filter(({ required }) => required);
  const needs = needed.length > 0;
  const told = act === 'statement' || act === 'remark';
  const look = profile.actions.has('look');
  return {
    meaning: likeness.tool,
    words,
    nouns: profile.nouns.size === 0 ? 0 : nouns / profile.nouns.size,
    verb: Number(profile.verbs.has(first)),
    sameAction: Number(same),
    otherAction: Number(excluded),
    ...argumentFeatures(filled, belief),
    taken: likeness.taken,
    recorded: Number(
      told && needs && filled.missing === null && filled.leftover === 0 && !needed.some(isFreeText),
    ),
    bare: Number(!needs && filled.said.length === 0),
    found: found * found,
    answers: act === 'question' && look ? 1 : act === 'order' && look ? -0.5 : 0,
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
