import { join } from 'node:path';
import { BrowserWindow, type Session, type WebPreferences } from 'electron';
import { LEAST_SIZE, type Rectangle } from '../presence/window-place';
import { APP_ORIGIN, AUDIO_PAGE } from './app-origin';

/** Where the built pages and preloads are. */
export interface BuiltPages {
  /** Folder of the preload bundles. */
  readonly preloads: string;
  readonly session: Session;
}

/** Of a window whose page has yet to be painted. */
export const BACKGROUND = { light: '#f8f7f4', dark: '#131517' } as const;

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

/** The main window, not shown yet. Without bounds the system chooses the place. */
export function createMainWindow(
  built: BuiltPages,
  background: string,
  bounds: Rectangle | null,
): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Parley',
    width: 460,
    height: 720,
    ...bounds,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    backgroundColor: background,
    autoHideMenuBar: true,
    webPreferences: preferences(built, 'window.cjs'),
  });
  void window.loadURL(`${APP_ORIGIN}/window.html`);
  return window;
}

/** The overlay's window, hidden: above all others, on every workspace, and never with the focus. */
export function createOverlayWindow(built: BuiltPages, background: string): BrowserWindow {
  const onLinux = process.platform === 'linux';
  const window = new BrowserWindow({
    title: 'Parley overlay',
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    focusable: false,
    alwaysOnTop: true,
    hasShadow: false,
    // On Linux the window has the panel's shape: see-through windows need a compositor, which not everybody runs.
    ...(onLinux ? { backgroundColor: background } : { transparent: true }),
    webPreferences: preferences(built, 'overlay.cjs'),
  });
  window.setAlwaysOnTop(true, 'screen-saver');
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  void window.loadURL(`${APP_ORIGIN}/overlay.html`);
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
  void page.loadURL(AUDIO_PAGE);
  return page;
}
