import type { ChildProcess } from 'node:child_process';
import { processTree, statusOf } from '../support/process-tree';
import { until } from '../support/until';

/** Ends an app and all its processes at once, so that its folders can be removed. */
export async function killApp(child: ChildProcess): Promise<void> {
  if (process.platform !== 'linux') {
    child.kill('SIGKILL');
    await until('it ends', () => child.exitCode !== null || child.signalCode !== null);
    return;
  }
  const tree = processTree(child.pid!);
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  const gone = (pid: number) => (statusOf(pid, 'State') ?? 'Z').startsWith('Z');
  await until('what is left ends', () => tree.every(gone));
}
