/*
 * Arguments: from the words of a request to the values a tool's JSON Schema wants. First what is known by its
 * form (choices, times, numbers, switches), then free texts, which share the remaining stretches of the sentence.
 */
import type { Json } from '../../../shared/json';
import { toolProfile } from '../choosing/tool-profile';
import type { Arguments, OfferedTool } from '../types';
import { chunksOf, quoted, wordsOf, type Chunk, type Word } from '../utterance';
import { isStopWord } from '../../../shared/vocabulary/stop-words';
import { rootOf } from '../../../shared/vocabulary/synonyms';
import { Filling, span, type FillingContext } from './filling';
import { nested, parametersOf, type Parameter } from './parameters';
import { ROLE_TRAITS } from './roles';
import { segment, type Segment } from './segmentation';
import { isVerbatim, valueWords } from './spans';
import { fillTyped, isFreeText } from './typed';
import { textValue } from './texts';

/** Arguments made from what was said, and the first required parameter that nothing was said for. */
export interface FilledArguments {
  readonly arguments: Arguments;
  /** The same flat: those of nested objects by their dotted names. */
  readonly values: Arguments;
  readonly missing: Parameter | null;
  /** Parameters filled by what was said, not by a default. */
  readonly said: readonly string[];
  /** Those of them whose words leave no doubt: a choice, a number, a known folder, "about taxes". */
  readonly certain: number;
  /** Words with a meaning that neither the tool nor an argument accounts for. */
  readonly leftover: number;
}

/** A fit above this leaves no doubt that the words are meant for the parameter. */
const CERTAIN = 3.6;

/**
 * Fills a tool's parameters from a request, optional ones only where the words point at them. Numbers, times and
 * choices may also stand in what was said `around` it. Never throws.
 */
export function fillArguments(
  tool: OfferedTool,
  text: string,
  context: FillingContext,
  around = '',
): FilledArguments {
  const parameters = parametersOf(tool);
  const words = wordsOf(text);
  const chunks = chunksOf(words);
  const verbatim = verbatimSpan(chunks, parameters, words);
  const filling = new Filling(words, toolProfile(tool), context, verbatim);
  fillTyped(parameters, filling);
  fillTexts(parameters.filter(isFreeText), text, chunks, filling);
  if (around !== '') fillFromAround(parameters, around, filling);
  return finished(parameters, filling);
}

function fillFromAround(parameters: readonly Parameter[], around: string, filling: Filling): void {
  const more = new Filling(wordsOf(around), filling.profile, filling.context, [Infinity, Infinity]);
  fillTyped(
    parameters.filter((parameter) => !filling.has(parameter)),
    more,
  );
  const places = parameters.filter((one) => isFreeText(one) && one.role === 'place' && !filling.has(one));
  const named = chunksOf(more.words).filter((chunk) => chunk.lead !== null && isCapital(chunk, more));
  for (const one of segment(named, places, more)) fillSegment(one, places, more);
  const still = parameters.filter(
    (one) => one.required && isFreeText(one) && !filling.has(one) && !more.has(one),
  );
  for (const person of still.filter(({ role }) => role === 'person').slice(0, 1)) {
    const name = firstName(more);
    if (name) more.set(person, name.map((index) => more.words[index]!.text).join(' '), name);
  }
  // "The database is down, declare an incident": what was told is what it is about.
  const [about, ...others] = still.filter((one) => !more.has(one));
  const sent = parameters.some(({ role }) => role === 'person');
  if (
    about &&
    others.length === 0 &&
    !sent &&
    /^(?:text|name|query)$/.test(about.role) &&
    filling.profile.actions.has('create')
  )
    more.set(about, around.replace(TELLER, '').replace(/[.!?]+$/, ''), []);
  Object.assign(filling.values, more.values);
}

/** "A customer says" that something is so. */
const TELLER =
  /^(?:an?|the|one of the|my|our) [\p{L}]+ (?:says?|said|reports?|reported|complains?|writes?|tells me|told me)(?: that)? /iu;

