import type { Chunk, Word } from '../utterance';
import { trimmed } from '../utterance';
import { findOrdinal } from '../values/numbers';
import { isParticle, isVerb } from '../vocabulary/actions';
import { isStopWord } from '../../../shared/vocabulary/stop-words';
import { stem } from '../../../shared/vocabulary/stem';
import { rootOf } from '../../../shared/vocabulary/synonyms';
import { tokens } from '../../../shared/vocabulary/words';
import type { Filling } from './filling';
import type { Parameter } from './parameters';
import { ROLE_TRAITS } from './roles';

/** Words that tell the kind of what follows: "the file budget"; others do so only before a name: "the film Casablanca". */
const KIND_NOUNS = /^(?:file|folder|document|note|song|track|app|program|city|text|word)$/;
const KINDS_OF_NAMED =
  /^(?:task|event|item|list|website|page|film|movie|video|album|band|artist|podcast|show|game|book|branch|issue|playlist|restaurant|doctor|contact)$/;
const KNOWN_FOLDERS = /^(?:documents|downloads|desktop|pictures|music|videos|home|photos)$/;
const NAMING = /^(?:called|named|titled|labelled|labeled|that|saying|says|:)$/;
/** Words before the verb of one more request. */
const JOINING = /^(?:also|and|then|please|just)$/;
/** Words that qualify a thing without naming it. */
const VAGUE =
  /^(?:new|newest|latest|last|recent|all|any|every|more|other|another|own|whole|entire|current|present|next|same|single|certain|few|second|extra|further|spare|additional)$/;

/** Whether a stretch is taken word for word by this parameter: what is to be said, written or remembered. */
export function isVerbatim(parameter: Parameter, chunk: Chunk): boolean {
  return ROLE_TRAITS[parameter.role].verbatim && /^(?:that|saying|says|reading|:)$/.test(chunk.lead ?? '');
}

/** The words of a stretch that make up a value: neither taken, nor the verb, nor the parameter's own name. */
export function valueWords(chunk: Chunk, parameter: Parameter, filling: Filling): readonly number[] {
  const { words, profile, lower } = filling;
  const free = chunk.at.filter((index) => filling.isFree(index));
  if (isVerbatim(parameter, chunk)) return free;
  const bare = parameter.role === 'text' ? free : free.filter((index) => !filling.predicates.has(index));
  let at = trimmed(bare, words);
  if (chunk.lead === null && (!chunk.apart || startsClause(chunk, filling)))
    at = trimmed(withoutVerb(at, filling), words);
  if (pointsAtItem(at, filling)) return at;
  const own = (index: number) =>
    VAGUE.test(lower[index] ?? '') ||
    profile.core.has(rootOf(lower[index] ?? '')) ||
    namesParameter(parameter, lower[index] ?? '');
  const folder = at.some((index) => parameter.role === 'container' && KNOWN_FOLDERS.test(lower[index] ?? ''));
  if (!folder && at.every(own) && !NAMING.test(chunk.lead ?? '')) return [];
  if (parameter.role === 'text' && chunk.lead === 'to') return free;
  if (parameter.role === 'text') return inOwnWords(parameter, free, chunk, filling);
  if (isName(at, words)) return at;
  return trimmed(withoutOwnNouns(withoutKind(at, filling), chunk, parameter, filling), words);
}

/** What is to be said or noted keeps its small words: "where is the bathroom", "thank you". */
function inOwnWords(
  parameter: Parameter,
  free: readonly number[],
  chunk: Chunk,
  filling: Filling,
): readonly number[] {
  const { lower } = filling;
  let at = JOINING.test(lower[free[0] ?? -1] ?? '') ? free.slice(1) : free;
  if (chunk.lead === null && (!chunk.apart || startsClause(chunk, filling))) {
    if (/^(?:tell|give|show|let|have|get)$/.test(lower[at[0] ?? -1] ?? '')) at = at.slice(1);
    else at = withoutVerb(at, filling);
  }
  while (at.length > 1 && /^(?:me|us|a|an|the|my|some|this|down|please|just)$/.test(lower[at[0] ?? -1] ?? ''))
    at = at.slice(1);
  // "The task paint the shed" and "the line budget approved" name what they are before they say it.
  const before = lower[(at[0] ?? 0) - 1] ?? '';
  const first = lower[at[0] ?? -1] ?? '';
  if (
    at.length > 1 &&
    chunk.lead === null &&
    /^(?:the|my|a|this)$/.test(before) &&
    (namesParameter(parameter, first) || /^(?:line|sentence|words?|phrase|item|entry)$/.test(first))
  )
    at = at.slice(1);
  // "With the message hello" is about hello.
  if (chunk.lead === 'with' && at.length > 1 && namesParameter(parameter, lower[at[0] ?? -1] ?? ''))
    at = at.slice(1);
  return withoutKind(at, filling);
}

/** "Send Tom a text" is about Tom. */
function withoutKind(at: readonly number[], { lower, profile }: Filling): readonly number[] {
  const [article, noun] = at.slice(-2);
  const isKind =
    at.length > 2 &&
    /^(?:a|an|the)$/.test(lower[article ?? -1] ?? '') &&
    profile.core.has(rootOf(lower[noun ?? -1] ?? ''));
  return isKind ? at.slice(0, -2) : at;
}

/** "The last one" of names that were listed. */
function pointsAtItem(at: readonly number[], { lower, context }: Filling): boolean {
  const said = at.map((index) => lower[index] ?? '');
  return (
    context.items.length > 0 && said.length > 0 && said.length <= 2 && findOrdinal(said.slice(0, 1)) !== null
  );
}

