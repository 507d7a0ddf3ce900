import type { WindowEvents } from '../../src/shared/ipc';
import type { ConversationSnapshot } from '../../src/shared/ipc/conversation';
import type { ParleyApp } from './app';

/** Tells the window something as main does, for what is hard to bring about. */
export async function tellWindow<Name extends keyof WindowEvents>(
  app: ParleyApp,
  name: Name,
  payload: WindowEvents[Name],
): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, told) => {
      const window = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().endsWith('/window.html'),
      );
      window?.webContents.send('event', ...told);
    },
    [name, payload] as const,
  );
}

/** Shows the window a talk with the hosted engine that listens, with these differences. */
export function showSnapshot(app: ParleyApp, more: Partial<ConversationSnapshot>): Promise<void> {
  return tellWindow(app, 'conversation.snapshot', {
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
  });
}
