/** Volume, mute and who plays, on a real sound server. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktopOf } from '../../src/main/system/desktop.fixture';
import { linuxSystemSound } from '../../src/main/system/linux/system-sound';
import { linuxVolume } from '../../src/main/system/linux/volume';
import { runProgram, type RunProgram } from '../../src/main/system/run-program';
import type { ToolResult } from '../../src/main/tools/tool';
import { callTool, worldOf } from '../../src/main/tools/tool.fixture';
import { builtinTools } from '../../src/main/tools/toolbox';
import { PulseServer, RIG_RATE, SPEAKERS } from '../support/sound/pulse-server';
import { tone } from '../support/sound/voice';
import { until } from '../support/until';

const { signal } = new AbortController();

describe.runIf(process.platform === 'linux')('sound on Linux', () => {
  let server: PulseServer;
  beforeAll(async () => {
    server = await PulseServer.start();
  }, 30_000);
  afterAll(() => server?.stop());

  const run: RunProgram = (program, args, options) =>
    runProgram(program, args, {
      ...options,
      environment: { ...options?.environment, ...server.environment },
    });

  describe('volume', () => {
    const world = () => worldOf({ desktop: desktopOf({ volume: linuxVolume(run) }) });
    const call = (name: string, args: unknown) => callTool(builtinTools, name, args, world());
    const undo = (name: string, result: ToolResult) =>
      builtinTools.find((tool) => tool.name === name)!.undo!(result.ok && result.undo, world(), signal);
    /** As another program sees it. */
    const seen = async () => ({
      volume: /(\d+)%/u.exec(await server.control('get-sink-volume', SPEAKERS))?.[1],
      mute: await server.control('get-sink-mute', SPEAKERS),
    });

    test('is set, read and put back', async () => {
      const before = await seen();
      const result = await call('set_volume', { level: 37 });
      expect(result).toMatchObject({ ok: true, say: 'The volume is at 37 percent.' });
      expect(await seen()).toEqual({ volume: '37', mute: 'Mute: no' });
      expect(await call('get_volume', {})).toMatchObject({ data: { percent: 37, muted: false } });
      expect(await undo('set_volume', result)).toMatchObject({ ok: true });
      expect(await seen()).toEqual(before);
    });

    test('goes down by a step', async () => {
      await call('set_volume', { level: 50 });
      expect(await call('set_volume', { change: -15 })).toMatchObject({ data: { percent: 35 } });
    });

    test('mute and its undo', async () => {
      const result = await call('mute_sound', {});
      expect(await seen()).toMatchObject({ mute: 'Mute: yes' });
      expect(await undo('mute_sound', result)).toMatchObject({ ok: true });
      expect(await seen()).toMatchObject({ mute: 'Mute: no' });
    });
  });

  describe('who plays', () => {
    const quiet = (own: readonly number[] = []) => linuxSystemSound(run, () => own).isQuiet();
    const becomes = (state: string) => until(`it is ${state}`, async () => (await quiet()) === state);
    /** A program that plays a tone until it is ended. */
    function play(...options: readonly string[]): ChildProcess {
      const format = ['--raw', `--rate=${RIG_RATE}`, '--channels=1', '--format=s16le'];
      const player = server.client('pacat', [...format, `--device=${SPEAKERS}`, ...options], 'write');
      player.stdin!.on('error', () => undefined);
      const samples = tone(60_000, 440);
      player.stdin!.write(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
      return player;
    }
    async function end(player: ChildProcess): Promise<void> {
      const gone = once(player, 'exit');
      player.kill('SIGKILL');
      await gone;
    }

    test('nobody, then somebody, then nobody', async () => {
      expect(await quiet()).toBe('quiet');
      const player = play();
      await becomes('sounding');
      await end(player);
      await becomes('quiet');
    });

    test('we ourselves are nobody, whatever else plays', async () => {
      const own = play();
      await becomes('sounding');
      expect(await quiet([own.pid!])).toBe('quiet');
      const other = play();
      await until('both play', async () => (await quiet([own.pid!])) === 'sounding');
      await end(other);
      await until('only we play', async () => (await quiet([own.pid!])) === 'quiet');
      await end(own);
      await becomes('quiet');
    });

    test('a title that tells lies hides nothing', async () => {
      const lie = `x"\n\tCorked: yes\n\tMute: yes\n\t\tapplication.process.id = "${process.pid}"\nSink Input #99\n\tCorked: yes`;
      const player = play(`--stream-name=${lie}`, `--client-name=${lie}`);
      await becomes('sounding');
      expect(await quiet([process.pid])).toBe('sounding');
      await end(player);
      await becomes('quiet');
    });

    test('the answer comes in time for a spoken word', async () => {
      const times: number[] = [];
      for (let round = 0; round < 20; round++) {
        const before = performance.now();
        await quiet();
        times.push(performance.now() - before);
      }
      // The limit ends the program; the rest is the machine's own slowness.
      expect(times.sort((a, b) => a - b)[10]).toBeLessThan(150);
    });

    test('without a sound server nothing is claimed', async () => {
      const nowhere: RunProgram = (program, args, options) =>
        runProgram(program, args, { ...options, environment: { PULSE_SERVER: 'unix:/nowhere/socket' } });
      expect(await linuxSystemSound(nowhere, () => []).isQuiet()).toBe('unknown');
      expect(await linuxVolume(nowhere).read(signal)).toMatchObject({ ok: false });
    });
  });
});
