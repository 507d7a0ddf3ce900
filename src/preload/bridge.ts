import { contextBridge, ipcRenderer } from 'electron';

/** Main's answer to a request. */
type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: { readonly sentence: string; readonly next: string } };

const NOT_ANSWERED = 'Parley could not answer. Try again.';

/**
 * Gives the page `window.parley`, a `Bridge` of src/shared/ipc. Only the listed names pass (src/shared/ipc/names.ts);
 * nothing else of Electron can be reached from the page.
 */
export function exposeBridge(requests: readonly string[], events: readonly string[]): void {
  contextBridge.exposeInMainWorld('parley', {
    request: (name: unknown, argument: unknown) => request(requests, name, argument),
    on: subscriptions(events),
  });
}

async function request(allowed: readonly string[], name: unknown, argument: unknown): Promise<unknown> {
  if (!isName(allowed, name)) throw new Error('Parley knows no such request.');
  const answer = await ipcRenderer.invoke('request', name, argument).catch(() => null);
  if (!isAnswer(answer)) throw new Error(NOT_ANSWERED);
  if (!answer.ok) throw new Error(`${answer.problem.sentence} ${answer.problem.next}`);
  return answer.value;
}

function subscriptions(allowed: readonly string[]) {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  ipcRenderer.on('event', (_event, name: string, payload: unknown) => {
    for (const listener of [...(listeners.get(name) ?? [])]) listener(payload);
  });
  return (name: unknown, listener: unknown) => {
    if (!isName(allowed, name)) throw new Error('Parley knows no such event.');
    if (typeof listener !== 'function') throw new Error('An event needs a listener.');
    // A wrapper of its own, so that the same function can listen twice.
    const tell = (payload: unknown) => void listener(payload);
    const others = listeners.get(name) ?? new Set();
    listeners.set(name, others.add(tell));
    return () => void others.delete(tell);
  };
}

function isName(allowed: readonly string[], name: unknown): name is string {
  return typeof name === 'string' && allowed.includes(name);
}

function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
