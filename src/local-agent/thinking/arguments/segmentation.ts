import type { Chunk } from '../utterance';
import { isVerb } from '../vocabulary/actions';
import { isStopWord } from '../../../shared/vocabulary/stop-words';
import { rootOf } from '../../../shared/vocabulary/synonyms';
import type { Filling } from './filling';
import type { Parameter } from './parameters';
import { ROLE_TRAITS } from './roles';
import { isKnownFolder, isModifier, isVerbatim, namesParameter, valueWords } from './spans';

/** The stretches that make up one parameter's value, in order, and how well the first of them fits. */
export interface Segment {
  readonly parameter: Parameter;
  readonly chunks: readonly Chunk[];
  readonly fit: number;
}

/** What a stretch must reach to be a value: anything likely for what must be there, clear words for the rest. */
const REQUIRED = 0.3;
const OPTIONAL = 2.2;
/** More stretches or parameters than this are left alone, so that time stays bounded. */
const MOST_CHUNKS = 10;
const MOST_PARAMETERS = 6;

type Step =
  | { readonly kind: 'drop' }
  | { readonly kind: 'go-on' }
  | { readonly kind: 'start'; readonly index: number; readonly fit: number };

interface Plan {
  readonly score: number;
  readonly step: Step;
  readonly next: Plan | null;
}

/**
 * Shares the stretches of a sentence out among free-text parameters: each stretch begins a value, goes on with the
 * one before, or is left out; the sharing with the best sum is taken.
 */
