import { plainName } from '../../apps';
import type { XConnection } from './connection';

/** A window that a window manager shows (Extended Window Manager Hints 1.5). */
export interface XWindow {
  readonly id: number;
  /** Words of somebody else; one short line. */
  readonly title: string;
  /** WM_CLASS, what programs call themselves; empty when they do not. */
  readonly classes: readonly string[];
  /** The process as the window itself claims; null when it does not. */
  readonly process: number | null;
  /** The id of a GTK application; null elsewhere. */
  readonly applicationId: string | null;
  /** It can be asked to close. */
  readonly closable: boolean;
}

/** Most windows that are looked at. */
const MOST_WINDOWS = 500;
/** Substructure notify and redirect: what a window manager listens to at the root. */
const TO_WINDOW_MANAGER = 0x18_0000;
/** "From a pager or the like": the person asked for it. */
const SOURCE_PAGER = 2;
const NOW = 0;

/** The windows of apps, the topmost last. Docks, panels and the desktop itself are left out. */
export async function windowsOf(server: XConnection): Promise<readonly XWindow[]> {
  const stacked = await server.numbers(server.root, '_NET_CLIENT_LIST_STACKING');
  const ids = stacked.length > 0 ? stacked : await server.numbers(server.root, '_NET_CLIENT_LIST');
  const furniture = await Promise.all(
    ['_NET_WM_WINDOW_TYPE_DESKTOP', '_NET_WM_WINDOW_TYPE_DOCK'].map((name) => server.atom(name)),
  );
  const closing = await server.atom('WM_DELETE_WINDOW');
  const found = await Promise.all(
    ids.slice(-MOST_WINDOWS).map(async (id): Promise<XWindow | null> => {
      const [types, title, oldTitle, classes, processes, applicationId, protocols] = await Promise.all([
        server.numbers(id, '_NET_WM_WINDOW_TYPE'),
        server.text(id, '_NET_WM_NAME'),
        server.text(id, 'WM_NAME'),
        server.text(id, 'WM_CLASS'),
        server.numbers(id, '_NET_WM_PID'),
        server.text(id, '_GTK_APPLICATION_ID'),
        server.numbers(id, 'WM_PROTOCOLS'),
      ]);
      if (types.some((type) => furniture.includes(type))) return null;
      return {
        id,
        title: plainName(title ?? oldTitle ?? ''),
        classes: (classes ?? '').split('\0').filter(Boolean),
        process: processes[0] ?? null,
        applicationId: applicationId?.replace(/\0+$/u, '') ?? null,
        closable: protocols.includes(closing),
      };
    }),
  );
  return found.filter((window) => window !== null);
}

/** Whether a window manager runs that brings windows to the front when asked. */
export async function canActivate(server: XConnection): Promise<boolean> {
  const supported = await server.numbers(server.root, '_NET_SUPPORTED');
  return supported.includes(await server.atom('_NET_ACTIVE_WINDOW'));
}

/** The window that has the person's attention now; 0 when none has. */
export async function activeWindow(server: XConnection): Promise<number> {
  return (await server.numbers(server.root, '_NET_ACTIVE_WINDOW'))[0] ?? 0;
}

/** Asks the window manager to bring a window to the front. */
export function activate(server: XConnection, window: number): Promise<void> {
  const data = [SOURCE_PAGER, NOW, 0, 0, 0];
  return server.send(server.root, TO_WINDOW_MANAGER, { window, type: '_NET_ACTIVE_WINDOW', data });
}

/** Asks a window to close, as its close button does. Its app may ask back. */
export async function askToClose(server: XConnection, window: number): Promise<void> {
  const data = [await server.atom('WM_DELETE_WINDOW'), NOW, 0, 0, 0];
  await server.send(window, 0, { window, type: 'WM_PROTOCOLS', data });
}
