import type { WakeWordStatus } from '../../shared/ipc/wake-word';

/** What decides whether the name is listened for. */
export interface WakeWordFacts {
  /** It is switched on, or tried out. */
  readonly wanted: boolean;
  readonly enrolled: boolean;
  readonly recording: boolean;
  /** A talk is open or rests. */
  readonly inTalk: boolean;
  readonly away: boolean;
  /** Neither paused nor on a low battery. */
  readonly allowed: boolean;
  readonly microphone: boolean;
  readonly models: boolean;
  /** Something else of Parley plays: what is heard may be its own voice. */
  readonly ownSound: boolean;
}

/** Whether the name is listened for, and if not, why. What the person can do something about is told last. */
export function wakeWordStatus(facts: WakeWordFacts): WakeWordStatus {
  if (!facts.wanted || !facts.enrolled) return { name: 'off' };
  if (facts.recording) return { name: 'waiting', why: 'recording' };
  if (facts.inTalk) return { name: 'waiting', why: 'talk' };
  if (facts.away) return { name: 'waiting', why: 'away' };
  if (!facts.allowed) return { name: 'waiting', why: 'paused' };
  if (!facts.models) return { name: 'waiting', why: 'models' };
  if (!facts.microphone) return { name: 'waiting', why: 'microphone' };
  return facts.ownSound ? { name: 'waiting', why: 'sound' } : { name: 'listening' };
}

/** Whether the microphone is kept open: a talk goes on with it, and the wait for one's own sound is short. */
export function keepsMicrophone(status: WakeWordStatus, muted: boolean): boolean {
  if (status.name !== 'waiting') return status.name === 'listening';
  // An open request is what tells that there is a microphone again.
  return status.why === 'sound' || status.why === 'microphone' || (status.why === 'talk' && !muted);
}
