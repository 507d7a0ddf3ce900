import { isStopWord } from './words';

/** One word of what was said: as written without punctuation at its edges, and in lower case. */
export interface Word {
  readonly text: string;
  readonly lower: string;
}

/** A stretch of words after a preposition (`lead`), or the part before the first one (`lead` is null). */
export interface Chunk {
  readonly lead: string | null;
  /** Positions in the utterance. */
  readonly at: readonly number[];
}

const OPENERS =
  /^(?:(?:so|well|ok(?:ay)?|hey|hi|hello|please|um+|uh+|and|then|now|yes|alright|right|could you|can you|would you|will you|can i|could i|may i|i want(?: you)? to|i(?:'d| would) like(?: you)? to|i need(?: you)? to|i need|help me(?: to)?|let'?s|let us|you should|would you mind|do me a favou?r and|be so kind and|go ahead and|i wonder if you could|try to)\b[\s,.!]*)+/i;
const CLOSERS =
  /[\s,]+(?:please|for me|thank you|thanks|right now|now|if you can|would you|will you|could you|can you|okay|ok|again|out loud|aloud)[.!?\s]*$/i;
/** Roundabout ways of asking, and the plain order they stand for. */
const REPHRASED: readonly (readonly [RegExp, string])[] = [
  [/^i(?:'m| am) (?:looking|searching) for\b/i, 'find'],
  [/^(?:don't let me forget|make sure (?:that )?i don't forget) to\b/i, 'remind me to'],
  [/^let (\p{L}+) know(?: that)?\b(?<!let me know)/iu, 'tell $1 that'],
  [/^put on (?!my|the|a|an|our)(?:some )?/i, 'play '],
  [/^bring up\b/i, 'open'],
  [/^what (?:does|do) (.+?) say\??$/i, 'read $1'],
  [/^what(?:'s| is) (?:written )?in (?:the|my) (file|note|letter|document) (?=\S)/i, 'read the $1 '],
];
const LEADS = new Set(
  (
    'in inside within at on from into onto to for about regarding concerning with without containing mentioning of ' +
    'near by called named titled labeled labelled that saying under through via as between against after before'
  ).split(' '),
);

/** What was asked without the politeness around it and without the agent's own name in front. */
export function plainRequest(text: string, agentName: string): string {
  let plain = text.trim();
  if (agentName !== '') {
    const name = agentName.replace(/[^\p{L}\p{N} ]/gu, '');
    plain = plain.replace(new RegExp(`^(?:hey |hi |ok |okay |hello )?${name}\\b[\\s,.!]+(?=\\S)`, 'i'), '');
    plain = plain.replace(new RegExp(`[\\s,]+${name}[.!?]*$`, 'i'), '');
  }
  for (let before = ''; before !== plain;) {
    before = plain;
    const opened = plain.replace(OPENERS, '');
    plain = (opened.trim() === '' ? plain : opened).trim();
    const closed = plain.replace(CLOSERS, '');
    plain = (closed.trim() === '' ? plain : closed).trim();
  }
  const straight = plain.replace(/[’`]/g, "'");
  const rephrasing = REPHRASED.find(([roundabout]) => roundabout.test(straight));
  return rephrasing ? straight.replace(...rephrasing) : plain;
}

/** The words of a text; "p.m." becomes "pm", "10%" becomes "10 percent". */
export function wordsOf(text: string): readonly Word[] {
  return text
    .replace(/[’`]/g, "'")
    .replace(/\b([ap])\.\s?m\b\.?/gi, '$1m')
    .replace(/(\d)%/g, '$1 percent')
    .replace(/\bto do (?=lists?\b)/gi, 'to-do ')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}~/.$€£+-]+|[^\p{L}\p{N}/%]+$/gu, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => ({ text: word, lower: word.toLowerCase() }));
}

/** The stretches between prepositions. "turn on" and "look up" are verbs, not places. */
export function chunksOf(words: readonly Word[]): readonly Chunk[] {
  const chunks: { lead: string | null; at: number[] }[] = [{ lead: null, at: [] }];
  words.forEach((word, index) => {
    const before = words[index - 1]?.lower ?? '';
    const particle =
      /^(?:turn|switch|put|look|log|hold|carry|go|keep|is|are|was)$/.test(before) && word.lower !== 'in';
    if (LEADS.has(word.lower) && !particle) chunks.push({ lead: word.lower, at: [] });
    else chunks.at(-1)?.at.push(index);
  });
  return chunks;
}

/** What somebody does by saying this. A statement asks for nothing, so that little of what it says is an order. */
export function isStatement(plain: string): boolean {
  const first =
    plain
      .toLowerCase()
      .replace(/[’`]/g, "'")
      .match(/[\p{L}']+/u)?.[0] ?? '';
  const asks = plain.trim().endsWith('?');
  return (
    !asks &&
    /^(?:i|i'm|i've|i'd|i'll|he|she|it|it's|we|they|that|that's|this|there|there's|the|a|an|my|our|his|her|their|your|you|some|people|somebody|someone|everybody|everyone|nobody|yesterday)$/.test(
      first,
    )
  );
}

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
    const word = words[index ?? -1]?.lower ?? '';
    return word === '' || word === 'where' || isStopWord(word);
  };
  while (from < to && empty(at[from])) from++;
  while (to > from && empty(at[to - 1])) to--;
  return at.slice(from, to);
}
