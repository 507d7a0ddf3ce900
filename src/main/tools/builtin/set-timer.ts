import { z } from 'zod';
import { setReminder, unset } from '../mind/reminders';
import { readLength } from '../time/length';
import { defineTool } from '../tool';

const LONGEST_SECONDS = 24 * 3_600;

/** A timer that counts down. */
export const tool = defineTool({
  name: 'set_timer',
  description:
    'Sets a timer that counts down and is told aloud when the user asks for a timer or a countdown. Returns its name and in how many hours, minutes or seconds it is done.',
  group: 'time',
  class: 'own',
  keywords: ['countdown', 'start', 'minutes'],
  parameters: z.object({
    duration: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .describe("How long, with its unit, e.g. '10 minutes'.")
      .meta({ examples: ['10 minutes', 'an hour and a half', 'PT45S'] }),
    label: z
      .string()
      .trim()
      .max(100)
      .optional()
      .describe("What it is for; leave out if not said, e.g. 'tea'.")
      .meta({ examples: ['tea', 'pasta'] }),
  }),
  async run({ duration, label = '' }, context) {
    const seconds = readLength(duration);
    if (seconds === null) {
      return {
        ok: false,
        error: `"${duration}" is no length of time.`,
        hint: "Say how long with a unit, such as '10 minutes'.",
      };
    }
    if (seconds > LONGEST_SECONDS) {
      return {
        ok: false,
        error: 'A timer runs for a day at most.',
        hint: 'Set a reminder for that moment instead.',
      };
    }
    const at = context.now().getTime() + Math.max(1, Math.round(seconds)) * 1_000;
    return setReminder({ kind: 'timer', label, due: { type: 'moment', at } }, context);
  },
  undo: unset,
});
