import type { BrowserWindow } from 'electron';
import { audioPageRequests } from '../../shared/ipc';
import type { RequestServer } from '../ipc/request-server';
import type { AudioHost } from './audio-host';
import { createAudioPage, type BuiltPages } from './pages';

/** The hidden audio page, with its requests answered. */
export function createRegisteredAudioPage(
  pages: BuiltPages,
  requests: RequestServer,
  host: AudioHost,
): BrowserWindow {
  const page = createAudioPage(pages);
  requests.register(page.webContents, audioPageRequests, {
    'audio.ready': () => void host.pageReady(),
    'audio.report': (report) => void host.pageReported(report),
  });
  return page;
}
