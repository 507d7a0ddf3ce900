import { z } from 'zod';
import { deedOf } from '../../permissions/undo/undo-desk';
import { defineTool } from '../tool';

/** "What did you do?" */
export const tool = defineTool({
  name: 'list_actions',
  description:
    'Lists what you did lately when the user asks what you have done or changed. Returns the newest actions first, each with its local time, outcome and whether it can be undone.',
  group: 'general',
  class: 'read',
  keywords: ['you did', 'you done', 'did you', 'done', 'changed', 'actions', 'audit', 'log'],
  parameters: z.object({
    count: z
      .int()
      .min(1)
      .max(20)
      .default(5)
      .describe('How many of the newest actions, e.g. 5.')
      .meta({ examples: [5, 10] }),
  }),
  async run({ count }, context) {
    const entries = context.undo.recent(count);
    if (entries.length === 0) return { ok: true, say: 'I have not done anything yet.', data: [] };
    const when = new Intl.DateTimeFormat('en-GB', {
      timeZone: context.timeZone,
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    const last = entries[0]!;
    return {
      ok: true,
      say: `The last thing was: ${deedOf(last)}`,
      data: entries.map((entry) => ({
        at: when.format(entry.at),
        what: deedOf(entry),
        outcome: entry.undone?.outcome === 'undone' ? 'taken back' : entry.outcome,
        can_be_undone: context.undo.state(entry.id).type === 'possible',
      })),
      // File names and the like: not the person's words.
      foreign: entries.some(({ foreign }) => foreign === true),
    };
  },
});
