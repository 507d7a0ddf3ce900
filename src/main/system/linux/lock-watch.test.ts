import { expect, it } from 'vitest';
import { lockNews } from './lock-watch';
import type { BusValue } from './bus/bus-values';
import type { BusMessage } from './bus/bus-wire';

const signal = (of: string, member: string, body: readonly BusValue[]): BusMessage => ({
  ...{ type: 'signal', serial: 1, replyTo: null, path: '/', error: '', sender: ':1.1', signature: '' },
  ...{ interface: of, member, body },
});
const changed = (name: string, value: BusValue, of = 'org.freedesktop.login1.Session') =>
  signal('org.freedesktop.DBus.Properties', 'PropertiesChanged', [of, [[name, { variant: 'b', value }]], []]);

it.each<[boolean | null, BusMessage]>([
  [true, signal('org.gnome.ScreenSaver', 'ActiveChanged', [true])],
  [false, signal('org.freedesktop.ScreenSaver', 'ActiveChanged', [false])],
  [null, signal('org.gnome.ScreenSaver', 'WakeUpScreen', [])],
  [null, signal('org.gnome.ScreenSaver', 'ActiveChanged', ['yes'])],
  [null, signal('org.other.ScreenSaver', 'ActiveChanged', [true])],
  [null, signal('org.freedesktop.login1.Session', 'Lock', [])],
  [false, signal('org.freedesktop.login1.Session', 'Unlock', [])],
  [true, changed('LockedHint', true)],
  [false, changed('LockedHint', false)],
  [null, changed('IdleHint', true)],
  [null, changed('LockedHint', true, 'org.freedesktop.login1.User')],
])('%s is what a bus tells of the lock by it (%#)', (news, message) => {
  expect(lockNews(message)).toBe(news);
});
