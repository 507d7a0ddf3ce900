import { spawn } from 'node:child_process';
import { join } from 'node:path';

const SCRIPT = join(import.meta.dirname, '..', '..', 'build', 'setup', 'local-agent.mjs');

/** The local agent with its models, as a process of its own. */
export interface RunningAgent {
  readonly url: URL;
  /** Of the process that leads it; its own children do the work. */
  readonly pid: number;
  readonly stop: () => void;
}

/**
 * Starts the local agent on a free port as `npm run local-agent -- FLAGS` does. Rejects when it ends before it
 * listens.
 */
export function startLocalAgent(flags: readonly string[] = []): Promise<RunningAgent> {
  const child = spawn(process.execPath, [SCRIPT, '--port', '0', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const address = /listening on (\S+)/.exec(said)?.[1];
      if (address) resolve({ url: new URL(address), pid: child.pid!, stop: () => void child.kill() });
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The local agent ended with code ${String(code)}.`)));
  });
}