export function segment(
  chunks: readonly Chunk[],
  parameters: readonly Parameter[],
  filling: Filling,
): readonly Segment[] {
  const all = chunks.slice(0, MOST_CHUNKS);
  const open = parameters.slice(0, MOST_PARAMETERS);
  const fits = all.map((chunk) => open.map((parameter) => fitOf(parameter, chunk, filling)));
  const known = new Map<string, Plan | null>();

  const best = (at: number, taken: number, current: number): Plan | null => {
    const chunk = all[at];
    if (!chunk) return null;
    const key = `${String(at)}/${String(taken)}/${String(current)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const options: Plan[] = [];
    const running = open[current];
    if (running) {
      const gain = goesOn(running, chunk, all[at - 1], filling);
      if (gain !== null) options.push(withNext(gain, { kind: 'go-on' }, best(at + 1, taken, current)));
    }
    open.forEach((parameter, index) => {
      const fit = fits[at]?.[index] ?? -1;
      const gain = fit - (parameter.required ? REQUIRED : OPTIONAL);
      if (gain < 0 || (taken & (1 << index)) !== 0) return;
      options.push(withNext(gain, { kind: 'start', index, fit }, best(at + 1, taken | (1 << index), index)));
    });
    options.push(withNext(-dropCost(chunk, filling), { kind: 'drop' }, best(at + 1, taken, -1)));
    const plan = options.reduce((one, other) => (other.score > one.score ? other : one));
    known.set(key, plan);
    return plan;
  };
  return segmentsOf(best(0, 0, -1), all, open);
}

function withNext(gain: number, step: Step, next: Plan | null): Plan {
  return { score: gain + (next?.score ?? 0), step, next };
}

function segmentsOf(
  plan: Plan | null,
  chunks: readonly Chunk[],
  open: readonly Parameter[],
): readonly Segment[] {
  const segments: { parameter: Parameter; chunks: Chunk[]; fit: number }[] = [];
  let at = 0;
  for (let step = plan; step; step = step.next, at++) {
    const chunk = chunks[at];
    if (!chunk || step.step.kind === 'drop') continue;
    if (step.step.kind === 'go-on') segments.at(-1)?.chunks.push(chunk);
    else {
      const parameter = open[step.step.index];
      if (parameter) segments.push({ parameter, chunks: [chunk], fit: step.step.fit });
    }
  }
  return segments;
}

/** Leaving out words that the tool knows nothing of is unlikely to be right. */
function dropCost(chunk: Chunk, { lower, profile, used }: Filling): number {
  const lost = chunk.at.filter((index) => {
    const word = lower[index] ?? '';
    return !used.has(index) && !isStopWord(word) && !profile.roots.has(rootOf(word));
  });
  return Math.min(3, lost.length) * 0.5;
}

const QUESTION = /^(?:did|do|does|is|are|was|were|have|has|what|which|who|when|where|why|how|anything|any)$/;

/** How well a stretch begins a parameter's value; below zero it does not. */
function fitOf(parameter: Parameter, chunk: Chunk, filling: Filling): number {
  const at = valueWords(chunk, parameter, filling);
  if (at.length === 0) return -1;
  const { strong, weak, asObject, runsOn } = ROLE_TRAITS[parameter.role];
  // "With the message: hello" names it before the colon.
  const around = chunk.lead === ':' ? [(chunk.at[0] ?? 0) - 1, ...chunk.at] : chunk.at;
  const named = around.some((index) => namesParameter(parameter, filling.lower[index] ?? ''));
  const folder = parameter.role === 'container' && isKnownFolder(at, filling);
  const modifier = /^(?:name|thing|container|query|text)$/.test(parameter.role) && isModifier(at, filling);
  const example = parameter.examples.some(
    (one) => one.toLowerCase() === at.map((i) => filling.lower[i]).join(' '),
  );
  const bonus =
    (named ? 1.5 : 0) +
    (folder ? 2 : 0) +
    (modifier ? 1 : 0) +
    (example ? 1.5 : 0) +
    (parameter.required ? 0.5 : 0);
  const person =
    parameter.role === 'person' &&
    at.every((index) => index > 0 && /^\p{Lu}/u.test(filling.words[index]?.text ?? ''));
  const isNamed = at.some((index) => index > 0 && /^\p{Lu}/u.test(filling.words[index]?.text ?? ''));
  // What a question speaks of first is rarely something that need not be said: "is the build green".
  const optional = !parameter.required && !named && !modifier && !isNamed && !folder;
  const asked = (parameter.role === 'text' || optional) && QUESTION.test(filling.lower[0] ?? '') ? -2 : 0;
  const unlikely =
    parameter.role === 'person' &&
    at.length > 1 &&
    !at.some((index) => /^\p{Lu}/u.test(filling.words[index]?.text ?? ''));
  const announced = isAnnounced(parameter, chunk, at, filling) ? 1.5 : 0;
  if (chunk.lead === null) return asked + asObject - (chunk.apart ? 0.8 : 0) + bonus + (person ? 1 : 0);
  const rank = strong.indexOf(chunk.lead);
  if (rank >= 0) return (unlikely ? 2 : 3.5) - rank * 0.1 + bonus + announced;
  if (weak.includes(chunk.lead)) return 1.6 + bonus + announced + (isNamed ? 0.7 : 0);
  return (runsOn ? 0 : -0.3) + bonus + announced;
}

const NAMES_IT = /^(?:called|named|titled|labelled|labeled)$/;

/** "To my note about the party" and "in the file timetable" name the parameter before saying which. */
function isAnnounced(
  parameter: Parameter,
  { leadAt }: Chunk,
  at: readonly number[],
  { lower }: Filling,
): boolean {
  if (parameter.role === 'text' || leadAt < 1) return false;
  const before =
    namesParameter(parameter, lower[leadAt - 1] ?? '') && DETERMINER.test(lower[leadAt - 2] ?? '');
  const label = (at[0] ?? 0) - 1;
  const within =
    label > leadAt &&
    namesParameter(parameter, lower[label] ?? '') &&
    DETERMINER.test(lower[label - 1] ?? '');
  return before || within;
}

const DETERMINER = /^(?:the|my|our|a)$/;

/** What speaks for a stretch going on with the value before it; null when it cannot. */
function goesOn(
  parameter: Parameter,
  chunk: Chunk,
  before: Chunk | undefined,
  filling: Filling,
): number | null {
  const free = chunk.at.filter((index) => filling.isFree(index));
  if (free.length === 0 || !before || (chunk.apart && free.length < chunk.at.length)) return null;
  if (parameter.role !== 'text' && NAMES_IT.test(chunk.lead ?? '')) return null;
  const mark = filling.words[(chunk.at[0] ?? 1) - (chunk.leadAt >= 0 ? 2 : 1)]?.mark ?? '';
  if (chunk.at.some((index) => filling.verbatim[0] <= index && index < filling.verbatim[1])) {
    return ROLE_TRAITS[parameter.role].verbatim && !isVerbatim(parameter, chunk) ? 4 : null;
  }
  const clause = mark === ',' && isVerb(filling.lower[chunk.at[0] ?? -1] ?? '') ? -1 : 0;
  const sentence = chunk.apart && mark === '.' ? -1 : clause;
  if (parameter.type === 'array' && chunk.lead === null) return 1.5 + sentence;
  const own = free.every((index) => {
    const word = filling.lower[index] ?? '';
    return isStopWord(word) || filling.profile.core.has(rootOf(word));
  });
  const { runsOn } = ROLE_TRAITS[parameter.role];
  if (!runsOn) return chunk.lead === 'of' ? 0.2 : null;
  return (chunk.lead === 'of' ? 1.1 : 0.7) + sentence - (own ? 1.5 : 0);
}
