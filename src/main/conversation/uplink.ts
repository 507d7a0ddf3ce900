import { FRAME_SAMPLES } from '../../shared/ipc/audio-port';

/** What was said before the session is ready is kept this long. */
const KEPT_MS = 10_000;
const FRAME_MS = 50;
/** Silence kept in front of the first sound, so that a soft onset is not cut. */
const LEAD_FRAMES = 4;
/** Below this level (root mean square, about -46 dBFS) a frame counts as silence in front of speech. */
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

/**
 * Decides which captured frames go to the socket, and when. Called once for each frame of 50 ms.
 * Held: keeps the last 10 s, silence in front trimmed. Open: sends in order, at most at twice real time until
 * caught up, and nothing while the socket is more than a second behind. Muted frames go out as zeros.
 */
export class Uplink {
  private state: 'held' | 'open' | 'closed' = 'closed';
  private queue: Frame[] = [];
  private heardSound = false;
  /** Frames given up because the socket or the session was too far behind. */
  dropped = 0;

  constructor(private readonly send: (frame: Frame) => void) {}

  setState(state: 'held' | 'open' | 'closed'): void {
    if (state === 'closed' || (state === 'held' && this.state !== 'open')) {
      this.queue = [];
      this.heardSound = false;
    }
    this.state = state;
  }

  /** Takes one captured frame. `socketBytes` is what waits in the socket. */
  push(frame: Frame, muted: boolean, socketBytes: number): void {
    if (this.state === 'closed') return;
    this.queue.push(muted ? { ...frame, pcm: silentFrame, level: 0 } : frame);
    this.heardSound ||= !muted && frame.level >= SILENCE_LEVEL;
    this.bound();
    if (this.state === 'open' && socketBytes < SOCKET_LIMIT_BYTES) {
      for (const ready of this.queue.splice(0, CATCH_UP)) this.send(ready);
    }
  }

  private bound(): void {
    if (this.state === 'held' && !this.heardSound) {
      this.queue = this.queue.slice(-LEAD_FRAMES);
      return;
    }
    while (this.queue.length > KEPT_MS / FRAME_MS) {
      this.queue.shift();
      this.dropped += 1;
    }
  }
}
