/** How timers, alarms and reminders are told, aloud and in the window. */
import { dayIn, daysBetween } from '../../tools/time/local-time';
import { spokenLength } from '../../tools/time/length';
import { spokenClock, spokenDate } from '../../tools/time/spoken-when';
import { inZone } from '../../tools/time/zoned';
import type { Reminder } from './reminder';
import type { ToldReminder } from './reminders';

/** What is told later than this says when it was due. */
const LATE_MS = 2 * 60_000;

/** "Timer: tea", "Alarm", "Reminder: call Ada". */
export function headline({ kind, label }: Pick<Reminder, 'kind' | 'label'>): string {
  const name = { timer: 'Timer', alarm: 'Alarm', reminder: 'Reminder' }[kind];
  return label ? `${name}: ${label}` : name;
}

/** "at half past five in the afternoon", "tomorrow at noon", "on Monday the 23rd of November at noon". */
function spokenMoment(at: number, now: number, timeZone: string): string {
  const clock = spokenClock(inZone(new Date(at), timeZone));
  const days = daysBetween(dayIn(now, timeZone), dayIn(at, timeZone));
  if (days === 0) return `at ${clock}`;
  if (days === 1) return `tomorrow at ${clock}`;
  if (days === -1) return `yesterday at ${clock}`;
  return `on ${spokenDate(inZone(new Date(at), timeZone))} at ${clock}`;
}

/** When it is due, as said aloud: timers count down, others name the time. */
export function spokenDue(reminder: Reminder, dueAt: number, now: number, timeZone: string): string {
  const { due, kind } = reminder;
  if (kind === 'timer') return `in ${spokenLength((dueAt - now) / 1_000)}`;
  if (due.type !== 'repeat') return spokenMoment(dueAt, now, timeZone);
  const clock = spokenClock(inZone(new Date(dueAt), timeZone));
  return `${due.days === 'daily' ? 'every day' : 'on weekdays'} at ${clock}`;
}

/** What is said aloud when they are due, all together. */
export function spokenRing(told: readonly ToldReminder[], now: number, timeZone: string): string {
  const missed = told.filter((one) => one.missed);
  const due = told.filter((one) => !one.missed);
  const sentences = due.map(({ reminder }) => {
    const dueAt = reminder.ringing?.dueAt ?? now;
    const late = now - dueAt > LATE_MS && reminder.ringing?.told === 1;
    return `${ringSentence(reminder)}${late ? ` It was due ${spokenMoment(dueAt, now, timeZone)}.` : ''}`;
  });
  const gone = missed.map(({ reminder }) => {
    const when = spokenMoment(reminder.ringing?.dueAt ?? now, now, timeZone);
    const name = { timer: 'a timer', alarm: 'an alarm', reminder: 'a reminder' }[reminder.kind];
    return `${name}${reminder.label ? `, ${reminder.label},` : ''} ${when}`;
  });
  const lead = gone.length > 0 ? [`While Parley was closed you missed ${joined(gone)}.`] : [];
  return [...lead, ...sentences].join(' ');
}

function ringSentence({ kind, label, due, ringing }: Reminder): string {
  const again = (ringing?.told ?? 1) > 1 ? ' again' : '';
  switch (kind) {
    case 'timer':
      return label ? `Your timer for ${label} is done.` : 'Your timer is done.';
    case 'alarm':
      return label ? `Your alarm${again}: ${label}.` : `This is your alarm${again}.`;
    case 'reminder':
      return label ? `A reminder: ${label}.` : `This is your reminder${due.type === 'repeat' ? again : ''}.`;
  }
}

function joined(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join('; ')} and ${items.at(-1)}`;
}

/** The second line of a notification: "Done.", "Missed while Parley was closed: 21 November, 14:00." */
export function missedWords(
  { kind, ringing }: Reminder,
  missed: boolean,
  now: number,
  written: (at: number) => string,
): string {
  const dueAt = ringing?.dueAt ?? now;
  if (missed) return `Missed while Parley was closed: ${written(dueAt)}.`;
  if (now - dueAt > LATE_MS) return `Was due: ${written(dueAt)}.`;
  return kind === 'timer' ? 'Done.' : 'Due now.';
}
