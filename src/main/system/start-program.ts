import { spawn } from 'node:child_process';

/** How a program is started. */
export interface ProgramStart {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
}

/** What became of it: it runs, it ended at once (well or not), or it could not be started. */
export type StartOutcome =
  | { readonly type: 'running' | 'ended'; readonly id: number }
  | { readonly type: 'failed'; readonly code: number | null };

/** A program that fails does so sooner than this, in milliseconds. */
const SETTLED_MS = 700;

/**
 * Starts a program of the person's: apart from us, so that it outlives us, with nothing of ours open. Its arguments
 * are a list; no shell reads them. Never rejects.
 */
export function startProgram(
  { program, args, env, folder }: ProgramStart,
  settledMs = SETTLED_MS,
): Promise<StartOutcome> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: folder,
      env: { ...env },
      detached: true,
      shell: false,
      stdio: 'ignore',
      windowsHide: false,
    });
    const settle = (outcome: StartOutcome) => {
      clearTimeout(settled);
      resolve(outcome);
    };
    const settled = setTimeout(() => settle({ type: 'running', id: child.pid ?? 0 }), settledMs);
    child.once('error', () => settle({ type: 'failed', code: null }));
    child.once('exit', (code) =>
      settle(code === 0 ? { type: 'ended', id: child.pid ?? 0 } : { type: 'failed', code }),
    );
    child.unref();
  });
}
