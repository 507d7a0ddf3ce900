import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LanguageModelServer, ServerTrouble } from '../../../shared/ipc/local-agent-port';
import { systemClock, type Clock } from '../../clock';
import {
  emptyMemory,
  type Memory,
  type OfferedTool,
  type Thinker,
  type Thought,
  type ThoughtRequest,
} from '../types';
import { ChosenThinker } from './chosen-thinker';
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

const tools: readonly OfferedTool[] = [
  {
    name: 'get_time',
    description: 'Tells the time.',
    parameters: { type: 'object', properties: { place: { type: 'string' }, count: { type: 'integer' } } },
  },
  { name: 'open_item', description: 'Opens a file.', parameters: { type: 'object', properties: {} } },
];
const builtIn: Thinker = {
  prepare: async () => undefined,
  think: async ({ memory }) => ({ kind: 'say', text: 'Built in.', memory }),
};
const asking = (text: string, more: Partial<ThoughtRequest> = {}): ThoughtRequest => ({
  prompt: { kind: 'request', text },
  systemPrompt: 'You are Nova.',
  greeting: '',
  tools,
  history: [{ role: 'user', text }],
  memory: emptyMemory,
  now: new Date(2026, 10, 21, 9),
  ...more,
});

/** A clock whose timers run only when they are told to. */
class HandClock implements Clock {
  at = 0;
  private timers: { readonly at: number; readonly run: () => void }[] = [];
  now = () => this.at;
  after = (milliseconds: number, run: () => void) => {
    const timer = { at: this.at + milliseconds, run };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((other) => other !== timer));
  };
  pass(milliseconds: number): void {
    this.at += milliseconds;
    for (const timer of this.timers.filter(({ at }) => at <= this.at)) timer.run();
  }
}

let server: ModelServer;
let troubles: ServerTrouble[];
beforeEach(async () => {
  server = await ModelServer.start();
  troubles = [];
});
afterEach(() => server.stop());

const model = (more: Partial<LanguageModelServer> = {}, clock: Clock = systemClock) =>
  new LanguageModel(server.reach(more), builtIn, { clock, onTrouble: (trouble) => troubles.push(trouble) });
const never = new AbortController().signal;
const say = (text: string, memory: Partial<Memory> = {}) => ({
  kind: 'say',
  text,
  memory: { ...emptyMemory, lastSaid: text, ...memory },
});

describe.each([
  ['Ollama', ollama],
  ['llama.cpp', llamaCpp],
  ['LM Studio', lmStudio],
])('an answer as %s streams it', (_, wire) => {
  it('is said', async () => {
    server.script = wire.says('It', ' is ', '**warm**, ', 'and sun', 'ny. ', '☀️');
    expect(await model().think(asking('How is it?'), never)).toEqual(say('It is warm, and sunny.'));
  });
  it('calls tools', async () => {
    server.script = wire.calls(['get_time', '{"place":"São Paulo","count":"2"}'], ['open_item', '{}']);
    expect(await model().think(asking('What time is it?'), never)).toMatchObject({
      kind: 'call',
      calls: [
        { name: 'get_time', arguments: { place: 'São Paulo', count: 2 } },
        { name: 'open_item', arguments: {} },
      ],
      memory: { lastCall: { name: 'open_item' }, rounds: 1 },
    });
  });
});

