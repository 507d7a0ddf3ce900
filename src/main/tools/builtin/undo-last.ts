import { z } from 'zod';
import { deedOf } from '../../permissions/undo/undo-desk';
import { failure } from '../running';
import { defineTool } from '../tool';

/** "Undo that": takes back what was done last in this talk. */
export const tool = defineTool({
  name: 'undo_last',
  description:
    'Takes back the last thing that was done in this conversation when the user asks to undo it or to put it back. Returns what was taken back, or what stands in the way.',
  group: 'general',
  class: 'own',
  keywords: [
    'undo',
    'reverse',
    'take it back',
    'take that back',
    'put it back',
    'revert',
    'back',
    'restore',
    'mistake',
    'wrong',
  ],
  parameters: z.object({}),
  async aim(_, context) {
    const entry = context.undo.latest();
    if (!entry) {
      return failure(
        'Nothing that was done in this conversation can be taken back.',
        'Tell the person; what was done earlier is listed in the window under "What Parley did".',
      );
    }
    return {
      ok: true,
      target: entry,
      card: {
        effect: `Takes back: ${deedOf(entry)}`,
        question: 'Shall I take that back?',
        risk: null,
        verbs: ['undo', 'take'],
      },
    };
  },
  async run(_, context, signal, entry) {
    // Bound to what was the last when it was asked for: a second call must not take back one thing more.
    const result = await context.undo.undo(entry.id, context, signal);
    if (!result.ok) return result;
    return { ...result, data: { taken_back: deedOf(entry), details: result.data } };
  },
});
