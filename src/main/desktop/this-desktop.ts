import { app, net } from 'electron';
import { createDesktop } from '../system/create-desktop';
import type { Desktop } from '../system/desktop';
import { captureScreen } from './capture-screen';
import { electronClipboard } from './electron-clipboard';

/** The computer that Parley runs on, as tools may see and change it. */
export function thisDesktop(): Desktop {
  return createDesktop({
    platform: process.platform,
    clipboard: electronClipboard(),
    capture: captureScreen,
    online: () => net.isOnline(),
    ownProcesses: () => [process.pid, ...app.getAppMetrics().map(({ pid }) => pid)],
  });
}
