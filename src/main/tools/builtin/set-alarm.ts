import { z } from 'zod';
import { setReminder, unset } from '../mind/reminders';
import { minutesIn } from '../time/local-time';
import { readWhen } from '../time/when';
import { defineTool } from '../tool';

/** An alarm at a time of day. */
export const tool = defineTool({
  name: 'set_alarm',
  description:
    'Sets an alarm at a time of day, once or on several days, when the user asks to be woken or for an alarm. Returns the day and time for which it is set.',
  group: 'time',
  class: 'own',
  keywords: ['wake', 'morning', 'clock'],
  parameters: z.object({
    time: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .describe("Time of day as HH:MM in 24 hours, with the day if it is not the next time, e.g. '07:00'.")
      .meta({ examples: ['07:00', 'tomorrow 6:30'] }),
    repeat: z
      .enum(['once', 'daily', 'weekdays'])
      .default('once')
      .describe("On which days it rings, e.g. 'weekdays'."),
    label: z
      .string()
      .trim()
      .max(100)
      .optional()
      .describe("What it is for; leave out if not said, e.g. 'catch the train'."),
  }),
  async run({ time, repeat, label = '' }, context) {
    const now = context.now().getTime();
    const read = readWhen(time, { now, timeZone: context.timeZone, likely: 'am' });
    if (!read.ok) return read;
    const due =
      repeat === 'once'
        ? read.when
        : { type: 'repeat' as const, days: repeat, minutes: minutesIn(read.at, context.timeZone) };
    return setReminder({ kind: 'alarm', label, due }, context);
  },
  undo: unset,
});
