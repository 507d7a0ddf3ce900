import { assertNever } from '../../shared/assert-never';
import type { MicrophonePicture, OnboardingPage, SoundCheckPicture } from '../../shared/ipc/onboarding';
import type { PlainText } from '../../shared/words/catalogue';

/** How the check of the microphone is told. */
export interface MicrophoneWords {
  /** What is the case, for the status line. */
  readonly says: PlainText;
  /** What to do about it; null when there is nothing to do. */
  readonly next: PlainText | null;
  /** Something is wrong. */
  readonly trouble: boolean;
  /** The page of the system's settings where it can be mended. */
  readonly page: OnboardingPage | null;
}

const words = (says: PlainText): MicrophoneWords => ({ says, next: null, trouble: false, page: null });
const trouble = (says: PlainText, next: PlainText, page: OnboardingPage | null): MicrophoneWords => ({
  ...{ says, next, trouble: true, page },
});

/** What is to be told of the check of a microphone. */
export function microphoneWords(picture: MicrophonePicture): MicrophoneWords {
  switch (picture.name) {
    case 'off':
      return words('The microphone is off.');
    case 'opening':
      return words('Opening the microphone…');
    case 'waiting':
      return words('Say something, for example “Hello, Parley”.');
    case 'hearing':
      return words('Parley hears you. Go on …');
    case 'unheard':
      return trouble(
        'Parley hears nobody speak.',
        'Speak up, come nearer, or choose another microphone below.',
        'sound',
      );
    case 'silent':
      return trouble(
        'The microphone delivers only silence.',
        'Look for a mute switch or key on it, or choose another microphone below.',
        'sound',
      );
    case 'heard':
      return heardWords(picture.loudness);
    case 'failed':
      return failedWords(picture.why);
    default:
      return assertNever(picture);
  }
}

function heardWords(loudness: 'good' | 'quiet' | 'loud'): MicrophoneWords {
  switch (loudness) {
    case 'good':
      return words('Your microphone works.');
    case 'quiet':
      return { ...words('Your microphone works, but you are hard to hear.'), next: 'Come nearer to it.' };
    case 'loud':
      return { ...words('Your microphone works, but it is too loud.'), next: 'Move away from it a little.' };
    default:
      return assertNever(loudness);
  }
}

function failedWords(why: 'permission' | 'none' | 'busy' | 'sound'): MicrophoneWords {
  switch (why) {
    case 'permission':
      return trouble(
        'The system does not let Parley use the microphone.',
        'Allow it in the system’s privacy settings, then check again.',
        'microphone-permission',
      );
    case 'none':
      return trouble(
        'No microphone was found.',
        'Connect one and it is used at once. You can also go on and type.',
        'sound',
      );
    case 'busy':
      return trouble(
        'Another program is using the microphone.',
        'Close that program, or choose another microphone below. Then check again.',
        null,
      );
    case 'sound':
      return trouble(
        'Sound does not work on this computer now.',
        'Check that its sound system runs. You can also go on and type.',
        'sound',
      );
    default:
      return assertNever(why);
  }
}

/** What the main button of the microphone's check does now. */
export function microphoneAction({
  microphone,
  playing,
}: SoundCheckPicture): 'listen' | 'stop' | 'play-back' {
  if (playing === 'recording') return 'stop';
  switch (microphone.name) {
    case 'heard':
      return 'play-back';
    case 'off':
    case 'failed':
      return 'listen';
    case 'opening':
    case 'waiting':
    case 'hearing':
    case 'unheard':
    case 'silent':
      return 'stop';
    default:
      return assertNever(microphone);
  }
}
