/** What Parley costs at rest in the tray: from nothing to its icon, then nothing at all for five minutes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { endWithUs, OWN_GROUP } from '../../../build/setup/child.mjs';
import { FAKE_MICROPHONE } from '../../support/app';
import { now } from '../../support/clock';
import { electronCommand } from '../../support/electron-command';
import { ResidentApp } from '../../support/resident-app';
import { makeTempFolder, type TempFolder } from '../../support/temp-folder';
import { startTray, type TrayPanel } from '../../support/tray';
import { pause, until } from '../../support/until';
import { readProbe } from '../bench';
import type { Measurement, Row } from '../measurement';
import { measureUsage } from '../processes';
import { summarize } from '../statistics';

const STARTS = 5;
const IDLE_MS = 300_000;
const SHORT_IDLE_MS = 30_000;
/** What a start still has to do after its icon is there: the audio page, looking for a tray. */
const SETTLING_MS = 20_000;
const CPU_TARGET_PERCENT = 0.1;
const START_TARGET_MS = 1_000;

export const idle: Measurement = {
  name: 'idle',
  flags: ['--short'],
  run: async (bench, flags) => {
    const tray = await startTray();
    bench.later(() => tray.stop());
    const home = await makeTempFolder('home');
    bench.later(() => home.remove());
    const starts: Start[] = [];
    while (starts.length < STARTS) starts.push(await startToIcon(home, tray));

    const app = await ResidentApp.start(home, { switches: [...FAKE_MICROPHONE, '--hidden'] });
    bench.later(() => app.quit());
    await tray.waitForIcon();
    await pause(SETTLING_MS);
    const idleMs = flags.has('--short') ? SHORT_IDLE_MS : IDLE_MS;
    const usages = await measureUsage(app, () => pause(idleMs));
    const cpu = usages.reduce((sum, usage) => sum + usage.cpu, 0);
    const memory = usages.reduce((sum, usage) => sum + usage.memory, 0);
    const rows: Row[] = [
      startRow(
        'icon in the tray',
        starts.map(({ icon }) => icon),
      ),
      startRow(
        'talk key watched',
        starts.map(({ keys }) => keys),
      ),
      {
        ...rowOf(`at rest in the tray, ${idleMs / 1_000} s`, cpu, memory),
        target: `< ${CPU_TARGET_PERCENT} %`,
        met: cpu < CPU_TARGET_PERCENT,
      },
      ...[...usages]
        .sort((a, b) => b.memory - a.memory)
        .map((usage) => rowOf(`  ${usage.name}`, usage.cpu, usage.memory)),
    ];
    return { rows, details: { starts, usages, idleMs } };
  },
};

function rowOf(measurement: string, cpu: number, memory: number): Row {
  const other = `${cpu.toFixed(3)} % of a core, ${Math.round(memory)} MB`;
  return { measurement, p50: null, p99: null, other, target: '', met: null };
}

/** Milliseconds from spawning Electron. */
interface Start {
  /** To the icon in the panel. */
  readonly icon: number;
  /** To the talk key being watched. */
  readonly keys: number;
}

function startRow(what: string, values: readonly number[]): Row {
  const { p50, p99, max, count } = summarize(values);
  return {
    measurement: `Electron spawned -> ${what}`,
    p50,
    p99,
    other: `max ${Math.round(max)}; ${count} runs`,
    target: `p50 <= ${START_TARGET_MS}`,
    met: p50 <= START_TARGET_MS,
  };
}

/** Starts Electron without Playwright, whose own way of starting it delays the app. */
async function startToIcon(home: TempFolder, tray: TrayPanel): Promise<Start> {
  const { executablePath, appFolder } = await electronCommand();
  await tray.waitForNoIcon();
  const file = join(home.path, 'measured.jsonl');
  rmSync(file, { force: true });
  const spawnedAt = now();
  const child = spawn(executablePath, [appFolder, '--no-onboarding', '--hidden'], {
    cwd: home.path,
    env: {
      ...process.env,
      PARLEY_HOME: home.path,
      PARLEY_MEASURE: file,
      PULSE_SERVER: 'unix:/nowhere/no-sound-server',
    },
    stdio: 'ignore',
    ...OWN_GROUP,
  });
  endWithUs(child);
  try {
    const icon = await tray.waitForIcon();
    const [keys] = await until('the keys are watched', () => {
      const seen = readProbe(file, 'keys-watched');
      return seen.length > 0 && seen;
    });
    return { icon: icon - spawnedAt, keys: keys!.at - spawnedAt };
  } finally {
    await end(child);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  await until('the app has ended', () => child.exitCode !== null || child.signalCode !== null);
}
