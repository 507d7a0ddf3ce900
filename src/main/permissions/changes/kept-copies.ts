/**
 * What files held before they were changed, so that a change can be taken back. Bounded: the oldest copies go first.
 */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf, hashOf, writeAll, type Bytes } from './hashing';
import { AS_IT_IS } from './picture';
import { codeOf, refuse } from './refusal';

/** Bytes of one file that are kept; a longer one is not changed at all. */
export const MOST_KEPT_FILE = 50 * 1024 * 1024;
/** Bytes of all copies together. */
const MOST_KEPT = 200 * 1024 * 1024;
const MOST_AGE_MS = 30 * 24 * 60 * 60 * 1_000;
/** Nobody writes one copy for so long: what is still half then, a crash has left. */
const HALF_AGE_MS = 60 * 60 * 1_000;
const HALF = '.part';

/** Name of a copy: when it was kept and what nobody else has. */
export const KEPT_ID = /^\d{1,15}-[0-9a-f-]{36}$/u;

/** A copy that is kept. */
export interface KeptCopy {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
}

/** The copies in one folder that only Parley sees. */
export class KeptCopies {
  constructor(
    /** Absolute; made when the first copy is kept, for its owner only. */
    private readonly folder: string,
    /** Epoch milliseconds. */
    private readonly now: () => number,
    private readonly most: { readonly bytes: number; readonly ageMs: number } = {
      bytes: MOST_KEPT,
      ageMs: MOST_AGE_MS,
    },
  ) {}

  /** Keeps what an open file holds; rejects with `too_big` beyond {@link MOST_KEPT_FILE}. Whole or not at all. */
  async keep(file: FileHandle, signal?: AbortSignal): Promise<KeptCopy> {
    return this.put(bytesOf(file), signal);
  }

  private async put(bytes: Bytes, signal: AbortSignal | undefined): Promise<KeptCopy> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const id = `${Math.max(0, Math.trunc(this.now()))}-${randomUUID()}`;
    const making = `${join(this.folder, id)}${HALF}`;
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | AS_IT_IS;
    const copy = await open(making, flags, 0o600);
    try {
      const { size, sha256 } = await writeAll(copy, bytes, MOST_KEPT_FILE, signal).finally(() =>
        copy.close(),
      );
      await rename(making, join(this.folder, id));
      await this.dropOld(id);
      return { id, size, sha256 };
    } catch (error) {
      await unlink(making).catch(() => undefined);
      throw error;
    }
  }

  /** Opens a copy whose content is what was kept, and hands its bytes to `use`. `forgotten` when it is gone. */
  async open<T>(
    { id, sha256 }: Pick<KeptCopy, 'id' | 'sha256'>,
    use: (bytes: Bytes) => Promise<T>,
  ): Promise<T> {
    if (!KEPT_ID.test(id)) refuse('forgotten');
    const file = await open(join(this.folder, id), constants.O_RDONLY | AS_IT_IS).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return refuse('forgotten');
      throw error;
    });
    try {
      if ((await hashOf(file)) !== sha256) refuse('forgotten');
      return await use(bytesOf(file));
    } finally {
      await file.close();
    }
  }

  /** Lets go of what is too old, and of the oldest until the rest has room; `newest` stays. */
  async dropOld(newest?: string): Promise<void> {
    const names = (await readdir(this.folder)).filter((name) => KEPT_ID.test(name) || name.endsWith(HALF));
    const copies = await Promise.all(
      names.map(async (name) => ({ name, at: atOf(name), size: await this.sizeOf(name) })),
    );
    let total = 0;
    for (const { name, at, size } of copies.sort((one, other) => other.at - one.at)) {
      total += size;
      const isOld = this.now() - at > (name.endsWith(HALF) ? HALF_AGE_MS : this.most.ageMs);
      if (name !== newest && (isOld || total > this.most.bytes))
        await unlink(join(this.folder, name)).catch(() => undefined);
    }
  }

  private async sizeOf(name: string): Promise<number> {
    return lstat(join(this.folder, name)).then(
      ({ size }) => size,
      () => 0,
    );
  }
}

function atOf(id: string): number {
  return Number.parseInt(id, 10);
}
