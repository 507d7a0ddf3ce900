import { z } from 'zod';
import { request } from './contract';

/** A timer, alarm or reminder, as windows show it. Times are epoch milliseconds. */
export interface ReminderPicture {
  readonly id: string;
  readonly kind: 'timer' | 'alarm' | 'reminder';
  /** What it is for; empty when nothing was said. */
  readonly label: string;
  /** When it is due next; null for one that rings and does not repeat. */
  readonly dueAt: number | null;
  readonly repeats: boolean;
  /** When it was due, while it rings; null while it does not. */
  readonly ringingSince: number | null;
}

const id = z.string().max(64);

/** Requests about timers, alarms and reminders; an id that is gone is ignored. */
export const reminderRequests = {
  'reminders.current': request(z.undefined()).returning<readonly ReminderPicture[]>(),
  /** "I have heard it." */
  'reminders.dismiss': request(id).returning<undefined>(),
  /** Again in five minutes. */
  'reminders.snooze': request(id).returning<undefined>(),
  'reminders.cancel': request(id).returning<undefined>(),
} as const;

/** What windows are told of them: all there are, in the order in which they were set. */
export interface ReminderEvents {
  readonly 'reminders.changed': readonly ReminderPicture[];
}
