import { z } from 'zod';
import { changeVolume, undoVolume } from '../desktop/change-volume';
import { failure } from '../running';
import { defineTool } from '../tool';

/** Louder, softer, or to a level. */
export const tool = defineTool({
  name: 'set_volume',
  description:
    'Changes how loud the speakers are when the user asks for a volume, or for louder or softer. Returns the volume in percent as it is then and as it was before.',
  group: 'desktop',
  class: 'own',
  keywords: ['louder', 'softer', 'quieter', 'turn up', 'turn down', 'sound', 'speakers'],
  parameters: z.object({
    level: z.int().min(0).max(100).optional().describe('The volume asked for in percent, e.g. 30.'),
    change: z
      .int()
      .min(-100)
      .max(100)
      .optional()
      .describe('Percent to add for louder, to take away for softer, e.g. -15.'),
  }),
  run({ level, change }, context, signal) {
    if ((level === undefined) === (change === undefined)) {
      return Promise.resolve(
        failure('Either a level or a change is needed.', 'Call again with one; 10 is a small change.'),
      );
    }
    return changeVolume(context, signal, (before) => {
      // What is louder than the system's own full volume is not made softer by asking for more.
      const most = Math.max(100, before.percent);
      const percent = level ?? Math.min(most, Math.max(0, before.percent + (change ?? 0)));
      // Whoever asks for more wants to hear something.
      return percent > 0 && (level !== undefined || change! > 0) ? { percent, muted: false } : { percent };
    });
  },
  undo: undoVolume,
});
