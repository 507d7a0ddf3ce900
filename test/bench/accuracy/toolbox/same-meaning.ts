/* Arguments that a tool reads itself are right when it reads the same out of them. */
import { toNumber } from '../../../../src/main/tools/numbers/amount';
import { evaluate } from '../../../../src/main/tools/numbers/expression';
import { unitNamed } from '../../../../src/main/tools/numbers/units';
import { readLength } from '../../../../src/main/tools/time/length';
import { readWhen } from '../../../../src/main/tools/time/when';
import type { PlannedCall } from '../../../../src/local-agent/thinking/types';
import { NOW, type ExpectedCall } from '../cases';
import { valuesOf } from '../compare';

/** How a tool reads an argument; null when it cannot. */
const READERS: Readonly<Record<string, (text: string) => number | null>> = {
  'calculate.expression': (text) => orNull(() => toNumber(evaluate(text))),
  'convert_units.from': (text) => measured(text),
  'convert_units.to': (text) => measured(text),
  'set_timer.duration': readLength,
  'set_alarm.time': (text) => momentOf(text, 'am'),
  'set_reminder.when': (text) => momentOf(text),
};

/** The expected calls, with the words of those made where a tool reads the same out of both. */
export function inSameWords(
  expected: readonly ExpectedCall[],
  made: readonly PlannedCall[],
): readonly ExpectedCall[] {
  return expected.map((call) => {
    const answer = made.find(({ name }) => name === call.name);
    const args = Object.entries(call.arguments).map(([key, value]) => {
      const read = READERS[`${call.name}.${key}`];
      const got = answer?.arguments[key];
      if (!read || typeof got !== 'string') return [key, value] as const;
      const meant = read(got);
      const same = meant !== null && valuesOf(value).some((one) => read(String(one)) === meant);
      return [key, same ? got : value] as const;
    });
    return { ...call, arguments: Object.fromEntries(args) };
  });
}

/** Two names are the same unit when they measure the same in one that is known. */
function measured(text: string): number | null {
  return orNull(() => {
    const unit = unitNamed(text);
    return [unit.size, unit.offset]
      .map((part) => (part ? toNumber(part) : 0))
      .reduce((a, b) => a * 1_000 + b);
  });
}

function momentOf(text: string, likely?: 'am'): number | null {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const read = readWhen(text, { now: NOW.getTime(), timeZone, ...(likely && { likely }) });
  return read.ok ? read.at : null;
}

function orNull(read: () => number): number | null {
  try {
    return read();
  } catch {
    return null;
  }
}
