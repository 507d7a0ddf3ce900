import type { SpeechClient, VoiceActivityStream } from '../../shared/ipc/speech-client';
import { AUDIO_RATE } from '../../shared/ipc/audio-port';

/** Above: speech begins. Two frames of 32 ms in a row, so that a click does not count. */
const ONSET = 0.6;
const ONSET_FRAMES = 2;
/** Below, for this many frames (about 0.4 s): speech has ended. */
const OFFSET = 0.35;
const OFFSET_FRAMES = 12;

/**
 * Hears locally whether the person speaks: lowers the agent's voice at once (design.md Settled 9) and gives
 * the moment from which a turn's latency counts. It decides nothing about turns; the service does.
 */
export class LocalSpeech {
  private readonly stream: VoiceActivityStream;
  private pushedSamples = 0;
  private lastCapture = 0;
  private above = 0;
  private below = 0;
  private speaking = false;
  /** When the microphone last held speech; epoch milliseconds, null when never. */
  voicedAt: number | null = null;

  constructor(
    speech: SpeechClient,
    private readonly onChange: (speaking: boolean) => void,
  ) {
    this.stream = speech.openVoiceActivity(AUDIO_RATE, (probability, endSample) =>
      this.hear(probability, endSample),
    );
  }

  /** Takes a captured frame; `capturedAt` is when its last sample was captured. */
  push(pcm: Int16Array, capturedAt: number): void {
    this.pushedSamples += pcm.length;
    this.lastCapture = capturedAt;
    this.stream.push(pcm);
  }

  close(): void {
    this.stream.close();
  }

  private hear(probability: number, endSample: number): void {
    const at = this.lastCapture - ((this.pushedSamples - endSample) / AUDIO_RATE) * 1_000;
    if (probability >= ONSET) this.voicedAt = at;
    this.above = probability >= ONSET ? this.above + 1 : 0;
    this.below = probability < OFFSET ? this.below + 1 : 0;
    if (!this.speaking && this.above >= ONSET_FRAMES) this.become(true);
    else if (this.speaking && this.below >= OFFSET_FRAMES) this.become(false);
  }

  private become(speaking: boolean): void {
    this.speaking = speaking;
    this.onChange(speaking);
  }
}
