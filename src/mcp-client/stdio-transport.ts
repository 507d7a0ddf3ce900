/**
 * A server that is a program, spoken to over its standard input and output. The SDK's own transport stops only the
 * program itself; this one puts it into a process group, so that what it has started (`npx` starts a shell, which
 * starts the server) goes with it. Windows has no such groups and uses the SDK's.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { MOST_MESSAGE_BYTES } from './flood';

/** From the end of its input to SIGTERM, and from there to SIGKILL, in milliseconds. */
const POLITE_MS = 500;

/** What is started, and who hears of what it prints. */
export interface StdioServer {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Each part of its standard error. */
  readonly onStderr: (stream: Readable) => void;
  /** Bytes that came in on its standard output. */
  readonly onBytes: (count: number) => void;
}

/** The transport; `exit` tells how the program ended. */
export class StdioTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  /** "with code 1", "by SIGKILL"; null while it runs. */
  exit: string | null = null;
  private child: ChildProcessByStdio<Writable, Readable, Readable> | null = null;
  private readonly buffer = new ReadBuffer({ maxBufferSize: MOST_MESSAGE_BYTES });

  constructor(private readonly server: StdioServer) {}

  /** Process id, null before the start. */
  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** Rejects when the program cannot be started. */
  start(): Promise<void> {
    const { command, args, env, cwd } = this.server;
    const child = spawn(command, [...args], {
      env: { ...env },
      cwd,
      shell: false,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stdout.on('data', (chunk: Buffer) => this.receive(chunk));
    child.stdin.on('error', (error) => this.onerror?.(error));
    this.server.onStderr(child.stderr);
    child.once('exit', (code, signal) => {
      this.exit = signal ? `by ${signal}` : `with code ${code ?? '?'}`;
      // Its children may hold its output open; they have no use without it.
      this.signal('SIGKILL');
    });
    child.once('close', () => this.onclose?.());
    return new Promise((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) => {
        reject(error);
        this.onerror?.(error);
      });
    });
  }

  send(message: JSONRPCMessage): Promise<void> {
    const stdin = this.child?.stdin;
    if (!stdin?.writable) return Promise.reject(new Error('The server has ended.'));
    return new Promise((resolve) => {
      if (stdin.write(serializeMessage(message))) resolve();
      else stdin.once('drain', resolve);
    });
  }

  /** Ends the program and what it has started, politely at first. */
  async close(): Promise<void> {
    const { child } = this;
    if (!child || this.exit !== null || child.pid === undefined) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.stdin.end();
    if (await within(ended, POLITE_MS)) return;
    this.signal('SIGTERM');
    if (await within(ended, POLITE_MS)) return;
    this.kill();
    await ended;
  }

  /** Ends all of it at once. */
  kill(): void {
    this.signal('SIGKILL');
  }

  private signal(name: NodeJS.Signals): void {
    const pid = this.child?.pid;
    if (pid === undefined) return;
    try {
      process.kill(-pid, name);
    } catch {
      // The group has gone by itself.
    }
  }

  private receive(chunk: Buffer): void {
    this.server.onBytes(chunk.length);
    try {
      this.buffer.append(chunk);
    } catch (error) {
      this.onerror?.(error as Error);
      this.kill();
      return;
    }
    for (;;) {
      try {
        const message = this.buffer.readMessage();
        if (message === null) return;
        this.onmessage?.(message);
      } catch (error) {
        this.onerror?.(error as Error);
      }
    }
  }
}

function within(work: Promise<void>, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const clock = setTimeout(() => resolve(false), ms);
    void work.then(() => {
      clearTimeout(clock);
      resolve(true);
    });
  });
}
