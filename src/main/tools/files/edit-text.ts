/** Finding and replacing in a text, and showing what would change. Pure. */

/** One replacement: what stands from `from` to `to` (UTF-16 units) becomes `text`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What is to be replaced. */
export interface Replacement {
  readonly find: string;
  readonly replacement: string;
  /** Every place instead of the only one. */
  readonly every: boolean;
  /** Only where it begins in this line, counted from 1. */
  readonly line?: number;
}

/** The edits, or in which lines the text was found when it is not clear which place is meant. */
export type Edits =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'several'; readonly lines: readonly number[] };

/** Places that are changed at most. */
const MOST_EDITS = 10_000;

/**
 * Finds what is to be replaced: exactly; where that is nowhere, without regard to letter case and to the amount of
 * space between words.
 */
export function findEdits(text: string, { find, replacement, every, line }: Replacement): Edits {
  const starts = lineStarts(text);
  const inLine = ({ from }: { readonly from: number }) => line === undefined || lineAt(starts, from) === line;
  const exact = exactly(text, find).filter(inLine);
  const found = exact.length > 0 ? exact : loosely(text, find).filter(inLine);
  if (found.length === 0) return { kind: 'missing' };
  if (found.length > 1 && !every) {
    return { kind: 'several', lines: [...new Set(found.map(({ from }) => lineAt(starts, from)))] };
  }
  return { kind: 'edits', edits: found.map((range) => ({ ...range, text: replacement })) };
}

/** The text after the edits, which are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let [result, at] = ['', 0];
  for (const { from, to, text: put } of edits) {
    result += text.slice(at, from) + put;
    at = to;
  }
  return result + text.slice(at);
}

/** Lines around a change in a diff. */
const AROUND = 2;

/** The edits as a unified diff, without its file header; cut after `most` lines, and says so. */
export function unifiedDiff(text: string, edits: readonly Edit[], most = 200): string {
  const starts = lineStarts(text);
  const lines: string[] = [];
  let shift = 0;
  for (const hunk of hunksOf(text, edits, starts)) {
    const before = linesBetween(text, starts, hunk.first, hunk.last);
    const start = starts[hunk.first]!;
    const after = splitLines(
      applyEdits(
        text.slice(start, starts[hunk.last + 1] ?? text.length),
        hunk.edits.map((edit) => ({ ...edit, from: edit.from - start, to: edit.to - start })),
      ),
    );
    const [head, tail] = common(before, after);
    lines.push(`@@ -${hunk.first + 1},${before.length} +${hunk.first + 1 + shift},${after.length} @@`);
    lines.push(
      ...before.slice(0, head).map((kept) => ` ${kept}`),
      ...before.slice(head, before.length - tail).map((gone) => `-${gone}`),
      ...after.slice(head, after.length - tail).map((put) => `+${put}`),
      ...before.slice(before.length - tail).map((kept) => ` ${kept}`),
    );
    shift += after.length - before.length;
  }
  return lines.length <= most
    ? lines.join('\n')
    : `${lines.slice(0, most).join('\n')}\n… ${lines.length - most} more lines`;
}

function exactly(text: string, find: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (
    let at = text.indexOf(find);
    at >= 0 && found.length < MOST_EDITS;
    at = text.indexOf(find, at + find.length)
  ) {
    found.push({ from: at, to: at + find.length });
  }
  return found;
}

function loosely(text: string, find: string): { from: number; to: number }[] {
  const words = find.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'));
  const pattern = new RegExp(escaped.join('\\s{1,20}'), 'giu');
  const found: { from: number; to: number }[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ from: match.index, to: match.index + match[0].length });
    if (found.length >= MOST_EDITS) break;
  }
  return found;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line of a place, counted from 1. */
function lineAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return low + 1;
}

interface Hunk {
  /** Lines from 0, both included. */
  readonly first: number;
  last: number;
  readonly edits: Edit[];
}

function hunksOf(text: string, edits: readonly Edit[], starts: readonly number[]): readonly Hunk[] {
  // What follows a line end at the end of the text is no line.
  const lastLine = Math.max(0, starts.length - 1 - (text.endsWith('\n') ? 1 : 0));
  const hunks: Hunk[] = [];
  for (const edit of edits) {
    const first = Math.max(0, Math.min(lastLine, lineAt(starts, edit.from) - 1) - AROUND);
    const last = Math.min(lastLine, lineAt(starts, edit.to) - 1 + AROUND);
    const open = hunks.at(-1);
    if (open && first <= open.last + 1) {
      open.last = Math.max(open.last, last);
      open.edits.push(edit);
    } else hunks.push({ first, last, edits: [edit] });
  }
  return hunks;
}

function linesBetween(
  text: string,
  starts: readonly number[],
  first: number,
  last: number,
): readonly string[] {
  return splitLines(text.slice(starts[first], starts[last + 1] ?? text.length));
}

function splitLines(text: string): readonly string[] {
  if (text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

function common(before: readonly string[], after: readonly string[]): readonly [number, number] {
  const most = Math.min(before.length, after.length);
  let [head, tail] = [0, 0];
  while (head < most && before[head] === after[head]) head += 1;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [head, tail];
}
