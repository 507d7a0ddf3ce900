import type { BrowserWindow } from 'electron';

/** The window, as far as it is used. */
interface Seen {
  on(event: 'hide' | 'minimize' | 'closed', tell: () => void): unknown;
  readonly webContents: { on(event: 'render-process-gone' | 'did-start-loading', tell: () => void): unknown };
}

/**
 * Tells each time that nobody sees what a window's page shows any more: it is hidden, closed, reloaded or has crashed.
 * What the page has opened and would close (a microphone that is tried out) must not stay open then.
 */
export function whenUnseen(window: BrowserWindow | Seen, tell: () => void): void {
  const seen = window as Seen;
  for (const event of ['hide', 'minimize', 'closed'] as const) seen.on(event, tell);
  for (const event of ['render-process-gone', 'did-start-loading'] as const) seen.webContents.on(event, tell);
}
