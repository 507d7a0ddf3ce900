/**
 * A folder held open while something in it is changed. On Linux every step goes through the open folder itself
 * (`/proc/self/fd/N/name`), so that no folder on the way can be swapped for a link in between; elsewhere the folder is
 * compared before and after.
 */
import { constants, existsSync, type Dirent } from 'node:fs';
import { lstat, open, opendir, readlink, realpath, type FileHandle } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { identityOf, type Fence, type FenceAnswer } from '../fence';
import { codeOf, refuse } from './refusal';

const FOLDER = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Whether open folders can be used as the beginning of a path. */
const CAN_HOLD = process.platform === 'linux' && existsSync('/proc/self/fd');

/** An open folder. Whoever opens one closes it. */
export class HeldFolder {
  private constructor(
    /** Where it lay when it was opened; no links in it. */
    readonly absolute: string,
    /** Equal for the same folder only. */
    readonly identity: string,
    private readonly handle: FileHandle | null,
  ) {}

  /**
   * Opens the folder that lies at a path without links. Rejects with `changed` when a link is on the way, with
   * `no_folder` when there is none. `hold: false` is the way of systems without /proc.
   */
  static async open(absolute: string, hold: boolean = CAN_HOLD): Promise<HeldFolder> {
    const folder = await HeldFolder.at(absolute, absolute, hold).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return refuse('no_folder');
      throw error;
    });
    try {
      await folder.confirm();
      return folder;
    } catch (error) {
      await folder.close();
      throw error;
    }
  }

  private static async at(path: string, absolute: string, hold: boolean): Promise<HeldFolder> {
    if (!hold) {
      const stats = await lstat(path, { bigint: true });
      if (!stats.isDirectory()) refuse('changed');
      return new HeldFolder(absolute, identityOf(stats), null);
    }
    const handle = await open(path, FOLDER);
    return new HeldFolder(absolute, identityOf(await handle.stat({ bigint: true })), handle);
  }

  /** A folder in it; never through a link. */
  async child(name: string): Promise<HeldFolder> {
    return HeldFolder.at(this.at(name), join(this.absolute, name), this.handle !== null);
  }

  /** A path for the system to something in it; `name` is one segment. */
  at(name: string): string {
    if (name === '' || name === '.' || name === '..' || name.includes('/') || name.includes(sep))
      refuse('bad_name');
    return join(this.self, name);
  }

  /** What lies in it, in the disk's order. */
  async *entries(): AsyncGenerator<Dirent> {
    yield* await opendir(this.self, { bufferSize: 512 });
  }

  /** Rejects with `changed` unless the folder still lies where it was opened. */
  async confirm(): Promise<void> {
    if (this.handle) {
      const own = await readlink(`/proc/self/fd/${this.handle.fd}`);
      if (own !== this.absolute) refuse('changed');
      return;
    }
    const stats = await lstat(this.absolute, { bigint: true });
    const real = await realpath(this.absolute);
    if (!stats.isDirectory() || identityOf(stats) !== this.identity || real !== this.absolute)
      refuse('changed');
  }

  /** Asks the disk to keep what was done to its entries. */
  async sync(): Promise<void> {
    // Some file systems cannot; the files themselves are synced.
    await this.handle?.sync().catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.handle?.close();
  }

  private get self(): string {
    return this.handle ? `/proc/self/fd/${this.handle.fd}` : this.absolute;
  }
}

/** Looks into a folder that was just checked through itself, held open: one swapped in for a moment is not looked into. */
export async function throughFolder<T>(
  { path, identity }: Extract<FenceAnswer, { ok: true }>,
  look: (folder: HeldFolder) => Promise<T>,
): Promise<T> {
  const folder = await HeldFolder.open(path.absolute);
  try {
    if (folder.identity !== identity) refuse('changed');
    const seen = await look(folder);
    await folder.confirm();
    return seen;
  } finally {
    await folder.close();
  }
}

/** Does something in a folder that is inside the fence and, if told, still the one that was looked at. */
export async function inFolder<T>(
  absolute: string,
  fence: Fence,
  work: (folder: HeldFolder) => Promise<T>,
  identity?: string,
): Promise<T> {
  const judged = fence.judge(absolute);
  if (!judged.ok) refuse(judged.refusal);
  const folder = await HeldFolder.open(absolute);
  try {
    if (identity !== undefined && folder.identity !== identity) refuse('changed');
    return await work(folder);
  } finally {
    await folder.close();
  }
}
