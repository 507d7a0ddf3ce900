/**
 * The audio page: the one page that owns microphone and speakers. It only opens, changes and closes them;
 * samples travel between its two worklets and main without passing this thread (ARCHITECTURE.md).
 */
import type { AudioReport } from '../../shared/ipc/audio';
import type { AudioBridge } from '../../shared/ipc';
import { AudioEngine } from './engine';
import { Sound } from './sound';

const bridge = (window as unknown as { readonly parley: AudioBridge }).parley;

const report = (message: AudioReport) => {
  // Main is gone when this fails, and this page with it.
  bridge.request('audio.report', message).catch(() => undefined);
};

let ports: readonly MessagePort[] = [];
let connect: (() => void) | null = null;

window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== 'audio-ports') return;
  ports = event.ports;
  connect?.();
});

async function createEngine(): Promise<AudioEngine> {
  const engine = await AudioEngine.create();
  engine.listen(
    () => sound.microphoneSilent(),
    () => report({ type: 'trouble', trouble: 'sound_failed', fatal: true, device: '' }),
  );
  connect = () => {
    const [capture, playback] = ports;
    ports = [];
    if (capture && playback) engine.connectPorts(capture, playback);
  };
  connect();
  return engine;
}

let engine: Promise<AudioEngine> | null = null;
/** Makes the engine once; a failure is tried again at the next wish. */
function theEngine(): Promise<AudioEngine> {
  engine ??= createEngine().catch((error: unknown) => {
    engine = null;
    throw error;
  });
  return engine;
}

const sound = new Sound({ media: navigator.mediaDevices, engine: theEngine, report });
bridge.on('audio.open', (setup) => sound.open(setup));
bridge.on('audio.change', (setup) => sound.open(setup));
bridge.on('audio.close', () => sound.close());
// Ahead of the first talk; if it fails now, the talk's own attempt tells.
theEngine().catch(() => undefined);
bridge.request('audio.ready').catch(() => undefined);
