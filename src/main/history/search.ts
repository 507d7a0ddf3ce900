import type { TranscriptEntry } from '../../shared/ipc/conversation';
import type { ExcerptPart, KeptConversation } from '../../shared/ipc/history';

/** Characters of an excerpt before its first hit and after it. */
const BEFORE = 40;
const AFTER = 120;

/** Brings together what a search does not tell apart: capitals, accents, and how a letter is composed. */
export function fold(text: string): string {
  // Nearly all text has nothing to take apart.
  if (!/[^\t-\r -~]/.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  // Lower case takes some letters apart again, and writes a last sigma otherwise.
  return bare.replace(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('ς', 'σ');
}

/** The words of a query that must all occur, folded. */
export function queryWords(query: string): readonly string[] {
  return [...new Set(fold(query).split(/\s+/).filter(Boolean))];
}

/**
 * Whether the text of a file may fit; quick, and never false where {@link search} would find. Words with characters
 * that JSON writes otherwise are left to `search`.
 */
export function mayFit(fileText: string, words: readonly string[]): boolean {
  const folded = fold(fileText);
  return words.every((word) => /["\\/]/.test(word) || folded.includes(word));
}

/**
 * Looks for words, as {@link queryWords} gives them, in title and entries; all must occur somewhere. Null when they
 * do not; else the excerpt around the first hit in the entry that has most of them, or none when only the title fits.
 */
export function search(
  conversation: KeptConversation,
  words: readonly string[],
): { readonly excerpt: readonly ExcerptPart[] | null } | null {
  const title = fold(conversation.title);
  const texts = conversation.items.flatMap((item) => (item.kind === 'entry' ? [textOf(item.entry)] : []));
  const folded = texts.map(fold);
  const everywhere = [title, ...folded];
  if (!words.every((word) => everywhere.some((text) => text.includes(word)))) return null;
  const hits = folded.map((text) => words.filter((word) => text.includes(word)).length);
  const most = Math.max(0, ...hits);
  return { excerpt: most === 0 ? null : excerptOf(texts[hits.indexOf(most)]!, words) };
}

function textOf(entry: TranscriptEntry): string {
  if (entry.kind !== 'tool') return entry.text;
  return [entry.name.replaceAll('_', ' '), entry.outcome, entry.arguments].filter(Boolean).join(' · ');
}

function excerptOf(text: string, words: readonly string[]): readonly ExcerptPart[] {
  const marks = marksOf(text, words);
  const first = marks[0]?.from ?? 0;
  const from = wordStart(text, Math.max(0, first - BEFORE));
  const to = Math.min(text.length, first + AFTER);
  const parts: ExcerptPart[] = [];
  let at = from;
  for (const mark of marks) {
    if (mark.from < at || mark.from >= to) continue;
    parts.push({ text: text.slice(at, mark.from), hit: false });
    at = Math.min(mark.to, to);
    parts.push({ text: text.slice(mark.from, at), hit: true });
  }
  parts.push({ text: text.slice(at, to), hit: false });
  const whole = parts.map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ') }));
  return [
    ...(from > 0 ? [{ text: '…', hit: false }] : []),
    ...whole.filter((part) => part.text !== ''),
    ...(to < text.length ? [{ text: '…', hit: false }] : []),
  ];
}

/** Where the words are in the text as it is written, in order. */
function marksOf(text: string, words: readonly string[]): { readonly from: number; readonly to: number }[] {
  let folded = '';
  /** For each character of `folded`, where its own is in `text`; then the end. */
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const bare = fold(character);
    for (let count = 0; count < bare.length; count++) places.push(at);
    folded += bare;
    at += character.length;
  }
  places.push(at);
  const marks = words.flatMap((word) => {
    const found: { from: number; to: number }[] = [];
    for (let hit = folded.indexOf(word); hit >= 0; hit = folded.indexOf(word, hit + word.length)) {
      found.push({ from: places[hit]!, to: places[hit + word.length]! });
    }
    return found;
  });
  return marks.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Not in the middle of a word, if one begins soon. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space >= 0 && space - at < BEFORE / 2 ? space + 1 : at;
}
