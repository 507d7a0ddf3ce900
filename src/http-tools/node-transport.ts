import { lookup } from 'node:dns/promises';
import { request as http, type IncomingMessage } from 'node:http';
import { request as https } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from '../shared/network/public-address';
import type { ToolAnswer, ToolTransport } from './run-tool';
import type { ToolRequest } from './tool-request';

/** The public internet, by way of Node. */
export const nodeTransport: ToolTransport = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  allows: isPublicAddress,
  send,
};

/** The connection goes to the address that was judged: the name is not resolved a second time. */
async function send(
  { url, method, headers, body }: ToolRequest,
  address: string,
  largest: number,
  signal: AbortSignal,
): Promise<ToolAnswer> {
  const start = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = start(url, {
      method,
      headers: { ...headers, ...(body !== null && { 'content-length': String(Buffer.byteLength(body)) }) },
      agent: false,
      signal,
      lookup: (_host, options, found) => {
        const family = isIP(address);
        if (options.all) found(null, [{ address, family }]);
        else found(null, address, family);
      },
    });
    outgoing.on('error', reject);
    let answered = false;
    outgoing.once('response', (incoming) => {
      answered = true;
      read(incoming, largest).then(resolve, reject);
    });
    // A server that answers with a change of protocol is cut off without any other event.
    outgoing.once('close', () => {
      if (!answered) reject(new Error('closed without an answer'));
    });
    outgoing.end(body ?? undefined);
  });
}

async function read(incoming: IncomingMessage, largest: number): Promise<ToolAnswer> {
  const status = incoming.statusCode ?? 0;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > largest) return { status, text: null };
    chunks.push(chunk);
  }
  return { status, text: Buffer.concat(chunks).toString('utf8') };
}
