import { z } from 'zod';
import { request } from './contract';

/** Why the microphone cannot be used; each has its sentence in the window. */
export type MicrophoneFailure =
  /** The system does not let Parley use it. */
  | 'permission'
  | 'none'
  /** Another program has it. */
  | 'busy'
  /** Sound does not work at all. */
  | 'sound';

/** A microphone that is open. */
export interface CheckedMicrophone {
  /** As the system names it; may be empty. */
  readonly device: string;
  /** It seems to be a headset's over Bluetooth, which has the sound of a telephone. */
  readonly bluetooth: boolean;
}

/** How the check of the microphone stands. */
export type MicrophonePicture =
  | { readonly name: 'off' }
  | { readonly name: 'opening' }
  /** Open, and nobody has spoken yet. */
  | ({ readonly name: 'waiting' } & CheckedMicrophone)
  /** Open for some time, and nobody was heard: perhaps another one is meant. */
  | ({ readonly name: 'unheard' } & CheckedMicrophone)
  /** It delivers nothing but zeros: switched off, or taken away by the system. */
  | ({ readonly name: 'silent' } & CheckedMicrophone)
  /** Somebody speaks. */
  | ({ readonly name: 'hearing' } & CheckedMicrophone)
  /** What was said is recorded; the microphone is closed. */
  | ({ readonly name: 'heard'; readonly loudness: 'good' | 'quiet' | 'loud' } & CheckedMicrophone)
  | { readonly name: 'failed'; readonly why: MicrophoneFailure };

/** What the check plays. */
export type CheckedPlayback = 'nothing' | 'recording' | 'sample';

/** The check of microphone and speakers. */
export interface SoundCheckPicture {
  readonly microphone: MicrophonePicture;
  readonly playing: CheckedPlayback;
  /** Why nothing could be played, as a sentence with what to do; empty when it could. */
  readonly speakerTrouble: string;
}

/** Pages outside Parley that the first minute leads to. */
export const onboardingPages = ['microphone-permission', 'sound', 'service-key'] as const;
/** One of them. */
export type OnboardingPage = (typeof onboardingPages)[number];

const nothing = z.undefined();

/** Requests of the first minute. */
export const onboardingRequests = {
  'soundCheck.current': request(nothing).returning<SoundCheckPicture>(),
  /** Opens the microphone and records what is said next, in memory. Refused while a conversation is open. */
  'soundCheck.listen': request(nothing).returning<undefined>(),
  /** Plays what was recorded. */
  'soundCheck.playBack': request(nothing).returning<undefined>(),
  /** Plays two tones and a sentence. */
  'soundCheck.playSample': request(nothing).returning<undefined>(),
  /** Closes and stops what is open and sounds, and forgets what was recorded. */
  'soundCheck.stop': request(nothing).returning<undefined>(),
  /** Which of the pages this computer has. */
  'onboarding.pages': request(nothing).returning<readonly OnboardingPage[]>(),
  /** Opens one of them, outside Parley. Rejects where that does not work. */
  'onboarding.openPage': request(z.enum(onboardingPages)).returning<undefined>(),
} as const;

/** What windows are told of the first minute. */
export interface OnboardingEvents {
  readonly 'soundCheck.changed': SoundCheckPicture;
  /** Level 0..1 of the microphone, while it is checked. */
  readonly 'soundCheck.level': number;
}
