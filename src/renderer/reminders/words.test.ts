import { describe, expect, it } from 'vitest';
import type { ReminderPicture } from '../../shared/ipc/reminders';
import { announcement, countdown, nameOf, ringingText } from './words';

const NOW = new Date(2026, 10, 21, 17, 30).getTime();
const picture = (parts: Partial<ReminderPicture>): ReminderPicture => ({
  id: 'one',
  kind: 'timer',
  label: '',
  dueAt: null,
  repeats: false,
  ringingSince: null,
  ...parts,
});

describe('reminders in the window', () => {
  it.each([
    [0, '0:00'],
    [-5_000, '0:00'],
    [1, '0:01'],
    [598_000, '9:58'],
    [3_723_000, '1:02:03'],
  ])('%d ms left are shown as %s', (left, text) => expect(countdown(NOW + left, NOW)).toBe(text));

  it('are named by kind and label', () => {
    expect(nameOf(picture({ label: 'tea' }))).toBe('Timer: tea');
    expect(nameOf(picture({ kind: 'alarm' }))).toBe('Alarm');
  });

  it('say when they were due once that is a while ago', () => {
    const at = (minutes: number, kind: ReminderPicture['kind'] = 'timer') =>
      ringingText(picture({ kind, ringingSince: NOW - minutes * 60_000 }), NOW);
    expect(at(0)).toBe('done');
    expect(at(1, 'reminder')).toBe('due now');
    expect(at(30)).toBe('was due at 17:00');
    expect(at(24 * 60)).toBe('was due on Friday 20 November at 17:30');
  });

  it('are announced all together', () => {
    const two = [picture({ label: 'tea', ringingSince: NOW }), picture({ kind: 'alarm', ringingSince: NOW })];
    expect(announcement(two, NOW)).toBe('Timer: tea, done. Alarm, due now.');
    expect(announcement([], NOW)).toBe('');
  });
});
