import type { FileFacts, GrantedPath } from '../../permissions/granted-files';
import { kindOf, stemOf } from './kinds';
import { nameOf } from './walk';
import { spokenWhen } from '../time/spoken-when';

/** Longest name that is said in full, in characters. */
const LONGEST_NAME = 60;

/** A file's name as said aloud: no extension, no dashes and underscores: "meeting notes". */
export function spokenName(path: GrantedPath): string {
  const words = stemOf(nameOf(path))
    .replace(/[_/\\]+/gu, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim();
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME)} and so on` : words;
}

/** "budget, a spreadsheet, changed yesterday". */
export function spokenFile(path: GrantedPath, facts: FileFacts, now: Date, timeZone: string): string {
  const kind = facts.kind === 'folder' ? 'a folder' : kindOf(nameOf(path));
  return `${spokenName(path)}, ${kind}, changed ${spokenWhen(facts.modified, now, timeZone)}`;
}

/** "a", "a or b", "a, b or c". */
export function spokenList(items: readonly string[], joint: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}

/** A size with its unit, in steps of 1,000: "12 KB". */
export function sizeWithUnit(bytes: number): string {
  if (bytes === 1) return '1 byte';
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const step = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1_000 ** step;
  return `${amount < 10 && step > 0 ? amount.toFixed(1) : Math.round(amount)} ${units[step]}`;
}
