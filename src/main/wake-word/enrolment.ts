import { phraseTrouble } from '../../shared/audio/phrase';
import { AUDIO_RATE, type CaptureMessage } from '../../shared/ipc/audio-port';
import type { AudioReport } from '../../shared/ipc/audio';
import type { SpeechClient } from '../../shared/ipc/speech-client';
import type { WakeWordEnrolled, WakeWordRecorded } from '../../shared/ipc/wake-word';
import { WAKE_WORD_RECORDINGS, type WakeWordEnrolment } from '../../shared/wake-word';
import { LocalSpeech } from '../conversation/local-speech';
import type { UsedSound } from '../desktop/sound-use';
import { PhraseRecorder } from './phrase-recorder';

/** The microphone stays open so long for the next recording: people go on at once. */
const KEPT_OPEN_MS = 1_500;

/** What making a wake word reaches. */
export interface EnrolmentWorld {
  readonly speech: () => SpeechClient | null;
  readonly sound: UsedSound;
  /** A talk is open: its microphone is not for this. */
  readonly inTalk: () => boolean;
  /** The microphone is used for a recording, or not any more. */
  readonly recording: (on: boolean) => void;
  readonly level: (level: number) => void;
  readonly keep: (enrolment: WakeWordEnrolment) => Promise<void>;
  readonly log: (line: string) => void;
}

/** Recordings of the phrase, in memory only, until a wake word was made of them. */
export class Enrolment {
  private readonly recordings = new Map<number, Int16Array>();
  private running: {
    readonly recorder: PhraseRecorder;
    readonly speech: LocalSpeech;
    readonly end: (how: WakeWordRecorded) => void;
  } | null = null;
  private working: AbortController | null = null;
  private letGo: NodeJS.Timeout | null = null;

  constructor(private readonly world: EnrolmentWorld) {}

  /** Records the phrase once; resolves when it was said, or to why it cannot be used. */
  record(index: number): Promise<WakeWordRecorded> {
    this.running?.end({ ok: false, why: 'stopped' });
    if (this.world.inTalk()) return Promise.resolve({ ok: false, why: 'busy' });
    const client = this.world.speech();
    if (!client) return Promise.resolve({ ok: false, why: 'sound' });
    return new Promise((resolve) => {
      const recorder = new PhraseRecorder((pcm) => {
        const trouble = phraseTrouble(pcm, AUDIO_RATE);
        if (!trouble) this.recordings.set(index, pcm);
        end(trouble ? { ok: false, why: trouble } : { ok: true });
      });
      const speech = new LocalSpeech(client, (speaking) => recorder.heard(speaking));
      const end = (how: WakeWordRecorded) => {
        if (this.running?.recorder !== recorder) return;
        this.running = null;
        speech.close();
        this.world.level(0);
        if (how.ok) this.letGo = setTimeout(() => this.closeSound(), KEPT_OPEN_MS);
        else this.closeSound();
        resolve(how);
      };
      this.running = { recorder, speech, end };
      if (this.letGo) clearTimeout(this.letGo);
      this.world.recording(true);
      this.world.sound.open(true);
    });
  }

  /** Ends what is being recorded, if anything is; what was recorded stays. */
  stop(): void {
    this.running?.end({ ok: false, why: 'stopped' });
    if (this.letGo) this.closeSound();
  }

  /** Gives everything up. */
  cancel(): void {
    this.stop();
    this.working?.abort();
    this.recordings.clear();
  }

  /** Makes a wake word of the recordings and has it kept. */
  async enrol(): Promise<WakeWordEnrolled> {
    const failed = { ok: false, trouble: { type: 'failed' } } as const;
    const recordings = Array.from({ length: WAKE_WORD_RECORDINGS }, (_, at) => this.recordings.get(at));
    const whole = recordings.filter((pcm) => pcm !== undefined);
    const client = this.world.speech();
    if (!client || whole.length < WAKE_WORD_RECORDINGS) return failed;
    this.working?.abort();
    const working = new AbortController();
    this.working = working;
    try {
      const made = await client.enrolWakeWord(whole, AUDIO_RATE, working.signal);
      if (!made.ok) return made;
      // Given up meanwhile, perhaps because the name was deleted.
      working.signal.throwIfAborted();
      await this.world.keep(made.enrolment);
      this.recordings.clear();
      return { ok: true };
    } catch (error) {
      this.world.log(`wake word: ${error instanceof Error ? error.name : 'failed'}`);
      return failed;
    }
  }

  /** A frame of the microphone. */
  captured(frame: CaptureMessage): void {
    if (!this.running) return;
    this.world.level(frame.level);
    this.running.speech.push(frame.pcm, frame.capturedAt);
    this.running.recorder.push(frame);
  }

  /** True: it was about the recording. */
  audioReported(report: AudioReport): boolean {
    if (!this.running) return false;
    if (report.type === 'trouble' && report.fatal) this.running.end({ ok: false, why: 'sound' });
    return report.type !== 'closed';
  }

  private closeSound(): void {
    if (this.letGo) clearTimeout(this.letGo);
    this.letGo = null;
    this.world.sound.close();
    this.world.recording(false);
  }
}
