import { Violation } from './rule';

/** The fault switches of a server that was started with `--control` (protocol.md section 14.2). */
export interface Control {
  /** The next connection finds these faults, each `NAME` or `NAME=VALUE`. */
  next(faults: readonly string[]): Promise<void>;
  /** The REST side and every connection find these faults, until {@link clear}. */
  hold(faults: readonly string[]): Promise<void>;
  /** All is well again. */
  clear(): Promise<void>;
}

/** The switches over HTTP: `/control` beside `/v1`, with the same key. Rejects with {@link Violation}. */
export function httpControl(api: string, key: string): Control {
  const send = async (method: string, body?: object): Promise<void> => {
    const response = await fetch(new URL('/control/faults', api), {
      method,
      headers: { authorization: key },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Violation(`${method} /control/faults answered ${String(response.status)}: ${text}`);
  };
  return {
    next: (faults) => send('PUT', { faults, for: 'next-connection' }),
    hold: (faults) => send('PUT', { faults, for: 'every-connection' }),
    clear: () => send('DELETE'),
  };
}
