/**
 * The name that starts a talk: listened for on this computer, only after the person has enrolled it and switched it on.
 * No session is opened before it was heard. `status.ts` decides when it is listened for; this is the shell around it.
 */
import { AUDIO_RATE, type CaptureMessage } from '../../shared/ipc/audio-port';
import type { AudioReport } from '../../shared/ipc/audio';
import type { ConversationSnapshot } from '../../shared/ipc/conversation';
import type { SpeechClient, VoiceActivityStream, WakeWordHeard } from '../../shared/ipc/speech-client';
import type { WindowEvents } from '../../shared/ipc';
import type { WakeWordPicture, WakeWordStatus } from '../../shared/ipc/wake-word';
import type { Settings } from '../../shared/settings/schema';
import type { WakeWordEnrolment } from '../../shared/wake-word';
import type { UsedSound } from '../desktop/sound-use';
import { QuietWatch } from './quiet-watch';
import { RecentFrames } from './recent-frames';
import { keepsMicrophone, wakeWordStatus } from './status';

/** A sound of Parley's own rings in the room for so long after it. */
const ECHO_MS = 600;
/**
 * The talk begins so long after the end of the name (60 ms). Questions said in one breath with it were
 * understood wrong more often the earlier it began: the end of the name became a word of its own.
 */
const AFTER_NAME = (AUDIO_RATE * 60) / 1_000;

/** A stream that failed is opened anew so long after it: a process that died is only then known to be gone. */
const RETRY_MS = 1_000;

/** The talk, as the wake word needs it. */
export interface WokenTalk {
  snapshot(): ConversationSnapshot;
  /** Begins a talk by voice, without a greeting. */
  begin(): void;
  captured(frame: CaptureMessage): void;
  end(): void;
}

/** What the wake word reaches. */
export interface WakeWordWorld {
  readonly settings: () => Pick<Settings, 'wakeWord' | 'wakeWordSensitivity'>;
  /** Null when models are missing. */
  readonly speech: () => SpeechClient | null;
  readonly sound: UsedSound;
  /** Whether Parley plays something that belongs to no talk. */
  readonly ownSound: () => boolean;
  readonly talk: () => WokenTalk;
  /** Neither paused by the person nor on a low battery. */
  readonly allowed: () => boolean;
  readonly tell: <Name extends keyof WindowEvents>(name: Name, payload: WindowEvents[Name]) => void;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/** Listens for the name. Whatever changes around it is told by `refresh`. */
export class WakeWord {
  private enrolment: WakeWordEnrolment | null = null;
  private stream: VoiceActivityStream | null = null;
  private frames = new RecentFrames();
  private away = false;
  private recording = false;
  private testing = false;
  private microphoneLost = false;
  private failures = 0;
  private soundUntil = -Infinity;
  private silenced = false;
  private holdsSound = false;
  private sensitivity: Settings['wakeWordSensitivity'] | null = null;
  private told: string | null = null;
  private woken: QuietWatch | null = null;
  private quietTimer: NodeJS.Timeout | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly world: WakeWordWorld) {}

  get picture(): WakeWordPicture {
    return { status: this.status(), enrolled: this.enrolment !== null, testing: this.testing };
  }

  /** Whether the person lets it have the microphone now, be it that it waits for a sound of Parley's own to end. */
  get hasMicrophone(): boolean {
    return this.holdsSound && !this.microphoneLost;
  }

  /** Takes the enrolled name, or none. */
  setEnrolment(enrolment: WakeWordEnrolment | null): void {
    this.enrolment = enrolment;
    this.failures = 0;
    this.closeStream();
    this.refresh();
  }

  /** The microphone is needed for a recording, or not any more. */
  setRecording(recording: boolean): void {
    this.recording = recording;
    this.refresh();
  }

  /** What is heard is told to the settings view, and starts no talk. */
  setTesting(testing: boolean): void {
    this.testing = testing;
    this.refresh();
  }

  /** The computer sleeps or is locked, or the person is back. */
  setAway(away: boolean): void {
    this.away = away;
    this.failures = 0;
    this.refresh();
  }

  /** Something has changed: the settings, the talk, a pause. */
  refresh(): void {
    if (this.closed) return;
    const status = this.status();
    this.followTalk();
    const { wakeWordSensitivity: sensitivity } = this.world.settings();
    if (status.name !== 'listening' || sensitivity !== this.sensitivity) this.closeStream();
    this.sensitivity = sensitivity;
    const { muted } = this.world.talk().snapshot();
    const keeps = !this.recording && keepsMicrophone(status, muted);
    if (keeps !== this.holdsSound) {
      this.holdsSound = keeps;
      if (!keeps) this.microphoneLost = false;
      if (keeps) this.world.sound.open(true);
      else this.world.sound.close();
    }
    if (status.name === 'listening') this.openStream();
    const picture = this.picture;
    const now = JSON.stringify(picture);
    if (now === this.told) return;
    this.told = now;
    this.world.tell('wakeWord.changed', picture);
  }

