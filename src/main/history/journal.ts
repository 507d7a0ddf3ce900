import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * One file that is only ever added to. Lines are handed to the system in order as fast as it takes them, and nobody
 * waits; what comes while a write is under way goes with the next. A write that failed is tried again with the next
 * line, after a line end, so that a torn line stays alone.
 */
export class Journal {
  private waiting: string[] = [];
  private running: Promise<void> | null = null;
  private file: FileHandle | null = null;
  private torn = false;

  /** `onTrouble` hears each write that failed; nothing is lost by it as long as a later one succeeds. */
  constructor(
    private readonly path: string,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** Adds whole lines, ends included. Returns at once. */
  add(lines: string): void {
    this.waiting.push(lines);
    void this.start();
  }

  /** Resolves once everything so far is on the disk itself, and the file is closed. A later line opens it again. */
  async close(): Promise<void> {
    await this.running;
    await this.start();
    const { file } = this;
    this.file = null;
    if (!file) return;
    await file.sync().catch(this.onTrouble);
    await file.close().catch(this.onTrouble);
  }

  private start(): Promise<void> {
    this.running ??= this.write().finally(() => (this.running = null));
    return this.running;
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const lines = this.waiting;
      this.waiting = [];
      try {
        this.file ??= await this.open();
        await this.file.appendFile(`${this.torn ? '\n' : ''}${lines.join('')}`);
        this.torn = false;
      } catch (error) {
        this.torn = true;
        this.waiting = [...lines, ...this.waiting];
        this.onTrouble(error);
        return;
      }
    }
  }

  /** What somebody says to an agent is for nobody else's eyes. */
  private async open(): Promise<FileHandle> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const file = await open(this.path, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      if (size === 0) return file;
      const last = Buffer.alloc(1);
      await file.read(last, 0, 1, size - 1);
      // A line that a crash has torn stays alone.
      this.torn ||= last.toString() !== '\n';
      return file;
    } catch (error) {
      await file.close();
      throw error;
    }
  }
}
