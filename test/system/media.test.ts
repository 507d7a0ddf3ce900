/** Media players on a real message bus; the player is a stand-in, everything else is what runs on a desktop. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { desktopOf } from '../../src/main/system/desktop.fixture';
import { linuxDoNotDisturb } from '../../src/main/system/linux/do-not-disturb';
import { linuxMedia } from '../../src/main/system/linux/media';
import { runProgram, type RunProgram } from '../../src/main/system/run-program';
import type { ToolResult } from '../../src/main/tools/tool';
import { callTool, worldOf } from '../../src/main/tools/tool.fixture';
import { builtinTools } from '../../src/main/tools/toolbox';
import { FakePlayer } from '../support/fake-player';
import { makeTempFolder, type TempFolder } from '../support/temp-folder';
import { until } from '../support/until';

const OWN = 4_242;
const { signal } = new AbortController();

describe.runIf(process.platform === 'linux')('media players on Linux', () => {
  let folder: TempFolder;
  let bus: ChildProcess;
  const socket = () => join(folder.path, 'bus');
  const players: FakePlayer[] = [];

  beforeAll(async () => {
    folder = await makeTempFolder('bus');
    bus = spawn('dbus-daemon', ['--session', '--nofork', `--address=unix:path=${socket()}`], {
      stdio: 'ignore',
    });
    await until('the message bus listens', () => existsSync(socket()));
  }, 30_000);
  afterEach(() => {
    for (const player of players.splice(0)) player.stop();
  });
  afterAll(async () => {
    const gone = once(bus, 'exit');
    bus.kill('SIGTERM');
    await gone;
    folder.remove();
  });

  const run: RunProgram = (program, args, options) =>
    runProgram(program, args, {
      ...options,
      environment: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket()}` },
    });
  const world = () => worldOf({ desktop: desktopOf({ media: linuxMedia(run, () => [OWN]) }) });
  const call = (action: string) => callTool(builtinTools, 'media_control', { action }, world());
  const undo = (result: ToolResult) =>
    builtinTools.find(({ name }) => name === 'media_control')!.undo!(
      result.ok && result.undo,
      world(),
      signal,
    );
  const start = async (...args: [name: string, properties?: Readonly<Record<string, string | boolean>>]) => {
    const player = await FakePlayer.start(socket(), ...args);
    players.push(player);
    return player;
  };

  test('none runs', async () => {
    expect(await call('pause')).toMatchObject({ ok: false, error: 'No media player is running.' });
  });

  test.each([
    ['play', 'Play'],
    ['pause', 'Pause'],
    ['next', 'Next'],
    ['previous', 'Previous'],
    ['stop', 'Stop'],
  ])('%s reaches the player', async (action, method) => {
    const player = await start('vlc', { PlaybackStatus: 'Playing' });
    expect(await call(action)).toMatchObject({ ok: true, data: { player: 'vlc' } });
    expect(player.told).toEqual([method]);
  });

  test('the one that plays is told, and undone on it though another plays by then', async () => {
    const [paused, playing, own] = [
      await start('vlc', { PlaybackStatus: 'Paused' }),
      await start('spotify', { PlaybackStatus: 'Playing' }),
      await start(`chromium.instance${OWN}`, { PlaybackStatus: 'Playing' }),
    ];
    const result = await call('pause');
    playing.set('PlaybackStatus', 'Paused');
    paused.set('PlaybackStatus', 'Playing');
    expect(await undo(result)).toMatchObject({ ok: true });
    expect(playing.told).toEqual(['Pause', 'Play']);
    expect([paused.told, own.told]).toEqual([[], []]);
  });

  test('a player at its last piece says so', async () => {
    const player = await start('vlc', { PlaybackStatus: 'Playing', CanGoNext: false });
    expect(await call('next')).toMatchObject({ ok: false, error: 'Vlc has nothing after this.' });
    expect(player.told).toEqual([]);
  });

  test('a desktop without notifications does not tell whether they are held back', async () => {
    expect(await linuxDoNotDisturb(run, '').read(signal)).toMatchObject({ ok: false });
  });
});
