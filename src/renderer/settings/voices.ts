import type { VoiceChoice } from '../../shared/ipc/speech-port';
import type { PlainText } from '../../shared/words/catalogue';

/** The voices of the local agent in plain words. */
export const localVoiceNames: Readonly<Record<VoiceChoice, PlainText>> = {
  slt: 'Woman, American – the clearest',
  rms: 'Man, American',
  awb: 'Man, Scottish',
  kal16: 'Man, American – robotic',
  system: 'The voice of your system',
  neural: 'Woman, neural – after npm run fetch-voice',
};

/** The hosted voices by language (protocol.md section 12.1), the recommended ones first. */
export const hostedVoiceGroups: readonly {
  readonly language: PlainText;
  readonly voices: readonly string[];
}[] = [
  { language: 'English (UK)', voices: ['anna', 'charles', 'paul', 'vera'] },
  { language: 'English (US)', voices: ['alba', 'michael', 'eve', 'george', 'jane', 'jean', 'mary'] },
  { language: 'French', voices: ['estelle'] },
  { language: 'German', voices: ['juergen'] },
  { language: 'Italian', voices: ['giovanni'] },
  { language: 'Portuguese', voices: ['rafael'] },
  { language: 'Spanish', voices: ['lola'] },
];

/** True for a voice of the built-in list; others can be typed, as the service adds voices at any time. */
export function isListedVoice(voice: string): boolean {
  return hostedVoiceGroups.some(({ voices }) => voices.includes(voice));
}

/** A voice's name as it is shown. */
export function voiceTitle(voice: string): string {
  return voice.charAt(0).toUpperCase() + voice.slice(1);
}

/** A typed voice name as the service wants it: lower case, no blanks around it. */
export function voiceFrom(typed: string): string {
  return typed.trim().toLowerCase();
}
