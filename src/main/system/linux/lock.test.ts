import { describe, expect, test } from 'vitest';
import { recorded } from '../run-program.fixture';
import { linuxDoNotDisturb } from './do-not-disturb';
import { linuxLock } from './lock';

const { signal } = new AbortController();
const BUS = 'dbus-send --session --print-reply=literal --reply-timeout=2000 --dest=';

describe('locking the screen on Linux', () => {
  const GNOME = `${BUS}org.gnome.ScreenSaver /org/gnome/ScreenSaver org.gnome.ScreenSaver.Lock`;
  const OTHERS = `${BUS}org.freedesktop.ScreenSaver /org/freedesktop/ScreenSaver org.freedesktop.ScreenSaver.Lock`;

  test.each([
    ['GNOME', { [GNOME]: '' }, true, GNOME],
    ['KDE and others', { [OTHERS]: '' }, true, OTHERS],
    ['the log-in manager', { 'loginctl lock-session': '' }, false, 'loginctl lock-session'],
    ['xdg-screensaver', { 'xdg-screensaver lock': '' }, false, 'xdg-screensaver lock'],
  ])('%s', async (_, programs, certain, last) => {
    const { run, calls } = recorded(programs);
    expect(await linuxLock(run).lock(signal)).toEqual({ ok: true, value: { certain } });
    expect(calls.at(-1)).toBe(last);
  });

  test('without any locker it is said', async () => {
    expect(await linuxLock(recorded({}).run).lock(signal)).toEqual({
      ok: false,
      sentence: 'No screen lock was found on this system.',
    });
  });
});

describe('do not disturb on Linux', () => {
  const get = (owner: string, property: string) =>
    `${BUS}org.freedesktop.Notifications /org/freedesktop/Notifications org.freedesktop.DBus.Properties.Get string:${owner} string:${property}`;
  const KDE = get('org.freedesktop.Notifications', 'Inhibited');
  const DUNST = get('org.dunstproject.cmd0', 'paused');
  const GNOME = 'gsettings get org.gnome.desktop.notifications show-banners';

  test.each([
    ['KDE', '', { [KDE]: '   variant       boolean true\n' }, true],
    ['dunst', '', { [DUNST]: '   variant       boolean false\n' }, false],
    ['GNOME holds them back', 'ubuntu:GNOME', { [GNOME]: 'false\n' }, true],
    ['GNOME shows them', 'GNOME', { [GNOME]: 'true\n' }, false],
  ])('%s', async (_, desktop, programs, value) => {
    expect(await linuxDoNotDisturb(recorded(programs).run, desktop).read(signal)).toEqual({
      ok: true,
      value,
    });
  });

  test('a setting that nobody heeds says nothing', async () => {
    expect(await linuxDoNotDisturb(recorded({ [GNOME]: 'false\n' }).run, 'XFCE').read(signal)).toMatchObject({
      ok: false,
      sentence: 'This desktop does not tell whether notifications are held back.',
    });
  });
});
