/** What a state of the talk means to those who ask: its status in one word, what is open, what sounds. */
import type { ConversationStatus } from '../../shared/ipc/conversation';
import type { Problem } from '../../shared/problem';
import type { ConversationState, Reply } from './state';

/** The reply whose events the service is sending, if any. */
export function openReply(state: ConversationState): Reply | null {
  return state.replies.find((reply) => reply.open) ?? null;
}

/** The reply that is being heard now or will be next, if any. */
export function soundingReply(state: ConversationState): Reply | null {
  return state.replies.find((reply) => !reply.over && !reply.silenced && reply.samplesReceived > 0) ?? null;
}

/** The one word for where the talk stands, as the person sees it. */
export function statusOf(state: ConversationState): ConversationStatus {
  if (isOpen(state) && hearsTheKey(state)) return state.userSpeaking ? 'hearing' : 'listening';
  switch (state.phase.name) {
    case 'idle':
      return 'ready';
    case 'connecting':
      return 'connecting';
    case 'ending':
      return 'ending';
    case 'ended':
      return 'ended';
    case 'failed':
      return 'problem';
    case 'resting':
      return 'ready';
    case 'recovering':
      return state.phase.quiet ? liveStatus(state) : 'reconnecting';
    case 'live':
      return liveStatus(state);
  }
}

/** A session is open or coming about. */
export function isOpen({ phase }: ConversationState): boolean {
  return ['connecting', 'live', 'recovering', 'ending'].includes(phase.name);
}

/** Nothing is being said, done or waited for. */
export function isQuiet(state: ConversationState): boolean {
  const busy =
    state.talkKey.name === 'held' ||
    state.userSpeaking ||
    state.voiced ||
    state.awaitingReply ||
    openReply(state) !== null ||
    soundingReply(state) !== null ||
    state.typed.length > 0 ||
    state.approvals.length > 0 ||
    state.outcomes.length > 0 ||
    state.calls.some((call) => call.state === 'running');
  return !busy;
}

function liveStatus(state: ConversationState): ConversationStatus {
  if (state.userSpeaking) return 'hearing';
  if (soundingReply(state)?.audible) return 'speaking';
  if (state.calls.some((call) => call.state === 'running')) return 'working';
  if (state.awaitingReply || openReply(state) || soundingReply(state)) return 'thinking';
  if (state.approvals.length > 0) return 'approval';
  if (state.microphoneTrouble) return 'problem';
  if (state.talkKey.name !== 'unused') return 'ready';
  return state.muted ? 'muted' : 'listening';
}

/** The next sound of the microphone is news. */
export function waitsForSound(state: ConversationState): boolean {
  return state.microphone && (!state.microphoneLive || toldSilent(state));
}

/** The person is told that the microphone delivers nothing. */
export function toldSilent({ notice }: Pick<ConversationState, 'notice'>): boolean {
  return notice?.code === 'microphone_silent';
}

/** Every word is in the turn, also when the session is still to be opened. */
function hearsTheKey({ talkKey, microphoneLive }: ConversationState): boolean {
  return talkKey.name === 'held' && microphoneLive;
}

/** The problem behind the status `problem`. */
export function problemOf(state: ConversationState): Problem | null {
  if (state.phase.name === 'failed') return state.phase.problem;
  return statusOf(state) === 'problem' ? state.microphoneTrouble : null;
}
