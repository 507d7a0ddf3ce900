import { describe, expect, it } from 'vitest';
import { clockText, dollarsText } from '../../shared/cost-words';
import { account, accountRemarks, conversationSum, meterText } from './meter';

const NOW = 1_800_000_000_000;
const picture = { closedSeconds: 65, openSince: NOW - 60_000, dollarsPerHour: 4.5 };
const totals = {
  today: { seconds: 65, dollars: 0.08125 },
  month: { seconds: 3_600, dollars: 4.5 },
  unreadable: 0,
  leftOpen: null,
};
const caps = { capConversation: 1, capDay: null, capMonth: 50 };

describe('the meter', () => {
  it('adds the open session to those that are closed', () => {
    expect(meterText(conversationSum(picture, NOW))).toBe('2:05 · $0.16');
  });

  it('stands still while no session is open', () => {
    const resting = { ...picture, openSince: null };
    expect(meterText(conversationSum(resting, NOW + 999_999))).toBe('1:05 · $0.08');
  });

  it('never runs backwards below what is closed when the clock was set back', () => {
    expect(meterText(conversationSum(picture, NOW - 3_600_000))).toBe('1:05 · $0.08');
  });
});

describe('the account', () => {
  it('adds the open session to main’s sums of closed ones, and names the caps', () => {
    expect(account(picture, totals, caps, NOW)).toEqual([
      { name: 'This conversation', time: '2:05', dollars: '$0.16', cap: 'of $1.00' },
      { name: 'Today', time: '2:05', dollars: '$0.16', cap: 'no cap' },
      { name: 'This month', time: '1:01:00', dollars: '$4.58', cap: 'of $50.00' },
    ]);
  });

  it('leaves out what is not known yet', () => {
    expect(account(null, null, null, NOW)).toEqual([]);
    expect(account(null, totals, null, NOW).map(({ name, cap }) => [name, cap])).toEqual([
      ['Today', ''],
      ['This month', ''],
    ]);
  });

  it('says what was left open, what could not be read, and why the sums are old', () => {
    expect(accountRemarks(totals, null)).toEqual([]);
    expect(accountRemarks({ ...totals, leftOpen: 'It was left open.', unreadable: 1 }, 'No answer.')).toEqual(
      [
        'It was left open.',
        'No answer.',
        'One line of the record could not be read; the sums may be too small.',
      ],
    );
    expect(accountRemarks({ ...totals, unreadable: 3 }, null)[0]).toMatch(/^3 lines/);
  });
});

describe('time and money in words', () => {
  it.each([
    [0, '$0.00'],
    [0.000_001, 'under $0.01'],
    [0.156, '$0.16'],
    [12, '$12.00'],
  ])('%d dollars read "%s"', (dollars, text) => {
    expect(dollarsText(dollars)).toBe(text);
  });

  it.each([
    [-3, '0:00'],
    [59.9, '0:59'],
    [3_600, '1:00:00'],
    [36_065, '10:01:05'],
  ])('%d seconds read "%s"', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});
