/**
 * Messages between main and the two worklets of the audio page, on ports that reach the audio thread directly.
 * All samples are mono PCM16 at 24 000 Hz. `at` and `capturedAt` are epoch milliseconds of the audio thread.
 */

/** Sample rate in Hz of capture, playback and wire. */
export const AUDIO_RATE = 24_000;
/** Samples of one wire frame: 50 ms (protocol.md section 7.2). */
export const FRAME_SAMPLES = 1_200;

/** From the capture worklet: one full wire frame. */
export interface CaptureMessage {
  readonly type: 'frame';
  readonly pcm: Int16Array;
  /** When the frame's last sample reached the worklet. */
  readonly capturedAt: number;
  /** Root mean square of the frame, 0..1. */
  readonly level: number;
}

/** To the playback worklet. Commands act at the next render quantum. */
export type PlaybackCommand =
  | { readonly type: 'audio'; readonly reply: string; readonly pcm: Int16Array }
  /** The reply has no more audio: play out what is left without waiting for more. */
  | { readonly type: 'finish'; readonly reply: string }
  /** Fall silent, lose nothing, until `resume`; also for audio that comes meanwhile and after a flush. */
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** Forget this reply's audio; later audio of it is dropped. */
  | { readonly type: 'flush'; readonly reply: string }
  /** Forget everything; later audio of every reply heard of so far is dropped. */
  | { readonly type: 'flush-all' }
  /** Play at this gain (0..1) from now on, with a short ramp. 1 is normal. */
  | { readonly type: 'gain'; readonly gain: number }
  /** A sign of Parley's own: mixed in at once, whatever else is played; no report tells of it. */
  | { readonly type: 'cue'; readonly pcm: Int16Array };

/** From the playback worklet. */
export type PlaybackReport =
  /** Samples of the reply played so far. Sent at the reply's first sample, then about every 50 ms. */
  | {
      readonly type: 'played';
      readonly reply: string;
      readonly samples: number;
      /** Root mean square of what was played since the last report, 0..1. */
      readonly level: number;
      readonly at: number;
    }
  /** The first sample of the reply that can be heard (above -50 dBFS). Sent once a reply. */
  | { readonly type: 'audible'; readonly reply: string; readonly at: number }
  /** Everything of a finished reply was played. */
  | { readonly type: 'drained'; readonly reply: string; readonly samples: number; readonly at: number }
  | { readonly type: 'flushed'; readonly reply: string; readonly samples: number; readonly at: number }
  /**
   * The buffer ran empty in mid-reply; `count` is the number since the start. Reported when more audio of the
   * reply shows that it was not its end; `at` is when it ran empty.
   */
  | { readonly type: 'underrun'; readonly reply: string; readonly count: number; readonly at: number }
  /** Ten minutes of audio are waiting already: these samples were dropped. */
  | { readonly type: 'overflow'; readonly reply: string; readonly samples: number; readonly at: number };
