/**
 * Lets a person hear a voice before choosing it. No talk is needed and no microphone is opened: a local voice is
 * synthesized on this computer, a hosted one speaks in a short session of its own.
 */
import { AUDIO_RATE, type PlaybackCommand, type PlaybackReport } from '../../shared/ipc/audio-port';
import type { AudioReport } from '../../shared/ipc/audio';
import type { VoiceSample } from '../../shared/ipc/profiles';
import type { VoiceChoice } from '../../shared/ipc/speech-port';
import { ProblemError, type Problem } from '../../shared/problem';
import { hostedSample, type HostedSampleWorld } from './hosted-sample';
import { LOCAL_SAMPLE } from './sample-sentence';

/** Beyond its own length, how long a sample may take until it was heard: speakers that hang must not keep it. */
const SLACK_MS = 3_000;

/** What a preview reaches outside itself. */
export interface PreviewSurroundings extends HostedSampleWorld {
  /** False while a conversation has the sound. */
  readonly soundFree: () => boolean;
  /** The speakers alone; the microphone stays off. */
  readonly audio: { open(): void; close(): void; play(command: PlaybackCommand): void };
  /** Samples of 24 kHz. Rejects with {@link ProblemError} or because of the signal. */
  readonly synthesize: (text: string, voice: VoiceChoice, signal: AbortSignal) => Promise<Int16Array>;
  /** The sentence for a trouble of the speakers; null for what is none. */
  readonly explainTrouble: (report: AudioReport) => Problem | null;
}

interface Running {
  readonly reply: string;
  readonly abort: AbortController;
  /** Resolves when everything was heard; rejects when the sound failed. */
  readonly heard: Promise<void>;
  readonly finished: (problem: Problem | null) => void;
  /** Resolves when nothing of it is open any more. */
  over: Promise<void>;
}

/** Plays samples of voices, one at a time. */
export class VoicePreview {
  private running: Running | null = null;
  private count = 0;

  constructor(private readonly around: PreviewSurroundings) {}

  /**
   * Plays a sample; one that is playing is stopped first. Resolves when it was heard or stopped.
   * Rejects with {@link ProblemError} when it cannot be had, and while a conversation has the sound.
   */
  async play(sample: VoiceSample): Promise<void> {
    // Whoever asked at the same moment may have begun meanwhile.
    do await this.stop();
    while (this.running);
    if (!this.around.soundFree()) throw new ProblemError(inConversation);
    const running = this.begin();
    this.running = running;
    const playing = this.perform(sample, running);
    running.over = playing.then(
      () => undefined,
      () => undefined,
    );
    await playing;
  }

  /** True while a sample plays. */
  get active(): boolean {
    return this.running !== null;
  }

  /** Silent at once; resolves when a paid session is closed as well. */
  stop(): Promise<void> {
    const { running } = this;
    if (!running) return Promise.resolve();
    running.abort.abort();
    this.letGo(running);
    running.finished(null);
    return running.over;
  }

  /** Takes a report of the playback; false when it is not about a sample. */
  played(report: PlaybackReport): boolean {
    if (report.reply !== this.running?.reply) return report.reply.startsWith(REPLY);
    if (report.type === 'drained' || report.type === 'flushed') this.running.finished(null);
    return true;
  }

  /** Takes a report of the audio page while a sample plays; false when none does. */
  audioReported(report: AudioReport): boolean {
    if (!this.running) return false;
    const problem = this.around.explainTrouble(report);
    if (problem && report.type === 'trouble' && report.fatal) this.running.finished(problem);
    return true;
  }

  private begin(): Running {
    let finished: Running['finished'] = () => undefined;
    const heard = new Promise<void>((resolve, reject) => {
      finished = (problem) => (problem ? reject(new ProblemError(problem)) : resolve());
    });
    // It may fail before anyone waits for it.
    heard.catch(() => undefined);
    this.count += 1;
    return {
      reply: `${REPLY}${String(this.count)}`,
      abort: new AbortController(),
      heard,
      finished,
      over: Promise.resolve(),
    };
  }

  private async perform(sample: VoiceSample, running: Running): Promise<void> {
    const { audio } = this.around;
    const { reply, abort } = running;
    audio.open();
    let samples = 0;
    const play = (pcm: Int16Array) => {
      if (abort.signal.aborted) return;
      samples += pcm.length;
      audio.play({ type: 'audio', reply, pcm });
    };
    try {
      await this.fetch(sample, play, abort.signal);
      if (abort.signal.aborted) return;
      audio.play({ type: 'finish', reply });
      const clock = setTimeout(() => running.finished(null), (samples / AUDIO_RATE) * 1_000 + SLACK_MS);
      await running.heard.finally(() => clearTimeout(clock));
    } catch (error) {
      // What was cut short on purpose did not fail.
      if (!abort.signal.aborted) throw error instanceof ProblemError ? error : new ProblemError(unheard);
    } finally {
      this.letGo(running);
    }
  }

  private async fetch(
    sample: VoiceSample,
    play: (pcm: Int16Array) => void,
    signal: AbortSignal,
  ): Promise<void> {
    if (sample.engine === 'hosted') return hostedSample(sample.voice, play, this.around, signal);
    play(await this.around.synthesize(LOCAL_SAMPLE, sample.voice, signal));
  }

  /** Gives the speakers back, once. */
  private letGo(running: Running): void {
    if (this.running !== running) return;
    this.running = null;
    this.around.audio.play({ type: 'flush', reply: running.reply });
    this.around.audio.close();
  }
}

/** Begins the names of replies that are samples. */
const REPLY = 'voice-sample-';

const unheard: Problem = {
  code: 'preview_failed',
  sentence: 'The voice could not be heard.',
  next: 'Try again, or choose another voice.',
};

const inConversation: Problem = {
  code: 'preview_in_conversation',
  sentence: 'A conversation is open.',
  next: 'End it to listen to a voice.',
};
