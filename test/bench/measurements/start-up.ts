/** From nothing to a usable window, and what a second `npm start` adds to it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { now } from '../../support/clock';
import { endWithUs, OWN_GROUP } from '../../../build/setup/child.mjs';
import { electronCommand } from '../../support/electron-command';
import { makeTempFolder, type TempFolder } from '../../support/temp-folder';
import { until } from '../../support/until';
import type { Measurement, Row } from '../measurement';
import { summarize } from '../statistics';

const RUNS = 7;
const SET_UP_RUNS = 3;
const TARGET_MS = 1_000;
const SET_UP_TARGET_MS = 3_000;
/** What `npm start` runs; npm itself is left out, because it may go before what it started. */
const START = join(import.meta.dirname, '..', '..', '..', 'build', 'setup', 'start.mjs');
/** The set-up says this when it hands over to Electron (`build/setup/launch.mjs`). */
const HANDED_OVER = /^Starting Parley/;

export const startUp: Measurement = {
  name: 'start-up',
  run: async () => {
    const home = await makeTempFolder('home');
    try {
      const first = await startWindow(home);
      const windows = await repeat(RUNS, () => startWindow(home));
      const setUps = await repeat(SET_UP_RUNS, () => startByScript(home));
      return {
        rows: [
          rowOf(
            'Electron spawned -> window painted and usable',
            windows,
            TARGET_MS,
            `with an empty profile ${Math.round(first)}`,
          ),
          rowOf('second npm start -> Electron spawned', setUps, SET_UP_TARGET_MS),
        ],
        details: { windows, setUps, withEmptyProfile: first },
      };
    } finally {
      home.remove();
    }
  },
};

async function repeat(times: number, run: () => Promise<number>): Promise<readonly number[]> {
  const found: number[] = [];
  while (found.length < times) found.push(await run());
  return found;
}

function rowOf(measurement: string, values: readonly number[], target: number, remark?: string): Row {
  const { p50, p99, max, count } = summarize(values);
  return {
    measurement,
    p50,
    p99,
    other: [`max ${Math.round(max)}`, `${count} runs`, ...(remark ? [remark] : [])].join('; '),
    target: `p50 <= ${target}`,
    met: p50 <= target,
  };
}

/**
 * Starts Electron without Playwright, whose own way of starting it delays the app. Usable is the later of two: the
 * screen shows the window, and the page has painted its contents, in which "Start conversation" can be pressed.
 */
async function startWindow(home: TempFolder): Promise<number> {
  const { executablePath, appFolder } = await electronCommand();
  const onScreen = windowOnScreen();
  const spawnedAt = now();
  const child = spawn(executablePath, ['--remote-debugging-port=0', appFolder, '--no-onboarding'], {
    cwd: home.path,
    env: { ...process.env, PARLEY_HOME: home.path, PULSE_SERVER: 'unix:/nowhere/no-sound-server' },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...OWN_GROUP,
  });
  endWithUs(child);
  try {
    const address = await lineOf(child, /ws:\/\/\S+/);
    const shownAt = await onScreen;
    const browser = await chromium.connectOverCDP(address);
    const page = await until('the window opens', () =>
      browser
        .contexts()
        .flatMap((context) => context.pages())
        .find((open) => open.url().endsWith('/window.html')),
    );
    const paintedAt = await firstPaint(page);
    if (!(await page.getByRole('button', { name: 'Start conversation', exact: true }).isEnabled())) {
      throw new Error('The window was painted before it was usable: the start-up time would be too good.');
    }
    return Math.max(shownAt, paintedAt) - spawnedAt;
  } finally {
    await end(child);
  }
}

/** Looks for the window every 50 ms; xdotool's own way of waiting looks twice a second. */
const LOOK_UNTIL_SHOWN = "until xdotool search --onlyvisible --name '^Parley$'; do sleep 0.05; done";

/** When the window appears on the screen, as the window system sees it. */
async function windowOnScreen(): Promise<number> {
  const watcher = spawn('sh', ['-c', LOOK_UNTIL_SHOWN], { stdio: 'ignore', ...OWN_GROUP });
  endWithUs(watcher);
  const code = await new Promise((resolve) => watcher.once('exit', resolve));
  if (code !== 0) throw new Error(`The look at the screen ended with ${String(code)}.`);
  return now();
}

function firstPaint(page: Page): Promise<number> {
  return until('the window is painted', () =>
    page.evaluate(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      return paint && performance.timeOrigin + paint.startTime;
    }),
  );
}

async function startByScript(home: TempFolder): Promise<number> {
  const startedAt = now();
  const child = spawn(process.execPath, [START, '--no-onboarding'], {
    env: { ...process.env, PARLEY_HOME: home.path, PULSE_SERVER: 'unix:/nowhere/no-sound-server' },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...OWN_GROUP,
  });
  endWithUs(child);
  try {
    await lineOf(child, HANDED_OVER);
    return now() - startedAt;
  } finally {
    await end(child);
  }
}

/** What the first matching line on stderr holds of the pattern. */
function lineOf(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${lines.join('\n')}`)));
    createInterface({ input: child.stderr! }).on('line', (line) => {
      lines.push(line);
      const found = pattern.exec(line);
      if (found) resolve(found[0]);
    });
  });
}

/** Resolves when everything in the child's group is gone: Electron's helpers write to the profile to the last. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  await until('the app has ended', () => !groupExists(child.pid!));
}

function groupExists(leader: number): boolean {
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
}
