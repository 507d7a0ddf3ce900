import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server of somebody else on this machine; its page has a frame of its own and one of ours. */
export interface Stranger {
  /** Ends with a slash. */
  readonly address: string;
  /** Requests so far. */
  readonly visits: number;
  stop(): Promise<void>;
}

const PAGE =
  '<title>Stranger</title><iframe srcdoc="mine"></iframe><iframe src="app://parley/window.html"></iframe>';

/** Listens on a free port of loopback. */
export async function startStranger(): Promise<Stranger> {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits += 1;
    response.setHeader('Content-Type', 'text/html');
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get visits() {
      return visits;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
