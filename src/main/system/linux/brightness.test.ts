import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../../permissions/temp-grants';
import { recorded } from '../run-program.fixture';
import type { RunProgram } from '../run-program';
import { linuxBrightness } from './brightness';

const { signal } = new AbortController();
const BUS =
  'dbus-send --system --print-reply=literal --reply-timeout=2000 --dest=org.freedesktop.login1 /org/freedesktop/login1/session/auto org.freedesktop.login1.Session.SetBrightness string:backlight string:intel_backlight';

async function laptop() {
  const disk = await tempFolder();
  await disk.write('intel_backlight/brightness', '600\n');
  await disk.write('intel_backlight/max_brightness', '1200\n');
  return disk.path;
}

describe('brightness on Linux', () => {
  test('is read from the kernel', async () => {
    expect(await linuxBrightness(recorded({}).run, await laptop()).read(signal)).toEqual({
      ok: true,
      value: 50,
    });
  });

  test.each([
    [25, 'uint32:300'],
    [0, 'uint32:12'],
    [300, 'uint32:1200'],
  ])('%d percent is set through the log-in manager', async (percent, level) => {
    const folder = await laptop();
    const { run, calls } = recorded({ [BUS]: '' });
    const kernel: RunProgram = async (...call) => {
      await writeFile(join(folder, 'intel_backlight/brightness'), level.replace('uint32:', ''));
      return run(...call);
    };
    const value = Math.min(100, Math.max(1, percent));
    expect(await linuxBrightness(kernel, folder).set(percent, signal)).toEqual({ ok: true, value });
    expect(calls).toEqual([`${BUS} ${level}`]);
  });

  test('else through brightnessctl', async () => {
    const { run, calls } = recorded({ [BUS]: { why: 'failed' }, brightnessctl: '' });
    expect(await linuxBrightness(run, await laptop()).set(25, signal)).toMatchObject({ ok: true });
    expect(calls[1]).toBe('brightnessctl --quiet --device=intel_backlight set 300');
  });

  test('else it is said', async () => {
    expect(await linuxBrightness(recorded({}).run, await laptop()).set(25, signal)).toEqual({
      ok: false,
      sentence: 'The system does not let Parley change the brightness.',
    });
  });

  test('a computer without such a screen says so and runs nothing', async () => {
    const { run, calls } = recorded({ brightnessctl: '' });
    const none = { ok: false, sentence: 'This computer has no screen whose brightness can be changed.' };
    const brightness = linuxBrightness(run, (await tempFolder()).path);
    expect(await brightness.read(signal)).toEqual(none);
    expect(await brightness.set(50, signal)).toEqual(none);
    expect(calls).toEqual([]);
  });
});
