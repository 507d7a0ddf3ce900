import { randomUUID } from 'node:crypto';
import type { Conversation } from '../conversation/conversation';
import type { Cost } from '../cost/cost';
import { explainTrouble } from '../desktop/audio-troubles';
import type { SoundUse } from '../desktop/sound-use';
import type { Processes } from '../processes/start-processes';
import type { Endpoint } from '../conversation/socket';
import type { SettingsStore } from '../storage/settings-store';
import { LONGEST_SAMPLE_MS } from './hosted-sample';
import { VoicePreview } from './voice-preview';

/** The parts of the app that a sample of a voice takes. */
export interface PreviewSurroundings {
  readonly settings: SettingsStore;
  readonly cost: Cost;
  readonly endpoint: () => Promise<Endpoint>;
  readonly conversation: () => Conversation;
  readonly sound: SoundUse;
  readonly processes: Processes;
}

/** Makes the player of samples. */
export function startPreview(around: PreviewSurroundings): VoicePreview {
  const { settings, cost, sound, processes } = around;
  return new VoicePreview({
    now: Date.now,
    newId: () => `preview-${randomUUID()}`,
    longestMs: LONGEST_SAMPLE_MS,
    allowance: () => cost.allowance(0),
    record: cost.record,
    endpoint: around.endpoint,
    soundFree: () => !around.conversation().active && !sound.has('talk'),
    audio: sound.as('sample'),
    synthesize: (text, voice, signal) =>
      processes.synthesize({ text, voice, speed: settings.current.speakingSpeed }, signal),
    explainTrouble,
  });
}
