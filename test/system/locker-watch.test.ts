/** Lockers that tell no bus, on a real screen. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { watchLocker } from '../../src/main/system/linux/x11/locker-watch';
import { startDesktop, type Desktop } from '../support/desktop';
import { ScreenCover, type CoverLook } from '../support/screen-locker';
import { until } from '../support/until';

describe.runIf(process.platform === 'linux')('a locker that tells nobody', () => {
  let desktop: Desktop;
  const told: boolean[] = [];
  const covers: ScreenCover[] = [];
  let stop: () => void;
  const cover = async (look: CoverLook) => {
    const shown = await ScreenCover.show(desktop.environment, look);
    covers.push(shown);
    return shown;
  };

  beforeAll(async () => {
    desktop = await startDesktop();
    stop = await watchLocker(desktop.environment, '/nowhere', (locked) => told.push(locked));
  }, 60_000);
  afterEach(async () => {
    await Promise.all(covers.splice(0).map((shown) => shown.close()));
    told.length = 0;
  });
  afterAll(async () => {
    stop();
    await desktop.stop();
  });

  test.each<[string, CoverLook]>([
    ['by its name, before it has the keyboard', { name: 'i3lock', holdsKeyboard: false }],
    ['without one, by the keyboard that it holds', { name: null, holdsKeyboard: true }],
  ])('is known %s, and when it is gone', async (_, look) => {
    const locker = await cover(look);
    await until('the lock is told', () => told.length === 1);
    covers.pop();
    await locker.close();
    await until('its end is told', () => told.length === 2);
    expect(told).toEqual([true, false]);
  });

  test.each<[string, CoverLook]>([
    ['a launcher over the whole screen', { name: 'Rofi', holdsKeyboard: true }],
    ['a menu that holds the keyboard', { name: null, holdsKeyboard: true, side: 200 }],
    ['a picture over the whole screen', { name: null, holdsKeyboard: false }],
  ])('is not %s', async (_, look) => {
    await cover(look);
    // Told of in order: by the time this one is known, the other was judged for the first time.
    await cover({ name: 'i3lock', holdsKeyboard: false });
    await until('the lock is told', () => told.length > 0);
    expect(told).toEqual([true]);
    await covers.pop()!.close();
    await until('its end is told', () => told.length === 2);
  });

  test('is not looked for where there is no screen, or one that Wayland keeps', async () => {
    const never = () => expect.unreachable();
    (await watchLocker({}, '/nowhere', never))();
    (await watchLocker({ DISPLAY: ':65000' }, '/nowhere', never))();
    (await watchLocker({ ...desktop.environment, WAYLAND_DISPLAY: 'wayland-0' }, '/nowhere', never))();
  });
});
