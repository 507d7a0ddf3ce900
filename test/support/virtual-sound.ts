import { PlaybackBuffer } from '../../src/renderer/audio/playback-buffer';
import { rms } from '../../src/shared/audio/level';
import {
  AUDIO_RATE,
  FRAME_SAMPLES,
  type CaptureMessage,
  type PlaybackCommand,
  type PlaybackReport,
} from '../../src/shared/ipc/audio-port';
import { now } from './clock';

const FRAME_MS = (FRAME_SAMPLES * 1_000) / AUDIO_RATE;
/** What an audio thread renders at once. */
const QUANTUM = 128;
const QUANTUM_MS = (QUANTUM * 1_000) / AUDIO_RATE;
const TICK_MS = 10;
/** A machine that stood still for longer has no sound of that time. */
const LONGEST_GAP_MS = 500;

/** Calls a function once for each period of a steady clock, late ones too, as an audio device does. */
class SteadyClock {
  private readonly timer: NodeJS.Timeout;
  private next = now();

  constructor(periodMs: number, tick: (at: number) => void) {
    this.timer = setInterval(() => {
      const present = now();
      if (present - this.next > LONGEST_GAP_MS) this.next = present;
      for (; this.next + periodMs <= present; this.next += periodMs) tick(this.next + periodMs);
    }, TICK_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

/** A microphone in plain Node: a frame every 50 ms, of what is said or of silence. */
export class VirtualMicrophone {
  private readonly clock: SteadyClock;
  private open = false;
  private queue: Int16Array = new Int16Array(0);
  private waiting: (() => void)[] = [];

  constructor(captured: (frame: CaptureMessage) => void) {
    this.clock = new SteadyClock(FRAME_MS, (at) => {
      const pcm = new Int16Array(FRAME_SAMPLES);
      pcm.set(this.queue.subarray(0, FRAME_SAMPLES));
      this.queue = this.queue.slice(FRAME_SAMPLES);
      if (this.open) captured({ type: 'frame', pcm, capturedAt: at, level: rms(pcm) });
      if (this.queue.length === 0) for (const resolve of this.waiting.splice(0)) resolve();
    });
  }

  /** Whether anybody listens; what is said otherwise is said to nobody. */
  setOpen(open: boolean): void {
    this.open = open;
  }

  /** Somebody speaks (24 kHz mono), after what is being said. Resolves when the last of it was captured. */
  say(pcm: Int16Array): Promise<void> {
    const joined = new Int16Array(this.queue.length + pcm.length);
    joined.set(this.queue);
    joined.set(pcm, this.queue.length);
    this.queue = joined;
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  stop(): void {
    this.clock.stop();
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

/** Speakers in plain Node: the app's own buffer, rendered at the pace of a real device. */
export class VirtualSpeaker {
  private readonly clock: SteadyClock;
  private readonly buffer: PlaybackBuffer;
  private readonly quantum = new Float32Array(QUANTUM);
  private open = false;

  /** `report` gets what the worklet would post. */
  constructor(report: (report: PlaybackReport) => void) {
    this.buffer = new PlaybackBuffer((one) => setImmediate(report, one));
    this.clock = new SteadyClock(QUANTUM_MS, (at) => {
      if (this.open) this.buffer.render(this.quantum, at);
    });
  }

  setOpen(open: boolean): void {
    if (this.open && !open) this.buffer.reset(now());
    this.open = open;
  }

  command(command: PlaybackCommand): void {
    this.buffer.command(command, now());
  }

  stop(): void {
    this.clock.stop();
  }
}