/** Words that were all written with a capital, sentence beginnings apart, are a name and stay whole. */
function isName(at: readonly number[], words: readonly Word[]): boolean {
  return at.length > 1 && at.every((index) => index > 0 && /^\p{Lu}/u.test(words[index]?.text ?? ''));
}

function startsClause(chunk: Chunk, { lower }: Filling): boolean {
  const first = JOINING.test(lower[chunk.at[0] ?? -1] ?? '') ? 1 : 0;
  return isVerb(lower[chunk.at[first] ?? -1] ?? '');
}

/** "pasta timer", "the note Wifi" and "in the invoices folder" name pasta, Wifi and invoices. */
function withoutOwnNouns(
  at: readonly number[],
  chunk: Chunk,
  parameter: Parameter,
  { lower, profile, words }: Filling,
): readonly number[] {
  let rest = ownerOf(at, parameter, { lower, profile });
  const word = (index: number | undefined) => lower[index ?? -1] ?? '';
  const isNoun = (index: number | undefined) => {
    return namesParameter(parameter, word(index)) || profile.nouns.has(stem(word(index)));
  };
  // "The contract printed" is about the contract.
  const isOwnDeed = (index: number | undefined) =>
    /^\p{Ll}\S+ed$/u.test(words[index ?? -1]?.text ?? '') && profile.core.has(rootOf(word(index)));
  while (rest.length > 1 && (isNoun(rest.at(-1)) || isOwnDeed(rest.at(-1)))) rest = rest.slice(0, -1);
  // "Following Tech Rumours" of a tool that stops following.
  while (
    rest.length > 1 &&
    profile.core.has(rootOf(word(rest[0]))) &&
    /^[a-z]/.test(words[rest[0] ?? -1]?.text ?? '') &&
    /^\p{Lu}/u.test(words[rest[1] ?? -1]?.text ?? '')
  )
    rest = rest.slice(1);
  const first = word(rest[0]);
  const second = words[rest[1] ?? -1]?.text ?? '';
  const kind = KIND_NOUNS.test(first) || (KINDS_OF_NAMED.test(first) && /^\p{Lu}|\.\w/u.test(second));
  const namesKind = kind && chunk.lead !== ':' && parameter.role !== 'text';
  if (rest.length > 1 && (isNoun(rest[0]) || namesKind)) rest = rest.slice(1);
  return rest;
}

/** "The plumber's access" is about the plumber. */
function ownerOf(
  at: readonly number[],
  { role }: Parameter,
  { lower, profile }: Pick<Filling, 'lower' | 'profile'>,
): readonly number[] {
  const owner = at.findIndex((index) => /\p{L}'s$/u.test(lower[index] ?? ''));
  const owned = at.slice(owner + 1).map((index) => lower[index] ?? '');
  const ends =
    owned.length > 0 && (role === 'person' || owned.every((word) => profile.core.has(rootOf(word))));
  return owner >= 0 && ends ? at.slice(0, owner + 1) : at;
}

/** Whether the words of a value stand right before a noun of the tool: the "pasta" of "pasta timer". */
export function isModifier(at: readonly number[], { lower, profile, words }: Filling): boolean {
  const last = at.at(-1) ?? -2;
  if (words[last]?.mark !== '') return false;
  return profile.nouns.has(stem(lower[last + 1] ?? ''));
}

/** What an order begins with, even if it is no word that orders often begin with: "wire my landlord". */
function beginsOrder(at: readonly number[], { lower, profile }: Filling): boolean {
  const [first = -1] = at;
  const word = lower[first] ?? '';
  if (isVerb(word) || (profile.verbs.has(rootOf(word)) && first <= 1)) return true;
  return (
    first === 0 &&
    at[1] === 1 &&
    /^(?:the|my|our|a|an|me|us|him|them)$/.test(lower[1] ?? '') &&
    !NO_VERB.test(word)
  );
}

const NO_VERB = /^(?:only|just|all|both|half|what|such|quite|[a-z]+ly|[a-z]+ing|\d.*)$/;

function withoutVerb(at: readonly number[], filling: Filling): readonly number[] {
  const { lower } = filling;
  if (!beginsOrder(at, filling)) return at;
  let rest = at.slice(1);
  if (rest.length > 0 && isParticle(lower[rest[0] ?? -1] ?? '')) rest = rest.slice(1);
  // "Tick the fence off" is about the fence.
  else if (rest.length > 1 && isParticle(lower[rest.at(-1) ?? -1] ?? '')) rest = rest.slice(0, -1);
  return rest;
}

/** Whether a word is how people call this parameter. */
export function namesParameter(parameter: Parameter, word: string): boolean {
  if (word === '' || isStopWord(word)) return false;
  const root = rootOf(word);
  const names = tokens(parameter.name).map((part) => rootOf(part));
  const first = parameter.description.split(/e\.g\.|[.,;(]/)[0] ?? '';
  return names.includes(root) || (parameter.role !== 'text' && headNoun(first) === root);
}

/** "Folder to look in" and "The name of the file" speak of a folder and a name. */
function headNoun(description: string): string {
  const [first = ''] = tokens(description).filter((word) => word !== 'where' && !isStopWord(word));
  return isVerb(first) ? '' : rootOf(first);
}

/** Whether these words name a folder that everybody has. */
export function isKnownFolder(at: readonly number[], { lower }: Filling): boolean {
  return at.some((index) => KNOWN_FOLDERS.test(lower[index] ?? ''));
}
