import { isStopWord } from '../../shared/vocabulary/stop-words';
import { NUMBER_WORDS, ORDINAL_WORDS } from './values/number-names';

/** One word of what was said: as written without punctuation at its edges, and in lower case. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** The punctuation behind it: `,` `.` `:` or nothing. */
  readonly mark: '' | ',' | '.' | ':';
}

/** The words of a text; "p.m." becomes "pm", "10%" becomes "10 percent", "five-minute" becomes two words. */
export function wordsOf(text: string): readonly Word[] {
  return text
    .replace(/[’`]/g, "'")
    .replace(/\b([ap])\.\s?m\b\.?/gi, '$1m')
    .replace(/(\d)\s?%/g, '$1 percent')
    .replace(/(\d)\s?°\s?[CF]?\b/g, '$1 degrees ')
    .replace(
      /([$€£])\s?(\d[\d.,]*\d|\d)/g,
      (_, sign: string, sum: string) => `${sum} ${CURRENCY[sign] ?? ''}`,
    )
    .replace(/\bto[ -]do (?=lists?\b|items?\b)/gi, 'to-do ')
    .split(/\s+/)
    .flatMap(splitHyphens)
    .flatMap(wordOf);
}

const CURRENCY: Readonly<Record<string, string>> = { $: 'dollars', '€': 'euros', '£': 'pounds' };

function splitHyphens(word: string): readonly string[] {
  const parts = word.split('-');
  const [first = '', second = ''] = parts.map((part) => part.toLowerCase());
  const counts = (NUMBER_WORDS.has(first) || /^\d+$/.test(first)) && /^[a-z]+/.test(second);
  return parts.length === 2 && counts && !ORDINAL_WORDS.has(word.toLowerCase()) ? parts : [word];
}

function wordOf(raw: string): readonly Word[] {
  const text = raw
    .replace(/^[^\p{L}\p{N}~/.$€£+#@-]+|[^\p{L}\p{N}/%+#]+$/gu, '')
    .replace(/^\.(?=\p{Lu})/u, '');
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  const end = /[^\p{L}\p{N}%]+$/u.exec(raw)?.[0] ?? '';
  const mark = end.includes(':') ? ':' : /[.!?;]/.test(end) ? '.' : end.includes(',') ? ',' : '';
  return [{ text, lower: text.toLowerCase(), mark }];
}

/** A stretch of words behind a preposition or a colon (`lead`), or the part before the first one (null). */
export interface Chunk {
  readonly lead: string | null;
  /** Position of the lead; -1 without one, or when it is no word. */
  readonly leadAt: number;
  /** Positions in the utterance. */
  readonly at: readonly number[];
  /** Whether a comma or a full stop stands before it. */
  readonly apart: boolean;
}

const LEADS: ReadonlySet<string> = new Set(
  (
    'in inside within at on from into onto to for about regarding concerning with without containing mentioning mentioned mentions contains of ' +
    'near by around called named titled labeled labelled that saying says reading under through via as between against ' +
    'after before behind since until'
  ).split(' '),
);
const PARTICLE_VERBS =
  /^(?:turn|switch|put|look|log|hold|carry|go|keep|is|are|was|come|going|what's|that's|it's)$/;

/** The stretches between prepositions. "turn on" and "look up" are verbs, not places. */
export function chunksOf(words: readonly Word[]): readonly Chunk[] {
  const chunks: { lead: string | null; leadAt: number; at: number[]; apart: boolean }[] = [
    { lead: null, leadAt: -1, at: [], apart: false },
  ];
  words.forEach(({ lower }, index) => {
    const mark = words[index - 1]?.mark ?? '';
    if (mark === ':') chunks.push({ lead: ':', leadAt: -1, at: [], apart: true });
    else if (mark !== '') chunks.push({ lead: null, leadAt: -1, at: [], apart: true });
    // "Name it Kittens" is like "called Kittens".
    const naming =
      /^(?:it|this|that|them)$/.test(lower) &&
      /^(?:name|call|title|label)$/.test(words[index - 1]?.lower ?? '');
    if (naming && index + 1 < words.length) {
      chunks.at(-1)?.at.pop();
      chunks.push({ lead: 'called', leadAt: index, at: [], apart: false });
      return;
    }
    const leads = LEADS.has(lower) && !isVerbParticle(words, index) && index + 1 < words.length;
    if (leads) chunks.push({ lead: lower, leadAt: index, at: [], apart: mark !== '' });
    else chunks.at(-1)?.at.push(index);
  });
  return chunks.filter((chunk, index) => chunk.at.length > 0 || index === 0);
}

function isVerbParticle(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]?.lower ?? '';
  const word = words[index]?.lower ?? '';
  if (word === 'on' && /^(?:put|turn|switch|going|go|carry|keep)$/.test(before)) return true;
  if (word === 'that') return !beginsSentence(words[index + 1]);
  return PARTICLE_VERBS.test(before) && /^(?:on|up|into)$/.test(word) && before !== 'is' && before !== 'are';
}

/** "Tell Anna that she ..." goes on with a sentence; "add that to ..." does not. */
const beginsSentence = (word: Word | undefined) =>
  word !== undefined &&
  (/^(?:i|i'm|i'll|i've|i'd|we|we're|we'll|he|he's|she|she's|it|it's|they|they're|you|you're|the|a|an|my|our|your|his|her|their|there|this|there's|nobody|everybody|everyone)$/.test(
    word.lower,
  ) ||
    /^\p{Lu}/u.test(word.text));

/** Text between quotation marks, or null. */
export function quoted(text: string): string | null {
  return (
    /["“”«]([^"“”«»]+)["“”»]/.exec(text)?.[1]?.trim() ??
    /(?:^|\s)'([^']+)'(?=[\s.,!?]|$)/.exec(text)?.[1] ??
    null
  );
}

/** Positions without leading and trailing words that mean nothing ("the", "my", "some"). */
export function trimmed(at: readonly number[], words: readonly Word[]): readonly number[] {
  let from = 0;
  let to = at.length;
  const empty = (index: number | undefined) => {
    const { text = '', lower: word = '' } = words[index ?? -1] ?? {};
    // Inside a sentence a capital makes a name: "Play Let It Be".
    if (index !== undefined && index > 0 && /^\p{Lu}/u.test(text) && !/^i\b/.test(word)) return false;
    return word === '' || word === 'where' || isStopWord(word);
  };
  while (from < to && empty(at[from])) from++;
  while (to > from && empty(at[to - 1])) to--;
  return at.slice(from, to);
}
