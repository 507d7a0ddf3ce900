import { isStopWord } from './stop-words';
import { rootOf } from './synonyms';

/** Lower-case words and numbers of a text, identifiers such as `list_files` or `listFiles` taken apart. */
export function tokens(text: string): readonly string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .split(/[^\p{L}\p{N}']+/u)
    .map((word) => word.replace(/^'+|'+$|'s$/g, ''))
    .filter((word) => word !== '');
}

/** The words that carry meaning, as roots; synonyms fall together. */
export function contentRoots(text: string): readonly string[] {
  // "Tell Anna ..." is a message; "tell me ..." is not.
  return tokens(
    text.replace(/\btell (?!me\b|us\b|the\b)(?=\p{L})/giu, 'message ').replace(/\bto[- ]do\b/gi, 'todo'),
  )
    .filter((word) => !isStopWord(word))
    .map((word) => rootOf(word));
}

/** Neighbouring words written as one, for tools that write "checkout" where people say "check out". */
export function joinedPairs(text: string): readonly string[] {
  const words = tokens(text);
  return words.slice(1).map((word, index) => rootOf(`${words[index] ?? ''}${word}`));
}

/** `some_name` or `someName` as words. */
export function humanise(identifier: string): string {
  return tokens(identifier).join(' ');
}

/** Joins with commas and an "and" (or "or"). */
export function inWords(items: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1) ?? ''}`;
}
