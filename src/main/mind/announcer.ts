/**
 * Says sentences of Parley's own, such as a reminder that is due: through the speakers alone while no talk is open,
 * and in a talk as soon as nobody speaks. What it plays has names of its own, so that no talk takes it for an answer.
 */
import type { AudioReport } from '../../shared/ipc/audio';
import { AUDIO_RATE, type PlaybackCommand, type PlaybackReport } from '../../shared/ipc/audio-port';
import { errorCode } from '../../shared/error-code';

/** Begins the names of what it plays. */
const REPLY = 'announcement-';
/** How often it is looked whether somebody still speaks, and how long nobody must have. */
const LOOK_MS = 200;
const QUIET_MS = 600;
/** After that long it is said although somebody speaks: a noise must not keep an alarm back. */
const PATIENCE_MS = 30_000;
/** Beyond its own length, how long a sentence may take until it was heard: the audio page may have to load first. */
const SLACK_MS = 8_000;
/** Sentences that wait. */
const MOST_WAITING = 20;

/** What it reaches outside itself. */
export interface AnnouncerWorld {
  /** The local voice: samples of 24 kHz. Rejects when it cannot be had, or because of the signal. */
  readonly synthesize: (text: string, signal: AbortSignal) => Promise<Int16Array>;
  /** The speakers, shared with talks. */
  readonly audio: { open(): void; close(): void; play(command: PlaybackCommand): void };
  /** The person or the agent speaks, or an answer is about to come. */
  readonly busy: () => boolean;
  /** Nobody else uses the speakers: troubles of theirs are ours. */
  readonly alone: () => boolean;
  /** Milliseconds of a clock that only goes on. */
  readonly now: () => number;
  /** For the log: no word of what is said. */
  readonly log: (line: string) => void;
}

interface Sentence {
  readonly text: string;
  readonly about: readonly string[];
  /** It was cut off once and is said again. */
  readonly again: boolean;
}

interface Playing {
  readonly reply: string;
  readonly finished: (how: 'heard' | 'flushed' | 'failed') => void;
}

/** Says sentences one after the other. */
export class Announcer {
  private waiting: Sentence[] = [];
  private current: { readonly sentence: Sentence; readonly abort: AbortController } | null = null;
  private playing: Playing | null = null;
  private count = 0;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly world: AnnouncerWorld) {}

  /** Says a sentence as soon as it can be. `about`: ids by which {@link silence} takes it back. Never throws. */
  say(text: string, about: readonly string[]): void {
    if (this.stopped) return;
    this.waiting = [...this.waiting, { text, about, again: false }].slice(-MOST_WAITING);
    if (!this.current) this.running = this.run();
  }

  /** What is said, or waits to be, about this id alone is not wanted any more: silent at once. */
  silence(id: string): void {
    const only = ({ about }: Sentence) => about.length === 1 && about[0] === id;
    this.waiting = this.waiting.filter((sentence) => !only(sentence));
    if (this.current && only(this.current.sentence)) this.current.abort.abort();
  }

  /** Silent at once: neither what is being said nor what waits is said any more. */
  hush(): void {
    this.waiting = [];
    this.current?.abort.abort();
  }

  /** What is being played now; null when nothing is. */
  get saying(): string | null {
    return this.playing && this.current ? this.current.sentence.text : null;
  }

  /** Silent at once and from now on. Resolves when the speakers are given back. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.hush();
    await this.running;
  }

  /** Something is being said, or will be in a moment. */
  get active(): boolean {
    return this.current !== null;
  }

  /** Takes a report of the playback; false when it is not about an announcement. */
  played(report: PlaybackReport): boolean {
    if (!report.reply.startsWith(REPLY)) return false;
    if (report.reply !== this.playing?.reply) return true;
    if (report.type === 'drained') this.playing.finished('heard');
    if (report.type === 'flushed') this.playing.finished('flushed');
    return true;
  }

  /** Takes a report of the audio page; false when it is not an announcement's. */
  audioReported(report: AudioReport): boolean {
    if (!this.playing || !this.world.alone()) return false;
    if (report.type === 'trouble' && report.fatal) this.playing.finished('failed');
    return true;
  }

  private async run(): Promise<void> {
    for (let sentence = this.waiting.shift(); sentence; sentence = this.waiting.shift()) {
      const abort = new AbortController();
      this.current = { sentence, abort };
      try {
        const cut = await this.perform(sentence, abort.signal);
        if (cut && !sentence.again) this.waiting.unshift({ ...sentence, again: true });
      } catch (error) {
        if (!abort.signal.aborted) this.world.log(`announcement not heard (${errorCode(error)})`);
      }
    }
    this.current = null;
  }

  /** True when it was cut off by somebody else. */
  private async perform({ text }: Sentence, signal: AbortSignal): Promise<boolean> {
    const pcm = await this.world.synthesize(text, signal);
    await this.untilQuiet(signal);
    signal.throwIfAborted();
    const { audio } = this.world;
    this.count += 1;
    const reply = `${REPLY}${this.count}`;
    const heard = this.heard(reply, pcm.length, signal);
    audio.open();
    audio.play({ type: 'audio', reply, pcm });
    audio.play({ type: 'finish', reply });
    try {
      return (await heard) === 'flushed' && !signal.aborted;
    } finally {
      this.playing = null;
      audio.play({ type: 'flush', reply });
      audio.close();
    }
  }

  private heard(
    reply: string,
    samples: number,
    signal: AbortSignal,
  ): Promise<'heard' | 'flushed' | 'failed'> {
    return new Promise((resolve) => {
      const finished: Playing['finished'] = (how) => {
        clearTimeout(clock);
        signal.removeEventListener('abort', stop);
        resolve(how);
      };
      const stop = () => finished('flushed');
      const clock = setTimeout(() => finished('failed'), (samples / AUDIO_RATE) * 1_000 + SLACK_MS);
      signal.addEventListener('abort', stop, { once: true });
      this.playing = { reply, finished };
    });
  }

  private async untilQuiet(signal: AbortSignal): Promise<void> {
    const { busy, now } = this.world;
    if (!busy()) return;
    const since = now();
    let quietSince: number | null = null;
    while (!signal.aborted && now() - since < PATIENCE_MS) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (busy()) quietSince = null;
      else quietSince ??= now();
      if (quietSince !== null && now() - quietSince >= QUIET_MS) return;
    }
  }
}
