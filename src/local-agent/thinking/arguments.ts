import type { Json } from '../../shared/json';
import { findOrdinal } from './numbers';
import { parametersOf, type Parameter, type ParameterRole } from './parameters';
import { toolProfile, type ToolProfile } from './tool-profile';
import { typedValue, wantsCode } from './typed-values';
import type { Arguments, OfferedTool } from './types';
import { chunksOf, quoted, trimmed, wordsOf, type Chunk, type Word } from './utterance';
import { isStopWord, rootOf } from './words';

/** Arguments made from what was said, and the first required parameter that nothing was said for. */
export interface FilledArguments {
  readonly arguments: Arguments;
  readonly missing: Parameter | null;
  /** Parameters filled by what was said, not by a default. */
  readonly said: number;
  /** Those of them whose words leave no doubt: a choice, a number, a known folder, "about taxes". */
  readonly certain: number;
  /** Words with a meaning that neither the tool nor an argument accounts for. */
  readonly leftover: number;
}

/** What fills arguments besides the words. `items` are the names listed last. */
export interface FillingContext {
  readonly now: Date;
  readonly items: readonly string[];
}

/** Prepositions that announce a parameter of this role, best first; after the bar only when more speaks for it. */
const LEADS: Readonly<Record<ParameterRole, { readonly strong: string; readonly weak: string }>> = {
  place: { strong: 'in at for near', weak: 'of from to around' },
  container: { strong: 'in inside within into onto', weak: 'from to on under of through for' },
  query: { strong: 'about for regarding concerning containing mentioning called named', weak: 'with on of' },
  person: { strong: 'to with for', weak: 'from' },
  text: { strong: 'that saying called titled named to', weak: 'about as of for with' },
  moment: { strong: '', weak: '' },
  duration: { strong: '', weak: '' },
  thing: { strong: 'called named titled labelled', weak: 'of for with about' },
};
/** Roles whose words run on over prepositions: "the invoice from Miller", "that I will be late for dinner". */
const RUNS_ON = new Set<ParameterRole>(['text', 'query', 'thing']);
const KIND_NOUNS = /^(?:file|folder|document|note|song|track|app|program|item|city|text)$/;
/** How well the words before any preposition fit a role. */
const OBJECT_FIT: Readonly<Record<ParameterRole, number>> = {
  thing: 3,
  text: 2.5,
  query: 2.4,
  person: 2,
  container: 0.4,
  place: 0.4,
  moment: 0,
  duration: 0,
};
const KNOWN_FOLDERS = /^(?:documents|downloads|desktop|pictures|music|videos|home|photos)$/;
const ENOUGH = 2.2;
const CERTAIN = 3.6;

interface Filling {
  readonly words: readonly Word[];
  readonly profile: ToolProfile;
  readonly used: Set<number>;
  readonly values: Record<string, Json>;
  certain: number;
}

/** Fills a tool's parameters from a request. Optional ones only where the words point at them. */
export function fillArguments(tool: OfferedTool, text: string, context: FillingContext): FilledArguments {
  const parameters = parametersOf(tool);
  const words = wordsOf(text);
  const filling: Filling = { words, profile: toolProfile(tool), used: new Set(), values: {}, certain: 0 };
  for (const parameter of parameters) {
    const found = typedValue(parameter, {
      words,
      used: filling.used,
      toolRoots: filling.profile.roots,
      now: context.now,
    });
    if (!found) continue;
    filling.values[parameter.name] = found.value;
    filling.certain++;
    found.at.forEach((index) => filling.used.add(index));
  }
  fillTexts(parameters.filter(isFreeText), text, filling, context);
  const said = Object.keys(filling.values).length;
  // Optional defaults are the tool's own business.
  for (const { name, fallback, required } of parameters) {
    if (required && fallback !== undefined) filling.values[name] ??= fallback;
  }
  const missing = parameters.find(({ name, required }) => required && filling.values[name] === undefined);
  const { certain } = filling;
  return {
    arguments: filling.values,
    missing: missing ?? null,
    said,
    certain,
    leftover: leftoverOf(filling),
  };
}

function leftoverOf({ words, used, profile }: Filling): number {
  return words.filter(
    ({ lower }, index) => !used.has(index) && !isStopWord(lower) && !profile.roots.has(rootOf(lower)),
  ).length;
}

