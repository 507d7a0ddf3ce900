/*
 * A language model server on loopback that answers as it is told to, in the wire formats of real servers.
 * The formats follow Ollama 0.4 to 0.20, llama.cpp's server of 2025 and 2026, and LM Studio 0.3.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LanguageModelServer } from '../../../shared/ipc/local-agent-port';

/** One request as it came in. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model?: string;
    readonly stream?: boolean;
    readonly messages?: readonly { readonly role: string; readonly content: string | null }[];
    readonly tools?: readonly { readonly function: { readonly name: string } }[];
  };
}

/** Answers one request; resolves when it is done with it. */
export type Script = (response: ServerResponse, request: Received) => Promise<void> | void;

/** The server: answers every request by its script, and keeps what was asked. */
export class ModelServer {
  readonly received: Received[] = [];
  script: Script = events();
  private open = 0;
  private waiting: (() => void)[] = [];

  private constructor(private readonly http: Server) {}

  static async start(): Promise<ModelServer> {
    const http = createServer((request, response) => void server.answer(request, response));
    const server = new ModelServer(http);
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** How to reach it, with a key or without. */
  reach(more: Partial<LanguageModelServer> = {}): LanguageModelServer {
    const { port } = this.http.address() as AddressInfo;
    const address = `http://127.0.0.1:${String(port)}/v1`;
    return { address, model: 'tiny', key: null, firstWordMs: 10_000, ...more };
  }

  /** Resolves when no answer is open: with a script that never ends, when its client has gone. */
  allClosed(): Promise<void> {
    return this.open === 0 ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Stops it, once or again. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.http.close(resolve));
    this.http.closeAllConnections();
    await closed;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.open += 1;
    response.once('close', () => {
      this.open -= 1;
      if (this.open === 0) for (const told of this.waiting.splice(0)) told();
    });
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const { method = '', url = '', headers } = request;
    const body = text === '' ? {} : (JSON.parse(text) as Received['body']);
    const received = { method, path: url, authorization: headers.authorization, body };
    this.received.push(received);
    await this.script(response, received);
  }
}

/** Streams these events as they are, each a piece of its own on the wire. */
export function events(...pieces: readonly string[]): Script {
  return async (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    for (const piece of pieces) await write(response, piece);
    response.end();
  };
}

/** Sends and waits until the system has taken it. */
export function write(response: ServerResponse, piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => void response.write(piece, () => resolve()));
}

/** Answers with a status and a body. */
export function refuse(status: number, body: string, type = 'application/json'): Script {
  return (response) => void response.writeHead(status, { 'Content-Type': type }).end(body);
}

