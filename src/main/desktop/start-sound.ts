import type { AudioReport } from '../../shared/ipc/audio';
import type { CaptureMessage, PlaybackReport } from '../../shared/ipc/audio-port';
import type { Settings } from '../../shared/settings/schema';
import type { RequestServer } from '../ipc/request-server';
import { AudioHost } from './audio-host';
import { createRegisteredAudioPage } from './audio-page';
import type { BuiltPages } from './pages';
import { SoundUse } from './sound-use';

/** Who is told what was played and what the audio page reports; true: it was about this one and nobody else. */
interface ReportTaker {
  played(report: PlaybackReport): boolean;
  audioReported(report: AudioReport): boolean;
}

/** The talk: it hears the microphone, and takes what nobody else does. */
interface Talk {
  captured(frame: CaptureMessage): void;
  played(report: PlaybackReport): void;
  audioReported(report: AudioReport): void;
}

/** Hears the microphone whenever it is open. */
interface Ear {
  captured(frame: CaptureMessage): void;
}

/** What the sound needs of the app. */
export interface SoundSurroundings {
  readonly pages: BuiltPages;
  readonly requests: RequestServer;
  readonly settings: () => Settings;
  readonly talk: () => Talk;
  readonly ears: () => readonly Ear[];
  /** Asked in this order. */
  readonly takers: () => readonly ReportTaker[];
  /** A talk may begin at any moment by a key: the audio page stays loaded, and silent, between talks. */
  readonly expected: () => boolean;
  /** How long the page is kept as it is after its last use, in milliseconds; null for as long as is good. */
  readonly keptMs: number | null;
}

/** The sound, shared among its users, and its page, which may be made ahead of its first use. */
export function startSound({
  pages,
  requests,
  settings,
  talk,
  ears,
  takers,
  expected,
  keptMs,
}: SoundSurroundings): {
  readonly sound: SoundUse;
  readonly audioPage: Pick<AudioHost, 'preload' | 'setWarm'>;
} {
  const create = (made: AudioHost) => createRegisteredAudioPage(pages, requests, made);
  const host = new AudioHost(
    create,
    expected,
    {
      captured: (frame) => {
        // Others may have the microphone open, and their frames are no business of a talk.
        if (sound.has('talk')) talk().captured(frame);
        for (const ear of ears()) ear.captured(frame);
      },
      played: (report) => {
        if (!takers().some((taker) => taker.played(report))) talk().played(report);
      },
      reported: (report) => {
        if (!takers().some((taker) => taker.audioReported(report))) talk().audioReported(report);
      },
    },
    keptMs,
  );
  const sound = new SoundUse(host, (microphone) => {
    const { inputDevice: input, outputDevice: output, autoGainControl } = settings();
    return { microphone, input, output, autoGainControl };
  });
  return { sound, audioPage: host };
}
