import { z } from 'zod';
import { refused } from '../desktop/refused';
import { spokenLevel } from '../desktop/spoken-level';
import { defineTool } from '../tool';

/** How loud the speakers are. */
export const tool = defineTool({
  name: 'get_volume',
  description:
    'Tells how loud the speakers are when the user asks about the volume or whether the sound is off. Returns the volume in percent and whether it is muted.',
  group: 'desktop',
  class: 'read',
  keywords: ['sound', 'loud', 'speakers', 'muted'],
  parameters: z.object({}),
  async run(_, { desktop }, signal) {
    const answer = await desktop.volume.read(signal);
    if (!answer.ok) return refused(answer);
    return { ok: true, say: spokenLevel(answer.value), data: { ...answer.value } };
  },
});
