/** What the app's processes cost, read from Linux's /proc: nothing runs inside the app while it is measured. */
import { readFileSync } from 'node:fs';
import { pagePids, type ElectronApp } from '../support/app-processes';
import { now } from '../support/clock';

/** Linux counts processor time in these. */
const TICK_MS = 10;
const KILOBYTES = 1_024;

/** Inference runs in these; they are told apart from the app's own. */
const SPEECH_PROCESSES: readonly string[] = ['Parley speech', 'Parley local agent'];

/** One process of the app. */
interface AppProcess {
  readonly pid: number;
  /** In plain words: "main", "audio page", "overlay page", "window", "GPU", or what Electron calls it. */
  readonly name: string;
  readonly own: boolean;
}

/** What a process used between two looks. */
export interface Usage {
  readonly name: string;
  readonly own: boolean;
  /** Percent of one core. */
  readonly cpu: number;
  /** Memory with shared pages split among those who share them, in megabytes. */
  readonly memory: number;
}

/** The app's processes as they are now. */
async function processesOf(app: ElectronApp): Promise<readonly AppProcess[]> {
  const pages = new Map((await pagePids(app)).map(({ url, pid }) => [pid, pageName(url)]));
  const metrics = await app.electron.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .map(({ pid, type, name, serviceName }) => ({ pid, type, name: name ?? serviceName ?? '' })),
  );
  return metrics.map(({ pid, type, name }) => ({
    pid,
    name: pages.get(pid) ?? (type === 'Browser' ? 'main' : name || type),
    own: !SPEECH_PROCESSES.includes(name),
  }));
}

function pageName(url: string): string {
  if (url.endsWith('/audio.html')) return 'audio page';
  return url.endsWith('/overlay.html') ? 'overlay page' : 'window';
}

/** Measures the app for a while, during which `meanwhile` goes on. */
export async function measureUsage(
  app: ElectronApp,
  meanwhile: () => Promise<unknown>,
): Promise<readonly Usage[]> {
  const start = now();
  const before = new Map((await processesOf(app)).map(({ pid }) => [pid, ticksOf(pid)]));
  await meanwhile();
  const after = (await processesOf(app)).map((process) => ({ ...process, ticks: ticksOf(process.pid) }));
  const lasted = now() - start;
  return after.map(({ pid, name, own, ticks }) => ({
    name,
    own,
    cpu: ((ticks - (before.get(pid) ?? 0)) * TICK_MS * 100) / lasted,
    memory: memoryOf(pid),
  }));
}

function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold anything; user and system time are the 12th and 13th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function memoryOf(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? NaN) / KILOBYTES;
}