const chunk = (delta: object, reason: string | null = null, more: object = {}) =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1_760_000_000,
    model: 'tiny',
    choices: [{ index: 0, delta, finish_reason: reason }],
    ...more,
  })}\n\n`;

/** One called tool, arguments as JSON text. */
type Called = readonly [name: string, json: string];

/** Ollama: whole tool calls, all of index 0, and a reason to finish that does not tell of them. */
export const ollama = {
  says: (...words: readonly string[]): Script =>
    events(
      ...words.map((content) =>
        chunk({ role: 'assistant', content }, null, { system_fingerprint: 'fp_ollama' }),
      ),
      chunk({ role: 'assistant', content: '' }, 'stop'),
      'data: [DONE]\n\n',
    ),
  calls: (...calls: readonly Called[]): Script =>
    events(
      ...calls.map(([name, json], at) => {
        const call = {
          id: `call_${String(at)}x`,
          index: 0,
          type: 'function',
          function: { name, arguments: json },
        };
        return chunk({ role: 'assistant', content: '', tool_calls: [call] });
      }),
      chunk({ role: 'assistant', content: '' }, 'stop'),
      'data: [DONE]\n\n',
    ),
  /** Before 0.4.7: no index. */
  callsUnnumbered: (...calls: readonly Called[]): Script =>
    events(
      ...calls.map(([name, json], at) => {
        const call = { id: `call_${String(at)}x`, type: 'function', function: { name, arguments: json } };
        return chunk({ role: 'assistant', content: '', tool_calls: [call] });
      }),
      chunk({ role: 'assistant', content: '' }, 'stop'),
      'data: [DONE]\n\n',
    ),
  lacksModel: refuse(
    404,
    '{"error":{"message":"model \\"tiny\\" not found, try pulling it first","type":"not_found_error","param":null,"code":null}}',
  ),
  lacksTools: refuse(
    400,
    '{"error":{"message":"registry.ollama.ai/library/tiny:latest does not support tools","type":"invalid_request_error","param":null,"code":null}}',
  ),
  models: refuse(
    200,
    '{"object":"list","data":[{"id":"tiny:latest","object":"model","created":1,"owned_by":"library"}]}',
  ),
};

/** llama.cpp: the role with null content first, arguments in pieces, comments meanwhile, no empty line at the end. */
export const llamaCpp = {
  says: (...words: readonly string[]): Script =>
    events(
      chunk({ role: 'assistant', content: null }),
      ': ping\n\n',
      ...words.map((content) => chunk({ content })),
      chunk({}, 'stop', { timings: { predicted_per_second: 40.1 } }),
      'data: [DONE]\n',
    ),
  calls: (...calls: readonly Called[]): Script =>
    events(
      chunk({ role: 'assistant', content: null }),
      ...calls.flatMap(([name, json], index) => [
        chunk({
          tool_calls: [
            { index, id: `id${String(index)}`, type: 'function', function: { name, arguments: '' } },
          ],
        }),
        ...(json.match(/.{1,3}/gsu) ?? []).map((piece) =>
          chunk({ tool_calls: [{ index, function: { arguments: piece } }] }),
        ),
      ]),
      chunk({}, 'tool_calls'),
      'data: [DONE]\n',
    ),
  /** An error in mid-stream, before September 2025. */
  failsOld: (...words: readonly string[]): Script =>
    events(
      ...words.map((content) => chunk({ content })),
      'error: {"code":500,"message":"context shift is disabled","type":"server_error"}\n\n',
      'data: [DONE]\n\n',
    ),
  fails: (...words: readonly string[]): Script =>
    events(
      ...words.map((content) => chunk({ content })),
      'data: {"error":{"code":500,"message":"compute error","type":"server_error"}}\n\n',
    ),
  loading: refuse(503, '{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}'),
};

/** LM Studio: the role with the first words or call, a type with each piece, events of error by name. */
export const lmStudio = {
  says: (...words: readonly string[]): Script =>
    events(
      ...words.map((content) => chunk({ role: 'assistant', content }, null, { system_fingerprint: 'tiny' })),
      chunk({}, 'stop'),
      'data: [DONE]\n\n',
    ),
  calls: (...calls: readonly Called[]): Script =>
    events(
      ...calls.flatMap(([name, json], index) => [
        chunk({
          role: 'assistant',
          tool_calls: [
            { index, id: `10000000${String(index)}`, type: 'function', function: { name, arguments: '' } },
          ],
        }),
        ...(json.match(/.{1,5}/gsu) ?? []).map((piece) =>
          chunk({ tool_calls: [{ index, type: 'function', function: { arguments: piece } }] }),
        ),
      ]),
      chunk({}, 'tool_calls'),
      'data: [DONE]\n\n',
    ),
  fails: events(
    'event: error\ndata: {"error":{"message":"The model has crashed without additional information."}}\n\n',
  ),
};

/** Words, then the script goes on only when `goOn` resolves. */
export function pauses(first: readonly string[], goOn: Promise<unknown>, rest: readonly string[]): Script {
  return async (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    for (const content of first) await write(response, chunk({ content }));
    await goOn;
    for (const content of rest) await write(response, chunk({ content }));
    response.end(`${chunk({}, 'stop')}data: [DONE]\n\n`);
  };
}

/** Words, then the connection is cut. */
export function cutsOff(...words: readonly string[]): Script {
  return async (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    for (const content of words) await write(response, chunk({ content }));
    response.destroy();
  };
}