/** The first words in a row that are a name: written with capitals, not just because the sentence begins. */
function firstName({ words }: Filling): readonly number[] | null {
  const isName = (index: number) =>
    /^\p{Lu}\p{Ll}/u.test(words[index]?.text ?? '') && !isStopWord(words[index]!.lower);
  const from = words.findIndex((_, index) => index > 0 && isName(index) && words[index - 1]?.mark !== '.');
  if (from < 0) return null;
  let to = from + 1;
  while (words[to - 1]?.mark === '' && isName(to)) to++;
  return span(from, to);
}

const isCapital = ({ at }: Chunk, { words }: Filling) =>
  at.every((index) => /^\p{Lu}/u.test(words[index]?.text ?? ''));

/** The outcome for values that are known, with required defaults and what is still missing. */
function finished(parameters: readonly Parameter[], filling: Filling): FilledArguments {
  const said = Object.keys(filling.values);
  const values: Record<string, Json> = { ...filling.values };
  // Optional defaults are the tool's own business.
  for (const { name, fallback, required } of parameters) {
    if (required && fallback !== undefined) values[name] ??= fallback;
  }
  return {
    arguments: nested(values),
    values,
    missing: parameters.find(({ name, required }) => required && values[name] === undefined) ?? null,
    said,
    certain: filling.certain,
    leftover: leftoverOf(filling),
  };
}

function leftoverOf({ words, used, profile }: Filling): number {
  return words.filter(
    ({ lower }, index) => !used.has(index) && !isStopWord(lower) && !profile.roots.has(rootOf(lower)),
  ).length;
}

/** From "that", "saying" or a colon to the end of the sentence, if the tool has a parameter for it. */
function verbatimSpan(
  chunks: readonly Chunk[],
  parameters: readonly Parameter[],
  words: readonly Word[],
): readonly [number, number] {
  const takers = parameters.filter(isFreeText);
  const chunk = chunks.find((one) => takers.some((parameter) => isVerbatim(parameter, one)));
  const from = chunk?.at[0];
  if (from === undefined) return [Infinity, Infinity];
  const end = words.findIndex(({ mark }, index) => index >= from && mark === '.');
  return [from, end < 0 ? words.length : end + 1];
}

function fillTexts(
  parameters: readonly Parameter[],
  text: string,
  chunks: readonly Chunk[],
  filling: Filling,
): void {
  const exact = quoted(text);
  const forQuote = exact === null ? undefined : parameters.find(({ role }) => ROLE_TRAITS[role].runsOn);
  if (exact !== null && forQuote) filling.set(forQuote, forQuote.type === 'array' ? [exact] : exact, []);
  const open = parameters.filter((parameter) => !filling.has(parameter));
  for (const one of segment(chunks, open, filling)) fillSegment(one, open, filling);
}

function fillSegment(
  { parameter, chunks, fit }: Segment,
  open: readonly Parameter[],
  filling: Filling,
): void {
  const [first, ...rest] = chunks;
  if (!first) return;
  const start = valueWords(first, parameter, filling);
  const at = [...start, ...rest.flatMap((chunk) => wordsWithLead(chunk, filling))];
  const value = textValue(parameter, at, filling);
  if (value === null) return;
  if (fit >= CERTAIN) filling.certain++;
  filling.set(parameter, value, at);
  if (first.lead === null && ROLE_TRAITS[parameter.role].verbatim)
    shareWithPerson(parameter, at, open, filling);
}

function wordsWithLead({ leadAt, at }: Chunk, filling: Filling): readonly number[] {
  const free = at.filter((index) => filling.isFree(index));
  return leadAt >= 0 && free.length > 0 ? [leadAt, ...free] : free;
}

/** "Text mum happy birthday": the first word is the person, the rest what to say. */
function shareWithPerson(
  text: Parameter,
  at: readonly number[],
  open: readonly Parameter[],
  filling: Filling,
): void {
  const person = open.find(({ role, required }) => role === 'person' && required);
  const [first, ...rest] = at;
  if (!person || filling.has(person) || first === undefined || rest.length === 0) return;
  const from = /^(?:my|the|our)$/.test(filling.lower[first] ?? '') ? 2 : 1;
  const name = textValue(person, at.slice(0, from), filling);
  const message = textValue(text, at.slice(from), filling);
  if (name === null || message === null) return;
  filling.set(person, name, at.slice(0, from));
  filling.set(text, message, at.slice(from));
}
