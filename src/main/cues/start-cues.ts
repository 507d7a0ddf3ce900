/** Puts the cues together, and what happens to other programs' music while somebody talks. */
import { app } from 'electron';
import type { ConversationSnapshot } from '../../shared/ipc/conversation';
import type { Settings } from '../../shared/settings/schema';
import type { SoundUse } from '../desktop/sound-use';
import type { Desktop } from '../system/desktop';
import { Cues } from './cues';
import { MediaPause } from './media-pause';

/** What they need of the app. */
export interface CueSurroundings {
  readonly settings: () => Settings;
  readonly sound: SoundUse;
  readonly media: Desktop['media'];
  readonly log: (line: string) => void;
}

/** The cues as the app sees them: an ear for the microphone, and a taker of what is reported of the sound. */
export interface StartedCues extends Pick<Cues, 'captured' | 'played' | 'audioReported'> {
  talkChanged(snapshot: ConversationSnapshot): void;
}

/** Starts them: from now on they follow the talk. */
export function startCues({ settings, sound, media, log }: CueSurroundings): StartedCues {
  const cues = new Cues({
    wishes: () => ({
      cues: settings().cues,
      cuesWithScreenReader: settings().cuesWithScreenReader,
      screenReader: app.accessibilitySupportEnabled,
    }),
    audio: sound.as('cue'),
    soundOpen: () => sound.inUse,
    talkOpen: () => sound.has('talk'),
    after: (milliseconds, run) => void setTimeout(run, milliseconds).unref(),
  });
  const pause = new MediaPause({ media, wanted: () => settings().pauseMedia, log });
  return {
    captured: (frame) => cues.captured(frame),
    played: () => cues.played(),
    audioReported: (report) => cues.audioReported(report),
    talkChanged: (snapshot) => {
      cues.talkChanged(snapshot);
      pause.talks(snapshot.live && snapshot.status !== 'ready' && snapshot.status !== 'ending');
    },
  };
}
