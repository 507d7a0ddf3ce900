import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../clock';
import type { LanguageModelServer } from '../../../shared/ipc/local-agent-port';
import { emptyMemory, type Memory } from '../types';
import { asking, builtIn, never, tools } from './asking.fixture';
import { ChosenThinker } from './chosen-thinker';
import { LanguageModel } from './language-model';
import { llamaCpp, lmStudio, ModelServer, ollama, pauses, refuse } from './model-server.fixture';

let server: ModelServer;
const troubles: string[] = [];
beforeEach(async () => void (server = await ModelServer.start()));
afterEach(async () => {
  await server.stop();
  expect(troubles.splice(0)).toEqual([]);
});

const model = (more: Partial<LanguageModelServer> = {}) =>
  new LanguageModel(server.reach(more), builtIn, {
    clock: systemClock,
    onTrouble: (trouble) => troubles.push(trouble),
  });
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

it('takes calls of Ollama before 0.4.7, which did not number them', async () => {
  server.script = ollama.callsUnnumbered(['get_time', '{"place":"Rome"}'], ['get_time', '{"place":"Paris"}']);
  expect(await model().think(asking('What time is it?'), never)).toMatchObject({
    calls: [{ arguments: { place: 'Rome' } }, { arguments: { place: 'Paris' } }],
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
  it('tells how a tool wants its result told', async () => {
    server.script = ollama.says('Ok.');
    const call = {
      name: 'get_time',
      arguments: {},
      result: '9',
      outcome: 'done',
      instructions: 'Be brief.',
    } as const;
    await model().think(asking('', { prompt: { kind: 'results', calls: [call] } }), never);
    expect(server.received[0]!.body.messages![0]!.content).toContain('For this answer: Be brief.');
  });
  it('makes a server on this computer load its model when a session begins, once', async () => {
    server.script = ollama.says('Hello, ', 'how are you?');
    const thinker = model();
    await thinker.prepare(tools);
    await thinker.prepare(tools);
    expect(server.received.map(({ body }) => body)).toEqual([
      { model: 'tiny', messages: [{ role: 'user', content: 'Hello.' }], stream: true },
    ]);
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
    await server.allClosed();
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
    await server.allClosed();
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

it('thinks with what is chosen at the time', async () => {
  server.script = ollama.says('From the server.');
  const thinker = new ChosenThinker(builtIn, { clock: systemClock, onTrouble: () => undefined });
  expect(await thinker.think(asking('Hi.'), never)).toMatchObject({ text: 'Built in.' });
  thinker.choose(server.reach());
  expect(await thinker.think(asking('Hi.'), never)).toMatchObject({ text: 'From the server.' });
  thinker.choose(null);
  expect(await thinker.think(asking('Hi.'), never)).toMatchObject({ text: 'Built in.' });
});
