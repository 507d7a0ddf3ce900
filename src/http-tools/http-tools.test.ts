import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeTransport } from './node-transport';
import { isPublicAddress } from '../shared/network/public-address';
import { LARGEST_ANSWER, refusalOfAddress, runTool, type ToolTransport } from './run-tool';
import { toolRequest, type HttpTool } from './tool-request';

const tool = (more: Partial<HttpTool> = {}): HttpTool => ({
  url: 'https://api.example.org/orders?shop=1',
  method: 'POST',
  headers: [],
  ...more,
});
const never = new AbortController().signal;

describe('the request', () => {
  it('has the arguments as a JSON body', () => {
    const { url, body, headers } = toolRequest(tool(), { order: 'A1', count: 2 });
    expect(url.href).toBe('https://api.example.org/orders?shop=1');
    expect(JSON.parse(body ?? '')).toEqual({ order: 'A1', count: 2 });
    expect(headers['content-type']).toBe('application/json');
  });
  it.each(['GET', 'DELETE'] as const)('%s has them in the query, merged with its own', (method) => {
    const { url, body } = toolRequest(tool({ method }), { order: 'A 1&x', deep: { a: [1] }, shop: 2 });
    expect(url.search).toBe('?shop=2&order=A+1%26x&deep=%7B%22a%22%3A%5B1%5D%7D');
    expect(body).toBeNull();
  });
  it('has the headers of the tool, over our own', () => {
    const headers = [
      { name: 'Authorization', value: 'Bearer s' },
      { name: 'User-Agent', value: 'mine' },
    ];
    expect(toolRequest(tool({ headers }), {}).headers).toMatchObject({
      authorization: 'Bearer s',
      'user-agent': 'mine',
    });
  });
});

describe('a call', () => {
  const transport = (more: Partial<ToolTransport> = {}) => {
    const sent: string[] = [];
    const all: ToolTransport = {
      resolve: () => Promise.resolve(['8.8.8.8']),
      allows: isPublicAddress,
      send: (request, address) => {
        sent.push(`${request.url.host} at ${address}`);
        return Promise.resolve({ status: 200, text: '{"say":"Sent."}' });
      },
      ...more,
    };
    return { ...all, sent };
  };
  const run = (way: ToolTransport, of: HttpTool = tool(), timeoutMs = 1_000) =>
    runTool(of, {}, timeoutMs, never, way);

  it('goes to the address that was judged', async () => {
    const way = transport();
    expect(await run(way)).toEqual({ outcome: 'done', result: '{"say":"Sent."}' });
    expect(way.sent).toEqual(['api.example.org at 8.8.8.8']);
  });
  it.each([
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://[::1]/x',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://user:pass@api.example.org/',
  ])('never goes to %s', async (url) => {
    const way = transport();
    expect(await run(way, tool({ url }))).toMatchObject({ outcome: 'failed' });
    expect(way.sent).toEqual([]);
  });
  it('never goes to a name that leads to a private address, be it one of several', async () => {
    const way = transport({ resolve: () => Promise.resolve(['8.8.8.8', '10.0.0.1']) });
    expect(await run(way)).toMatchObject({
      outcome: 'failed',
      result: expect.stringContaining('not public'),
    });
    expect(way.sent).toEqual([]);
  });
  it.each([
    ['a redirect', { status: 302, text: '' }, 'status 302'],
    ['a refusal', { status: 500, text: 'secret trace' }, 'status 500'],
    ['a flood', { status: 200, text: null }, 'too long'],
  ])('makes a short message of %s', async (_name, answer, message) => {
    const { outcome, result } = await run(transport({ send: () => Promise.resolve(answer) }));
    expect({ outcome, message: (JSON.parse(result) as { error: string }).error }).toEqual({
      outcome: 'failed',
      message: expect.stringContaining(message),
    });
    expect(result).not.toContain('secret');
  });
  it('tells an unreachable tool from one that takes too long, and leaves a cancelled one', async () => {
    const unreachable = transport({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    expect((await run(unreachable)).result).toContain('could not be reached');
    const hanging = transport({ resolve: () => new Promise(() => undefined) });
    expect((await run(hanging, tool(), 5)).result).toContain('took too long');
    const leaving = new AbortController();
    const left = runTool(tool(), {}, 1_000, leaving.signal, hanging);
    leaving.abort();
    await expect(left).rejects.toThrow('aborted');
  });
  it('is refused at creation for private addresses, not for a name that cannot be resolved now', async () => {
    expect(await refusalOfAddress('https://192.168.0.1/', transport())).toBe('must be a public host');
    expect(await refusalOfAddress('https://api.example.org/', transport())).toBeNull();
    const offline = transport({ resolve: () => Promise.reject(new Error('EAI_AGAIN')) });
    expect(await refusalOfAddress('https://api.example.org/', offline)).toBeNull();
  });
});

describe('over a real socket', () => {
  let server: Server | null = null;
  afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(null))));
  // The name is never asked for: the connection goes where the resolver said.
  const local: ToolTransport = {
    ...nodeTransport,
    resolve: () => Promise.resolve(['127.0.0.1']),
    allows: () => true,
  };

  async function serve(answer: (request: IncomingMessage, body: string) => [status: number, body: string]) {
    const started = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const [status, body] = answer(request, Buffer.concat(chunks).toString('utf8'));
        response.writeHead(status, { location: '/other' }).end(body);
      });
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    const { port } = started.address() as AddressInfo;
    return (more: Partial<HttpTool>) =>
      runTool(tool({ url: `http://tool.invalid:${String(port)}/x`, ...more }), { a: 1 }, 2_000, never, local);
  }

  it('sends method, headers and body, and reads the answer', async () => {
    const run = await serve((request, body) => [
      200,
      JSON.stringify([request.method, request.headers['x-key'], request.headers.host?.split(':')[0], body]),
    ]);
    const { outcome, result } = await run({ method: 'PUT', headers: [{ name: 'X-Key', value: 's' }] });
    expect(outcome).toBe('done');
    expect(JSON.parse(result)).toEqual(['PUT', 's', 'tool.invalid', '{"a":1}']);
  });
  it('fails at once when the server changes the protocol or hangs up', async () => {
    for (const answer of ['HTTP/1.1 101 Up\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n', '']) {
      const rude = createTcpServer((socket) => {
        socket.once('data', () => socket.end(answer));
        socket.on('error', () => undefined);
      });
      await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve));
      const { port } = rude.address() as AddressInfo;
      const { result } = await runTool(
        tool({ url: `http://tool.invalid:${String(port)}/` }),
        {},
        60_000,
        never,
        local,
      );
      expect(result).toContain('could not be reached');
      await new Promise((resolve) => rude.close(resolve));
    }
  });
  it('follows no redirect', async () => {
    const asked: (string | undefined)[] = [];
    const run = await serve((request) => {
      asked.push(request.url);
      return [307, ''];
    });
    expect(await run({ method: 'GET' })).toMatchObject({ outcome: 'failed' });
    expect(asked).toEqual(['/x?a=1']);
  });
  it('reads 8 KiB and no more', async () => {
    const run = await serve(() => [200, 'x'.repeat(LARGEST_ANSWER)]);
    expect(await run({})).toMatchObject({ outcome: 'done' });
    server?.close();
    const more = await serve(() => [200, 'x'.repeat(LARGEST_ANSWER + 1)]);
    expect(await more({})).toMatchObject({ outcome: 'failed' });
  });
});