  /** A frame of the microphone, whoever has it open. */
  captured(frame: CaptureMessage): void {
    if (this.world.ownSound()) this.soundUntil = this.world.now() + ECHO_MS;
    if (this.holdsSound) this.refreshForSound();
    if (this.testing) this.world.tell('wakeWord.level', frame.level);
    if (!this.stream) return;
    this.frames.push(frame);
    this.stream.push(frame.pcm);
  }

  /** What the audio page reports; true: it was about nobody but the wake word. */
  audioReported(report: AudioReport): boolean {
    if (!this.holdsSound) return false;
    if (report.type === 'opened') this.microphoneLost = false;
    if (report.type === 'trouble' && report.fatal) this.microphoneLost = true;
    this.refresh();
    const status = this.status();
    return status.name === 'waiting' && status.why === 'microphone';
  }

  /** For the end of the app: the sound is given back, or its page would be made anew while the windows close. */
  close(): void {
    this.closed = true;
    if (this.holdsSound) this.world.sound.close();
    this.holdsSound = false;
    if (this.retry) clearTimeout(this.retry);
    if (this.quietTimer) clearTimeout(this.quietTimer);
    this.closeStream();
  }

  private refreshForSound(): void {
    const silenced = this.world.now() < this.soundUntil;
    if (silenced === this.silenced) return;
    this.silenced = silenced;
    this.refresh();
  }

  private status(): WakeWordStatus {
    const snapshot = this.world.talk().snapshot();
    return wakeWordStatus({
      wanted: this.world.settings().wakeWord || this.testing,
      enrolled: this.enrolment !== null,
      recording: this.recording,
      inTalk: snapshot.live || snapshot.resting || snapshot.status === 'ending',
      away: this.away,
      allowed: this.testing || this.world.allowed(),
      microphone: !this.microphoneLost,
      models: this.failures < 3,
      ownSound: this.world.now() < this.soundUntil,
    });
  }

  private openStream(): void {
    if (this.stream || this.retry || !this.enrolment) return;
    const speech = this.world.speech();
    if (!speech) {
      this.failures = 3;
      return this.refresh();
    }
    this.frames = new RecentFrames();
    const wanted = {
      sampleRate: AUDIO_RATE,
      enrolment: this.enrolment,
      sensitivity: this.world.settings().wakeWordSensitivity,
    };
    const stream = speech.openWakeWord(
      wanted,
      (heard) => this.stream === stream && this.heard(heard),
      (error) => {
        if (this.stream !== stream) return;
        this.world.log(`wake word: ${error.code}`);
        this.stream = null;
        // The speech process is started anew with the next try; what fails again and again is left.
        this.failures += 1;
        this.retry ??= setTimeout(() => {
          this.retry = null;
          this.refresh();
        }, RETRY_MS);
      },
    );
    this.stream = stream;
  }

  private closeStream(): void {
    this.stream?.close();
    this.stream = null;
  }

  private heard({ endSample, accepted }: WakeWordHeard): void {
    this.failures = 0;
    if (this.testing) return this.world.tell('wakeWord.tried', { accepted });
    if (!accepted) return;
    const said = this.frames.after(endSample + AFTER_NAME);
    this.woken = new QuietWatch();
    const talk = this.world.talk();
    talk.begin();
    for (const frame of said) talk.captured(frame);
    this.refresh();
  }

  /** A talk that began with the name is ended when nobody is there any more. */
  private followTalk(): void {
    if (!this.woken) return;
    const snapshot = this.world.talk().snapshot();
    if (!snapshot.live && !snapshot.resting) {
      this.woken = null;
      this.stopQuietTimer();
      return;
    }
    const verdict = this.woken.see(snapshot);
    if (!verdict) return;
    this.stopQuietTimer();
    if (verdict.type === 'wait') {
      this.quietTimer = setTimeout(() => this.world.talk().end(), verdict.milliseconds);
      this.quietTimer.unref();
    } else if (verdict.type === 'end') {
      this.woken = null;
      // Not inside the news of the talk's rest.
      setImmediate(() => this.world.talk().end());
    }
  }

  private stopQuietTimer(): void {
    if (this.quietTimer) clearTimeout(this.quietTimer);
    this.quietTimer = null;
  }
}
