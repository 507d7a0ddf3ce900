import { LOCAL_VOICES, type VoiceChoice } from '../shared/ipc/speech-port';
import { hasNeuralVoice } from './neural-voice';
import { bestSystemVoice } from './system-synthesizer';

/** The voices that are there: the built-in ones, then the system's and the neural one where they can be had. */
export async function availableVoices(platform: string, directory: string): Promise<readonly VoiceChoice[]> {
  const [system, neural] = await Promise.all([bestSystemVoice(platform), hasNeuralVoice(directory)]);
  return [
    ...LOCAL_VOICES,
    ...(system === null ? [] : (['system'] as const)),
    ...(neural ? (['neural'] as const) : []),
  ];
}
