/**
 * Tries a packaged app as a person would: looks at its window, presses keys, speaks and listens through the sound
 * rig. Nothing reaches inside, because the fuses of a package let nothing in.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, openSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { join } from 'node:path';
import { cacheFolder } from '../../build/setup/cache.mjs';
import { ensureUnprivilegedUser, ensureWrapper } from '../../build/setup/unprivileged-user.mjs';
import { cleanEnvironment } from '../support/app';
import { now } from '../support/clock';
import { startDesktop } from '../support/desktop';
import { processTree, statusOf } from '../support/process-tree';
import { SoundRig } from '../support/sound-rig';
import { makeTempFolder } from '../support/temp-folder';
import { pause, until } from '../support/until';
import { killApp } from './kill-app';
import { Screen } from './screen';
import { startUpdateCheck } from './updating';
import { noticesChangedArchive, refusesOtherApps } from './tampering';

const ARTIFACTS = join(import.meta.dirname, '..', '..', 'artifacts', 'package');
/** From the start to a window with a picture in it; a first start on a busy machine. */
const WINDOW_MS = 40_000;
const TALK_MS = 40_000;
/** Shorter pauses are part of speech. */
const PAUSE_IN_SPEECH_MS = 900;
/** An answer is longer than any click or cue. */
const SHORTEST_ANSWER_MS = 600;
const QUIT_MS = 15_000;
/** How long each way of quitting that a person has may take before the next is tried. */
const QUIT_KEY_MS = 4_000;
/** More controls than the window has. */
const MOST_STEPS = 40;

/** A packaged app on the disk. */
export interface PackagedApp {
  readonly folder: string;
  readonly executable: string;
}

type Undo = () => unknown;

