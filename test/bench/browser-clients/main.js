/**
 * Two plain browser clients of the Voice Agent API, written as its vendor's examples are: what a benchmark holds
 * Parley against. They are one page with a parameter, in a window of the same Electron; nothing of Parley is in it.
 * `electron <this folder> --agent=ws://... --on-interruption=reset-time|stop-nodes`
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';

const folder = dirname(fileURLToPath(import.meta.url));
const query = {
  agent: app.commandLine.getSwitchValue('agent'),
  onInterruption: app.commandLine.getSwitchValue('on-interruption'),
};

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 480, height: 640 });
  return window.loadFile(join(folder, 'client.html'), { query });
});
