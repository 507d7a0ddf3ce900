/** What the check of a microphone makes of what it is told: pure, counted in frames of 50 ms. */
import { assertNever } from '../../shared/assert-never';
import type { AudioReport, AudioTrouble } from '../../shared/ipc/audio';
import type { MicrophoneFailure, MicrophonePicture } from '../../shared/ipc/onboarding';

/** So many frames of zeros in a row are no quiet room: 2 s. */
const SILENT_FRAMES = 40;
/** After so many without speech the person should be told: 6 s. */
const PATIENT_FRAMES = 120;
/** A microphone that is recorded at no more than this has the sound of a telephone, in Hz. */
const TELEPHONE_RATE = 16_000;
/** What systems call microphones of Bluetooth headsets; most names of makers tell nothing. */
const BLUETOOTH = /bluetooth|bluez|hands-?free|\bhfp\b|\bhsp\b|airpods/iu;

/** How a check stands, with what it has counted. */
export interface MicrophoneCheck {
  readonly picture: MicrophonePicture;
  /** Frames of zeros in a row. */
  readonly zeros: number;
  /** Frames since it was opened. */
  readonly frames: number;
}

/** What a check is told. */
export type MicrophoneEvent =
  | { readonly type: 'began' }
  | { readonly type: 'reported'; readonly report: AudioReport }
  /** A frame of 50 ms; `zero`: nothing but zeros. */
  | { readonly type: 'frame'; readonly zero: boolean }
  | { readonly type: 'speaking' }
  | { readonly type: 'recorded'; readonly loudness: 'good' | 'quiet' | 'loud' }
  | { readonly type: 'stopped' };

/** No microphone is checked. */
export const noMicrophone: MicrophoneCheck = { picture: { name: 'off' }, zeros: 0, frames: 0 };

/** What follows from an event. */
export function checked(check: MicrophoneCheck, event: MicrophoneEvent): MicrophoneCheck {
  const { picture } = check;
  switch (event.type) {
    case 'began':
      return { picture: { name: 'opening' }, zeros: 0, frames: 0 };
    case 'stopped':
      return noMicrophone;
    case 'reported':
      return reported(check, event.report);
    case 'frame':
      return isOpen(picture) ? counted(check, picture, event.zero) : check;
    case 'speaking':
      return isOpen(picture) ? { ...check, picture: { ...picture, name: 'hearing' } } : check;
    case 'recorded':
      return isOpen(picture)
        ? { ...check, picture: { ...picture, name: 'heard', loudness: event.loudness } }
        : check;
    default:
      return assertNever(event);
  }
}

type OpenPicture = Extract<
  MicrophonePicture,
  { readonly name: 'waiting' | 'unheard' | 'silent' | 'hearing' }
>;

function isOpen(picture: MicrophonePicture): picture is OpenPicture {
  return ['waiting', 'unheard', 'silent', 'hearing'].includes(picture.name);
}

function reported(check: MicrophoneCheck, report: AudioReport): MicrophoneCheck {
  const { picture } = check;
  // What comes late is about a check that is over.
  if (picture.name === 'off' || picture.name === 'heard') return check;
  if (report.type === 'opened') {
    const bluetooth = BLUETOOTH.test(report.input) || isTelephone(report.sampleRate);
    return { picture: { name: 'waiting', device: report.input, bluetooth }, zeros: 0, frames: 0 };
  }
  if (report.type !== 'trouble') return check;
  if (report.trouble === 'microphone_silent' && isOpen(picture)) {
    return { ...check, picture: { ...picture, name: 'silent' } };
  }
  return report.fatal ? { ...check, picture: { name: 'failed', why: failureOf(report.trouble) } } : check;
}

function isTelephone(rate: number): boolean {
  return rate > 0 && rate <= TELEPHONE_RATE;
}

function counted(check: MicrophoneCheck, picture: OpenPicture, zero: boolean): MicrophoneCheck {
  const zeros = zero ? check.zeros + 1 : 0;
  const frames = check.frames + 1;
  const next = { ...check, zeros, frames };
  if (picture.name === 'hearing') return next;
  if (zeros >= SILENT_FRAMES) return { ...next, picture: { ...picture, name: 'silent' } };
  if (picture.name === 'silent' && !zero) {
    return { picture: { ...picture, name: 'waiting' }, zeros: 0, frames: 0 };
  }
  if (picture.name === 'waiting' && frames >= PATIENT_FRAMES) {
    return { ...next, picture: { ...picture, name: 'unheard' } };
  }
  return next;
}

function failureOf(trouble: AudioTrouble): MicrophoneFailure {
  switch (trouble) {
    case 'permission_denied':
      return 'permission';
    case 'no_microphone':
    case 'microphone_lost':
      return 'none';
    case 'microphone_busy':
      return 'busy';
    case 'microphone_silent':
    case 'speaker_lost':
    case 'sound_failed':
    case 'sound_lost':
      return 'sound';
    default:
      return assertNever(trouble);
  }
}
