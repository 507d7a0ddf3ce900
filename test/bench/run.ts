/**
 * `npm run bench`: measures the built app from outside, on real parts. `npm run bench -- NAME...` runs only those;
 * flags (`--failures`) go to the measurements that know them.
 * Every measurement leaves artifacts/bench/<name>.json; the exit code is 1 when a target is missed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { startDesktop } from '../support/desktop';
import { missingForSound } from '../support/sound/pulse-server';
import { Bench } from './bench';
import type { Measurement, Row } from './measurement';
import { accuracy, accuracySpoken } from './measurements/accuracy';
import { accuracyFit } from './measurements/accuracy-fit';
import { accuracyToolbox } from './measurements/accuracy-toolbox';
import { capture } from './measurements/capture';
import { comparison } from './measurements/comparison';
import { connect } from './measurements/connect';
import { events } from './measurements/events';
import { files } from './measurements/files';
import { firstMinute } from './measurements/first-minute';
import { gaps } from './measurements/gaps';
import { gate } from './measurements/gate';
import { hearing } from './measurements/hearing';
import { hearingRoom } from './measurements/hearing-room';
import { idle } from './measurements/idle';
import { load } from './measurements/load';
import { overlay } from './measurements/overlay';
import { press } from './measurements/press';
import { queue } from './measurements/queue';
import { recovery } from './measurements/recovery';
import { silence } from './measurements/silence';
import { startUp } from './measurements/start-up';
import { stopWord } from './measurements/stop-word';
import { stopWordHearing } from './measurements/stop-word-hearing';
import { tools } from './measurements/tools';
import { turns } from './measurements/turns';
import { wakeWord } from './measurements/wake-word';
import { tableText } from './table';

const MEASUREMENTS: readonly Measurement[] = [
  ...[capture, queue, silence, gaps, load, idle, startUp, firstMinute, turns],
  ...[press, overlay, connect, tools, gate, files, events, recovery, comparison],
  ...[accuracy, accuracyToolbox, accuracySpoken, accuracyFit, hearing, hearingRoom],
  ...[wakeWord, stopWord, stopWordHearing],
];
const ARTIFACTS = join(import.meta.dirname, '..', '..', 'artifacts', 'bench');
/** With more of the machine taken by others, figures tell of them as well. */
const QUIET_LOAD = 0.3;

/** Runs the measurements; resolves to the exit code. */
export async function main(): Promise<number> {
  const { chosen, flags, problem } = choose(process.argv.slice(2));
  if (problem !== null) {
    console.error(problem);
    return 1;
  }
  const needsDesktop = chosen.some((measurement) => measurement.needsDesktop ?? true);
  const missing = needsDesktop ? missingForSound() : [];
  if (missing.length > 0) {
    console.error(`The benchmarks need the Linux sound rig; this machine lacks ${missing.join(', ')}.`);
    return 1;
  }
  tellLoad();
  mkdirSync(ARTIFACTS, { recursive: true });
  const desktop = needsDesktop ? await startDesktop() : null;
  Object.assign(process.env, desktop?.environment);
  const bench = new Bench();
  try {
    const rows: Row[] = [];
    for (const measurement of chosen) rows.push(...(await runOne(measurement, bench, flags)));
    console.log(`\nMilliseconds, unless said otherwise.\n\n${tableText(rows)}\n\nFigures: ${ARTIFACTS}`);
    return rows.some(({ met }) => met === false) ? 1 : 0;
  } finally {
    await bench.stop();
    await desktop?.stop();
  }
}

interface Chosen {
  readonly chosen: readonly Measurement[];
  readonly flags: ReadonlySet<string>;
  /** What is wrong with the command line. */
  readonly problem: string | null;
}

function choose(words: readonly string[]): Chosen {
  const flags = new Set(words.filter((word) => word.startsWith('--')));
  const wanted = words.filter((word) => !flags.has(word));
  const chosen = MEASUREMENTS.filter(({ name, onlyByName }) =>
    wanted.length === 0 ? onlyByName !== true : wanted.includes(name),
  );
  const names = MEASUREMENTS.map(({ name }) => name);
  const unknown = wanted.find((name) => !names.includes(name));
  const strange = [...flags].find((flag) => !chosen.some((measurement) => measurement.flags?.includes(flag)));
  const problem =
    unknown !== undefined
      ? `There is no measurement "${unknown}". There are: ${names.join(', ')}`
      : strange !== undefined
        ? `No measurement that was chosen knows ${strange}.`
        : null;
  return { chosen, flags, problem };
}

async function runOne(
  measurement: Measurement,
  bench: Bench,
  flags: ReadonlySet<string>,
): Promise<readonly Row[]> {
  process.stderr.write(`Measuring: ${measurement.name}\n`);
  const loadBefore = loadavg()[0]!;
  try {
    const { rows, details } = await measurement.run(bench, flags);
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
