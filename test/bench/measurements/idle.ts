/** What Parley costs at rest in the tray: from nothing to its icon, then nothing at all for five minutes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { endWithUs, OWN_GROUP } from '../../../build/setup/child.mjs';
import { FAKE_MICROPHONE } from '../../support/app';
import { now } from '../../support/clock';
import { electronCommand } from '../../support/electron-command';
import { ResidentApp } from '../../support/resident-app';
import { makeTempFolder, type TempFolder } from '../../support/temp-folder';
import { startTray } from '../../support/tray';
import { pause, until } from '../../support/until';
import type { Measurement, Row } from '../measurement';
import { measureUsage } from '../processes';
import { summarize } from '../statistics';

const STARTS = 5;
const IDLE_MS = 300_000;
const SHORT_IDLE_MS = 30_000;
/** What a start still has to do after its icon is there: the audio page, looking for a tray. */
const SETTLING_MS = 20_000;
const CPU_TARGET_PERCENT = 0.1;
const TRAY_TARGET_MS = 1_000;

export const idle: Measurement = {
  name: 'idle',
  flags: ['--short'],
  run: async (bench, flags) => {
    const tray = await startTray();
    bench.later(() => tray.stop());
    const home = await makeTempFolder('home');
    bench.later(() => home.remove());
    const starts: number[] = [];
    while (starts.length < STARTS)
      starts.push(
        await startToIcon(
          home,
          () => tray.waitForIcon(),
          () => tray.waitForNoIcon(),
        ),
      );

    const app = await ResidentApp.start(home, { switches: [...FAKE_MICROPHONE, '--hidden'] });
    bench.later(() => app.quit());
    await tray.waitForIcon();
    await pause(SETTLING_MS);
    const idleMs = flags.has('--short') ? SHORT_IDLE_MS : IDLE_MS;
    const usages = await measureUsage(app, () => pause(idleMs));
    const cpu = usages.reduce((sum, usage) => sum + usage.cpu, 0);
    const memory = usages.reduce((sum, usage) => sum + usage.memory, 0);
    const { p50, p99, max, count } = summarize(starts);
    const rows: Row[] = [
      {
        measurement: 'Electron spawned -> icon in the tray',
        p50,
        p99,
        other: `max ${Math.round(max)}; ${count} runs`,
        target: `p50 <= ${TRAY_TARGET_MS}`,
        met: p50 <= TRAY_TARGET_MS,
      },
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

/** Milliseconds from spawning Electron, without Playwright, to the icon in the panel. */
async function startToIcon(
  home: TempFolder,
  icon: () => Promise<number>,
  noIcon: () => Promise<unknown>,
): Promise<number> {
  const { executablePath, appFolder } = await electronCommand();
  await noIcon();
  const spawnedAt = now();
  const child = spawn(executablePath, [appFolder, '--no-onboarding', '--hidden'], {
    cwd: home.path,
    env: { ...process.env, PARLEY_HOME: home.path, PULSE_SERVER: 'unix:/nowhere/no-sound-server' },
    stdio: 'ignore',
    ...OWN_GROUP,
  });
  endWithUs(child);
  try {
    return (await icon()) - spawnedAt;
  } finally {
    await end(child);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  await until('the app has ended', () => child.exitCode !== null || child.signalCode !== null);
}
