/**
 * Tries microphone and speakers on the way that a talk takes: opens both, plays a short quiet tone, cuts it off and
 * measures how soon that is silent. What the microphone hears is counted and thrown away.
 */
import type { AudioReport } from '../../shared/ipc/audio';
import {
  AUDIO_RATE,
  FRAME_SAMPLES,
  type CaptureMessage,
  type PlaybackReport,
} from '../../shared/ipc/audio-port';
import type { CheckResult } from '../../shared/ipc/self-test';
import type { Problem } from '../../shared/problem';
import type { UsedSound } from '../desktop/sound-use';
import { result } from './self-test';

/** What the check reaches. */
export interface SoundCheckWorld {
  readonly sound: UsedSound;
  /** Whether nobody else uses the sound. */
  readonly free: () => boolean;
  /** What a report of trouble means to the person; null for other reports. */
  readonly explain: (report: AudioReport) => Problem | null;
  /** Epoch milliseconds, finer than Date.now. */
  readonly now: () => number;
  readonly newId: () => string;
}

const TONE_SECONDS = 1.5;
/** A quiet tone: about -34 dBFS. */
const TONE_AMPLITUDE = 0.02;
const TONE_HERTZ = 440;
/** So long is listened for frames and for the first sample to be played. */
const WAIT_MS = 4_000;
/** Frames from which the rate is measured: two seconds. */
const ENOUGH_FRAMES = 40;
/** An interruption that takes longer than this is heard as one that came late. */
const PROMPT_FLUSH_MS = 100;

const SOUND_MICROPHONE = 'Microphone';

interface Run {
  readonly reply: string;
  opened: Extract<AudioReport, { readonly type: 'opened' }> | null;
  trouble: Problem | null;
  frames: number;
  /** When the first and the last frame were captured, in epoch milliseconds. */
  firstAt: number;
  lastAt: number;
  loudest: number;
  played: boolean;
  flushedAt: number | null;
  changed: () => void;
}

/** The check; it takes the reports of the sound while it runs. */
export class SoundCheck {
  private current: Run | null = null;

  constructor(private readonly world: SoundCheckWorld) {}

  /** A frame of the microphone, whoever has it open. */
  captured({ level, capturedAt }: Pick<CaptureMessage, 'level' | 'capturedAt'>): void {
    const run = this.current;
    if (!run) return;
    run.frames += 1;
    if (run.frames === 1) run.firstAt = capturedAt;
    run.lastAt = capturedAt;
    run.loudest = Math.max(run.loudest, level);
    run.changed();
  }

  played(report: PlaybackReport): boolean {
    const run = this.current;
    if (!run || report.reply !== run.reply) return false;
    if (report.type === 'played' && report.samples > 0) run.played = true;
    if (report.type === 'flushed') run.flushedAt = report.at;
    run.changed();
    return true;
  }

  audioReported(report: AudioReport): boolean {
    const run = this.current;
    // A talk that begins meanwhile waits for its own.
    if (!run || !this.world.free()) return false;
    if (report.type === 'opened') run.opened = report;
    if (report.type === 'trouble' && report.fatal) run.trouble = this.world.explain(report);
    run.changed();
    return true;
  }

  /** Resolves to the results. Rejects when called off. The sound is given back in any case. */
  async run(signal: AbortSignal): Promise<readonly CheckResult[]> {
    const { sound, free, now } = this.world;
    if (!free()) {
      return [
        result(
          'sound',
          'Sound',
          'skipped',
          'Microphone and speakers are in use.',
          'End the conversation, or pause listening for the name, and run the test again.',
        ),
      ];
    }
    const run: Run = {
      reply: this.world.newId(),
      opened: null,
      trouble: null,
      frames: 0,
      firstAt: 0,
      lastAt: 0,
      loudest: 0,
      played: false,
      flushedAt: null,
      changed: () => undefined,
    };
    this.current = run;
    try {
      sound.open(true);
      await until(run, () => run.opened !== null || run.trouble !== null, 2 * WAIT_MS, signal);
      if (!run.opened) return [troubleOf(run)];
      await until(run, () => run.frames >= ENOUGH_FRAMES, WAIT_MS, signal);
      sound.play({ type: 'audio', reply: run.reply, pcm: tone() });
      await until(run, () => run.played, WAIT_MS, signal);
      const flushedFrom = now();
      sound.play({ type: 'flush', reply: run.reply });
      await until(run, () => run.flushedAt !== null, WAIT_MS, signal);
      return resultsOf(run, run.opened, flushedFrom);
    } finally {
      this.current = null;
      sound.play({ type: 'flush', reply: run.reply });
      sound.close();
    }
  }
}

