import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from './calendar';
import { allowance, conversationCost, type Allowance, type CapSettings } from './caps';

const berlin = calendarOf('Europe/Berlin');
const NOON = Date.parse('2026-11-21T11:00:00Z');
const settings: CapSettings = { dollarsPerHour: 4.5, capConversation: 1, capDay: 5, capMonth: 50 };
const none = { conversation: 0, day: 0, month: 0 };
const dollars = (amount: number) => amount * 1_000_000;

/** So many whole seconds are allowed, up to which cap. */
const left = (answer: Allowance) =>
  answer.allowed && answer.milliseconds !== null
    ? [Math.floor(answer.milliseconds / 1_000), answer.cap]
    : answer;

describe('the caps', () => {
  it('allow until the nearest of them', () => {
    expect(left(allowance(settings, none, NOON, berlin))).toEqual([800, 'conversation']);
    expect(left(allowance(settings, { ...none, day: dollars(4.9) }, NOON, berlin))).toEqual([80, 'day']);
    expect(left(allowance(settings, { ...none, month: dollars(49.95) }, NOON, berlin))).toEqual([
      40,
      'month',
    ]);
  });

  it('allow everything when there are none, or when it costs nothing', () => {
    const free = { allowed: true, milliseconds: null, cap: null };
    const noCaps = { ...settings, capConversation: null, capDay: null, capMonth: null };
    expect(allowance(noCaps, { ...none, day: dollars(99) }, NOON, berlin)).toEqual(free);
    expect(allowance({ ...settings, dollarsPerHour: 0 }, none, NOON, berlin)).toEqual(free);
  });

  it.each([
    ['conversation', 'This conversation has reached its cap of $1.00.'],
    ['day', 'The hosted service has reached its cap of $5.00 for today.'],
    ['month', 'The hosted service has reached its cap of $50.00 for this month.'],
  ] as const)('refuse when the one for the %s is reached, and say what to do', (cap, sentence) => {
    const answer = allowance(settings, { ...none, [cap]: dollars(50) }, NOON, berlin);
    expect(answer).toMatchObject({ allowed: false, cap, problem: { code: `cap_${cap}`, sentence } });
    expect(answer).toHaveProperty('problem.next', expect.stringContaining('local agent'));
  });

  it('refuse when less than a second is left, so that nobody asks again and again', () => {
    const almost = { ...none, conversation: dollars(1) - 1_000 };
    expect(allowance(settings, almost, NOON, berlin)).toMatchObject({ allowed: false, cap: 'conversation' });
  });

  it('follow a cap that was lowered below what is spent', () => {
    const lower = { ...settings, capDay: 0.5 };
    expect(allowance(lower, { ...none, day: dollars(2) }, NOON, berlin)).toMatchObject({ cap: 'day' });
  });
});

describe('at midnight', () => {
  const BEFORE = Date.parse('2026-11-21T22:59:00Z');
  const only = (more: Partial<CapSettings>) => ({
    ...settings,
    capConversation: null,
    capDay: null,
    capMonth: null,
    ...more,
  });

  it('the cap of the day begins anew', () => {
    const answer = allowance(only({ capDay: 1 }), { ...none, day: dollars(0.9) }, BEFORE, berlin);
    expect(left(answer)).toEqual([60 + 800, 'day']);
  });

  it('a cap that is reached before it still counts', () => {
    const answer = allowance(only({ capDay: 1 }), { ...none, day: dollars(0.99) }, BEFORE, berlin);
    expect(left(answer)).toEqual([8, 'day']);
  });

  it('the cap of the month goes on, and begins anew with the month', () => {
    const spent = { ...none, month: dollars(0.9) };
    expect(left(allowance(only({ capMonth: 1 }), spent, BEFORE, berlin))).toEqual([80, 'month']);
    const monthEnd = Date.parse('2026-11-30T22:59:00Z');
    expect(left(allowance(only({ capMonth: 1 }), spent, monthEnd, berlin))).toEqual([60 + 800, 'month']);
  });
});

it('what is allowed never costs more than any cap, and a timer can be set for it', () => {
  const money = fc.integer({ min: 1, max: 20_000 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(
      money,
      money,
      money,
      money,
      fc.nat(30_000_000),
      (perHour, capConversation, capDay, capMonth, gone) => {
        const chosen = { dollarsPerHour: perHour, capConversation, capDay, capMonth };
        const spent = { conversation: gone, day: gone, month: gone };
        const answer = allowance(chosen, spent, NOON, berlin);
        if (!answer.allowed) return;
        const milliseconds = answer.milliseconds!;
        expect(milliseconds).toBeGreaterThanOrEqual(1_000);
        expect(milliseconds).toBeLessThan(2 ** 31);
        expect(gone + conversationCost(milliseconds, chosen)).toBeLessThanOrEqual(
          Math.ceil(dollars(capConversation)),
        );
      },
    ),
  );
});
