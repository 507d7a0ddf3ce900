import { z } from 'zod';
import { MEDIA_ACTIONS, type MediaAction } from '../../system/desktop';
import { refused } from '../desktop/refused';
import { defineTool } from '../tool';

const SAID = {
  play: 'Playing.',
  pause: 'Paused.',
  next: 'On to the next one.',
  previous: 'Back to the one before.',
  stop: 'Stopped.',
} as const satisfies Record<MediaAction, string>;

const OPPOSITES = {
  play: 'pause',
  pause: 'play',
  next: 'previous',
  previous: 'next',
  stop: 'play',
} as const satisfies Record<MediaAction, MediaAction>;

const undoSchema = z.object({ action: z.enum(MEDIA_ACTIONS), player: z.string().max(200).nullable() });

/** Play, pause and the other media keys. */
export const tool = defineTool({
  name: 'media_control',
  description:
    'Controls music or video of another program when the user asks to play, pause, stop or skip it. Returns the name of the player that was told.',
  group: 'desktop',
  class: 'own',
  keywords: ['music', 'song', 'video', 'play', 'pause', 'resume', 'skip', 'next', 'previous', 'track'],
  parameters: z.object({
    action: z.enum(MEDIA_ACTIONS).describe("What the player is told, e.g. 'pause'."),
  }),
  async run({ action }, { desktop }, signal) {
    const answer = await desktop.media.control(action, null, signal);
    if (!answer.ok) return refused(answer);
    const { player } = answer.value;
    return {
      ok: true,
      say: SAID[action],
      data: { action, player: player ?? 'whichever player listens to the media keys' },
      undo: { action: OPPOSITES[action], player },
    };
  },
  async undo(data, { desktop }, signal) {
    const { action, player } = undoSchema.parse(data);
    const answer = await desktop.media.control(action, player, signal);
    return answer.ok ? { ok: true, say: SAID[action], data: { action, player } } : refused(answer);
  },
});
