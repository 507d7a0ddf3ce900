import type { RunProgram } from '../run-program';
import { busProperty } from './bus/dbus-send';
import { visitXServer } from './x11/connection';

const WATCHER = 'org.kde.StatusNotifierWatcher';

/**
 * Whether something on this desktop shows tray icons: a host of status notifiers on the session's bus, or an X11
 * system tray (System Tray Protocol 0.4). Never rejects; what does not answer counts as absent.
 */
export async function linuxShowsTray(
  run: RunProgram,
  environment: NodeJS.ProcessEnv,
  home: string,
  signal: AbortSignal,
): Promise<boolean> {
  const target = { bus: 'session', name: WATCHER, path: '/StatusNotifierWatcher' } as const;
  const host = busProperty(run, target, WATCHER, 'IsStatusNotifierHostRegistered', signal);
  if ((await host.catch(() => null)) === 'true') return true;
  const owner = visitXServer(environment, home, signal, (server) =>
    server.selectionOwner('_NET_SYSTEM_TRAY_S0'),
  );
  return (await owner.catch(() => 0)) !== 0;
}