const isFreeText = (parameter: Parameter) =>
  (parameter.type === 'string' || parameter.type === 'array') &&
  parameter.choices.length === 0 &&
  parameter.format === '' &&
  parameter.role !== 'moment' &&
  parameter.role !== 'duration' &&
  !wantsCode(parameter);

function fillTexts(
  parameters: readonly Parameter[],
  text: string,
  filling: Filling,
  context: FillingContext,
): void {
  const open = parameters.filter(({ name }) => filling.values[name] === undefined);
  const exact = quoted(text);
  const forQuote = exact === null ? undefined : open.find(({ role }) => /thing|text|query/.test(role));
  if (exact !== null && forQuote) setText(filling, forQuote, exact, []);
  const pairs = chunksOf(filling.words)
    .flatMap((chunk) =>
      open.map((parameter) => ({ chunk, parameter, score: fitOf(parameter, chunk, filling) })),
    )
    .filter(({ score, parameter }) => score >= (parameter.required ? 0.3 : ENOUGH))
    .sort((a, b) => b.score - a.score);
  const taken = new Set<Chunk>();
  for (const { chunk, parameter, score } of pairs) {
    if (taken.has(chunk) || filling.values[parameter.name] !== undefined) continue;
    const at = chunkWords(chunk, parameter, filling);
    if (at.length === 0) continue;
    taken.add(chunk);
    if (score >= CERTAIN) filling.certain++;
    const whole = RUNS_ON.has(parameter.role) ? tailOf(chunk, at, parameter, filling, taken) : at;
    setText(filling, parameter, textOf(whole, filling.words, context), whole);
    if (chunk.lead === null && parameter.role === 'text') shareWithPerson(parameter, whole, open, filling);
  }
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
  if (!person || filling.values[person.name] !== undefined || first === undefined || rest.length === 0)
    return;
  setText(filling, person, filling.words[first]?.text ?? '', [first]);
  const words = filling.words.slice(first + 1).map((word) => word.text);
  filling.values[text.name] = words.join(' ');
}

/** A free text runs on over prepositions: "that I will be late for dinner". */
function tailOf(
  chunk: Chunk,
  at: readonly number[],
  parameter: Parameter,
  filling: Filling,
  taken: Set<Chunk>,
): readonly number[] {
  const others = chunksOf(filling.words).filter(
    (one) => one.at[0] !== undefined && one.at[0] > (at.at(-1) ?? 0),
  );
  const tail = [...at];
  const verbatim = parameter.role === 'text' && /^(?:that|saying|to)$/.test(chunk.lead ?? '');
  for (const other of others) {
    const spoken = other.at.filter((index) => !filling.used.has(index));
    const claimed = [...taken].some((one) => one.at[0] === other.at[0] && one !== chunk);
    const wanted = parametersOf(filling.profile.tool).some(
      (one) => one.name !== parameter.name && isFreeText(one) && fitOf(one, other, filling) >= 3,
    );
    const own = spoken.every((index) => {
      const word = filling.words[index]?.lower ?? '';
      return isStopWord(word) || filling.profile.core.has(rootOf(word));
    });
    if (claimed || spoken.length === 0 || (!verbatim && (wanted || own))) break;
    const lead = (other.at[0] ?? 1) - 1;
    tail.push(lead, ...spoken);
  }
  return tail.length > at.length ? tail : at;
}

function setText(filling: Filling, parameter: Parameter, text: string, at: readonly number[]): void {
  if (text === '') return;
  filling.values[parameter.name] =
    parameter.type === 'array'
      ? text
          .split(/,|\band\b/)
          .map((part) => part.trim())
          .filter(Boolean)
      : text;
  at.forEach((index) => filling.used.add(index));
}

/** How well a stretch of words fits a parameter; below 0.3 it does not. */
function fitOf(parameter: Parameter, chunk: Chunk, filling: Filling): number {
  if (chunkWords(chunk, parameter, filling).length === 0) return -1;
  const named = chunk.at.some((index) => namesParameter(parameter, filling.words[index]?.lower ?? ''));
  const folder =
    parameter.role === 'container' &&
    chunk.at.some((index) => KNOWN_FOLDERS.test(filling.words[index]?.lower ?? ''));
  const bonus = (named ? 1.5 : 0) + (folder ? 2 : 0) + (parameter.required ? 0.5 : 0);
  if (chunk.lead === null) return OBJECT_FIT[parameter.role] + bonus;
  const { strong, weak } = LEADS[parameter.role];
  const rank = strong.split(' ').indexOf(chunk.lead);
  if (rank >= 0) return 3.5 - rank * 0.15 + bonus;
  if (weak.split(' ').includes(chunk.lead)) return 1.6 + bonus;
  return (RUNS_ON.has(parameter.role) ? 0 : -0.3) + bonus;
}

