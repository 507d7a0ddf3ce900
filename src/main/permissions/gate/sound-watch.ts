/** Whether any other program plays sound now; `unknown` where the system does not tell. */
export type OtherSound = () => Promise<'quiet' | 'sounding' | 'unknown'>;

/** How often is looked while words may approve something. */
const LOOK_MS = 700;

/**
 * Watches, while a request can be approved by voice, whether another program has played sound: a clip that says "open
 * it" and falls silent must not pass for the person.
 */
export class SoundWatch {
  private timer: NodeJS.Timeout | null = null;
  /** When sound, or what may be sound, was last there (epoch milliseconds). */
  private soundedAt = -Infinity;

  constructor(
    private readonly otherSound: OtherSound,
    /** Epoch milliseconds. */
    private readonly now: () => number,
  ) {}

  /** Looks from time to time while it is needed. */
  setNeeded(needed: boolean): void {
    if (needed === (this.timer !== null)) return;
    if (this.timer) clearInterval(this.timer);
    this.timer = needed ? setInterval(() => void this.look(), LOOK_MS) : null;
    if (needed) void this.look();
  }

  /** Whether nothing else has sounded since then, as far as was looked, and nothing does now. */
  async quietSince(since: number): Promise<boolean> {
    return (await this.look()) && this.soundedAt < since;
  }

  private async look(): Promise<boolean> {
    const quiet = (await this.otherSound()) === 'quiet';
    if (!quiet) this.soundedAt = this.now();
    return quiet;
  }
}
