import { request as httpRequest, type Agent, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { ConnectionFailure } from './network/failure';
import type { ServiceNetwork } from './network/network';

/** One HTTP request to the service. */
export interface ServiceRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; null for none. */
  readonly body: string | null;
  /** From the first byte sent to the end of the headers. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** What came back, its body read to the end. */
export interface ServiceResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** The longest answer that is read: an agent with two hundred tools is far below. */
const LONGEST_ANSWER_BYTES = 8 * 1024 * 1024;

/**
 * Sends a request and reads its answer; redirects are not followed. Rejects with {@link ConnectionFailure} when no
 * answer came, or with the signal's reason.
 */
export async function send(request: ServiceRequest, network: ServiceNetwork): Promise<ServiceResponse> {
  // The whole answer has as long again as its beginning.
  const late = AbortSignal.timeout(request.timeoutMs * 2);
  const signal = request.signal ? AbortSignal.any([request.signal, late]) : late;
  try {
    const answer = await open({ ...request, signal }, network);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.length;
      // Leaving the loop ends the connection.
      if (size > LONGEST_ANSWER_BYTES) throw new ConnectionFailure('answer_too_long');
      chunks.push(chunk);
    }
    const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    return {
      status: answer.statusCode ?? 0,
      headers: Object.fromEntries(headers) as ServiceResponse['headers'],
      text: Buffer.concat(chunks).toString('utf8'),
    };
  } catch (error) {
    request.signal?.throwIfAborted();
    if (late.aborted) throw new ConnectionFailure('connection_timed_out');
    throw error;
  }
}

/**
 * Sends a request and resolves with its answer as soon as the headers are there; whoever reads it bounds it.
 * Rejects like {@link send}.
 */
export function open(request: ServiceRequest, network: ServiceNetwork): Promise<IncomingMessage> {
  const { method, url, headers, body, timeoutMs, signal } = request;
  const agent: Agent | undefined = network.agentFor(url);
  const start = agent ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const length =
      body === null
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    const sent = start(url, { method, headers: { ...headers, ...length }, agent: agent ?? false, signal });
    const timer = setTimeout(() => sent.destroy(new ConnectionFailure('connection_timed_out')), timeoutMs);
    sent.once('response', resolve);
    sent.once('error', reject);
    sent.once('close', () => {
      clearTimeout(timer);
      // A server that answers with a change of protocol is cut off without any other event.
      reject(new ConnectionFailure('connection_cut'));
    });
    sent.once('response', () => clearTimeout(timer));
    sent.end(body ?? undefined);
  });
}
