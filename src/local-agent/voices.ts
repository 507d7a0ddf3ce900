import { VOICE_CHOICES, type VoiceChoice } from '../shared/ipc/speech-port';
import { DEFAULT_VOICE, VOICES } from '../shared/protocol';

/** The service's voices that sound male here; all others are spoken by the female voice. English only. */
const MALE = new Set([
  'michael',
  'charles',
  'george',
  'jean',
  'paul',
  'giovanni',
  'juergen',
  'rafael',
  'reid',
]);

/** Names accepted in `output.voice`: our own voices, and the service's so that any client works unchanged. */
export const voiceNames: readonly string[] = [...VOICE_CHOICES, ...VOICES.map(({ name }) => name)];

/** Voice of a session that names none. */
export const defaultVoiceName = DEFAULT_VOICE;

/** The local voice that speaks for a name. */
export function localVoiceFor(name: string): VoiceChoice {
  const own = VOICE_CHOICES.find((voice) => voice === name);
  return own ?? (MALE.has(name) ? 'rms' : 'slt');
}
