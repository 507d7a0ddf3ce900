import type { Row } from './measurement';

const HEADINGS = ['measurement', 'p50', 'p99', 'max / other', 'target', 'met'] as const;

/** The rows as an aligned table for the console. */
export function tableText(rows: readonly Row[]): string {
  const lines = [
    HEADINGS,
    ...rows.map(({ measurement, p50, p99, other, target, met }) => [
      measurement,
      figure(p50),
      figure(p99),
      other,
      target,
      met === null ? '' : met ? 'yes' : 'NO',
    ]),
  ];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const text = lines.map((line) =>
    line
      .map((cell, column) =>
        column === 1 || column === 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  );
  return [text[0], widths.map((width) => '-'.repeat(width)).join('  '), ...text.slice(1)].join('\n');
}

function figure(value: number | null): string {
  if (value === null) return '';
  return Number.isFinite(value) ? value.toFixed(value < 100 ? 1 : 0) : 'none';
}
