import type { Socket } from 'node:net';
import { arrival, type Course } from './faults';

/** The longest piece that is timed as one, so that a slow way is slow evenly. */
const LARGEST_PIECE = 4_096;

/** What a way needs of its surroundings. */
export interface WayWorld {
  readonly course: () => Course;
  readonly stalled: () => boolean;
  readonly random: () => number;
  readonly now: () => number;
  /** What is sent on of bytes that came; the frame faults. */
  readonly through: (bytes: Buffer) => readonly Buffer[];
}

/** One direction of one connection: bytes wait here until they are due. */
export class Way {
  private waiting: { readonly bytes: Buffer; readonly due: number }[] = [];
  private held = 0;
  private free = 0;
  private timer: NodeJS.Timeout | null = null;
  private ended = false;
  private lost = false;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly world: WayWorld,
  ) {
    from.on('data', (bytes: Buffer) => this.take(bytes));
    from.on('end', () => {
      this.ended = true;
      this.run();
    });
    to.on('drain', () => this.run());
  }

  /** From now on everything vanishes, the end too. */
  vanish(): void {
    this.lost = true;
    this.waiting = [];
    this.held = 0;
    this.from.resume();
  }

  /** Sends what is due, and sees to the rest later. To be called when a stall begins or ends. */
  run(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.lost || this.to.destroyed) return;
    if (this.world.stalled()) return void this.from.pause();
    const now = this.world.now();
    while (this.waiting[0] && this.waiting[0].due <= now) {
      const { bytes } = this.waiting.shift()!;
      this.held -= bytes.length;
      this.to.write(bytes);
    }
    const next = this.waiting[0];
    if (next) this.timer = setTimeout(() => this.run(), Math.max(0, next.due - now));
    else if (this.ended) this.to.end();
    if (this.held < this.world.course().holds && !this.to.writableNeedDrain) this.from.resume();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.waiting = [];
    this.lost = true;
  }

  private take(bytes: Buffer): void {
    const sent = this.world.through(bytes);
    if (this.lost) return;
    const course = this.world.course();
    const now = this.world.now();
    for (const whole of sent) {
      for (let at = 0; at < whole.length; at += LARGEST_PIECE) {
        const piece = whole.subarray(at, at + LARGEST_PIECE);
        this.free = arrival(course, piece.length, now, this.free, this.world.random);
        this.waiting.push({ bytes: piece, due: this.free });
        this.held += piece.length;
      }
    }
    if (this.held >= course.holds) this.from.pause();
    this.run();
  }
}
