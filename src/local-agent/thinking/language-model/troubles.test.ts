import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LanguageModelServer, ServerTrouble } from '../../../shared/ipc/local-agent-port';
import { systemClock, type Clock } from '../../clock';
import type { Thought } from '../types';
import { asking, builtIn, HandClock, never } from './asking.fixture';
import { LanguageModel } from './language-model';
import {
  cutsOff,
  events,
  llamaCpp,
  lmStudio,
  ModelServer,
  ollama,
  pauses,
  refuse,
} from './model-server.fixture';

let server: ModelServer;
let troubles: ServerTrouble[];
beforeEach(async () => {
  server = await ModelServer.start();
  troubles = [];
});
afterEach(() => server.stop());

const model = (more: Partial<LanguageModelServer> = {}, clock: Clock = systemClock) =>
  new LanguageModel(server.reach(more), builtIn, { clock, onTrouble: (trouble) => troubles.push(trouble) });
describe('a server in trouble', () => {
  const takesOver = async (trouble: ServerTrouble, thinker = model()) => {
    const thought = await thinker.think(asking('Hello.'), never);
    expect(troubles).toEqual([trouble]);
    expect(thought).toMatchObject({
      kind: 'say',
      text: expect.stringMatching(/, so I answer on my own for now\. Built in\.$/),
      memory: { troubleTold: true },
    });
  };
  it.each<[string, ServerTrouble, ReturnType<typeof refuse>]>([
    [
      'refuses the key',
      'key-refused',
      refuse(401, '{"error":{"message":"Incorrect API key","code":"invalid_api_key"}}'),
    ],
    ['lacks the model', 'model-missing', ollama.lacksModel],
    ['has a model without tools', 'no-tools', ollama.lacksTools],
    [
      'has too much to do',
      'overloaded',
      refuse(429, '{"error":{"message":"Rate limit","code":"rate_limit_exceeded"}}'),
    ],
    ['is loading its model', 'overloaded', llamaCpp.loading],
    ['fails', 'failed', refuse(500, 'Internal Server Error', 'text/plain')],
    ['is no such server', 'nonsense', refuse(404, '404 page not found', 'text/plain')],
    ['answers a web page', 'nonsense', refuse(200, '<html>Sign in</html>', 'text/html')],
    ['answers some other JSON', 'nonsense', refuse(200, '{"hello":"world"}')],
    ['streams nonsense', 'nonsense', events('data: hello\n\n')],
    ['answers nothing', 'cut-off', events()],
    ['says nothing', 'nonsense', ollama.says('')],
    ['only thinks', 'nonsense', ollama.says('<think>Hm.')],
    ['calls what was not offered', 'nonsense', ollama.calls(['delete_everything', '{}'])],
    ['calls with nonsense', 'nonsense', ollama.calls(['get_time', 'place is Rome'])],
    ['fails in mid-stream', 'failed', llamaCpp.fails()],
    ['fails in mid-stream as older ones do', 'failed', llamaCpp.failsOld()],
    ['names its failure', 'failed', lmStudio.fails],
    [
      'sends elsewhere',
      'nonsense',
      (response) => void response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
    ],
  ])('that %s leaves the turn to the built-in thinking, and that is told', async (_, trouble, script) => {
    server.script = script;
    await takesOver(trouble);
  });
  it('that is not there leaves the turn to the built-in thinking', async () => {
    const gone = await ModelServer.start();
    const { address } = gone.reach();
    await gone.stop();
    await takesOver('unreachable', model({ address }));
  });
  it('is told of once in a conversation', async () => {
    server.script = refuse(500, '');
    const first = await model().think(asking('Hello.'), never);
    const again = await model().think(asking('Hello again.', { memory: first.memory }), never);
    expect(again).toMatchObject({ text: 'Built in.' });
  });
  it('that broke off is not repeated: what was said stays said', async () => {
    server.script = cutsOff('The sun is out, ', 'and it is warm. But then');
    const parts: string[] = [];
    const thought = await model().think(asking('How is it?'), never, (part) => parts.push(part));
    expect(thought).toMatchObject({
      kind: 'say',
      text: `${parts.join(' ')} Sorry, the rest of the answer did not come.`,
    });
    expect(troubles).toEqual(['cut-off']);
  });
  it('that broke off before the first clause leaves the turn', async () => {
    server.script = cutsOff('The');
    await takesOver('cut-off');
  });
  it('that only keeps the connection alive is given up in time, and left alone for a while', async () => {
    const clock = new HandClock();
    let began: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (began = resolve));
    server.script = (response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(': ping\n\n', () => began());
    };
    const thinker = model({ firstWordMs: 3_000 }, clock);
    const thought = takesOver('too-slow', thinker);
    await begun;
    clock.pass(3_000);
    await thought;
    await server.allClosed();
    await thinker.think(asking('Hello?'), never);
    expect(server.received).toHaveLength(1);
    clock.pass(30_000);
    server.script = ollama.says('Back.');
    expect(await thinker.think(asking('Hello?'), never)).toMatchObject({ text: 'Back.' });
  });
  it('that never comes to an end is given up after a minute', async () => {
    const clock = new HandClock();
    server.script = pauses(['One and two, three and four '], new Promise<void>(() => undefined), []);
    const { thought } = await new Promise<{ thought: Promise<Thought> }>((parted) => {
      const thinking = model({}, clock).think(asking('Count.'), never, () => parted({ thought: thinking }));
    });
    clock.pass(60_000);
    expect(await thought).toMatchObject({ text: expect.stringMatching(/^One and two, Sorry/) });
    expect(troubles).toEqual(['too-slow']);
  });
});
