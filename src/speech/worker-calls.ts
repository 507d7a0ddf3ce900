/**
 * Calls into a worker thread. Every heavy model blocks the thread it runs on (onnxruntime-node's `run` too,
 * for all that it returns a promise), so each has a thread of its own and voice activity is never kept waiting.
 */
import { Worker, type MessagePort } from 'node:worker_threads';
import { PartError } from './part';
import type { SpeechFailure } from '../shared/ipc/speech-port';

/** What a worker is told when it starts. */
export interface WorkerTask {
  readonly part: 'recognizer' | 'partial-recognizer' | 'synthesizer' | 'embedder';
  readonly modelsDirectory: string;
}

type ToWorker<Q> =
  | { readonly type: 'call'; readonly id: number; readonly request: Q }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'close' };

type FromWorker<R> =
  | { readonly type: 'loaded' }
  | { readonly type: 'value'; readonly id: number; readonly value: R }
  /** Without an id the part could not be loaded. */
  | {
      readonly type: 'failed';
      readonly id: number | undefined;
      readonly code: SpeechFailure;
      readonly message: string;
    };

/** The worker's side of the wire: what `parentPort` can do. */
export type WorkerPort = Pick<MessagePort, 'postMessage' | 'on' | 'close'>;

/** A loaded part as a worker serves it. */
interface Served<Q, R> {
  perform(request: Q, signal: AbortSignal): Promise<R>;
  /** Frees what the engine would otherwise keep beyond the thread's end. */
  close(): Promise<void>;
}

/**
 * Runs in the worker: loads the part, then answers calls one at a time in the order they came. A cancelled
 * call is skipped, or its signal aborted when it runs already.
 */
export async function serveCalls<Q, R>(port: WorkerPort, load: () => Promise<Served<Q, R>>): Promise<void> {
  const post = (message: FromWorker<R>) => port.postMessage(message);
  const fail = (id: number | undefined, error: unknown) => post({ type: 'failed', id, ...toFailure(error) });
  try {
    const part = await load();
    const open = new Map<number, AbortController>();
    let previous: Promise<void> = Promise.resolve();
    const run = async (id: number, request: Q, signal: AbortSignal): Promise<void> => {
      try {
        signal.throwIfAborted();
        post({ type: 'value', id, value: await part.perform(request, signal) });
      } catch (error) {
        fail(id, error);
      } finally {
        open.delete(id);
      }
    };
    port.on('message', (message: ToWorker<Q>) => {
      if (message.type === 'cancel') return open.get(message.id)?.abort(cancelled());
      if (message.type === 'close') {
        for (const controller of open.values()) controller.abort(cancelled());
        previous = previous.then(() => part.close()).finally(() => port.close());
        return;
      }
      const controller = new AbortController();
      open.set(message.id, controller);
      previous = previous.then(() => run(message.id, message.request, controller.signal));
    });
    post({ type: 'loaded' });
  } catch (error) {
    fail(undefined, error);
  }
}

interface Waiting<R> {
  readonly resolve: (value: R) => void;
  readonly reject: (error: PartError) => void;
}

/** The slowest model loads in a second or two; several times that on a busy machine. */
const LOAD_LIMIT_MS = 6_000;
const ATTEMPTS = 3;

class NotInTime extends PartError {
  constructor() {
    super('internal', 'The worker did not come up in time.');
  }
}

/** The caller's side: a worker whose part is loaded. */
export class WorkerCalls<Q, R> {
  private readonly waiting = new Map<number, Waiting<R>>();
  private nextId = 1;
  private gone: PartError | undefined;

  private constructor(
    private readonly worker: Worker,
    onGone: () => void,
  ) {
    const end = (error: PartError) => {
      if (this.gone) return;
      this.gone = error;
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
      onGone();
    };
    worker.on('message', (message: FromWorker<R>) => this.receive(message));
    worker.on('error', (error) => end(new PartError('internal', `The worker failed: ${error.name}.`)));
    worker.on('exit', (code) => end(new PartError('internal', `The worker ended with ${code}.`)));
  }

