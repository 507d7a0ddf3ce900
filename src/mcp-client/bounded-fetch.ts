import { isLoopback } from '../shared/settings/service-host';

/** What a request counts as in bytes: a server that has us connect over and over is stopped as one that floods. */
const REQUEST_BYTES = 50_000;

/** What is used of `fetch`. */
export type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/**
 * A fetch for one server: https anywhere, plain http on this computer only and only for a server that is there itself;
 * `onBytes` hears of every request and of every part of every body, and ends it by throwing.
 */
export function boundedFetch(server: URL, onBytes: (count: number) => void, inner: Fetch = fetch): Fetch {
  return async (address, init) => {
    const url = new URL(address);
    const local = url.protocol === 'http:' && isLoopback(url.hostname) && isLoopback(server.hostname);
    if (url.protocol !== 'https:' && !local) throw new Error('Plain http is allowed on this computer only.');
    onBytes(REQUEST_BYTES);
    const response = await inner(url, init);
    if (!response.body) return response;
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          onBytes(chunk.byteLength);
          controller.enqueue(chunk);
        },
      }),
    );
    const { status, statusText, headers } = response;
    return new Response(counted, { status, statusText, headers });
  };
}
