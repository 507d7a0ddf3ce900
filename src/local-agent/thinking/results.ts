import type { Json } from '../../shared/json';
import type { FinishedCall } from './types';
import { humanise, inWords } from '../../shared/vocabulary/words';

/** A result told in plain words, and the names it listed. */
export interface ToldResult {
  readonly text: string;
  readonly items: readonly string[];
}

/** Longest result text that is read out as it is. */
const LONGEST = 600;
const MOST_ITEMS = 5;

/** Words that a tool wants said as they are; freer instructions need a language model. */
const WORD_FOR_WORD =
  /^(?:please )?say (?:exactly|verbatim|word for word)(?: this)?\s*[:,]?\s*([^\s:,][\s\S]*)$/i;

/**
 * Tells what came back: what the tool's `response_instructions` want word for word, else a result's own `say` text,
 * else a sentence made of its data.
 */
export function tellResult(call: FinishedCall): ToldResult {
  const wanted = WORD_FOR_WORD.exec(call.instructions?.trim() ?? '')?.[1];
  if (wanted !== undefined) {
    return { text: wanted.replace(/^["“](.*)["”]$/s, '$1'), items: namesIn(parse(call.result)) };
  }
  if (call.outcome === 'timed-out') {
    return { text: 'Sorry, that took too long, so I stopped waiting.', items: [] };
  }
  const value = parse(call.result);
  if (call.outcome === 'failed') return { text: tellFailure(value), items: [] };
  const items = namesIn(value);
  const own = textAt(value, ['say', 'spoken', 'speech']);
  if (own !== null) return { text: [sentence(own), contents(value)].filter(Boolean).join(' '), items };
  return { text: tellData(value, items), items };
}

/** A text that was fetched to be read out: "Here is the list." alone would be no answer. */
function contents(value: Json): string {
  const text = textAt(value, ['text']);
  return text === null ? '' : sentence(shorten(text));
}

function tellFailure(value: Json): string {
  const reason =
    typeof value === 'string' ? value : textAt(value, ['say', 'error', 'message', 'reason', 'detail']);
  // A `hint` beside it is meant for the model and is not said.
  return reason ? `Sorry, that didn't work. ${sentence(shorten(reason))}` : "Sorry, that didn't work.";
}

function tellData(value: Json, items: readonly string[]): string {
  if (value === null || value === '') return 'Done.';
  if (typeof value === 'string') return sentence(shorten(value));
  if (typeof value === 'number') return `The answer is ${String(value)}.`;
  if (typeof value === 'boolean') return value ? 'Yes.' : 'No.';
  if (isList(value)) return tellList(items, value.length, 'result');
  const message = textAt(value, ['message', 'text', 'answer', 'summary', 'content', 'result', 'description']);
  const list = Object.entries(value).find((entry): entry is [string, readonly Json[]] => isList(entry[1]));
  if (list) return tellList(items, list[1].length, humanise(list[0]).replace(/s$/, ''));
  if (message !== null) return sentence(shorten(message));
  const facts = factsIn(value);
  if (facts.length === 0) return 'Done.';
  return sentence(inWords(facts.slice(0, MOST_ITEMS)));
}

function tellList(items: readonly string[], count: number, noun: string): string {
  if (count === 0) return 'I found nothing.';
  const named = items.slice(0, MOST_ITEMS);
  const rest = count - named.length;
  const plural = count === 1 ? noun : `${noun}s`.replace(/([^aeiou])ys$/, '$1ies');
  if (named.length === 0) return `There ${count === 1 ? 'is' : 'are'} ${String(count)} ${plural}.`;
  if (rest > 0) return `There are ${String(count)} ${plural}. The first are ${inWords(named)}.`;
  return count === 1
    ? `There is one ${noun}, ${named[0] ?? ''}.`
    : `There are ${String(count)} ${plural}: ${inWords(named)}.`;
}

/** "ok: true" says nothing; everything else simple becomes "the sky is clear". */
function factsIn(value: { readonly [key: string]: Json }): readonly string[] {
  return Object.entries(value)
    .filter(([key, fact]) => !/^(?:ok|success|status_code|id|call_id|.*_id)$/.test(key) && fact !== null)
    .flatMap(([key, fact]) => {
      if (typeof fact === 'object') return isList(fact) || fact === null ? [] : factsIn(fact);
      const [name, unit] = withUnit(key);
      const shown = typeof fact === 'boolean' ? (fact ? 'yes' : 'no') : String(fact);
      return [`the ${name} is ${shown}${unit}`];
    });
}

function withUnit(key: string): readonly [string, string] {
  const units: Readonly<Record<string, string>> = {
    c: ' degrees Celsius',
    f: ' degrees Fahrenheit',
    percent: ' percent',
    pct: ' percent',
    km: ' kilometres',
    minutes: ' minutes',
    seconds: ' seconds',
    hours: ' hours',
  };
  const words = humanise(key)
    .replace(/\btemp\b/, 'temperature')
    .split(' ');
  const unit = words.length > 1 ? units[words.at(-1) ?? ''] : undefined;
  return unit === undefined ? [words.join(' '), ''] : [words.slice(0, -1).join(' '), unit];
}

/** Names in a list of texts or of objects that have one. */
function namesIn(value: Json): readonly string[] {
  return (listIn(value, 2) ?? []).flatMap((entry) => {
    if (typeof entry === 'string' || typeof entry === 'number') return [String(entry)];
    const name = textAt(entry, ['name', 'title', 'label', 'file', 'path', 'text', 'id']);
    return name === null ? [] : [name];
  });
}

/** The first list in a value, also inside objects such as `data`. */
function listIn(value: Json, depth: number): readonly Json[] | null {
  if (isList(value)) return value;
  if (typeof value !== 'object' || value === null) return null;
  const inner = Object.values(value);
  const own = inner.find(isList);
  if (own || depth === 0) return own ?? null;
  return inner.map((one) => listIn(one, depth - 1)).find((list) => list !== null) ?? null;
}

function textAt(value: Json, keys: readonly string[]): string | null {
  if (typeof value !== 'object' || value === null || isList(value)) return null;
  for (const key of keys) {
    const text = value[key];
    if (typeof text === 'string' && text.trim() !== '') return text.trim();
    // Nested one level: `data` and `error` often hold the message.
    if (typeof text === 'object' && text !== null && !isList(text)) {
      const inner = text.message;
      if (typeof inner === 'string') return inner;
    }
  }
  return null;
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

function parse(result: string): Json {
  try {
    return JSON.parse(result) as Json;
  } catch {
    return result;
  }
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= LONGEST) return flat;
  const cut = flat.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf('. ') + 1, cut.lastIndexOf(' ')))} And so on.`;
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]["')]?$/.test(first) ? first : `${first}.`;
}
