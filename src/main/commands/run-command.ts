import { spawn, type ChildProcess } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { cleanEnvironment } from '../system/clean-environment';
import { wholePath } from '../system/run-program';

/** What is kept of what a program prints, in bytes; the rest is let go. */
const MOST_OUTPUT = 64 * 1_024;
/** Between asking a program to end and ending it. */
const GRACE_MS = 2_000;
/** Something it started may hold its output open. */
const LINGER_MS = 300;
/** What is run. */
export interface CommandRun {
  /** Absolute. */
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly limitMs: number;
}

/** How it ended. `output` and `errors` are at most {@link MOST_OUTPUT} bytes of text each. */
export type CommandEnd =
  | { readonly how: 'exited'; readonly code: number; readonly output: string; readonly errors: string }
  | { readonly how: 'too-slow'; readonly output: string }
  | { readonly how: 'signal' }
  | { readonly how: 'not-started' };

/**
 * Runs a program with a list of arguments: no shell, a bounded environment, nothing to read from. At the end of its time
 * and when cancelled it is ended with everything it started. Rejects only with the signal's reason.
 */
export function runCommand(run: CommandRun, signal: AbortSignal): Promise<CommandEnd> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    let child: ChildProcess;
    try {
      child = spawn(run.program, [...run.args], {
        cwd: run.folder,
        env: cleanEnvironment(process.env, process.platform),
        // A group of its own, so that all of it can be ended.
        detached: process.platform !== 'win32',
        shell: false,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      });
    } catch {
      return resolve({ how: 'not-started' });
    }
    const [output, errors] = [collect(child.stdout), collect(child.stderr)];
    let over = false;
    const finish = (settle: () => void) => {
      if (over) return;
      over = true;
      clearTimeout(clock);
      signal.removeEventListener('abort', cancel);
      settle();
    };
    const clock = setTimeout(
      () => finish(() => (endGroup(child), resolve({ how: 'too-slow', output: output() }))),
      run.limitMs,
    );
    const cancel = () => finish(() => (endGroup(child), reject(signal.reason as Error)));
    signal.addEventListener('abort', cancel, { once: true });
    child.once('error', () => finish(() => resolve({ how: 'not-started' })));
    const ended = (code: number | null) =>
      finish(() =>
        resolve(
          code === null ? { how: 'signal' } : { how: 'exited', code, output: output(), errors: errors() },
        ),
      );
    child.once('exit', (code) => setTimeout(() => ended(code), LINGER_MS).unref());
    child.once('close', (code) => ended(code));
  });
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  let length = 0;
  stream?.on('data', (chunk: Buffer) => {
    const kept = chunk.subarray(0, Math.max(0, MOST_OUTPUT - length));
    if (kept.length > 0) chunks.push(kept);
    length += kept.length;
  });
  return () => plainText(Buffer.concat(chunks).toString('utf8'));
}

/** Without what colours a terminal and moves its cursor. */
function plainText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .trim();
}

/** Asks everything that belongs to the child to end, and a moment later makes it. */
function endGroup(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    const taskkill = wholePath('taskkill.exe', process.env, process.platform);
    spawn(taskkill, ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).once(
      'error',
      () => child.kill(),
    );
    return;
  }
  const tell = (signal: NodeJS.Signals) => {
    try {
      process.kill(-pid, signal);
    } catch {
      // It has ended already.
    }
  };
  tell('SIGTERM');
  setTimeout(() => tell('SIGKILL'), GRACE_MS);
}
