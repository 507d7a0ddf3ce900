import { z } from 'zod';

const time = z.number().int();
const daySchema = z.object({
  year: z.number().int().min(1970).max(9_999),
  month: z.number().int().min(1).max(12),
  day: z.number().int().min(1).max(31),
});
const minutesSchema = z.number().int().min(0).max(1_439);

/**
 * When it is due. `moment`: at that time everywhere (epoch milliseconds). `clock`: when the clock here shows it.
 * `repeat`: each day when the clock here shows it.
 */
const dueSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('moment'), at: time }),
  z.object({ type: z.literal('clock'), day: daySchema, minutes: minutesSchema }),
  z.object({ type: z.literal('repeat'), days: z.enum(['daily', 'weekdays']), minutes: minutesSchema }),
]);
/** When something is due. */
export type Due = z.infer<typeof dueSchema>;

/** One timer, alarm or reminder, as it is kept. Times are epoch milliseconds of the wall clock. */
export const reminderSchema = z.object({
  id: z.string().min(1).max(64),
  kind: z.enum(['timer', 'alarm', 'reminder']),
  /** What it is for; empty when nothing was said. */
  label: z.string().max(200),
  /** The label was set while words of somebody else were in the talk. */
  foreign: z.boolean(),
  due: dueSchema,
  setAt: time,
  /** Times up to here are dealt with: a repeating one is next due after it. */
  doneThrough: time,
  /** It was put off until then. */
  snoozedUntil: time.nullable(),
  /** It is due and nobody has dismissed it: for when it was, how often it was told, when it is told again. */
  ringing: z.object({ dueAt: time, told: z.number().int().min(0), againAt: time.nullable() }).nullable(),
});
/** One timer, alarm or reminder. */
export type Reminder = z.infer<typeof reminderSchema>;
