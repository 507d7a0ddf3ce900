/**
 * When reminders are due: pure functions of the list and the wall clock, so that sleep, a restart, a clock that is set
 * and daylight saving need no handling of their own.
 */
import { dayIn, daysLater, epochOf, weekdayOf } from '../../tools/time/local-time';
import type { Due, Reminder } from './reminder';

/** An alarm is told so often, this far apart, until it is dismissed. */
const MOST_TOLD = 3;
const AGAIN_MS = 60_000;
const DAY_MS = 86_400_000;

/** What {@link advance} brings back: the list as it is now, and what is to be told. */
export interface Advanced {
  readonly reminders: readonly Reminder[];
  /** Those that have just come due, or are told again. */
  readonly told: readonly Reminder[];
}

/** Brings the list to `now`: what is due rings. The same list when nothing changed. */
export function advance(reminders: readonly Reminder[], now: number, timeZone: string): Advanced {
  const told: Reminder[] = [];
  const next = reminders.map((reminder) => {
    const after = step(reminder, now, timeZone);
    if (after.ringing && after.ringing.told !== (reminder.ringing?.told ?? 0)) told.push(after);
    else if (after.ringing && after.ringing.dueAt !== reminder.ringing?.dueAt) told.push(after);
    return after;
  });
  return next.every((reminder, at) => reminder === reminders[at])
    ? { reminders, told }
    : { reminders: next, told };
}

/** When {@link advance} has something to do next (epoch milliseconds); null when never. */
export function nextChange(reminders: readonly Reminder[], timeZone: string): number | null {
  const times = reminders.flatMap((reminder) => {
    const due = nextDue(reminder, timeZone);
    return [due, reminder.ringing?.againAt ?? null].filter((at) => at !== null);
  });
  return times.length === 0 ? null : Math.min(...times);
}

/** When it is due next (epoch milliseconds), put off or not; null for one that rings and does not repeat. */
export function nextDue(reminder: Reminder, timeZone: string): number | null {
  if (reminder.snoozedUntil !== null) return reminder.snoozedUntil;
  if (reminder.due.type === 'repeat') return occurrence(reminder.due, reminder.doneThrough, timeZone);
  return reminder.ringing ? null : onceAt(reminder.due, timeZone);
}

/** Put off: silent until then. */
export function snoozed(reminder: Reminder, until: number): Reminder {
  return { ...reminder, ringing: null, snoozedUntil: until };
}

/** What is left of it once it was dismissed; null when nothing is. */
export function dismissed(reminder: Reminder): Reminder | null {
  return reminder.due.type === 'repeat' ? { ...reminder, ringing: null, snoozedUntil: null } : null;
}

/** The first time of a repeating one after `after` (epoch milliseconds). */
export function occurrence(due: Extract<Due, { type: 'repeat' }>, after: number, timeZone: string): number {
  const first = dayIn(after, timeZone);
  // One week holds every weekday; the extra days are for a clock that is set back over midnight.
  for (let ahead = -1; ahead < 9; ahead++) {
    const day = daysLater(first, ahead);
    const at = epochOf(day, due.minutes, timeZone);
    const weekend = [0, 6].includes(weekdayOf(day));
    if (at > after && !(due.days === 'weekdays' && weekend)) return at;
  }
  throw new RangeError('No day of the week fits.');
}

/** When something that does not repeat is due. */
function onceAt(due: Exclude<Due, { type: 'repeat' }>, timeZone: string): number {
  return due.type === 'moment' ? due.at : epochOf(due.day, due.minutes, timeZone);
}

function step(reminder: Reminder, now: number, timeZone: string): Reminder {
  const sane = reminder.doneThrough > now + DAY_MS ? { ...reminder, doneThrough: now } : reminder;
  const due = nextDue(sane, timeZone);
  if (due !== null && due <= now) return ring(sane, due, now, timeZone);
  const { ringing } = sane;
  if (!ringing || ringing.againAt === null) return sane;
  // Further away than it can be: the clock was set back.
  const again = ringing.againAt <= now || ringing.againAt > now + 2 * AGAIN_MS;
  return again ? { ...sane, ringing: toldOnce(sane, ringing.dueAt, ringing.told, now) } : sane;
}

function ring(reminder: Reminder, due: number, now: number, timeZone: string): Reminder {
  const dueAt =
    reminder.due.type === 'repeat' && reminder.snoozedUntil === null
      ? latest(reminder.due, due, now, timeZone)
      : due;
  return {
    ...reminder,
    snoozedUntil: null,
    doneThrough: Math.max(reminder.doneThrough, reminder.due.type === 'repeat' ? now : dueAt),
    ringing: toldOnce(reminder, dueAt, 0, now),
  };
}

function toldOnce({ kind }: Reminder, dueAt: number, before: number, now: number): Reminder['ringing'] {
  const told = before + 1;
  return { dueAt, told, againAt: kind === 'alarm' && told < MOST_TOLD ? now + AGAIN_MS : null };
}

/** Of several times that were missed, the last one counts. */
function latest(due: Extract<Due, { type: 'repeat' }>, first: number, now: number, timeZone: string): number {
  let at = first;
  // After a long time away it is enough to look at the last days.
  if (now - at > 10 * DAY_MS) at = occurrence(due, now - 10 * DAY_MS, timeZone);
  for (let next = occurrence(due, at, timeZone); next <= now; next = occurrence(due, at, timeZone)) at = next;
  return at;
}
