import { z } from 'zod';
import { setReminder, unset } from '../mind/reminders';
import { readWhen } from '../time/when';
import { defineTool } from '../tool';

/** A reminder of something at a moment. */
export const tool = defineTool({
  name: 'set_reminder',
  description:
    'Sets a reminder of something at a moment when the user asks to be reminded. Returns the day and time at which it is told aloud.',
  group: 'time',
  class: 'own',
  keywords: ['remind', 'remember', 'forget'],
  parameters: z.object({
    text: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe("What to be reminded of, in the user's words, e.g. 'call the dentist'.")
      .meta({ examples: ['call the dentist', 'take the bread out'] }),
    when: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .describe("Local date and time as YYYY-MM-DDTHH:MM, or a length from now, e.g. '2026-11-22T09:00'.")
      .meta({ examples: ['2026-11-22T09:00', '10 minutes', 'tomorrow 9:00'] }),
  }),
  async run({ text, when }, context) {
    const read = readWhen(when, { now: context.now().getTime(), timeZone: context.timeZone });
    if (!read.ok) return read;
    return setReminder({ kind: 'reminder', label: text.replace(/\s+/g, ' '), due: read.when }, context);
  },
  undo: unset,
});
