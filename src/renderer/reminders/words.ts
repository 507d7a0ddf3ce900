import type { ReminderPicture } from '../../shared/ipc/reminders';
import type { PlainText } from '../../shared/words/catalogue';
import { clockWritten, dateWritten, t } from '../words.svelte';

const NAMES = { timer: 'Timer', alarm: 'Alarm', reminder: 'Reminder' } as const satisfies Record<
  ReminderPicture['kind'],
  PlainText
>;
/** What is shown later than this says when it was due. */
const LATE_MS = 2 * 60_000;

/** "Timer: tea", "Alarm". */
export function nameOf({ kind, label }: Pick<ReminderPicture, 'kind' | 'label'>): string {
  return label ? `${t(NAMES[kind])}: ${label}` : t(NAMES[kind]);
}

/** "done", "due", "was due at 17:30", with the day when it is another one. */
export function ringingText({ kind, ringingSince }: ReminderPicture, now: number): string {
  const late = ringingSince !== null && now - ringingSince > LATE_MS;
  if (!late) return kind === 'timer' ? t('done') : t('due now');
  const since = new Date(ringingSince);
  const time = dateWritten(since, { hour: '2-digit', minute: '2-digit' });
  const sameDay = since.toDateString() === new Date(now).toDateString();
  const day = dateWritten(since, { weekday: 'long', day: 'numeric', month: 'long' });
  return sameDay ? t('was due at {time}', { time }) : t('was due on {day} at {time}', { day, time });
}

/** Time that is left, "9:58" or "1:02:03"; never below zero. */
export function countdown(dueAt: number, now: number): string {
  return clockWritten(Math.ceil((dueAt - now) / 1_000));
}

/** What a screen reader is told when something comes due. */
export function announcement(ringing: readonly ReminderPicture[], now: number): string {
  return ringing.map((one) => `${nameOf(one)}, ${ringingText(one, now)}.`).join(' ');
}
