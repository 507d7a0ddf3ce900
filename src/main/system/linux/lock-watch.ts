/**
 * Whether the screen is locked, on Linux: Electron tells that on macOS and Windows only. Desktops tell it by the
 * `ActiveChanged` of their screen saver on the session's bus, and by the session's `LockedHint` on the system's
 * (org.freedesktop.login1). A locker that tells neither is seen on the screen (x11/locker-watch.ts).
 */
import { BusConnection } from './bus/bus-connection';
import { entryOf } from './bus/bus-values';
import type { BusMessage } from './bus/bus-wire';
import { watchLocker } from './x11/locker-watch';

const SAVERS = ['freedesktop', 'gnome', 'cinnamon', 'mate', 'xfce'].map(
  (desktop) => `org.${desktop}.ScreenSaver`,
);
const SESSION = 'org.freedesktop.login1.Session';
const PROPERTIES = 'org.freedesktop.DBus.Properties';
const LOGIN = { destination: 'org.freedesktop.login1', path: '/org/freedesktop/login1' };

/** Where the system's bus is when nothing else is said (D-Bus Specification). */
const SYSTEM_BUS = 'unix:path=/run/dbus/system_bus_socket';

/** What a message of a bus tells of the lock; null when nothing. */
export function lockNews({ interface: of, member, body }: BusMessage): boolean | null {
  if (SAVERS.includes(of) && member === 'ActiveChanged') return typeof body[0] === 'boolean' ? body[0] : null;
  // `Lock` only asks for one: perhaps nobody answers, and then nothing would ever end it.
  if (of === SESSION && member === 'Unlock') return false;
  if (of !== PROPERTIES || member !== 'PropertiesChanged' || body[0] !== SESSION) return null;
  const hint = entryOf(body[1], 'LockedHint');
  return typeof hint === 'boolean' ? hint : null;
}

/**
 * Tells each time the screen is locked or unlocked. Never rejects: where there is no bus, nothing is told by it.
 * Resolves, once it watches, to what ends it. `home` is where the X server's cookie may be.
 */
export async function watchLock(
  environment: NodeJS.ProcessEnv,
  home: string,
  told: (locked: boolean) => void,
): Promise<() => void> {
  const locked = new Set<string>();
  const tell = (source: string, news: boolean) => {
    const before = locked.size > 0;
    if (news) locked.add(source);
    else locked.delete(source);
    if (before !== locked.size > 0) told(locked.size > 0);
  };
  const hear = (bus: string) => (message: BusMessage) => {
    const news = lockNews(message);
    if (news !== null) tell(bus, news);
  };
  const systemBus = environment['DBUS_SYSTEM_BUS_ADDRESS'] || SYSTEM_BUS;
  const [leaveScreen, ...buses] = await Promise.all([
    watchLocker(environment, home, (news) => tell('screen', news)),
    listen(environment, hear('session'), SAVERS.map(saverRule)),
    listen({ DBUS_SESSION_BUS_ADDRESS: systemBus }, hear('system'), loginRules),
  ]);
  return () => {
    leaveScreen();
    for (const bus of buses) bus?.close();
  };
}

const saverRule = (name: string) => `type='signal',interface='${name}',member='ActiveChanged'`;

/** Of our own session: others on this computer may be locked at any time. */
async function loginRules(bus: BusConnection): Promise<readonly string[]> {
  const { body } = await bus.call({
    ...LOGIN,
    interface: 'org.freedesktop.login1.Manager',
    member: 'GetSessionByPID',
    signature: 'u',
    body: [process.pid],
  });
  const from = `type='signal',sender='${LOGIN.destination}',path='${String(body[0])}'`;
  return [`${from},interface='${SESSION}'`, `${from},interface='${PROPERTIES}'`];
}

/** Null when that bus cannot be listened to. */
async function listen(
  environment: NodeJS.ProcessEnv,
  signal: (message: BusMessage) => void,
  rules: readonly string[] | ((bus: BusConnection) => Promise<readonly string[]>),
): Promise<BusConnection | null> {
  let bus: BusConnection | null = null;
  try {
    bus = await BusConnection.open(environment, { signal, gone: () => undefined });
    for (const rule of typeof rules === 'function' ? await rules(bus) : rules) await bus.listen(rule);
    return bus;
  } catch {
    bus?.close();
    return null;
  }
}
