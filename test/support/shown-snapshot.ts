import type { ConversationSnapshot } from '../../src/shared/ipc/conversation';
import type { ParleyApp } from './app';

/** Shows the window a talk with the hosted engine that listens, with these differences. */
export async function showSnapshot(app: ParleyApp, more: Partial<ConversationSnapshot>): Promise<void> {
  const snapshot: ConversationSnapshot = {
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
    resting: false,
    ...more,
  };
  await app.electron.evaluate(({ BrowserWindow }, shown) => {
    const window = BrowserWindow.getAllWindows().find((each) =>
      each.webContents.getURL().endsWith('/window.html'),
    );
    window?.webContents.send('event', 'conversation.snapshot', shown);
  }, snapshot);
}
