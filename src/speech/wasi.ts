/**
 * The thirteen system calls that flite's WebAssembly makes (WASI preview 1), answered from memory.
 * Node's own `node:wasi` is experimental (it says so on the console) and could hand the audio over only
 * through a folder on disk; here the program sees no disk, no clock worth the name and no network.
 */

const SUCCESS = 0;
const BAD_DESCRIPTOR = 8;
const INVALID = 28;
const NO_ENTRY = 44;
const ILLEGAL_SEEK = 70;

const CHARACTER_DEVICE = 2;
const DIRECTORY = 3;
const REGULAR_FILE = 4;

const STDOUT = 1;
const STDERR = 2;
/** The one folder the program finds open: the root of its files in memory. */
const ROOT = 3;
const ROOT_NAME = '/';
const CREATE = 1;
const TRUNCATE = 8;

/** A file in memory that grows as it is written to. */
class MemoryFile {
  private bytes = new Uint8Array(1 << 16);
  length = 0;

  write(at: number, data: Uint8Array): void {
    const end = at + data.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes.set(data, at);
    this.length = Math.max(this.length, end);
  }

  read(at: number, into: Uint8Array): number {
    const part = this.bytes.subarray(at, Math.min(this.length, at + into.length));
    into.set(part);
    return part.length;
  }

  content(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

interface OpenFile {
  readonly file: MemoryFile;
  readonly seekable: boolean;
  position: number;
}

class Exit extends Error {
  constructor(readonly code: number) {
    super('The program ended.');
  }
}

/** What a program left behind. `files` are those it wrote, by path without the leading slash. */
export interface WasiResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** An instance that has not run yet. */
interface Fresh {
  readonly system: MemorySystem;
  readonly start: () => void;
}

/** A WASI command. Each run takes an instance of its own, and making one takes longer than a short run. */
export class WasiCommand {
  private readonly fresh: Fresh[] = [];

  constructor(private readonly module: WebAssembly.Module) {}

  /** Makes one instance ahead unless `spares` wait; returns whether more are wanted. Blocks the thread. */
  prepare(spares: number): boolean {
    if (this.fresh.length < spares) this.fresh.push(instantiate(this.module));
    return this.fresh.length < spares;
  }

  /**
   * Runs the command to its end with these arguments (the first is its name), in memory only. Blocks the thread.
   * Throws what the program traps with.
   */
  run(args: readonly string[]): WasiResult {
    const { system, start } = this.fresh.pop() ?? instantiate(this.module);
    system.setArguments(args);
    let exitCode = 0;
    try {
      start();
    } catch (error) {
      if (!(error instanceof Exit)) throw error;
      exitCode = error.code;
    }
    return { exitCode, stdout: system.stdout(), files: system.written() };
  }
}

function instantiate(module: WebAssembly.Module): Fresh {
  const system = new MemorySystem();
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: system.calls() });
  const { memory, _start: start } = instance.exports;
  if (!(memory instanceof WebAssembly.Memory) || typeof start !== 'function') {
    throw new TypeError('The module is no WASI command.');
  }
  system.memory = memory;
  return { system, start: () => void start() };
}

class MemorySystem {
  memory: WebAssembly.Memory | undefined;
  private args: readonly Uint8Array[] = [];
  private readonly files = new Map<string, MemoryFile>();
  private readonly open = new Map<number, OpenFile>([
    [STDOUT, { file: new MemoryFile(), seekable: false, position: 0 }],
    [STDERR, { file: new MemoryFile(), seekable: false, position: 0 }],
  ]);
  private readonly output = this.open.get(STDOUT)!.file;
  private nextDescriptor = ROOT + 1;

  setArguments(args: readonly string[]): void {
    this.args = args.map((arg) => new TextEncoder().encode(`${arg.replaceAll('\0', ' ')}\0`));
  }

  stdout(): string {
    return new TextDecoder().decode(this.output.content());
  }

