import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * A file of lines that is only appended to and survives a crash at any byte: at most its last line is torn, and the
 * next one begins on a line of its own. Everything throws what the disk says.
 */
export class LineFile {
  private lastLineWhole = true;

  constructor(private readonly path: string) {}

  /** All there is; empty when there is no file yet. */
  read(): string {
    if (!existsSync(this.path)) return '';
    const text = readFileSync(this.path, 'utf8');
    this.lastLineWhole = text === '' || text.endsWith('\n');
    return text;
  }

  /** Writes one line. `durable`: it is on the disk when this returns, not only with the system. */
  append(line: string, { durable }: { readonly durable: boolean }): void {
    const file = openSync(this.path, 'a', 0o600);
    try {
      const data = Buffer.from(`${this.lastLineWhole ? '' : '\n'}${line}\n`);
      this.lastLineWhole = false;
      if (writeSync(file, data) !== data.length) throw new Error('The disk took a part of the line only.');
      this.lastLineWhole = true;
      if (durable) fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Puts other lines in place of all. A crash leaves either the old ones or the new ones, whole. */
  replace(lines: readonly string[]): void {
    const next = `${this.path}.new`;
    try {
      const file = openSync(next, 'w', 0o600);
      try {
        const data = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        for (let done = 0; done < data.length;) done += writeSync(file, data, done);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(next, this.path);
      this.lastLineWhole = true;
    } catch (error) {
      rmSync(next, { force: true });
      throw error;
    }
    syncFolder(dirname(this.path));
  }
}

function syncFolder(folder: string): void {
  // Windows knows no sync of folders, and renames durably by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