/** Runs the test and says what was seen; resolves to the exit code. Linux has the rigs; elsewhere it only starts. */
export async function smokeTest(app: PackagedApp): Promise<number> {
  rmSync(ARTIFACTS, { recursive: true, force: true });
  mkdirSync(ARTIFACTS, { recursive: true });
  const undo: Undo[] = [];
  try {
    await (process.platform === 'linux' ? talkWith(app, undo) : startOnly(app, undo));
    console.log(`\nThe packaged app works. Pictures and sound: ${ARTIFACTS}`);
    return 0;
  } catch (error) {
    console.error(`\nThe packaged app failed: ${error instanceof Error ? error.message : String(error)}`);
    console.error(`What it printed and what was seen: ${ARTIFACTS}`);
    return 1;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

const seen = (what: string) => console.log(`ok  ${what}`);

async function talkWith(app: PackagedApp, undo: Undo[]): Promise<void> {
  // It takes a minute, of which it does nothing for most.
  const updating = await startUpdateCheck(app);
  undo.push(() => updating.stop());
  const desktop = await startDesktop();
  undo.push(() => desktop.stop());
  const rig = await SoundRig.start();
  undo.push(() => rig.stop());
  const screen = new Screen(desktop.environment, ARTIFACTS);
  const inspector = await freePort();
  const began = now();
  const child = await start(app, undo, [`--inspect=127.0.0.1:${inspector}`], {
    ...desktop.environment,
    ...rig.environment,
    NODE_OPTIONS: '--require=/nowhere/that-is-not-there.cjs',
  });

  const window = await screen.waitForWindow('Parley', WINDOW_MS);
  await screen.waitForPicture(window, 'window', WINDOW_MS);
  seen(`a window titled "${await screen.titleOf(window)}" with a picture in it, after ${sinceText(began)}`);
  if (await answers(inspector)) throw new Error('It can be debugged, though the fuse is off.');
  seen('no inspector listens and NODE_OPTIONS has no effect');

  await startTalkByKeyboard(screen, window, rig);
  await screen.picture(window, 'talk');
  seen('a talk was started with Tab and Space alone: the microphone is open');
  const greeting = await rig.speakers.waitForSound(began, TALK_MS);
  await rig.speakers.waitForSilence(greeting, PAUSE_IN_SPEECH_MS, TALK_MS);

  const said = await rig.say('What time is it?');
  const answered = await rig.speakers.waitForSound(said.endsAt, TALK_MS);
  const silent = await rig.speakers.waitForSilence(answered, PAUSE_IN_SPEECH_MS, TALK_MS);
  rig.speakers.save(join(ARTIFACTS, 'answer.wav'), said.endsAt, silent + PAUSE_IN_SPEECH_MS);
  await screen.picture(window, 'answer');
  if (silent - answered < SHORTEST_ANSWER_MS) throw new Error('What came out of the speakers was no answer.');
  seen(
    `a question was answered aloud after ${sinceText(said.endsAt, answered)}, for ${sinceText(answered, silent)}`,
  );

  await quit(child, screen, window);
  if ((await rig.streams()).recording > 0) throw new Error('The microphone is still open.');
  await refusesOtherApps(app, cleanEnvironment());
  seen('an app beside the archive is not loaded');
  await updating.found();
  seen('marked as signed, it finds a newer version a minute after its start, and fetches nothing');
  const noticed = await noticesChangedArchive(app, { ...cleanEnvironment(), ...desktop.environment });
  console.log(
    `    a changed archive: ${noticed ? 'refused' : 'not noticed, as Electron has no check on Linux'}`,
  );
}

/** Where there are no rigs: it starts and stays. */
async function startOnly(app: PackagedApp, undo: Undo[]): Promise<void> {
  const child = await start(app, undo, [], {});
  await pause(10_000);
  if (child.exitCode !== null) throw new Error(`It ended at once, with ${child.exitCode}.`);
  seen('it starts and stays (its window and sound were not tried: the rigs are for Linux)');
  child.kill();
  await until('it ends', () => child.exitCode !== null || child.signalCode !== null);
  if (!(await noticesChangedArchive(app, cleanEnvironment()))) throw new Error('A changed archive was run.');
  seen('a changed archive is not run');
}

async function start(
  app: PackagedApp,
  undo: Undo[],
  switches: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const user = await ensureUnprivilegedUser();
  const home = await makeTempFolder('packaged');
  undo.push(() => home.remove());
  const program = user ? ensureWrapper(user, app.executable, cacheFolder()) : app.executable;
  const output = openSync(join(ARTIFACTS, 'app.txt'), 'w');
  const child = spawn(program, [...switches, '--no-onboarding'], {
    cwd: home.path,
    env: { ...cleanEnvironment(), PARLEY_HOME: home.path, ...environment },
    stdio: ['ignore', output, output],
  });
  undo.push(() => killApp(child));
  return child;
}

/**
 * Goes through the window's controls from its end and presses each until the microphone opens, as somebody does who
 * does not know the window yet. Escape closes what else was opened.
 */
async function startTalkByKeyboard(screen: Screen, window: string, rig: SoundRig): Promise<void> {
  await screen.activate(window);
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    await screen.press('shift+Tab');
    await screen.press('space');
    const open = await until('the microphone opens', async () => (await rig.streams()).recording > 0, {
      timeoutMs: 2_500,
      everyMs: 100,
    }).catch(() => false);
    if (open) return;
    await screen.press('Escape');
  }
  await screen.picture(window, 'no-talk');
  throw new Error('No control of the window opened the microphone.');
}

/** Quits with the key that quits, else by closing the window, else as the end of the desktop session does. */
async function quit(child: ChildProcess, screen: Screen, window: string): Promise<void> {
  const pid = child.pid!;
  const tree = processTree(pid);
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const gone = (timeoutMs: number) =>
    until('it ends', () => child.exitCode !== null || child.signalCode !== null, { timeoutMs }).catch(
      () => false,
    );
  const ways: readonly (readonly [string, () => unknown])[] = [
    ['Ctrl+Q', () => screen.press('ctrl+q')],
    ['closing the window', () => screen.press('alt+F4')],
    ['the end of the session', () => child.kill('SIGTERM')],
  ];
  await screen.activate(window);
  for (const [name, tell] of ways) {
    const began = now();
    await tell();
    if (!(await gone(name === 'the end of the session' ? QUIT_MS : QUIT_KEY_MS))) continue;
    const code = await ended;
    if (code !== 0) throw new Error(`It ended with ${code ?? child.signalCode}, told by ${name}.`);
    await until('all its processes end', () => tree.every((one) => statusOf(one, 'State') === null));
    seen(`it quits with 0 within ${sinceText(began)}, told by ${name}, and leaves no process behind`);
    return;
  }
  throw new Error('It does not quit.');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

const sinceText = (from: number, to = now()) => `${((to - from) / 1_000).toFixed(2)} s`;
