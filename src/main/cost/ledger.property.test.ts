/** The ledger's file under every kind of damage. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarOf, monthOf } from './calendar';
import { compacted } from './compact';
import { readLedger, type LedgerLine, type ReadLedger } from './lines';
import { nothingSpent, plus, type Spent } from './price';
import { totalsOf } from './totals';

const berlin = calendarOf('Europe/Berlin');
const FROM = Date.parse('2026-08-30T00:00:00Z');
const NOW = Date.parse('2026-11-21T12:00:00Z');

const socketId = { conversation: fc.constantFrom('a', 'b'), socket: fc.nat(5) };
const at = fc.integer({ min: FROM, max: NOW });
const amount = fc.nat(10_800_000);
const line: fc.Arbitrary<LedgerLine> = fc.oneof(
  fc.record({ type: fc.constant('opened' as const), ...socketId, at, perHour: fc.nat(9_000_000) }),
  fc.record({ type: fc.constant('ready' as const), ...socketId, at, expiresAt: fc.option(at) }),
  fc.record({ type: fc.constant('alive' as const), ...socketId, at }),
  fc.record({
    type: fc.constant('closed' as const),
    ...socketId,
    at,
    milliseconds: amount,
    by: fc.constantFrom('service', 'clock', 'estimate'),
  }),
  fc.record({
    type: fc.constant('spent' as const),
    period: fc.constantFrom('2026-09', '2026-10-03', '2026-11', '2026-11-21'),
    milliseconds: amount,
    microDollars: amount,
  }),
);
const junk = fc.oneof(
  fc.string(),
  fc.constantFrom('{', '[]', 'null', '{"type":"spent"}', '\0\0\0', '{"type":"opened","at":1e99}'),
);
const text = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: line.map((entry) => JSON.stringify(entry)) },
      { weight: 1, arbitrary: junk },
    ),
  )
  .map((lines) => lines.map((entry) => `${entry}\n`).join(''));

const closedSums = (ledger: ReadLedger) => totalsOf(ledger.book, NOW, berlin).closed;

/** Everything that was ever charged, by month. */
function byMonth({ book }: ReadLedger): Readonly<Record<string, Spent>> {
  const months: Record<string, Spent> = {};
  const periods = [...book.summaries.keys()].map(monthOf);
  for (const month of new Set([...periods, '2026-08', '2026-09', '2026-10', '2026-11'])) {
    const within = Date.parse(`${month}-15T12:00:00Z`);
    const { month: sum } = totalsOf(book, within, berlin).closed;
    if (sum.milliseconds + sum.microDollars > 0) months[month] = sum;
  }
  return months;
}

it('cut at any byte, it reads and never counts more than the whole', () => {
  fc.assert(
    fc.property(text, fc.nat(), (whole, place) => {
      const bytes = Buffer.from(whole);
      const cut = bytes.subarray(0, bytes.length === 0 ? 0 : place % bytes.length).toString('utf8');
      const [part, all] = [closedSums(readLedger(cut)), closedSums(readLedger(whole))];
      for (const period of ['day', 'month'] as const) {
        expect(part[period].milliseconds).toBeLessThanOrEqual(all[period].milliseconds);
        expect(part[period].microDollars).toBeLessThanOrEqual(all[period].microDollars);
      }
    }),
    { numRuns: 1_000 },
  );
});

it('cut at any byte and written on, it loses no later line', () => {
  fc.assert(
    fc.property(text, fc.nat(), amount, (whole, place, milliseconds) => {
      const cut = whole.slice(0, place % (whole.length + 1));
      const more = JSON.stringify({ type: 'spent', period: '2026-11-21', milliseconds, microDollars: 7 });
      const next = `${cut}${cut === '' || cut.endsWith('\n') ? '' : '\n'}${more}\n`;
      const before = closedSums(readLedger(cut)).day;
      expect(closedSums(readLedger(next)).day).toEqual(plus(before, { milliseconds, microDollars: 7 }));
    }),
  );
});

it('read as any bytes, it does not throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const ledger = readLedger(Buffer.from(bytes).toString('utf8'));
      expect(closedSums(ledger).month).toEqual(nothingSpent);
    }),
  );
});

it('shortened, it has the same sums for every month and for today, the same open sockets and junk', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const before = readLedger(whole);
      const lines = compacted(before, NOW, berlin);
      if (lines === null) return;
      const after = readLedger(lines.join('\n'));
      expect(byMonth(after)).toEqual(byMonth(before));
      expect(closedSums(after)).toEqual(closedSums(before));
      expect(after.book.open).toEqual(before.book.open);
      expect(after.unreadable).toBe(before.unreadable);
      expect(compacted(after, NOW, berlin)).toBeNull();
    }),
    { numRuns: 500 },
  );
});
