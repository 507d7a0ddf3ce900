import { expect, test } from 'vitest';
import { entryOf } from '../undo/undo.fixture';
import { exportedAudit } from './audit-export';

const words = () => '21 November 2026, 12:00:00';
const hostile = entryOf({
  id: 'one',
  heard: '=HYPERLINK("http://x")',
  effect: 'Moves "a, b".\n# Not a heading',
  arguments: { text: '```\n# out' },
  said: '<b>done</b>',
  undone: { at: Date.parse('2026-11-21T12:05:00Z'), outcome: 'undone', said: 'Back.' },
});

test('JSON lines hold the whole of each record', () => {
  const lines = exportedAudit([hostile, entryOf({ id: 'two' })], 'jsonl', words)
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([hostile, entryOf({ id: 'two' })]);
});

test('a table has one row a record, quoted, and no cell is a formula', () => {
  const text = exportedAudit([hostile], 'csv', words);
  expect(text.startsWith('\uFEFFtime,tool,')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(text).toContain('"Moves ""a, b"".\n# Not a heading"');
  expect(text.trimEnd()).toMatch(/2026-11-21T12:05:00.000Z$/);
});

test.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1'])('a cell that begins as %j is text', (heard) => {
  const [, row = ''] = exportedAudit([entryOf({ id: 'one', heard })], 'csv', words).split(/\r\n/);
  expect(row).toContain(`'${heard}`);
});

test('in Markdown nothing that was said or done becomes markup', () => {
  const text = exportedAudit([hostile], 'markdown', words);
  expect(text).toContain('## 21 November 2026, 12:00:00: move\\_item');
  expect(text).toContain('Moves "a, b". \\# Not a heading');
  expect(text).toContain('\\<b\\>done');
  expect(text).toContain('````json\n');
  expect(text).toContain('- Allowed: approved in the window');
  expect(text.match(/^#+ /gm)).toEqual(['# ', '## ']);
});
