import { assertNever } from '../../../shared/assert-never';
import type { WakeWordEnrolled, WakeWordRecorded, WakeWordStatus } from '../../../shared/ipc/wake-word';

type Refused<T> = Extract<T, { ok: false }>;

/** What the person is asked to say, for the first to the third time. */
export function askText(index: number): string {
  if (index === 0) return 'Say the name now, as you will say it later.';
  return index === 1 ? 'Good. Say it again.' : 'Good. Once more.';
}

/** Why a recording was not taken, and what to do. Empty when the person stopped it. */
export function recordingText({ why }: Refused<WakeWordRecorded>): string {
  switch (why) {
    case 'silent':
      return 'Nothing was heard. Check the microphone, then try again.';
    case 'quiet':
      return 'That was too quiet. Come closer or speak up, then try again.';
    case 'short':
      return 'That was too short. A name of two words works best.';
    case 'long':
      return 'That was too long. Say only the name.';
    case 'clipped':
      return 'That was so loud that it broke up. Speak a little softer.';
    case 'noisy':
      return 'There is too much noise around. Try again where it is quieter.';
    case 'busy':
      return 'A conversation is open. End it first.';
    case 'sound':
      return 'The microphone or the speech models cannot be used. Look at Sound in these settings.';
    case 'stopped':
      return '';
    default:
      return assertNever(why);
  }
}

/** Why the recordings make no name, and what to do. */
export function enrolmentText({ trouble }: Refused<WakeWordEnrolled>): string {
  switch (trouble.type) {
    case 'unlike':
      return `Recording ${trouble.recording + 1} sounds unlike the other two. Record it again.`;
    case 'common':
      return 'Too much of everyday speech sounds like this. Choose a longer or rarer name.';
    case 'failed':
      return 'The name could not be learnt. Try again.';
    default:
      return assertNever(trouble);
  }
}

/** Whether the name is listened for, in a sentence. */
export function statusText(status: WakeWordStatus): string {
  if (status.name === 'off') return 'Off. The microphone is not used for a name.';
  if (status.name === 'listening') {
    return 'Listening for its name. The microphone is open; what it hears stays on this computer.';
  }
  switch (status.why) {
    case 'talk':
      return 'A conversation is open, so the name is not needed.';
    case 'sound':
      return 'Waits until Parley has finished speaking.';
    case 'paused':
      return 'Paused, or the battery is low. The microphone is closed.';
    case 'away':
      return 'The computer is locked. The microphone is closed.';
    case 'microphone':
      return 'No microphone can be used. Look at Sound in these settings.';
    case 'models':
      return 'The speech models are missing or do not work. Restart Parley.';
    case 'recording':
      return 'Waits while you record.';
    default:
      return assertNever(status.why);
  }
}
