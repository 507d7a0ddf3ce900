/**
 * The check of microphone and speakers: opens the microphone, records the next words in memory, plays them back and
 * forgets them. `microphone-check.ts` decides what is wrong; this is the shell around it.
 */
import { phraseTrouble } from '../../shared/audio/phrase';
import type { AudioReport } from '../../shared/ipc/audio';
import { AUDIO_RATE, type CaptureMessage, type PlaybackReport } from '../../shared/ipc/audio-port';
import type { CheckedPlayback, SoundCheckPicture } from '../../shared/ipc/onboarding';
import type { SpeechClient } from '../../shared/ipc/speech-client';
import { ProblemError, type Problem } from '../../shared/problem';
import { LocalSpeech } from '../conversation/local-speech';
import type { UsedSound } from '../desktop/sound-use';
import { PhraseRecorder } from '../wake-word/phrase-recorder';
import { checked, noMicrophone, type MicrophoneCheck, type MicrophoneEvent } from './microphone-check';
import { checkTones } from './tones';

/** Said after the tones, by the voice of the profile in use. */
export const SAMPLE_WORDS = 'Hello, this is Parley. If you hear me, your speakers work.';
/** Speakers that hang must not keep the check: so long after its end a sound counts as played. */
const SLACK_MS = 3_000;
/** Begins the names of what the check plays. */
const REPLY = 'sound-check-';

/** What the check reaches outside itself. */
export interface SoundCheckWorld {
  readonly sound: UsedSound;
  /** A conversation has the sound. */
  readonly inTalk: () => boolean;
  /** Null when the models are missing. */
  readonly speech: () => SpeechClient | null;
  /** Samples of 24 kHz; rejects when there is no voice or because of the signal. */
  readonly synthesize: (text: string, signal: AbortSignal) => Promise<Int16Array>;
  /** The sentence for a trouble of the audio page; null for what is none. */
  readonly explainTrouble: (report: AudioReport) => Problem | null;
  readonly changed: (picture: SoundCheckPicture) => void;
  readonly level: (level: number) => void;
  readonly log: (line: string) => void;
}

interface Listening {
  readonly speech: LocalSpeech;
  recorder: PhraseRecorder;
  spoken: boolean;
}

interface Playing {
  readonly what: Exclude<CheckedPlayback, 'nothing'>;
  readonly reply: string;
  readonly abort: AbortController;
  clock: NodeJS.Timeout | null;
}

/** Checks microphone and speakers, one at a time. */
export class SoundCheck {
  private microphone: MicrophoneCheck = noMicrophone;
  private listening: Listening | null = null;
  private recording: Int16Array | null = null;
  private playing: Playing | null = null;
  private speakerTrouble = '';
  private count = 0;
  private told = '';

  constructor(private readonly world: SoundCheckWorld) {}

  get picture(): SoundCheckPicture {
    return {
      microphone: this.microphone.picture,
      playing: this.playing?.what ?? 'nothing',
      speakerTrouble: this.speakerTrouble,
    };
  }

  /** Opens the microphone and records the next words; what was recorded before is forgotten. */
  listen(): void {
    this.refuseInTalk();
    this.stop();
    const client = this.world.speech();
    if (!client) throw new ProblemError(noModels);
    const listening: Listening = {
      speech: new LocalSpeech(client, (speaking) => this.heard(listening, speaking)),
      recorder: this.newRecorder(),
      spoken: false,
    };
    this.listening = listening;
    this.happened({ type: 'began' });
    this.world.sound.open(true);
  }

  /** Plays what was recorded. */
  playBack(): void {
    this.refuseInTalk();
    const { recording } = this;
    if (!recording) throw new ProblemError(nothingRecorded);
    const playing = this.begin('recording');
    this.world.sound.play({ type: 'audio', reply: playing.reply, pcm: recording });
    this.allGiven(playing, recording.length);
  }

  /** Plays two tones, and a sentence as soon as it is synthesized. */
  playSample(): void {
    this.refuseInTalk();
    const playing = this.begin('sample');
    const tones = checkTones();
    this.world.sound.play({ type: 'audio', reply: playing.reply, pcm: tones });
    this.world.synthesize(SAMPLE_WORDS, playing.abort.signal).then(
      (words) => {
        if (this.playing !== playing) return;
        this.world.sound.play({ type: 'audio', reply: playing.reply, pcm: words });
        this.allGiven(playing, tones.length + words.length);
      },
      (error: unknown) => {
        if (this.playing !== playing) return;
        // The tones have told already whether the speakers work.
        this.world.log(`sound check: no voice (${error instanceof Error ? error.message : 'unknown'})`);
        this.allGiven(playing, tones.length);
      },
    );
  }

