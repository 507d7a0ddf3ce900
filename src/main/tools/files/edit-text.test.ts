import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, findEdits, unifiedDiff, type Edit } from './edit-text';

const editsOf = (
  text: string,
  find: string,
  replacement = '',
  more: { every?: boolean; line?: number } = {},
) => findEdits(text, { find, replacement, every: false, ...more });

describe('finding what is to be replaced', () => {
  test('exactly, and only there when it also fits elsewhere without regard to case', () => {
    expect(editsOf('tea Tea', 'Tea')).toEqual({ kind: 'edits', edits: [{ from: 4, to: 7, text: '' }] });
  });

  test('without regard to case and space when it is nowhere exactly', () => {
    expect(editsOf('Call  Sam\ntoday', 'call sam today', 'x')).toEqual({
      kind: 'edits',
      edits: [{ from: 0, to: 15, text: 'x' }],
    });
    expect(editsOf('a.b', 'A.B')).toMatchObject({ kind: 'edits' });
    expect(editsOf('axb', 'A.B')).toEqual({ kind: 'missing' });
  });

  test('several places are told by their lines', () => {
    expect(editsOf('a\nb a\na', 'a')).toEqual({ kind: 'several', lines: [1, 2, 3] });
    expect(editsOf('a\nb a\na', 'a', 'c', { line: 2 })).toEqual({
      kind: 'edits',
      edits: [{ from: 4, to: 5, text: 'c' }],
    });
    expect(editsOf('a\na', 'a', 'c', { line: 9 })).toEqual({ kind: 'missing' });
  });

  test('blank text is found only as it stands', () => {
    expect(editsOf('a b', ' ')).toMatchObject({ kind: 'edits' });
    expect(editsOf('ab', ' ')).toEqual({ kind: 'missing' });
  });

  test('a long text that fits nearly everywhere takes no time', () => {
    const started = performance.now();
    editsOf('a '.repeat(50_000), `${'A '.repeat(200)}b`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

/** Applies a unified diff strictly, as `patch` would. */
function patched(text: string, diff: string): string {
  const old = text.split('\n');
  const result: string[] = [];
  let at = 0;
  for (const line of diff.split('\n')) {
    const head = /^@@ -(\d+),\d+ \+\d+,\d+ @@$/u.exec(line);
    if (head) {
      while (at < Number(head[1]) - 1) result.push(old[at++]!);
    } else if (line.startsWith('+')) result.push(line.slice(1));
    else {
      expect(old[at]).toBe(line.slice(1));
      if (line.startsWith(' ')) result.push(line.slice(1));
      at += 1;
    }
  }
  return [...result, ...old.slice(at)].join('\n');
}

describe('the diff', () => {
  test('shows each place with two lines around, places near each other together', () => {
    const text = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`).join('\n');
    const edits = ['line 3\n', 'line 5\n', 'line 15\n'].map((find): Edit => {
      const from = text.indexOf(find);
      return { from, to: from + find.length - 1, text: 'new' };
    });
    expect(unifiedDiff(text, edits)).toBe(
      [
        '@@ -1,7 +1,7 @@',
        ...[
          ' line 1',
          ' line 2',
          '-line 3',
          '-line 4',
          '-line 5',
          '+new',
          '+line 4',
          '+new',
          ' line 6',
          ' line 7',
        ],
        '@@ -13,5 +13,5 @@',
        ...[' line 13', ' line 14', '-line 15', '+new', ' line 16', ' line 17'],
      ].join('\n'),
    );
  });

  test('a long one is cut and says so', () => {
    const text = 'a\n'.repeat(100);
    const edits = Array.from({ length: 100 }, (_, at) => ({ from: at * 2, to: at * 2 + 1, text: 'b' }));
    expect(unifiedDiff(text, edits, 10)).toMatch(/\n… 191 more lines$/u);
  });

  test('is what a strict patch turns the old text into the new one with', () => {
    const word = fc.constantFrom('a', 'b', 'tea', 'milk', '');
    const lines = fc.array(word, { minLength: 1, maxLength: 30 }).map((all) => `${all.join('\n')}\n`);
    const put = fc.constantFrom('x', '', 'x\ny', 'a');
    let changed = 0;
    fc.assert(
      fc.property(lines, put, fc.constantFrom('a', 'tea', 'milk\n', 'b\na'), (text, replacement, find) => {
        const found = editsOf(text, find, replacement, { every: true });
        if (found.kind !== 'edits') return;
        const after = applyEdits(text, found.edits);
        if (after === text || !after.endsWith('\n')) return;
        changed += 1;
        expect(patched(text, unifiedDiff(text, found.edits, 10_000))).toBe(after);
      }),
      { numRuns: 500 },
    );
    expect(changed).toBeGreaterThan(100);
  });
});
