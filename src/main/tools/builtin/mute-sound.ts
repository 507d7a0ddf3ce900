import { z } from 'zod';
import { changeVolume, undoVolume } from '../desktop/change-volume';
import { defineTool } from '../tool';

/** Sound off and on. */
export const tool = defineTool({
  name: 'mute_sound',
  description:
    'Switches the sound of the speakers off or on again when the user asks to mute or unmute the computer. Returns the volume in percent and whether it is muted.',
  group: 'desktop',
  class: 'own',
  keywords: ['unmute', 'silence', 'sound', 'speakers', 'quiet'],
  parameters: z.object({
    muted: z.boolean().default(true).describe('True for sound off, false for on again, e.g. true.'),
  }),
  run: ({ muted }, context, signal) => changeVolume(context, signal, () => ({ muted })),
  undo: undoVolume,
});