  /** Closes and silences everything, and forgets what was recorded. */
  stop(): void {
    this.recording = null;
    this.speakerTrouble = '';
    this.endPlaying();
    this.endListening();
    this.happened({ type: 'stopped' });
  }

  /** A frame of the microphone, whoever has it open. */
  captured(frame: CaptureMessage): void {
    const { listening } = this;
    if (!listening) return;
    this.world.level(frame.level);
    this.happened({ type: 'frame', zero: frame.level === 0 });
    // A microphone that is not open yet gives zeros, and nobody's patience begins with them.
    if (this.microphone.picture.name === 'opening') return;
    listening.speech.push(frame.pcm, frame.capturedAt);
    listening.recorder.push(frame);
  }

  /** Takes a report of the playback; false when it is not about the check. */
  played(report: PlaybackReport): boolean {
    if (!report.reply.startsWith(REPLY)) return false;
    if (report.reply !== this.playing?.reply) return true;
    if (report.type === 'drained' || report.type === 'flushed') this.endPlaying();
    return true;
  }

  /** Takes a report of the audio page while something is checked; false when nothing is. */
  audioReported(report: AudioReport): boolean {
    if (!this.listening && !this.playing) return false;
    if (this.listening) this.happened({ type: 'reported', report });
    if (this.playing && report.type === 'trouble') {
      const problem = this.world.explainTrouble(report);
      this.speakerTrouble = problem ? `${problem.sentence} ${problem.next}` : '';
      if (report.fatal) this.endPlaying();
      else this.tell();
    }
    return report.type !== 'closed';
  }

  private heard(listening: Listening, speaking: boolean): void {
    if (this.listening !== listening) return;
    listening.spoken ||= speaking;
    listening.recorder.heard(speaking);
    if (speaking) this.happened({ type: 'speaking' });
  }

  private newRecorder(): PhraseRecorder {
    return new PhraseRecorder((pcm) => {
      const { listening } = this;
      if (!listening) return;
      // Its patience is over: the person has as long as they like.
      if (!listening.spoken) listening.recorder = this.newRecorder();
      else this.recorded(pcm);
    });
  }

  private recorded(pcm: Int16Array): void {
    this.recording = pcm;
    this.endListening();
    const trouble = phraseTrouble(pcm, AUDIO_RATE);
    const loudness =
      trouble === 'clipped' ? 'loud' : trouble === 'quiet' || trouble === 'silent' ? 'quiet' : 'good';
    this.happened({ type: 'recorded', loudness });
  }

  private begin(what: Playing['what']): Playing {
    this.endPlaying();
    this.endListening();
    if (what === 'sample') this.happened({ type: 'stopped' });
    this.count += 1;
    const playing: Playing = {
      what,
      reply: `${REPLY}${String(this.count)}`,
      abort: new AbortController(),
      clock: null,
    };
    this.playing = playing;
    this.speakerTrouble = '';
    this.world.sound.open(false);
    this.tell();
    return playing;
  }

  private allGiven(playing: Playing, samples: number): void {
    this.world.sound.play({ type: 'finish', reply: playing.reply });
    const over = () => {
      if (this.playing === playing) this.endPlaying();
    };
    playing.clock = setTimeout(over, (samples / AUDIO_RATE) * 1_000 + SLACK_MS);
    playing.clock.unref();
  }

  private endPlaying(): void {
    const { playing } = this;
    if (!playing) return;
    this.playing = null;
    playing.abort.abort();
    if (playing.clock) clearTimeout(playing.clock);
    this.world.sound.play({ type: 'flush', reply: playing.reply });
    this.world.sound.close();
    this.tell();
  }

  private endListening(): void {
    const { listening } = this;
    if (!listening) return;
    this.listening = null;
    listening.speech.close();
    this.world.sound.close();
    this.world.level(0);
  }

  private happened(event: MicrophoneEvent): void {
    this.microphone = checked(this.microphone, event);
    this.tell();
  }

  private tell(): void {
    const picture = this.picture;
    const now = JSON.stringify(picture);
    if (now === this.told) return;
    this.told = now;
    this.world.changed(picture);
  }

  private refuseInTalk(): void {
    if (this.world.inTalk()) throw new ProblemError(inConversation);
  }
}

const inConversation: Problem = {
  code: 'check_in_conversation',
  sentence: 'A conversation is open.',
  next: 'End it to check microphone and speakers.',
};

const nothingRecorded: Problem = {
  code: 'check_nothing_recorded',
  sentence: 'Nothing is recorded.',
  next: 'Check the microphone first.',
};

const noModels: Problem = {
  code: 'check_no_models',
  sentence: 'The speech models are missing.',
  next: 'Install Parley again, or go on without this check.',
};
