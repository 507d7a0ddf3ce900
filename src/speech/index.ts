/**
 * Entry of the speech process: puts ports and models to the service. Runs as a utility process of Electron
 * (each transferred port is a client) or as a forked child of Node (its parent is the only client).
 * `--models <directory>` says where the model files lie, `--idle-seconds <n>` after how long without any talk or
 * request they leave the memory.
 */
import { parseArgs } from 'node:util';
import { IDLE } from '../shared/ipc/speech-port';
import { OneAtATime } from './one-at-a-time';
import type { Clause, Closable, Recognizer, Speech, Transcript, Utterance } from './part';
import { SpeechService, type PartLoaders } from './service';
import { WorkerCalls, type WorkerTask } from './worker-calls';

/** The little of Electron's `MessagePortMain` that is used; Electron itself is not known here. */
interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
}

/** Electron's `process.parentPort`. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly ports: readonly Port[] }) => void): void;
  postMessage(message: unknown): void;
}

const { values } = parseArgs({
  options: { models: { type: 'string', default: '' }, 'idle-seconds': { type: 'string', default: '300' } },
  strict: false,
});
const modelsDirectory = String(values.models);
const idleMs = Number(values['idle-seconds']) * 1_000;

// The bundler puts the worker's file beside this one.
const workerEntry = new URL('speech-worker.js', import.meta.url);
const startWorker = <Q, R>(part: WorkerTask['part'], onGone: () => void) =>
  WorkerCalls.start<Q, R>(workerEntry, { part, modelsDirectory }, onGone);

const loadRecognizer = async (
  part: 'recognizer' | 'partial-recognizer',
  onGone: () => void,
): Promise<Recognizer & Closable> => {
  const worker = await startWorker<Utterance, Transcript>(part, onGone);
  return {
    recognize: (utterance, signal) => worker.call(utterance, signal),
    close: () => worker.close(),
  };
};

const onnxLoads = new OneAtATime();

const loaders: PartLoaders = {
  // In this thread: a frame takes 0.4 ms, less than the way to a worker and back.
  vad: () => onnxLoads.run(async () => (await import('./voice-activity')).loadVoiceActivity(modelsDirectory)),
  recognizer: (onGone) => onnxLoads.run(() => loadRecognizer('recognizer', onGone)),
  'partial-recognizer': (onGone) => onnxLoads.run(() => loadRecognizer('partial-recognizer', onGone)),
  synthesizer: async (onGone) => {
    const worker = await startWorker<Clause, Speech>('synthesizer', onGone);
    return { synthesize: (clause, signal) => worker.call(clause, signal), close: () => worker.close() };
  },
  embedder: (onGone) =>
    onnxLoads.run(async () => {
      const worker = await startWorker<readonly string[], readonly Float32Array[]>('embedder', onGone);
      return { embed: (texts, signal) => worker.call(texts, signal), close: () => worker.close() };
    }),
  // In this thread as well: a chunk of speech takes 2 ms, silence nothing.
  'wake-word': () =>
    onnxLoads.run(async () => (await import('./wake-word-model')).loadWakeWordModel(modelsDirectory)),
};

const service = new SpeechService(
  loaders,
  (message) => process.stderr.write(`speech: ${message}\n`),
  () => performance.now(),
  async () => (await import('./available-voices')).availableVoices(process.platform, modelsDirectory),
);
const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort;
// Between talks the models' memory goes back to the system.
setInterval(() => {
  // Main ends this process then, unless it knows better.
  if (service.unloadAfter(idleMs)) parentPort?.postMessage(IDLE);
}, idleMs / 20).unref();

function servePort(port: Port): void {
  const connection = service.connect((answer) => port.postMessage(answer));
  port.on('message', ({ data }) => connection.receive(data));
  port.on('close', () => connection.close());
  port.start();
}

if (parentPort) {
  parentPort.on('message', ({ ports }) => ports.forEach(servePort));
} else {
  const connection = service.connect((answer) =>
    // A failed send means that the parent has gone; `disconnect` tells of it too.
    process.send?.(answer, undefined, undefined, () => undefined),
  );
  process.on('message', (message) => connection.receive(message));
  // Without its parent it serves nobody.
  process.on('disconnect', () => process.exit());
}
