import { z } from 'zod';
import { headline } from '../../mind/reminders/words';
import { spokenList } from '../files/speak';
import { orRefused } from '../mind/refused';
import { told } from '../mind/reminders';
import { defineTool } from '../tool';

const MOST_TOLD = 15;
const MOST_SAID = 4;

/** What is set. */
export const tool = defineTool({
  name: 'list_timers',
  description:
    'Lists timers, alarms and reminders, the next first, when the user asks which are set or how long a timer still runs. Returns their count and for each its kind, name and when it is due.',
  group: 'time',
  class: 'read',
  keywords: ['alarm', 'reminder', 'left', 'remaining', 'long', 'set'],
  parameters: z.object({
    kind: z
      .enum(['timer', 'alarm', 'reminder'])
      .optional()
      .describe("Only one kind; leave out for all, e.g. 'timer'."),
  }),
  run: ({ kind }, context) =>
    orRefused(async () => {
      const { reminders } = context.mind;
      const all = (await reminders.all())
        .filter((one) => kind === undefined || one.kind === kind)
        .map((one) => ({ one, dueAt: reminders.nextDue(one) }))
        .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));
      const shown = all.slice(0, MOST_TOLD);
      const said = shown
        .slice(0, MOST_SAID)
        .map(({ one, dueAt }) => `${headline(one)}, ${told(one, dueAt, context).due}`);
      const more = all.length > said.length ? [`${all.length - said.length} more`] : [];
      return {
        ok: true,
        say:
          all.length === 0
            ? `No ${kind ?? 'timer, alarm or reminder'} is set.`
            : `${spokenList([...said, ...more], 'and')}.`,
        data: { total: all.length, set: shown.map(({ one, dueAt }) => told(one, dueAt, context)) },
        foreign: shown.some(({ one }) => one.foreign),
      };
    }),
});
