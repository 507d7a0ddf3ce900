import { spawn } from 'node:child_process';
import { cleanEnvironment } from '../system/clean-environment';

/** A program still running after this long has shown the file; only failures end sooner. */
const SETTLED_MS = 3_000;

/** How a path is handed to the system's own program; `command` is replaced in tests. */
export interface OpenPathOptions {
  readonly platform: NodeJS.Platform;
  /** Electron's `shell.openPath`: an empty string, or what went wrong. */
  readonly shellOpen: (path: string) => Promise<string>;
  readonly command?: string;
  /** Ours; what of it is the person's is handed on. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly settledMs?: number;
}

/**
 * Opens a file or folder with the program the system has for it. Rejects when there is none or it fails.
 * On Linux not through Electron: its `shell.openPath` holds the main process until the opened program ends,
 * wherever `xdg-open` runs that program itself instead of asking a desktop to.
 */
export async function openPath(path: string, options: OpenPathOptions): Promise<void> {
  if (options.platform === 'linux') return openDetached(path, options);
  const failure = await options.shellOpen(path);
  if (failure !== '') throw new Error('The system could not open it.');
}

function openDetached(
  path: string,
  { command = 'xdg-open', environment = process.env, settledMs = SETTLED_MS }: OpenPathOptions,
) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(command, [path], {
      detached: true,
      stdio: 'ignore',
      env: cleanEnvironment(environment, 'linux'),
    });
    const settled = setTimeout(resolve, settledMs);
    child.once('error', (error) => {
      clearTimeout(settled);
      reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(settled);
      if (code === 0) resolve();
      else reject(new Error(`The opener ended with code ${String(code)}.`));
    });
    child.unref();
  });
}
