import { FRAME_SAMPLES } from '../../shared/ipc/audio-port';

const FRAME_MS = 50;
/** What was said before the session is ready, or since the last final transcript, is kept this long. */
const KEPT_FRAMES = 15_000 / FRAME_MS;
/** What a resting talk keeps, so that its first word is whole. */
const PREROLL_FRAMES = 1_000 / FRAME_MS;
/** Silence kept in front of the first sound, so that a soft onset is not cut. */
const LEAD_FRAMES = 4;
/** Longest pause kept inside what is sent again: long enough to part words, too short to end a turn. */
const PAUSE_FRAMES = 5;
/** A turn's last words lie at least this long before its final transcript comes; what is younger may be the next turn. */
const NEXT_TURN_MS = 300;
/** Below this level (root mean square, about -46 dBFS) a frame counts as silence. */
const SILENCE_LEVEL = 0.005;
/** Frames sent for each one captured while catching up: twice real time. */
const CATCH_UP = 2;
/** About one second of base64 audio waiting in the socket (protocol.md section 7.2). */
const SOCKET_LIMIT_BYTES = 64_000;

const silentFrame = new Int16Array(FRAME_SAMPLES);

/** A captured frame with when its last sample was captured (epoch milliseconds). */
export interface Frame {
  readonly pcm: Int16Array;
  readonly level: number;
  readonly capturedAt: number;
}

/** `held`: keep for the session to come; `preroll`: keep the last second; `open`: send. */
export type UplinkState = 'held' | 'preroll' | 'open' | 'closed';

/**
 * Decides which captured frames go to the socket, and when. Called once for each frame of 50 ms.
 * Held: keeps the last 15 s, silence in front trimmed. Open: sends in order, at most at twice real time until
 * caught up, and nothing while the socket is more than a second behind. Muted frames go out as zeros.
 * What was sent since the last final transcript is kept too, and is sent again when the session is lost.
 */
export class Uplink {
  private state: UplinkState = 'closed';
  private queue: Frame[] = [];
  /** Sent, and not yet known to have become words. */
  private unsettled: Frame[] = [];
  private heardSound = false;
  /** Silent frames in a row. */
  private quiet = 0;
  private whenSent: (() => void) | null = null;
  /** Frames given up because the socket or the session was too far behind. */
  dropped = 0;

  constructor(private readonly send: (frame: Frame) => void) {}

  setState(state: UplinkState): void {
    if (state === 'held' && this.state === 'open') this.takeBack();
    const keeps = state === 'open' || (state === 'held' && this.state !== 'closed');
    if (!keeps) {
      this.queue = [];
      this.unsettled = [];
      this.heardSound = false;
    }
    this.state = state;
    if (state === 'closed') this.whenSent = null;
  }

  /** Calls once, as soon as nothing waits to be sent; never when the talk ends before. */
  tellWhenSent(tell: () => void): void {
    this.whenSent = tell;
    this.perhapsSent();
  }

  /** A final transcript came at `at` (epoch milliseconds): what was sent before it need not be sent again. */
  wordsFinal(at: number): void {
    this.unsettled = this.unsettled.filter(({ capturedAt }) => capturedAt > at - NEXT_TURN_MS);
  }

  /** Takes one captured frame. `socketBytes` is what waits in the socket. */
  push(frame: Frame, muted: boolean, socketBytes: number): void {
    if (this.state === 'closed') return;
    const kept = muted ? { ...frame, pcm: silentFrame, level: 0 } : frame;
    this.quiet = isSound(kept) ? 0 : this.quiet + 1;
    // Being behind, a long pause is no loss: without it the talk catches up sooner.
    if (this.quiet <= PAUSE_FRAMES || this.queue.length <= CATCH_UP || !this.heardSound)
      this.queue.push(kept);
    this.heardSound ||= !muted && frame.level >= SILENCE_LEVEL;
    this.bound();
    if (this.state === 'open' && socketBytes < SOCKET_LIMIT_BYTES) {
      for (const ready of this.queue.splice(0, CATCH_UP)) this.transmit(ready);
    }
    this.perhapsSent();
  }

  private perhapsSent(): void {
    if (this.state !== 'open' || this.queue.length > 0) return;
    const tell = this.whenSent;
    this.whenSent = null;
    tell?.();
  }

  private transmit(frame: Frame): void {
    this.send(frame);
    this.unsettled.push(frame);
    if (this.unsettled.length > KEPT_FRAMES) this.unsettled.shift();
  }

  private takeBack(): void {
    const again = withoutSilence([...this.unsettled, ...this.queue]);
    this.dropped += Math.max(0, again.length - KEPT_FRAMES);
    this.queue = again.slice(-KEPT_FRAMES);
    this.unsettled = [];
    this.heardSound = this.queue.some(isSound);
  }

  private bound(): void {
    if (this.state === 'preroll') {
      this.queue = this.queue.slice(-PREROLL_FRAMES);
      return;
    }
    if (this.state === 'held' && !this.heardSound) {
      this.queue = this.queue.slice(-LEAD_FRAMES);
      return;
    }
    while (this.queue.length > KEPT_FRAMES) {
      this.queue.shift();
      this.dropped += 1;
    }
  }
}

const isSound = ({ level }: Frame): boolean => level >= SILENCE_LEVEL;

/** Without the silence in front, and with long pauses shortened. */
function withoutSilence(frames: readonly Frame[]): Frame[] {
  const first = frames.findIndex(isSound);
  if (first < 0) return frames.slice(-LEAD_FRAMES);
  let quiet = 0;
  return frames.slice(Math.max(0, first - LEAD_FRAMES)).filter((frame, at) => {
    quiet = isSound(frame) ? 0 : quiet + 1;
    return quiet <= PAUSE_FRAMES || at < LEAD_FRAMES;
  });
}
