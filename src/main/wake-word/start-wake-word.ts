/** Puts the words together that Parley listens for by itself: the wake word, its recording, and the stop word. */
import { join } from 'node:path';
import type { CaptureMessage } from '../../shared/ipc/audio-port';
import type { AudioReport } from '../../shared/ipc/audio';
import type { WindowEvents } from '../../shared/ipc';
import type { wakeWordRequests } from '../../shared/ipc/wake-word';
import type { Settings } from '../../shared/settings/schema';
import { wakeWordEnrolmentSchema, type WakeWordEnrolment } from '../../shared/wake-word';
import type { Conversation } from '../conversation/conversation';
import type { SoundUse } from '../desktop/sound-use';
import type { Handlers } from '../ipc/request-server';
import type { StartedPresence } from '../presence/start-presence';
import type { Processes } from '../processes/start-processes';
import { JsonFile } from '../mind/json-file';
import type { Announcer } from '../mind/announcer';
import { startStopWord } from '../stop-word/start-stop-word';
import { Enrolment } from './enrolment';
import { WakeWord } from './wake-word';

/** What the wake word needs of the app. */
export interface WakeWordSurroundings {
  readonly userData: string;
  readonly settings: {
    readonly current: Settings;
    change(patch: { wakeWord: boolean }): Settings;
  };
  readonly conversation: () => Conversation;
  readonly processes: Pick<Processes, 'connectSpeech'>;
  readonly sound: SoundUse;
  /** Knows of pauses and of a low battery; shows in the tray what is listened for. */
  readonly presence: Pick<StartedPresence, 'listening' | 'refresh'>;
  /** What Parley says outside talks. */
  readonly announcer: Pick<Announcer, 'saying'>;
  readonly tell: <Name extends keyof WindowEvents>(name: Name, payload: WindowEvents[Name]) => void;
  readonly log: (line: string) => void;
}

/** The wake word as the app sees it. */
export interface StartedWakeWord {
  readonly handlers: Handlers<typeof wakeWordRequests>;
  /** Whether the microphone is open for the name, were it only waiting for a sound of Parley's own to end. */
  readonly listens: () => boolean;
  /** A frame of the microphone, whoever has it open. */
  captured(frame: CaptureMessage): void;
  /** Nothing that is played is the wake word's. */
  played(): boolean;
  audioReported(report: AudioReport): boolean;
  /** The talk, the settings or what allows listening have changed. */
  refresh(): void;
  setAway(away: boolean): void;
  /** Nobody sees the settings any more: what is recorded or tried out there ends. */
  unseen(): void;
  close(): Promise<void>;
}

/** Makes the wake word; it listens as soon as its file was read, if it is switched on. */
export function startWakeWord(around: WakeWordSurroundings): StartedWakeWord {
  const { settings, sound, log } = around;
  const { listening } = around.presence;
  const file = new JsonFile<WakeWordEnrolment | null>({
    path: join(around.userData, 'wake-word.json'),
    schema: wakeWordEnrolmentSchema.nullable(),
    empty: null,
    now: () => new Date(),
    called: 'name that Parley listens for',
    onProblem: (problem) => around.conversation().dispatch({ type: 'notify', problem }),
  });
  const wakeWord = new WakeWord({
    settings: () => settings.current,
    speech: around.processes.connectSpeech,
    sound: sound.as('wake-word'),
    ownSound: () => sound.plays(),
    talk: () => {
      const conversation = around.conversation();
      return {
        snapshot: () => conversation.current().snapshot,
        begin: () => conversation.begin({ microphone: true, text: null, greeting: false, before: [] }),
        captured: (frame) => conversation.captured(frame),
        end: () => conversation.dispatch({ type: 'end', reason: 'person' }),
      };
    },
    allowed: () => listening.rules.wakeWord,
    tell: (name, payload) => {
      around.tell(name, payload);
      if (name === 'wakeWord.changed') around.presence.refresh();
    },
    now: () => performance.now(),
    log,
  });
  const stopWord = startStopWord({ ...around, listensForName: () => wakeWord.hasMicrophone });
  const enrolment = new Enrolment({
    speech: around.processes.connectSpeech,
    sound: sound.as('enrolment'),
    inTalk: () => around.conversation().active,
    recording: (on) => wakeWord.setRecording(on),
    level: (level) => around.tell('wakeWord.level', level),
    keep: async (made) => {
      await file.change(() => [made, undefined]);
      wakeWord.setEnrolment(made);
    },
    log,
  });
  listening.onChange(() => wakeWord.refresh());
  file.read().then(
    (kept) => wakeWord.setEnrolment(kept),
    () => log('wake word: its file cannot be read'),
  );
  return {
    handlers: {
      'wakeWord.current': () => wakeWord.picture,
      'wakeWord.record': (index) => enrolment.record(index),
      'wakeWord.cancel': () => {
        enrolment.cancel();
        return undefined;
      },
      'wakeWord.enrol': () => enrolment.enrol(),
      'wakeWord.forget': async () => {
        enrolment.cancel();
        settings.change({ wakeWord: false });
        await file.change(() => [null, undefined]);
        wakeWord.setEnrolment(null);
        return undefined;
      },
      'wakeWord.test': (on) => {
        wakeWord.setTesting(on);
        return undefined;
      },
    },
    listens: () => wakeWord.hasMicrophone,
    captured: (frame) => {
      enrolment.captured(frame);
      wakeWord.captured(frame);
      stopWord.captured(frame);
    },
    played: () => false,
    audioReported: (report) => enrolment.audioReported(report) || wakeWord.audioReported(report),
    refresh: () => {
      wakeWord.refresh();
      stopWord.refresh();
    },
    setAway: (away) => {
      enrolment.stop();
      wakeWord.setAway(away);
    },
    unseen: () => {
      enrolment.stop();
      wakeWord.setTesting(false);
    },
    close: () => {
      enrolment.cancel();
      wakeWord.close();
      stopWord.close();
      return Promise.resolve();
    },
  };
}
