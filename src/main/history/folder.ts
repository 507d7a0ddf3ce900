import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { conversationIdSchema } from '../../shared/ipc/history';
import { errorCode } from '../../shared/error-code';

const ENDING = '.jsonl';

/** A file as the folder lists it; the stamp changes whenever the file does. */
export interface ListedFile {
  readonly id: string;
  readonly stamp: string;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

/** The folder of kept conversations: a file each, named by its id. Readable by this person only. */
export class HistoryFolder {
  constructor(private readonly path: string) {}

  /** Where a conversation's file is. Throws at an id that is none. */
  fileOf(id: string): string {
    return join(this.path, `${conversationIdSchema.parse(id)}${ENDING}`);
  }

  /** The files that are there; none where there is no folder yet. */
  async list(): Promise<readonly ListedFile[]> {
    const names = await readdir(this.path).catch(whenMissing<string[]>([]));
    const ids = names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
    const known = ids.filter((id) => conversationIdSchema.safeParse(id).success);
    const files = await Promise.all(known.map((id) => this.look(id)));
    return files.filter((file) => file !== null);
  }

  /** The text of a conversation's file; null when it is gone. */
  read(id: string): Promise<string | null> {
    return readFile(this.fileOf(id), 'utf8').catch(whenMissing(null));
  }

  /** Removes a conversation's file, if it is there. */
  async remove(id: string): Promise<void> {
    await rm(this.fileOf(id), { force: true });
  }

  /** Reads a file beside the conversations; null when it is not there. */
  readBeside(name: string): Promise<string | null> {
    return readFile(join(this.path, name), 'utf8').catch(whenMissing(null));
  }

  /** Writes a file beside the conversations: whole, or not at all. */
  async writeBeside(name: string, text: string): Promise<void> {
    const half = join(this.path, `${name}.part`);
    await writeFile(half, text, { mode: 0o600 });
    await rename(half, join(this.path, name));
  }

  private async look(id: string): Promise<ListedFile | null> {
    const found = await stat(this.fileOf(id)).catch(whenMissing(null));
    return found && { id, stamp: `${found.size}-${found.mtimeMs}`, changedAt: found.mtimeMs };
  }
}

const whenMissing =
  <T>(value: T) =>
  (error: unknown): T => {
    if (errorCode(error) === 'ENOENT') return value;
    throw error;
  };
