/*
 * HTTP tools of stored agents, never on private addresses (protocol.md section 6.5). The local agent runs them for its
 * sessions, main for a test call from the agents screen. run-tool.ts decides, node-transport.ts does it with Node.
 */
import { isIP } from 'node:net';
import type { JsonObject } from '../shared/json';
import { toolRequest, type HttpTool, type ToolRequest } from './tool-request';

/** Bytes of an answer that are read at most (protocol.md section 11). */
export const LARGEST_ANSWER = 8_192;

/** The network as a tool sees it. */
export interface ToolTransport {
  /** Addresses of a host name. Rejects when there are none. */
  resolve(host: string): Promise<readonly string[]>;
  /** Whether an address may be called. */
  allows(address: string): boolean;
  /**
   * Sends to this very address, follows no redirect, and reads no more than `largest` bytes. Rejects when that fails.
   */
  send(request: ToolRequest, address: string, largest: number, signal: AbortSignal): Promise<ToolAnswer>;
}

/** What came back. `text` is null when it was larger than allowed. */
export interface ToolAnswer {
  readonly status: number;
  readonly text: string | null;
}

/** What the agent is told. */
export interface ToolOutcome {
  readonly outcome: 'done' | 'failed';
  readonly result: string;
}

/** Calls a tool. A failure becomes a short message; rejects only when `signal` aborts. */
export async function runTool(
  tool: HttpTool,
  args: JsonObject,
  timeoutMs: number,
  signal: AbortSignal,
  transport: ToolTransport,
): Promise<ToolOutcome> {
  // By hand: Node 20 may collect what AbortSignal.any made before it fires.
  const limited = new AbortController();
  const stop = () => limited.abort();
  const timer = setTimeout(stop, timeoutMs);
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    return await untilAborted(call(tool, args, limited.signal, transport), limited.signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return failed(limited.signal.aborted ? 'The tool took too long.' : 'The tool could not be reached.');
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

async function call(
  tool: HttpTool,
  args: JsonObject,
  signal: AbortSignal,
  transport: ToolTransport,
): Promise<ToolOutcome> {
  const request = toolRequest(tool, args);
  const address = await usableAddress(request.url, transport);
  signal.throwIfAborted();
  if (address === null) return failed('The address of the tool is not public.');
  const { status, text } = await transport.send(request, address, LARGEST_ANSWER, signal);
  if (status < 200 || status > 299) return failed(`The tool answered with status ${String(status)}.`);
  if (text === null) return failed('The answer of the tool was too long.');
  return { outcome: 'done', result: text };
}

/** Why an address may not be stored for a tool; null when it may. A name that cannot be resolved now is judged when it is called. */
export async function refusalOfAddress(url: string, transport: ToolTransport): Promise<string | null> {
  try {
    const address = await usableAddress(new URL(url), transport);
    return address === null ? 'must be a public host' : null;
  } catch {
    return null;
  }
}

/** The address to call, or null when any of the host's is not allowed: a name must not lead both ways. */
async function usableAddress(url: URL, transport: ToolTransport): Promise<string | null> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (url.username !== '' || url.password !== '') return null;
  const addresses = isIP(host) === 0 ? await transport.resolve(host) : [host];
  const [first] = addresses;
  return first !== undefined && addresses.every((address) => transport.allows(address)) ? first : null;
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('aborted'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

const failed = (message: string): ToolOutcome => ({
  outcome: 'failed',
  result: JSON.stringify({ error: message }),
});
