import { join } from 'node:path';
import { BrowserWindow, type Session, type WebPreferences } from 'electron';
import { APP_ORIGIN } from './app-origin';

/** Where the built pages and preloads are. */
export interface BuiltPages {
  /** Folder of the preload bundles. */
  readonly preloads: string;
  readonly session: Session;
}

const preferences = (built: BuiltPages, preload: string): WebPreferences => ({
  preload: join(built.preloads, preload),
  session: built.session,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
});

/** The main window; shown once it has something to show. */
export function createMainWindow(built: BuiltPages, background: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Parley',
    width: 460,
    height: 720,
    minWidth: 380,
    minHeight: 480,
    show: false,
    backgroundColor: background,
    autoHideMenuBar: true,
    webPreferences: preferences(built, 'window.cjs'),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/window.html`);
  return window;
}

/** The hidden page that owns microphone and speakers. */
export function createAudioPage(built: BuiltPages): BrowserWindow {
  const page = new BrowserWindow({
    title: 'Parley audio',
    show: false,
    width: 200,
    height: 100,
    skipTaskbar: true,
    focusable: false,
    webPreferences: {
      ...preferences(built, 'audio.cjs'),
      // A hidden page is throttled otherwise, and nobody clicks in it to allow sound.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  void page.loadURL(`${APP_ORIGIN}/audio.html`);
  return page;
}
