import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../clock';
import { llamaCpp, ModelServer, ollama, refuse } from './model-server.fixture';
import { checkServer } from './server';

let server: ModelServer;
beforeEach(async () => void (server = await ModelServer.start()));
afterEach(() => server.stop());
const check = (more = {}) => checkServer(server.reach(more), new AbortController().signal, systemClock);

describe('the check of a language model server', () => {
  it('finds the model, also by the name without tag', async () => {
    server.script = ollama.models;
    expect(await check()).toEqual({ result: 'ok', models: ['tiny:latest'] });
    expect(server.received[0]).toMatchObject({ method: 'GET', path: '/v1/models' });
  });
  it('tells which models there are when it is not among them', async () => {
    server.script = ollama.models;
    expect(await check({ model: 'huge' })).toEqual({ result: 'model-missing', models: ['tiny:latest'] });
  });
  it('tells each name once, and none that no setting could hold', async () => {
    const names = ['a', 'b', 'a', 'x'.repeat(201)];
    server.script = refuse(200, JSON.stringify({ data: names.map((id) => ({ id })) }));
    expect((await check({ model: 'b' })).models).toEqual(['a', 'b']);
  });
  it('sends the key', async () => {
    server.script = refuse(401, '{"error":{"message":"Invalid API Key"}}');
    expect(await check({ key: 'wrong' })).toEqual({ result: 'key-refused', models: [] });
    expect(server.received[0]!.authorization).toBe('Bearer wrong');
  });
  it.each([
    ['nonsense', refuse(200, '<html>', 'text/html')],
    ['nonsense', refuse(200, '{"models":[]}')],
    ['overloaded', llamaCpp.loading],
  ])('says %s', async (result, script) => {
    server.script = script;
    expect(await check()).toEqual({ result, models: [] });
  });
  it('says unreachable', async () => {
    const reached = server.reach();
    await server.stop();
    server = await ModelServer.start();
    expect(await checkServer(reached, new AbortController().signal, systemClock)).toMatchObject({
      result: 'unreachable',
    });
  });
});