function troubleOf({ trouble }: Run): CheckResult {
  return trouble
    ? result('sound', 'Sound', 'failed', trouble.sentence, trouble.next, trouble.code)
    : result(
        'sound',
        'Sound',
        'failed',
        'The sound did not open in time.',
        'Start Parley again.',
        'not opened',
      );
}

function resultsOf(
  run: Run,
  { sampleRate, echoCancellation }: NonNullable<Run['opened']>,
  flushedFrom: number,
): readonly CheckResult[] {
  const flush = run.flushedAt === null ? null : Math.max(0, run.flushedAt - flushedFrom);
  return [
    microphoneOf(run),
    rateOf(run, sampleRate),
    echoOf(echoCancellation),
    ...speakersOf(run.played, flush),
  ];
}

function microphoneOf({ frames, loudest }: Run): CheckResult {
  const facts = `frames ${frames}, loudest ${loudest.toFixed(4)}`;
  if (frames === 0) {
    return result(
      'microphone',
      SOUND_MICROPHONE,
      'failed',
      'It is open but delivers nothing.',
      'Choose another microphone under Sound.',
      facts,
    );
  }
  // A real microphone is never quite silent.
  return loudest > 0
    ? result('microphone', SOUND_MICROPHONE, 'good', 'It delivers sound.', '', facts)
    : result(
        'microphone',
        SOUND_MICROPHONE,
        'attention',
        'It delivers silence only.',
        'Look whether it is switched off, muted or the wrong one under Sound.',
        facts,
      );
}

/** Measured, not asked for: what a device says of itself is its own rate, which the capture converts from. */
function rateOf({ frames, firstAt, lastAt }: Run, device: number): CheckResult {
  const name = 'Sample rate';
  if (frames < ENOUGH_FRAMES)
    return result('sample-rate', name, 'skipped', 'Too little was heard to measure it.');
  const rate = ((frames - 1) * FRAME_SAMPLES * 1_000) / Math.max(1, lastAt - firstAt);
  const facts = `measured ${Math.round(rate)} Hz, device ${device} Hz`;
  return Math.abs(rate / AUDIO_RATE - 1) < 0.05
    ? result('sample-rate', name, 'good', 'Sound comes at 24 kHz, as it is sent.', '', facts)
    : result(
        'sample-rate',
        name,
        'failed',
        `Sound comes at ${Math.round(rate)} Hz instead of 24 000.`,
        'Choose another microphone under Sound.',
        facts,
      );
}

function echoOf(on: boolean): CheckResult {
  return on
    ? result(
        'echo-cancellation',
        'Echo cancellation',
        'good',
        'It is on, so Parley does not hear itself.',
        '',
        'on',
      )
    : result(
        'echo-cancellation',
        'Echo cancellation',
        'attention',
        'It is off: Parley may hear itself.',
        'Use headphones, or choose another microphone under Sound.',
        'off',
      );
}

function speakersOf(played: boolean, flush: number | null): readonly CheckResult[] {
  if (!played) {
    return [
      result(
        'speakers',
        'Speakers',
        'failed',
        'Nothing was played.',
        'Choose other speakers under Sound.',
        'nothing played',
      ),
    ];
  }
  const speakers = result('speakers', 'Speakers', 'good', 'A quiet tone was played.');
  if (flush === null) {
    return [
      speakers,
      result(
        'flush',
        'Interruption',
        'failed',
        'The tone could not be cut off.',
        'Start Parley again.',
        'no flush',
      ),
    ];
  }
  const time = `${Math.round(flush)} ms`;
  return [
    speakers,
    flush <= PROMPT_FLUSH_MS
      ? result('flush', 'Interruption', 'good', `Silent ${time} after an interruption.`, '', time)
      : result(
          'flush',
          'Interruption',
          'attention',
          `Silent only ${time} after an interruption.`,
          'Close programs that keep this computer busy.',
          time,
        ),
  ];
}

/** A tone that begins and ends softly, as PCM16. */
function tone(): Int16Array {
  const length = TONE_SECONDS * AUDIO_RATE;
  const ramp = AUDIO_RATE / 20;
  return Int16Array.from({ length }, (_, at) => {
    const gain = Math.min(1, at / ramp, (length - at) / ramp);
    return Math.round(
      32_767 * TONE_AMPLITUDE * gain * Math.sin((2 * Math.PI * TONE_HERTZ * at) / AUDIO_RATE),
    );
  });
}

/** Resolves when it is so, or after `most` milliseconds. Rejects when called off. */
function until(run: Run, isSo: () => boolean, most: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', off);
      run.changed = () => undefined;
    };
    const off = () => {
      end();
      reject(new Error('called off'));
    };
    const look = () => {
      if (!isSo()) return;
      end();
      resolve();
    };
    const timer = setTimeout(() => {
      end();
      resolve();
    }, most);
    if (signal.aborted) return off();
    signal.addEventListener('abort', off, { once: true });
    run.changed = look;
    look();
  });
}