  /**
   * Starts the worker and waits until its part is loaded; rejects with the PartError that kept it from loading.
   * A worker that does not come up in time is left behind for a new one: an engine's native library may hang while
   * it loads (one-at-a-time.ts), and nobody should wait for that. `onGone` is called once when a loaded worker dies:
   * calls then reject, and it must be started anew.
   */
  static async start<Q, R>(
    entry: URL,
    task: WorkerTask,
    onGone: () => void,
    limitMs = LOAD_LIMIT_MS,
  ): Promise<WorkerCalls<Q, R>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await WorkerCalls.startOnce<Q, R>(entry, task, onGone, limitMs);
      } catch (error) {
        if (!(error instanceof NotInTime) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private static async startOnce<Q, R>(
    entry: URL,
    task: WorkerTask,
    onGone: () => void,
    limitMs: number,
  ): Promise<WorkerCalls<Q, R>> {
    const worker = new Worker(entry, { workerData: task });
    let clock: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      clock = setTimeout(() => reject(new NotInTime()), limitMs);
      worker.once('message', (message: FromWorker<R>) => {
        if (message.type === 'failed') reject(new PartError(message.code, message.message));
        else resolve();
      });
      worker.once('error', (error) => reject(new PartError('internal', `The worker failed: ${error.name}.`)));
      worker.once('exit', (code) => reject(new PartError('internal', `The worker ended with ${code}.`)));
    })
      .catch((error: unknown) => {
        // Not awaited: a thread that hangs in the engine does not end before its process.
        void worker.terminate();
        throw error;
      })
      .finally(() => clearTimeout(clock));
    return new WorkerCalls<Q, R>(worker, onGone);
  }

  /** Makes a call. Once the signal aborts it rejects at once with its reason; the worker stops when it can. */
  call(request: Q, signal: AbortSignal): Promise<R> {
    if (this.gone) return Promise.reject(this.gone);
    if (signal.aborted) return Promise.reject(toError(signal.reason));
    const id = this.nextId++;
    return new Promise<R>((resolve, reject) => {
      const settle = () => {
        signal.removeEventListener('abort', onAbort);
        this.waiting.delete(id);
      };
      const onAbort = () => {
        settle();
        this.post({ type: 'cancel', id });
        reject(toError(signal.reason));
      };
      this.waiting.set(id, {
        resolve: (value) => (settle(), resolve(value)),
        reject: (error) => (settle(), reject(error)),
      });
      signal.addEventListener('abort', onAbort, { once: true });
      this.post({ type: 'call', id, request });
    });
  }

  /**
   * Lets the worker end; open calls reject. It is not terminated: native code that is at work in a thread then throws
   * where nobody can catch it, and takes the process along.
   */
  async close(): Promise<void> {
    if (this.gone) return;
    const exited = new Promise<void>((resolve) => this.worker.once('exit', () => resolve()));
    this.post({ type: 'close' });
    await exited;
  }

  private post(message: ToWorker<Q>): void {
    this.worker.postMessage(message);
  }

  private receive(message: FromWorker<R>): void {
    if (message.type === 'loaded' || message.id === undefined) return;
    const waiting = this.waiting.get(message.id);
    if (message.type === 'value') waiting?.resolve(message.value);
    else waiting?.reject(new PartError(message.code, message.message));
  }
}

/** The reason that a cancelled call rejects with. */
export function cancelled(): PartError {
  return new PartError('cancelled', 'Given up by the caller.');
}

/**
 * Code and message of anything thrown. Messages of foreign errors stay out, as they may quote what was said;
 * their name tells enough.
 */
export function toFailure(error: unknown): { readonly code: SpeechFailure; readonly message: string } {
  if (error instanceof PartError) return { code: error.code, message: error.message };
  return { code: 'internal', message: error instanceof Error ? error.name : 'Unknown error' };
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : cancelled();
}
