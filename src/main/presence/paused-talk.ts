import type { ConversationSnapshot } from '../../shared/ipc/conversation';
import type { ConversationEvent } from '../conversation/events';

/**
 * What a pause of listening means for the talk; null for nothing. `begins`: the person asks for the pause just now, so
 * an open talk is muted; later they may unmute it. One that rests with its microphone open ends; one by key has none.
 */
export function pausedTalk(
  { live, muted, resting, talkKey }: Pick<ConversationSnapshot, 'live' | 'muted' | 'resting' | 'talkKey'>,
  begins: boolean,
): ConversationEvent | null {
  if (resting) return talkKey === 'unused' ? { type: 'end', reason: 'person' } : null;
  return live && !muted && begins ? { type: 'mute', muted: true } : null;
}