/** The words of a chunk that make up a value: neither taken, nor the verb, nor the parameter's own name. */
function chunkWords(chunk: Chunk, parameter: Parameter, filling: Filling): readonly number[] {
  const { words, profile, used } = filling;
  const free = chunk.at.filter((index) => !used.has(index));
  // What is to be said or remembered is taken word for word.
  if (parameter.role === 'text' && /^(?:that|saying|to)$/.test(chunk.lead ?? '')) {
    return chunk.lead === 'to' && trimmed(free, words).length === 0 ? [] : free;
  }
  let at = trimmed(free, words);
  const lower = (index: number | undefined) => words[index ?? -1]?.lower ?? '';
  if (chunk.lead === null) at = withoutVerb(at, lower, profile, words);
  const isFolder = (index: number) => parameter.role === 'container' && KNOWN_FOLDERS.test(lower(index));
  if (at.every((index) => profile.core.has(rootOf(lower(index))) && !isFolder(index))) {
    if (chunk.lead === null || !/^(?:about|for|called|named|that)$/.test(chunk.lead)) return [];
  }
  if (at.length > 1 && namesParameter(parameter, lower(at.at(-1)))) at = at.slice(0, -1);
  const first = lower(at[0]);
  if (at.length > 1 && (namesParameter(parameter, first) || KIND_NOUNS.test(first))) at = at.slice(1);
  if (at.length > 1 && /^says?$/.test(lower(at.at(-1))) && /^what/.test(lower(0))) at = at.slice(0, -1);
  return trimmed(at, words);
}

/** Words with which an order begins. */
export const VERBS =
  /^(?:open|show|find|search|look|locate|read|play|set|turn|switch|send|text|tell|give|list|get|make|create|add|put|write|start|launch|run|call|remind|note|check|track|delete|remove|cancel|buy|order|book|translate|define|close|stop|pause|take|bring|pull|display|email|message|change|rename|move|copy|up|out)$/;

function withoutVerb(
  at: readonly number[],
  lower: (index: number | undefined) => string,
  profile: ToolProfile,
  words: readonly Word[],
): readonly number[] {
  let rest = at;
  for (let strips = 0; strips < 3 && rest.length > 0; strips++) {
    const first = lower(rest[0]);
    const early = (rest[0] ?? 0) <= 4;
    const isVerb = VERBS.test(first) || (strips === 0 && profile.verbs.has(rootOf(first)));
    if (!early || !isVerb) break;
    rest = trimmed(rest.slice(1), words);
  }
  return rest;
}

function namesParameter(parameter: Parameter, word: string): boolean {
  if (word === '' || isStopWord(word)) return false;
  const root = rootOf(word);
  const names = parameter.name.split(/[_\W]+/).map((part) => rootOf(part.toLowerCase()));
  const first = parameter.description.split(/e\.g\.|[.,;(]/)[0] ?? '';
  return names.includes(root) || (parameter.role !== 'text' && firstNoun(first) === root);
}

/** "Folder to look in" and "The name of the file" speak of a folder and a name. */
function firstNoun(description: string): string {
  const words = description
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && word !== 'where' && !isStopWord(word));
  const [first = ''] = words;
  return VERBS.test(first) ? '' : rootOf(first);
}

function textOf(at: readonly number[], words: readonly Word[], context: FillingContext): string {
  const picked = at.map((index) => words[index]);
  const lower = picked.map((word) => word?.lower ?? '');
  const position = lower.length <= 3 ? findOrdinal(lower) : null;
  const item = position === null ? undefined : context.items.at(position);
  if (item !== undefined) return item;
  if (/^(?:it|that|that one|this|one)$/.test(lower.join(' ')) && context.items[0]) return context.items[0];
  return picked.map((word) => word?.text ?? '').join(' ');
}
