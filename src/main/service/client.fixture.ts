import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serviceAddress, type ServiceAddress } from './endpoints';
import type { ServiceNetwork } from './network/network';
import { ServiceClient } from './rest-client';

/** No proxies, no certificates: servers of the test are on this computer. */
export const plainNetwork: ServiceNetwork = { agentFor: () => undefined };

/** The address of a server of the test. */
export function addressAt(port: number): ServiceAddress {
  const url = `http://127.0.0.1:${String(port)}`;
  return serviceAddress(
    { agentUrl: null, apiUrl: { ok: true, url, loopback: true } },
    { region: 'automatic', customHost: '' },
  );
}

/** A client that does not really wait; `waits` are the milliseconds it was told to. */
export function clientAt(address: ServiceAddress, key = 'good-key') {
  const waits: number[] = [];
  const client = new ServiceClient({
    address: () => address,
    key: async () => key,
    network: plainNetwork,
    now: () => 0,
    random: () => 0.5,
    wait: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      waits.push(milliseconds);
    },
  });
  return { client, waits };
}

/** A server that answers as the test says, and remembers what it was asked. */
export class AnsweringServer {
  readonly requests: {
    readonly method: string;
    readonly url: string;
    readonly authorization: string | undefined;
  }[] = [];

  private constructor(private readonly http: Server) {}

  static async start(
    answer: (request: IncomingMessage, response: ServerResponse, server: AnsweringServer) => void,
  ): Promise<AnsweringServer> {
    const http = createServer();
    const server = new AnsweringServer(http);
    http.on('request', (request, response) => {
      const { method = '', url = '', headers } = request;
      server.requests.push({ method, url, authorization: headers.authorization });
      answer(request, response, server);
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.http.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.http.close(resolve));
    this.http.closeAllConnections();
    await closed;
  }
}
