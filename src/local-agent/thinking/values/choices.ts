import { aliasesOf } from '../vocabulary/aliases';
import { alike } from '../../../shared/vocabulary/stem';
import { isStopWord } from '../../../shared/vocabulary/stop-words';
import { rootOf } from '../../../shared/vocabulary/synonyms';
import { tokens } from '../../../shared/vocabulary/words';

/** A choice that was said in words `[from, to)`. */
export interface FoundChoice {
  readonly choice: string;
  readonly from: number;
  readonly to: number;
  /** 3 its own words, 2 another way of saying it, 1 part of its words or a word of like meaning. */
  readonly sureness: number;
}

/**
 * Where choices are said in lower-case words, surest and longest first. `free` tells which words may be used.
 */
export function findChoices(
  choices: readonly string[],
  words: readonly string[],
  free: (index: number) => boolean,
): readonly FoundChoice[] {
  const shared = sharedTokens(choices);
  const found = choices.flatMap((choice) => findChoice(choice, words, free, shared));
  return found.sort((a, b) => b.sureness - a.sureness || b.to - b.from - (a.to - a.from) || a.from - b.from);
}

function findChoice(
  choice: string,
  words: readonly string[],
  free: (index: number) => boolean,
  shared: ReadonlySet<string>,
): readonly FoundChoice[] {
  const own = tokens(choice);
  // "All closed issues" are the closed ones.
  const sureness = /^(?:all|any|none|other)$/.test(choice) ? 2.4 : 3;
  const exact = places(own, words, free).map((from) => ({
    ...{ choice, from, to: from + own.length },
    // "Check the joint account" says check, but means joint.
    sureness: own.every((word, index) => word === words[from + index]) ? sureness : sureness - 0.2,
  }));
  if (exact.length > 0 || own.length === 0) return exact.map((one) => widened(one, words, free));
  const glued = own.length > 1 ? places([own.join('')], words, free) : gluedPlaces(own[0] ?? '', words, free);
  if (glued.length > 0) {
    const length = own.length > 1 ? 1 : 2;
    return glued.map((from) => ({ choice, from, to: from + length, sureness: 3 }));
  }
  const others = aliasesOf(choice).flatMap((alias) => {
    const said = alias.split(' ');
    return places(said, words, free).map((from) => ({ choice, from, to: from + said.length, sureness: 2 }));
  });
  return others.length > 0 ? others : partly(choice, own, words, free, shared);
}

/** "Phone number" where the choice is "phone". */
function widened(
  found: FoundChoice,
  words: readonly string[],
  free: (index: number) => boolean,
): FoundChoice {
  const length = aliasesOf(found.choice)
    .map((alias) => alias.split(' '))
    .filter((alias) => alias.length > found.to - found.from)
    .filter((alias) => places(alias, words, free).includes(found.from))
    .reduce((most, alias) => Math.max(most, alias.length), found.to - found.from);
  return { ...found, to: found.from + length };
}

function places(wanted: readonly string[], words: readonly string[], free: (index: number) => boolean) {
  return words.flatMap((_, from) =>
    from + wanted.length <= words.length &&
    wanted.every((word, index) => free(from + index) && alike(word, words[from + index] ?? ''))
      ? [from]
      : [],
  );
}

/** "living room" for `livingroom`. */
function gluedPlaces(wanted: string, words: readonly string[], free: (index: number) => boolean) {
  return words.flatMap((word, from) =>
    free(from) && free(from + 1) && wanted.length > 5 && word + (words[from + 1] ?? '') === wanted
      ? [from]
      : [],
  );
}

/** A word that only this choice has, or one of like meaning. */
function partly(
  choice: string,
  own: readonly string[],
  words: readonly string[],
  free: (index: number) => boolean,
  shared: ReadonlySet<string>,
): readonly FoundChoice[] {
  const telling = own.filter((word) => !shared.has(word) && !isStopWord(word) && word.length > 2);
  const roots = new Set(telling.map(rootOf));
  return words.flatMap((word, from) => {
    if (!free(from) || isStopWord(word) || word.length < 3) return [];
    const part = own.length > 1 && telling.some((one) => alike(one, word));
    const related = roots.has(rootOf(word)) || telling.some((one) => sameBeginning(one, word));
    return part || related ? [{ choice, from, to: from + 1, sureness: 1 }] : [];
  });
}

/** "humid" for "humidity". */
function sameBeginning(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return length >= 5 && one.slice(0, length) === other.slice(0, length);
}

function sharedTokens(choices: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const choice of choices) {
    for (const word of new Set(tokens(choice))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([word]) => word));
}
