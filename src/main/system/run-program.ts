import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import { cleanEnvironment } from './clean-environment';

/** How long a program of the system may take, in milliseconds. */
const LIMIT_MS = 3_000;
/** What it may print, in bytes. */
const MOST_OUTPUT = 1_000_000;

/** Why a program brought nothing back: it is not installed, ended with an error, took too long or printed too much. */
export type ProgramFailure = 'missing' | 'failed' | 'too-slow' | 'too-much';

/** What a program printed on its standard output, or why there is nothing. */
export type ProgramOutcome =
  { readonly ok: true; readonly output: string } | { readonly ok: false; readonly why: ProgramFailure };

/** What may be said of a run beside program and arguments. */
export interface ProgramOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds; 3,000 when left out. The program is killed then. */
  readonly limitMs?: number;
  /** Values for a script, so that none is ever a part of its text. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a program with a list of arguments; no shell reads them. Rejects only when `signal` fires. */
export type RunProgram = (
  program: string,
  args: readonly string[],
  options?: ProgramOptions,
) => Promise<ProgramOutcome>;

/** {@link RunProgram} on the real system: in the C locale, with a bounded environment, time and output. */
export const runProgram: RunProgram = (program, args, { signal, limitMs = LIMIT_MS, environment } = {}) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    execFile(
      wholePath(program, process.env, process.platform),
      [...args],
      {
        encoding: 'utf8',
        env: { ...cleanEnvironment(process.env, process.platform), ...environment, LC_ALL: 'C' },
        killSignal: 'SIGKILL',
        maxBuffer: MOST_OUTPUT,
        shell: false,
        timeout: limitMs,
        windowsHide: true,
        ...(signal && { signal }),
      },
      (error, output) => {
        if (signal?.aborted) reject(signal.reason as Error);
        else if (error) resolve({ ok: false, why: failureOf(error) });
        else resolve({ ok: true, output });
      },
    );
  });

/**
 * Windows looks for a bare name in the folder we were started in before it looks anywhere else, so there the system's
 * own programs get their whole path.
 */
export function wholePath(program: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform !== 'win32' || /[\\/]/u.test(program)) return program;
  const system = win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32');
  const folder = program === 'powershell.exe' ? ['WindowsPowerShell', 'v1.0'] : [];
  return win32.join(system, ...folder, program);
}

function failureOf(error: {
  readonly code?: string | number | null;
  readonly killed?: boolean;
}): ProgramFailure {
  if (error.code === 'ENOENT' || error.code === 'EACCES') return 'missing';
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'too-much';
  return error.killed ? 'too-slow' : 'failed';
}