  written(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.files].map(([path, file]) => [path, file.content()]));
  }

  calls(): Record<string, (...args: never[]) => number> {
    return {
      args_sizes_get: (count: number, size: number) => this.argsSizes(count, size),
      args_get: (pointers: number, buffer: number) => this.argsGet(pointers, buffer),
      clock_time_get: (_clock: number, _precision: bigint, out: number) => this.clock(out),
      fd_close: (fd: number) => (this.open.delete(fd) ? SUCCESS : BAD_DESCRIPTOR),
      fd_fdstat_get: (fd: number, out: number) => this.describe(fd, out),
      fd_fdstat_set_flags: () => SUCCESS,
      fd_prestat_get: (fd: number, out: number) => this.rootInfo(fd, out),
      fd_prestat_dir_name: (fd: number, out: number, length: number) => this.rootName(fd, out, length),
      fd_read: (fd: number, vectors: number, count: number, out: number) =>
        this.read(fd, vectors, count, out),
      fd_seek: (fd: number, offset: bigint, from: number, out: number) => this.seek(fd, offset, from, out),
      fd_write: (fd: number, vectors: number, count: number, out: number) =>
        this.write(fd, vectors, count, out),
      path_open: (
        fd: number,
        _lookup: number,
        path: number,
        length: number,
        flags: number,
        _rights: bigint,
        _inherited: bigint,
        _fdFlags: number,
        out: number,
      ) => this.openPath(fd, path, length, flags, out),
      proc_exit: (code: number) => {
        throw new Exit(code);
      },
    };
  }

  // Fresh views every time: the memory's buffer is replaced whenever the program grows it.
  private view(): DataView {
    return new DataView(this.memory!.buffer);
  }

  private bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.memory!.buffer, at, length);
  }

  private argsSizes(count: number, size: number): number {
    this.view().setUint32(count, this.args.length, true);
    this.view().setUint32(
      size,
      this.args.reduce((sum, arg) => sum + arg.length, 0),
      true,
    );
    return SUCCESS;
  }

  private argsGet(pointers: number, buffer: number): number {
    let at = buffer;
    this.args.forEach((arg, i) => {
      this.view().setUint32(pointers + 4 * i, at, true);
      this.bytes(at, arg.length).set(arg);
      at += arg.length;
    });
    return SUCCESS;
  }

  /** Time stands still, so that the same text always gives the same audio. */
  private clock(out: number): number {
    this.view().setBigUint64(out, 0n, true);
    return SUCCESS;
  }

  private describe(fd: number, out: number): number {
    const open = this.open.get(fd);
    if (!open && fd !== ROOT) return BAD_DESCRIPTOR;
    const view = this.view();
    view.setUint8(out, open ? (open.seekable ? REGULAR_FILE : CHARACTER_DEVICE) : DIRECTORY);
    view.setUint16(out + 2, 0, true);
    view.setBigUint64(out + 8, ~0n & 0xffff_ffff_ffff_ffffn, true);
    view.setBigUint64(out + 16, ~0n & 0xffff_ffff_ffff_ffffn, true);
    return SUCCESS;
  }

  private rootInfo(fd: number, out: number): number {
    if (fd !== ROOT) return BAD_DESCRIPTOR;
    this.view().setUint32(out, 0, true);
    this.view().setUint32(out + 4, ROOT_NAME.length, true);
    return SUCCESS;
  }

  private rootName(fd: number, out: number, length: number): number {
    if (fd !== ROOT) return BAD_DESCRIPTOR;
    this.bytes(out, length).set(new TextEncoder().encode(ROOT_NAME).subarray(0, length));
    return SUCCESS;
  }

  private openPath(fd: number, path: number, length: number, flags: number, out: number): number {
    if (fd !== ROOT) return BAD_DESCRIPTOR;
    const name = new TextDecoder().decode(this.bytes(path, length)).replace(/^\/+/, '');
    const known = this.files.get(name);
    if (!known && !(flags & CREATE)) return NO_ENTRY;
    const file = known && !(flags & TRUNCATE) ? known : new MemoryFile();
    this.files.set(name, file);
    const descriptor = this.nextDescriptor++;
    this.open.set(descriptor, { file, seekable: true, position: 0 });
    this.view().setUint32(out, descriptor, true);
    return SUCCESS;
  }

  private buffers(vectors: number, count: number): readonly Uint8Array[] {
    const view = this.view();
    return Array.from({ length: count }, (_, i) =>
      this.bytes(view.getUint32(vectors + 8 * i, true), view.getUint32(vectors + 8 * i + 4, true)),
    );
  }

  private write(fd: number, vectors: number, count: number, out: number): number {
    const open = this.open.get(fd);
    if (!open) return BAD_DESCRIPTOR;
    let written = 0;
    for (const buffer of this.buffers(vectors, count)) {
      open.file.write(open.position, buffer);
      open.position += buffer.length;
      written += buffer.length;
    }
    this.view().setUint32(out, written, true);
    return SUCCESS;
  }

  private read(fd: number, vectors: number, count: number, out: number): number {
    const open = this.open.get(fd);
    if (!open?.seekable) return BAD_DESCRIPTOR;
    let read = 0;
    for (const buffer of this.buffers(vectors, count)) {
      const got = open.file.read(open.position, buffer);
      open.position += got;
      read += got;
    }
    this.view().setUint32(out, read, true);
    return SUCCESS;
  }

  private seek(fd: number, offset: bigint, from: number, out: number): number {
    const open = this.open.get(fd);
    if (!open) return BAD_DESCRIPTOR;
    if (!open.seekable) return ILLEGAL_SEEK;
    const base = [0, open.position, open.file.length][from];
    const position = base === undefined ? -1 : base + Number(offset);
    if (position < 0) return INVALID;
    open.position = position;
    this.view().setBigUint64(out, BigInt(position), true);
    return SUCCESS;
  }
}
