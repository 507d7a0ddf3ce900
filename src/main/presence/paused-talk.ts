import type { ConversationEvent } from '../conversation/events';
import type { TalkGlance } from './presence-state';

/**
 * What a pause of listening means for the talk; null for nothing. `begins`: the person asks for the pause just now, so
 * an open talk is muted; later they may unmute it. One that rests would be woken by speech, and ends.
 */
export function pausedTalk(
  { live, muted, resting }: Pick<TalkGlance, 'live' | 'muted' | 'resting'>,
  begins: boolean,
): ConversationEvent | null {
  if (muted) return null;
  if (resting) return { type: 'end', reason: 'person' };
  return live && begins ? { type: 'mute', muted: true } : null;
}
