import { z } from 'zod';
import { orRefused } from '../mind/refused';
import { chooseReminder, putBack } from '../mind/reminders';
import { defineTool } from '../tool';

/** Takes a timer, alarm or reminder away. */
export const tool = defineTool({
  name: 'cancel_timer',
  description:
    'Cancels a timer, an alarm or a reminder when the user asks to stop, cancel or remove one. Returns what was cancelled.',
  group: 'time',
  class: 'own',
  keywords: ['alarm', 'reminder', 'stop', 'remove', 'delete', 'off'],
  parameters: z.object({
    kind: z.enum(['timer', 'alarm', 'reminder']).optional().describe("Which kind is meant, e.g. 'timer'."),
    label: z
      .string()
      .trim()
      .max(200)
      .optional()
      .describe("Words of its name; leave out if there is one only, e.g. 'tea'.")
      .meta({ examples: ['tea'] }),
  }),
  run: ({ kind, label }, { mind }) =>
    orRefused(async () => {
      const chosen = chooseReminder(label, kind, await mind.reminders.all());
      if (!chosen.ok) return chosen;
      const { id, foreign, label: name } = chosen.one;
      const cancelled = await mind.reminders.cancel(id);
      if (!cancelled) return { ok: false, error: 'It is gone already.', hint: 'Tell the person.' };
      return {
        ok: true,
        say: `The ${cancelled.kind}${name && ` for ${name}`} is cancelled.`,
        data: { cancelled: cancelled.kind, ...(name && { label: name }) },
        foreign,
        undo: cancelled,
      };
    }),
  undo: putBack,
});
