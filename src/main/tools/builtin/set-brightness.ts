import { z } from 'zod';
import { refused } from '../desktop/refused';
import { failure } from '../running';
import { defineTool, type ToolContext, type ToolResult } from '../tool';

const undoSchema = z.object({ percent: z.int().min(0).max(100) });

/** Brighter, darker, or to a level. */
export const tool = defineTool({
  name: 'set_brightness',
  description:
    'Changes the brightness of the built-in screen when the user asks for it to be brighter or darker. Returns the brightness in percent as it is then and as it was before.',
  group: 'desktop',
  class: 'own',
  keywords: ['brighter', 'darker', 'dim', 'screen', 'display', 'backlight'],
  parameters: z.object({
    level: z.int().min(1).max(100).optional().describe('The brightness asked for in percent, e.g. 60.'),
    change: z
      .int()
      .min(-100)
      .max(100)
      .optional()
      .describe('Percent to add for brighter, to take away for darker, e.g. -20.'),
  }),
  async run({ level, change }, context, signal) {
    if ((level === undefined) === (change === undefined)) {
      return failure('Either a level or a change is needed.', 'Call again with one; 20 is a small change.');
    }
    const before = await context.desktop.brightness.read(signal);
    if (!before.ok) return refused(before);
    const result = await setTo(level ?? before.value + (change ?? 0), context, signal);
    return result.ok ? { ...result, undo: { percent: before.value } } : result;
  },
  undo: (data, context, signal) => setTo(undoSchema.parse(data).percent, context, signal),
});

async function setTo(wanted: number, { desktop }: ToolContext, signal: AbortSignal): Promise<ToolResult> {
  const after = await desktop.brightness.set(Math.min(100, Math.max(1, wanted)), signal);
  if (!after.ok) return refused(after);
  return { ok: true, say: `The brightness is at ${after.value} percent.`, data: { percent: after.value } };
}
