import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { addressAt, AnsweringServer, clientAt } from './client.fixture';
import { ServiceError } from './service-error';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function answering(
  answer: (request: IncomingMessage, response: ServerResponse, server: AnsweringServer) => void,
) {
  const server = await AnsweringServer.start(answer);
  ends.push(() => server.stop());
  return { server, ...clientAt(addressAt(server.port)) };
}

const failure = async (promise: Promise<unknown>): Promise<ServiceError> => {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ServiceError);
  return error as ServiceError;
};

const json = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) => void response.writeHead(status, headers).end(JSON.stringify(body));

const AGENT = { name: 'Desk', system_prompt: 'Help.', voice: { voice_id: 'anna' } };

describe('trying again', () => {
  it('happens after 429 and 5xx, waiting as long as the service asks, at most a minute', async () => {
    const { client, waits } = await answering((_request, response, { requests }) => {
      if (requests.length === 1) return json(response, 429, {}, { 'retry-after': '7' });
      if (requests.length === 2) return json(response, 503, {}, { 'retry-after': '3600' });
      if (requests.length === 3) return json(response, 500, {});
      json(response, 200, { id: 'agent_1', name: 'A' });
    });
    expect((await client.getAgent('agent_1')).name).toBe('A');
    expect(waits).toEqual([7_000, 60_000, 1_000]);
  });

  it('ends after four attempts', async () => {
    const { client, server } = await answering((_request, response) => json(response, 500, {}));
    expect((await failure(client.getAgent('agent_1'))).facts.status).toBe(500);
    expect(server.requests).toHaveLength(4);
  });

  it('never happens with what is not safe to send twice, nor after a decision', async () => {
    const { client, server } = await answering((_request, response) => json(response, 503, {}));
    await failure(client.createAgent(AGENT));
    expect(server.requests).toHaveLength(1);
    const strict = await answering((_request, response) => json(response, 403, {}));
    await failure(strict.client.getAgent('agent_1'));
    expect(strict.server.requests).toHaveLength(1);
  });

  it('takes a deletion whose answer was lost for done', async () => {
    const { client } = await answering((request, response, { requests }) => {
      if (requests.length === 1) request.socket.destroy();
      else json(response, 404, { code: 'agent_not_found' });
    });
    await client.deleteAgent('agent_1');
  });

  it('stops when it is cancelled', async () => {
    const abort = new AbortController();
    const { client, server } = await answering((_request, response) => {
      abort.abort(new Error('enough'));
      json(response, 503, {});
    });
    await expect(client.getAgent('agent_1', abort.signal)).rejects.toThrow('enough');
    expect(server.requests).toHaveLength(1);
  });
});

describe('answers that are none', () => {
  it('a page of a public network is told from the service', async () => {
    const { client } = await answering((_request, response) => void response.end('<html>Sign in</html>'));
    expect((await failure(client.listAgents())).problem.code).toBe('not_upgraded');
    expect((await client.voices()).source).toBe('built-in');
  });

  it('a redirect is not followed, so the key goes nowhere else', async () => {
    const other = await answering((_request, response) => json(response, 200, { agents: [] }));
    const { client } = await answering(
      (_request, response) =>
        void response.writeHead(302, { location: `http://127.0.0.1:${String(other.server.port)}/` }).end(),
    );
    await failure(client.listAgents());
    expect(other.server.requests).toEqual([]);
  });

  it('an endless one is cut', async () => {
    const { client } = await answering((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    expect((await failure(client.createAgent(AGENT))).problem.code).toBe('answer_too_long');
  });

  it('a server that is not there is named as the cause', async () => {
    const { server, client } = await answering(() => undefined);
    await server.stop();
    expect((await failure(client.createAgent(AGENT))).problem.code).toBe('connection_refused');
  });
});

describe('a session of another region', () => {
  it('is asked for in the other regions, in turn, and told missing by none', async () => {
    const missing = (_request: IncomingMessage, response: ServerResponse) =>
      json(response, 404, { code: 'session_not_found' });
    const here = await answering(missing);
    const us = await answering(missing);
    const eu = await answering((_request, response) => json(response, 200, { id: 'sess_1' }));
    const restOf = ({ server }: { server: AnsweringServer }) => addressAt(server.port).restUrl;
    const { client } = clientAt({ ...addressAt(here.server.port), otherRegions: [restOf(us), restOf(eu)] });
    expect((await client.getSession('sess_1')).id).toBe('sess_1');
    expect(us.server.requests).toHaveLength(1);
    const without = clientAt({ ...addressAt(here.server.port), otherRegions: [restOf(us)] }).client;
    expect((await failure(without.deleteSession('sess_1'))).problem.code).toBe('session_not_found');
  });
});
