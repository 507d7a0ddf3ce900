import type { WindowEvents } from '../../src/shared/ipc';
import type { ConversationSnapshot } from '../../src/shared/ipc/conversation';
import type { OverlayEvents } from '../../src/shared/ipc/overlay';
import type { ParleyApp } from './app';

/** Tells the window something as main does, for what is hard to bring about. */
export function tellWindow<Name extends keyof WindowEvents>(
  app: ParleyApp,
  name: Name,
  payload: WindowEvents[Name],
): Promise<void> {
  return tellPage(app, '/window.html', name, payload);
}

/** Tells the overlay something as main does. */
export function tellOverlay<Name extends keyof WindowEvents & keyof OverlayEvents>(
  app: ParleyApp,
  name: Name,
  payload: WindowEvents[Name],
): Promise<void> {
  return tellPage(app, '/overlay.html', name, payload);
}

async function tellPage(app: ParleyApp, path: string, name: string, payload: unknown): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, [page, ...told]) => {
      const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().endsWith(page));
      window?.webContents.send('event', ...told);
    },
    [path, name, payload] as const,
  );
}

/** Shows the window a talk with the hosted engine that listens, with these differences. */
export function showSnapshot(app: ParleyApp, more: Partial<ConversationSnapshot>): Promise<void> {
  return tellWindow(app, 'conversation.snapshot', listening(more));
}

/** A talk with the hosted engine that listens, with these differences. */
export function listening(more: Partial<ConversationSnapshot>): ConversationSnapshot {
  return {
    status: 'listening',
    problem: null,
    notice: null,
    engine: 'hosted',
    live: true,
    muted: false,
    latency: null,
    cost: null,
    hangUpAt: null,
    reconnecting: null,
    offers: [],
    tainted: false,
    halfDuplex: false,
    talkKey: 'unused',
    resting: false,
    ...more,
  };
}
