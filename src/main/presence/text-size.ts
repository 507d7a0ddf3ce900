import { app, BrowserWindow } from 'electron';
import type { Settings } from '../../shared/settings/schema';

/** Shows every page in the size that the person chose: those there are, those that come, and at each change. */
export function followTextSize(settings: {
  readonly current: Settings;
  onChange(listener: (settings: Settings) => void): unknown;
}): void {
  let shown = settings.current.textSize;
  const size = ({ webContents }: BrowserWindow) => webContents.setZoomFactor(settings.current.textSize);
  app.on('browser-window-created', (_, window) => {
    window.webContents.on('dom-ready', () => size(window));
  });
  settings.onChange(({ textSize }) => {
    // Whoever has zoomed with the keys meanwhile keeps that until another size is chosen.
    if (textSize === shown) return;
    shown = textSize;
    for (const window of BrowserWindow.getAllWindows()) size(window);
  });
}
