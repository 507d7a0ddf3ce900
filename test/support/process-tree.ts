import { readdirSync, readFileSync } from 'node:fs';

/** A socket as `ss` tells of it. */
export interface SeenSocket {
  /** TCP "LISTEN", "ESTAB", ...; UDP "UNCONN" or "ESTAB". */
  readonly state: string;
  readonly local: string;
  readonly peer: string;
  readonly pids: readonly number[];
}

/** A process and everything it started, on Linux. */
export function processTree(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? statusOf(Number(name), 'PPid') : null;
    if (parent !== null) parents.set(Number(name), Number(parent));
  }
  const tree = [root];
  for (const pid of tree) {
    for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  }
  return tree;
}

/** A line of /proc/<pid>/status, or null when the process is gone. */
export function statusOf(pid: number, field: string): string | null {
  try {
    return (
      new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? null
    );
  } catch {
    return null;
  }
}

/** Reads the lines of `ss -tunapH`. */
export function readSockets(text: string): readonly SeenSocket[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, state = '', , , local = '', peer = ''] = line.trim().split(/\s+/);
      const pids = [...line.matchAll(/pid=(\d+)/g)].map(([, pid]) => Number(pid));
      return { state, local, peer, pids };
    });
}

/** Whether an address of `ss` stays on this machine, or stands for no address. */
export function staysHere(address: string): boolean {
  return /^(127\.\d+\.\d+\.\d+(%lo)?|\[::1\]|\[::ffff:127\.\d+\.\d+\.\d+\]):/.test(address);
}
