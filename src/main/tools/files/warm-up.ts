import type { GrantedFiles } from '../../permissions/granted-files';
import { walk, type WalkLimits } from './walk';

/** Wider than a search, which somebody waits for; a talk has hardly asked for a file before it is over. */
const LIMITS: WalkLimits = { entries: 500_000, depth: 32, milliseconds: 30_000 };
/** A walk that came to its end is not made again for so long. */
const FRESH_MS = 5 * 60_000;
/** Folders between two breaths: the same process carries the voices. */
const FOLDERS_AT_A_TIME = 64;
const BREATH_MS = 5;

/** What {@link WarmUp} is told of the world; tests bring their own. */
export interface WarmUpWorld {
  /** Milliseconds, never set back. */
  readonly clock: () => number;
  readonly breathe: () => Promise<void>;
}

const REAL: WarmUpWorld = {
  clock: () => performance.now(),
  breathe: () => new Promise((resolve) => setTimeout(resolve, BREATH_MS)),
};

/**
 * Reads the names in the granted folders ahead while a talk is open, so that its first search is as quick as the
 * others. One walk at a time, in the background; nothing of it is told to anybody.
 */
export class WarmUp {
  private walking: AbortController | null = null;
  private wholeAt = -Infinity;

  constructor(
    private readonly files: GrantedFiles,
    private readonly world: WarmUpWorld = REAL,
  ) {}

  /** A talk begins. Resolves when the walk has ended, one way or another; never rejects. */
  async begin(): Promise<void> {
    if (this.walking || this.world.clock() - this.wholeAt < FRESH_MS) return;
    const walking = (this.walking = new AbortController());
    let folders = 0;
    const visit = () => (++folders % FOLDERS_AT_A_TIME === 0 ? this.world.breathe() : undefined);
    try {
      await walk(this.files, await this.files.roots(), visit, walking.signal, LIMITS);
      this.wholeAt = this.world.clock();
    } catch {
      // The talk has ended, or a folder cannot be read now: a search will tell when it matters.
    } finally {
      if (this.walking === walking) this.walking = null;
    }
  }

  /** The talk has ended: nobody needs the names now. What was read stays for as long as the index keeps it. */
  end(): void {
    this.walking?.abort();
    this.walking = null;
  }
}
