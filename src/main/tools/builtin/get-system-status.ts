import { z } from 'zod';
import { refused } from '../desktop/refused';
import { STATUS_TOPICS, statusOf } from '../desktop/status';
import { defineTool } from '../tool';

/** Battery, disk, memory, network, brightness and do-not-disturb. */
export const tool = defineTool({
  name: 'get_system_status',
  description:
    'Tells how the computer is doing when the user asks about its battery, free disk space, memory, network connection, screen brightness or do-not-disturb. Returns one sentence and the figures, in percent, minutes or bytes.',
  group: 'desktop',
  class: 'read',
  keywords: [
    'charge',
    'power',
    'storage',
    'space',
    'ram',
    'wifi',
    'internet',
    'online',
    'notifications',
    'focus',
  ],
  parameters: z.object({
    topic: z.enum(STATUS_TOPICS).describe("What the user asks about, e.g. 'battery'."),
  }),
  async run({ topic }, { desktop }, signal) {
    const answer = await statusOf(topic, desktop, signal);
    return answer.ok ? { ok: true, ...answer.value } : refused(answer);
  },
});
