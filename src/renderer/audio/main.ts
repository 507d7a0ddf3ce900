/**
 * The audio page: the one page that owns microphone and speakers. It only opens, changes and closes them;
 * samples travel between its two worklets and main without passing this thread (ARCHITECTURE.md).
 */
import type { AudioReport, AudioSetup } from '../../shared/ipc/audio';
import type { AudioBridge } from '../../shared/ipc';
import { CapturePath } from './capture-path';
import { PlaybackPath } from './playback-path';
import { Sound } from './sound';

const bridge = (window as unknown as { readonly parley: AudioBridge }).parley;

function report(message: AudioReport): void {
  // Main is gone when this fails, and this page with it.
  bridge.request('audio.report', message).catch(() => undefined);
}

/** The ports to main; they come once in the life of the page. */
const ports = new Promise<readonly MessagePort[]>((resolve) => {
  window.addEventListener('message', ({ source, data, ports: received }) => {
    if (source === window && data === 'audio-ports') resolve(received);
  });
});

async function createSound(): Promise<Sound> {
  const [capture, playback] = await Promise.all([CapturePath.create(), PlaybackPath.create()]);
  void ports.then(([captured, played]) => {
    if (captured) capture.connectPort(captured);
    if (played) playback.connectPort(played);
  });
  return new Sound(navigator.mediaDevices, capture, playback, report);
}

let sound: Promise<Sound> | null = null;
/**
 * Builds the audio paths at their first use: a page that is only loaded, to be there at a press, holds no audio
 * context. A failure is tried again at the next use.
 */
function theSound(): Promise<Sound> {
  sound ??= createSound().catch((error: unknown) => {
    sound = null;
    throw error;
  });
  return sound;
}

function open(setup: AudioSetup): void {
  theSound().then(
    (ready) => ready.open(setup),
    () => report({ type: 'trouble', trouble: 'sound_failed', fatal: true, device: '' }),
  );
}

bridge.on('audio.open', open);
bridge.on('audio.change', open);
bridge.on('audio.close', () => {
  // Where there is no sound there is nothing to close.
  void sound?.then(
    (ready) => ready.close(),
    () => undefined,
  );
});
// Has Chromium start its sound service now, which holds no device open, and not at the first press.
navigator.mediaDevices.enumerateDevices().catch(() => undefined);
bridge.request('audio.ready').catch(() => undefined);
