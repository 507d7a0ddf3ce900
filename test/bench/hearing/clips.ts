import { pcm16ToFloat } from '../../../src/shared/audio/pcm';
import { RIG_RATE } from '../../support/sound/pulse-server';
import { speak, type PersonVoice } from '../../support/sound/voice';

/** Something said, and the sound of it: -1 to 1, mono. */
export interface Clip {
  readonly group: string;
  readonly said: string;
  readonly rate: number;
  readonly samples: Float32Array;
}

/** The five voices of the synthesized set: two of espeak-ng, three of flite. */
export const VOICES: readonly PersonVoice[] = ['en-us', 'en-gb', 'slt', 'rms', 'awb'];

const SENTENCES = [
  'open the downloads folder and list the five newest files',
  'what time is it in tokyo right now',
  'set a timer for ten minutes',
  'remind me to call the dentist tomorrow at three thirty in the afternoon',
  'turn the volume down to thirty percent',
  'search my documents for the quarterly budget report',
  'create a new file called shopping list and add milk eggs and bread',
  'stop talking',
  'how much disk space do i have left',
  'read the last email from my sister and draft a short reply',
  'close every browser window except the one playing music',
  'run the unit tests and tell me which ones failed',
];

/** Twelve sentences for an assistant, each by five synthetic voices. */
export async function synthesizedClips(): Promise<readonly Clip[]> {
  const clips: Clip[] = [];
  for (const voice of VOICES) for (const said of SENTENCES) clips.push(await spokenClip(said, voice));
  return clips;
}

/** One text by one voice. */
export async function spokenClip(said: string, voice: PersonVoice): Promise<Clip> {
  const { pcm } = await speak(said, voice);
  return { group: voice, said, rate: RIG_RATE, samples: pcm16ToFloat(pcm) };
}

/** Samples of nothing. */
export const silence = (milliseconds: number, rate: number): Float32Array =>
  new Float32Array(Math.round((milliseconds * rate) / 1_000));

/** One after the other. */
export function concat(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
