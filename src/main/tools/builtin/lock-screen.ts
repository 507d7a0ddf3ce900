import { z } from 'zod';
import { refused } from '../desktop/refused';
import { defineTool } from '../tool';

/** Locks the screen. */
export const tool = defineTool({
  name: 'lock_screen',
  description:
    'Locks the screen when the user asks to lock the computer. Returns whether the system says that it is locked.',
  group: 'desktop',
  class: 'outward',
  keywords: ['lock', 'secure', 'away'],
  parameters: z.object({}),
  aim: () =>
    Promise.resolve({
      ok: true,
      target: undefined,
      card: {
        effect: 'Locks the screen of this computer.',
        question: 'Shall I lock the screen?',
        risk: 'The conversation ends, and your password is needed to come back.',
        verbs: ['lock'],
      },
    }),
  async run(_, { desktop }, signal) {
    const answer = await desktop.lock.lock(signal);
    if (!answer.ok) return refused(answer);
    const { certain } = answer.value;
    return {
      ok: true,
      say: certain ? 'The screen is locked.' : 'I asked the system to lock the screen.',
      data: { locked: certain ? 'yes' : 'asked for' },
    };
  },
});
