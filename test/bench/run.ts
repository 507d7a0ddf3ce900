/**
 * `npm run bench`: measures the built app from outside, on real parts. `npm run bench -- NAME...` runs only those.
 * Every measurement leaves artifacts/bench/<name>.json; the exit code is 1 when a target is missed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { startDesktop } from '../support/desktop';
import { missingForSound } from '../support/sound/pulse-server';
import { Bench } from './bench';
import type { Measurement, Row } from './measurement';
import { capture } from './measurements/capture';
import { gaps } from './measurements/gaps';
import { load } from './measurements/load';
import { queue } from './measurements/queue';
import { silence } from './measurements/silence';
import { startUp } from './measurements/start-up';
import { turns } from './measurements/turns';
import { tableText } from './table';

const MEASUREMENTS = [capture, queue, silence, gaps, load, startUp, turns] as const;
const ARTIFACTS = join(import.meta.dirname, '..', '..', 'artifacts', 'bench');
/** With more of the machine taken by others, figures tell of them as well. */
const QUIET_LOAD = 0.3;

/** Runs the measurements; resolves to the exit code. */
export async function main(): Promise<number> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !MEASUREMENTS.some((measurement) => measurement.name === name));
  if (unknown.length > 0) {
    console.error(`There is no measurement "${unknown.join('", "')}".`);
    console.error(`There are: ${MEASUREMENTS.map(({ name }) => name).join(', ')}`);
    return 1;
  }
  const missing = missingForSound();
  if (missing.length > 0) {
    console.error(`The benchmarks need the Linux sound rig; this machine lacks ${missing.join(', ')}.`);
    return 1;
  }
  tellLoad();
  mkdirSync(ARTIFACTS, { recursive: true });
  const desktop = await startDesktop();
  Object.assign(process.env, desktop.environment);
  const bench = new Bench();
  try {
    const chosen = MEASUREMENTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    const rows: Row[] = [];
    for (const measurement of chosen) rows.push(...(await runOne(measurement, bench)));
    console.log(`\nMilliseconds, unless said otherwise.\n\n${tableText(rows)}\n\nFigures: ${ARTIFACTS}`);
    return rows.some(({ met }) => met === false) ? 1 : 0;
  } finally {
    await bench.stop();
    await desktop.stop();
  }
}

async function runOne(measurement: Measurement, bench: Bench): Promise<readonly Row[]> {
  process.stderr.write(`Measuring: ${measurement.name}\n`);
  const loadBefore = loadavg()[0]!;
  try {
    const { rows, details } = await measurement.run(bench);
    const machine = {
      platform: process.platform,
      processor: cpus()[0]?.model,
      cores: cpus().length,
      loadBefore,
    };
    const file = join(ARTIFACTS, `${measurement.name}.json`);
    writeFileSync(file, JSON.stringify({ name: measurement.name, machine, rows, details }, null, 2));
    return rows;
  } catch (error) {
    // One that cannot be measured must not hide the others.
    console.error(error);
    return [failed(measurement.name)];
  } finally {
    await bench.clean();
  }
}

function failed(name: string): Row {
  return {
    measurement: name,
    p50: null,
    p99: null,
    other: 'could not be measured',
    target: 'a figure',
    met: false,
  };
}

function tellLoad(): void {
  const [minute] = loadavg();
  const cores = availableParallelism();
  console.log(`Load average ${minute!.toFixed(1)} on ${cores} cores.`);
  if (minute! > cores * QUIET_LOAD) {
    console.log('This machine is busy with other things: expect figures to be worse than the app is.');
  }
}
