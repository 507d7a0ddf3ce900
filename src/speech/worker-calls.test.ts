import { MessageChannel } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { PartError } from './part';
import { cancelled, serveCalls, WorkerCalls, type WorkerTask } from './worker-calls';

const never = new AbortController().signal;

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );

/** The worker's end of a real channel, and all that came out of it. */
async function served(perform: (request: string, signal: AbortSignal) => Promise<string>) {
  const { port1, port2 } = new MessageChannel();
  const answers: unknown[] = [];
  let wake = () => {};
  port1.on('message', (message) => (answers.push(message), wake()));
  const closed = { times: 0 };
  const close = () => Promise.resolve(void closed.times++);
  await serveCalls(port2, () => Promise.resolve({ perform, close }));
  const untilAnswers = async (count: number) => {
    while (answers.length < count) await new Promise<void>((resolve) => (wake = resolve));
    return answers;
  };
  const over = new Promise<void>((resolve) => port1.once('close', () => resolve()));
  const post = (message: unknown) => port1.postMessage(message);
  return { post, untilAnswers, close: () => port1.close(), closed, over };
}

describe('in the worker', () => {
  test('calls are answered one at a time, in order', async () => {
    let running = 0;
    const { post, untilAnswers, close } = await served(async (request) => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return request.toUpperCase();
    });
    post({ type: 'call', id: 1, request: 'a' });
    post({ type: 'call', id: 2, request: 'b' });
    expect(await untilAnswers(3)).toEqual([
      { type: 'loaded' },
      { type: 'value', id: 1, value: 'A' },
      { type: 'value', id: 2, value: 'B' },
    ]);
    close();
  });

  test('a call cancelled while it waits is never performed', async () => {
    const performed: string[] = [];
    const { post, untilAnswers, close } = await served((request, signal) => {
      performed.push(request);
      return untilAborted(signal);
    });
    post({ type: 'call', id: 1, request: 'a' });
    post({ type: 'call', id: 2, request: 'b' });
    post({ type: 'cancel', id: 2 });
    post({ type: 'cancel', id: 1 });
    const answers = await untilAnswers(3);
    expect(answers.slice(1)).toMatchObject([
      { type: 'failed', id: 1, code: 'cancelled' },
      { type: 'failed', id: 2, code: 'cancelled' },
    ]);
    expect(performed).toEqual(['a']);
    close();
  });

  test('a running call sees its cancellation', async () => {
    const { post, untilAnswers, close } = await served((_request, signal) => untilAborted(signal));
    post({ type: 'call', id: 1, request: 'a' });
    post({ type: 'cancel', id: 1 });
    expect((await untilAnswers(2))[1]).toMatchObject({ type: 'failed', id: 1, code: 'cancelled' });
    close();
  });

  test('asked to close, it gives up its calls, frees the part once and lets the port go', async () => {
    const { post, untilAnswers, closed, over } = await served((_request, signal) => untilAborted(signal));
    post({ type: 'call', id: 1, request: 'a' });
    post({ type: 'close' });
    expect((await untilAnswers(2))[1]).toMatchObject({ type: 'failed', id: 1, code: 'cancelled' });
    await over;
    expect(closed.times).toBe(1);
  });

  test('what a foreign error says stays out of the answer: it may quote the person', async () => {
    const { post, untilAnswers, close } = await served(() =>
      Promise.reject(new RangeError('my secret words')),
    );
    post({ type: 'call', id: 1, request: 'a' });
    expect((await untilAnswers(2))[1]).toEqual({
      type: 'failed',
      id: 1,
      code: 'internal',
      message: 'RangeError',
    });
    close();
  });
});

const task: WorkerTask = { part: 'embedder', modelsDirectory: '' };
const worker = (code: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; ${code}`)}`,
  );
const LOADED = `parentPort.postMessage({ type: 'loaded' });`;

describe('from outside', () => {
  test('a part that cannot be loaded says why, and its worker is gone', async () => {
    const failing = worker(
      `parentPort.postMessage({ type: 'failed', id: undefined, code: 'model_missing', message: 'No model.' });`,
    );
    await expect(WorkerCalls.start(failing, task, () => {})).rejects.toEqual(
      new PartError('model_missing', 'No model.'),
    );
  });

  test('a worker that never comes up is left for a new one, and given up after the third', async () => {
    const hanging = worker('setInterval(() => {}, 1000)');
    await expect(WorkerCalls.start(hanging, task, () => {}, 40)).rejects.toMatchObject({
      code: 'internal',
      message: 'The worker did not come up in time.',
    });
  });

  test('a worker that does not even start rejects', async () => {
    await expect(WorkerCalls.start(worker('throw new Error()'), task, () => {})).rejects.toMatchObject({
      code: 'internal',
    });
    await expect(WorkerCalls.start(worker('process.exit(3)'), task, () => {})).rejects.toMatchObject({
      code: 'internal',
    });
  });

  test('an aborted call rejects at once, though the worker never answers', async () => {
    const calls = await WorkerCalls.start<string, string>(
      worker(`${LOADED} parentPort.on('message', ({ type }) => type === 'close' && process.exit());`),
      task,
      () => {},
    );
    const controller = new AbortController();
    const call = calls.call('a', controller.signal);
    controller.abort(cancelled());
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    await calls.close();
  });

  test('a worker that dies fails its open calls and every later one, and says so once', async () => {
    let gone = 0;
    const dying = worker(`${LOADED} parentPort.on('message', () => process.exit(7));`);
    const calls = await WorkerCalls.start<string, string>(dying, task, () => gone++);
    const both = await Promise.allSettled([calls.call('a', never), calls.call('b', never)]);
    expect(both.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    await expect(calls.call('c', never)).rejects.toMatchObject({ code: 'internal' });
    expect(gone).toBe(1);
  });
});