describe('what is sent', () => {
  it('is the conversation, the tools and nothing else', async () => {
    server.script = ollama.says('Ok.');
    await model({ key: 'secret' }).think(
      asking('And in Rome?', {
        history: [
          { role: 'agent', text: 'Hi, I am Nova.' },
          { role: 'user', text: 'What time is it in Paris?' },
          {
            role: 'tool',
            call: { name: 'get_time', arguments: { place: 'Paris' }, result: '"9:00"', outcome: 'done' },
          },
          { role: 'agent', text: 'Nine.' },
          { role: 'system', text: 'The user is on a train.' },
          { role: 'user', text: 'And in Rome?' },
        ],
      }),
      never,
    );
    const [request] = server.received;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/v1/chat/completions',
      authorization: 'Bearer secret',
    });
    expect(Object.keys(request!.body).sort()).toEqual(['messages', 'model', 'stream', 'tools']);
    const [system, ...rest] = request!.body.messages!;
    expect(system!.content).toMatch(
      /You are Nova\.[\s\S]*21 November 2026[\s\S]*Hi, I am Nova\.[\s\S]*on a train/,
    );
    expect(rest).toEqual([
      { role: 'user', content: 'What time is it in Paris?' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          {
            id: 'call00001',
            type: 'function',
            function: { name: 'get_time', arguments: '{"place":"Paris"}' },
          },
        ],
      },
      { role: 'tool', tool_call_id: 'call00001', content: '"9:00"' },
      { role: 'assistant', content: 'Nine.' },
      { role: 'user', content: 'And in Rome?' },
    ]);
    expect(request!.body.tools![0]).toEqual({ type: 'function', function: tools[0] });
  });
  it('has no key where there is none', async () => {
    server.script = ollama.says('Ok.');
    await model().think(asking('Hello.'), never);
    expect(server.received[0]!.authorization).toBeUndefined();
  });
  it('takes what was typed as said by the person, and other instructions as such', async () => {
    server.script = ollama.says('Ok.');
    const typed = 'The user typed: "Hello you." Answer it.';
    await model().think(asking('', { prompt: { kind: 'instructions', text: typed }, history: [] }), never);
    expect(server.received[0]!.body.messages!.at(-1)).toEqual({ role: 'user', content: 'Hello you.' });
    const order = 'Summarise the talk.';
    await model().think(asking('', { prompt: { kind: 'instructions', text: order }, history: [] }), never);
    expect(server.received[1]!.body.messages![0]!.content).toContain('For this answer: Summarise the talk.');
  });
  it('is nothing when the words are given', async () => {
    const prompt = { kind: 'instructions', text: 'Say exactly: Good night.' } as const;
    expect(await model().think(asking('', { prompt }), never)).toMatchObject({ text: 'Built in.' });
    expect(server.received).toEqual([]);
  });
  it('offers no tools any more after many calls in a row', async () => {
    server.script = ollama.says('Enough.');
    const prompt = { kind: 'results', calls: [] } as const;
    await model().think(asking('', { prompt, memory: { ...emptyMemory, rounds: 6 } }), never);
    expect(server.received[0]!.body.tools).toBeUndefined();
  });
});

describe('an answer that is still coming', () => {
  it('is given out clause by clause', async () => {
    let goOn: () => void = () => undefined;
    server.script = pauses(['The sun is out, ', 'and it is'], new Promise<void>((done) => (goOn = done)), [
      ' warm.',
    ]);
    const parts: string[] = [];
    const thought = await model().think(asking('How is it?'), never, (part) => {
      parts.push(part);
      goOn();
    });
    expect(parts).toEqual(['The sun is out,', 'and it is warm.']);
    expect(thought).toEqual(say('The sun is out, and it is warm.'));
  });
  it('is given up when nobody wants it any more: the server sees the connection closed', async () => {
    const forever = new Promise<void>(() => undefined);
    server.script = pauses(['One and two, three and four '], forever, []);
    const abort = new AbortController();
    const thought = model().think(asking('Count.'), abort.signal, () => abort.abort());
    await expect(thought).rejects.toMatchObject({ name: 'AbortError' });
    await server.clientGone();
    expect(troubles).toEqual([]);
  });
  it('ends where it has become too long', async () => {
    server.script = async (response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      const data = JSON.stringify({ choices: [{ delta: { content: 'And so on and on. ' } }] });
      const timer = setInterval(() => response.write(`data: ${data}\n\n`.repeat(50)), 1);
      response.once('close', () => clearInterval(timer));
    };
    const thought = await model().think(asking('Tell me everything.'), never);
    expect(thought.kind === 'say' && thought.text.length).toBeLessThan(2_100);
    await server.clientGone();
  });
  it('keeps thoughts to itself', async () => {
    server.script = llamaCpp.says('<thi', 'nk>The person wants', ' 2 < 3.</th', 'ink>\n\nTwo.');
    expect(await model().think(asking('One plus one?'), never)).toEqual(say('Two.'));
  });
  it('finds a call that was written as text', async () => {
    server.script = llamaCpp.says(
      '<tool_call>\n{"name": "get_time", ',
      '"arguments": {"place": "Rome"}}\n</tool_call>',
    );
    expect(await model().think(asking('Time in Rome?'), never)).toMatchObject({
      kind: 'call',
      calls: [{ name: 'get_time', arguments: { place: 'Rome' } }],
    });
  });
  it('may come whole from a server that does not stream', async () => {
    server.script = refuse(
      200,
      '{"choices":[{"message":{"role":"assistant","content":"Hello."},"finish_reason":"stop"}]}',
    );
    expect(await model().think(asking('Hi.'), never)).toEqual(say('Hello.'));
  });
});

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
    await server.clientGone();
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

it('thinks with what is chosen at the time', async () => {
  server.script = ollama.says('From the server.');
  const thinker = new ChosenThinker(builtIn, { clock: systemClock, onTrouble: () => undefined });
  expect(await thinker.think(asking('Hi.'), never)).toMatchObject({ text: 'Built in.' });
  thinker.choose(server.reach());
  expect(await thinker.think(asking('Hi.'), never)).toMatchObject({ text: 'From the server.' });
  thinker.choose(null);
  expect(await thinker.think(asking('Hi.'), never)).toMatchObject({ text: 'Built in.' });
});
