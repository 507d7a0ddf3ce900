/** The whole way of a language model's answer: from its server through thinking and voice to a client's socket. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../clock';
import { LanguageModel } from '../thinking/language-model/language-model';
import { ModelServer, ollama, pauses } from '../thinking/language-model/model-server.fixture';
import { IntentRouter } from '../thinking/thinker';
import { FakeSpeech } from './fake-speech.fixture';
import { startServer, type LocalAgentServer } from './server';
import { TestClient } from './test-client.fixture';

let model: ModelServer;
let server: LocalAgentServer;
let client: TestClient;
const troubles: string[] = [];

beforeEach(async () => {
  model = await ModelServer.start();
  troubles.length = 0;
  const onTrouble = (trouble: string) => void troubles.push(trouble);
  server = await startServer({
    port: 0,
    key: null,
    timing: 'native',
    speech: new FakeSpeech().client,
    thinker: new LanguageModel(model.reach(), new IntentRouter(null), { clock: systemClock, onTrouble }),
    onTrouble,
  });
  client = await TestClient.connect(server.port);
  model.script = ollama.says('Ready.');
  await client.begin();
});
afterEach(async () => {
  await server.close();
  await model.stop();
});
const ask = (text: string) =>
  client.send({ type: 'reply.create', instructions: `The user typed: ${JSON.stringify(text)} Answer it.` });

describe('an answer of a language model', () => {
  it('is heard while the model still writes', async () => {
    let goOn: () => void = () => undefined;
    model.script = pauses(['The sun is out, ', 'and it is '], new Promise<void>((go) => (goOn = go)), [
      'warm.',
    ]);
    ask('How is it?');
    await client.next('reply.audio');
    expect(client.types()).not.toContain('transcript.agent');
    goOn();
    expect(await client.next('transcript.agent')).toMatchObject({
      text: 'The sun is out, and it is warm.',
      interrupted: false,
    });
    expect(troubles).toEqual([]);
  });
  it('is no longer asked for once it was cut short: the model’s server sees the connection closed', async () => {
    model.script = pauses(['The sun is out, ', 'and it is '], new Promise<void>(() => undefined), []);
    ask('How is it?');
    const { reply_id } = await client.next('reply.audio');
    client.send({ type: 'reply.cancel', reply_id });
    expect(await client.next('reply.done')).toMatchObject({ status: 'interrupted' });
    await model.allClosed();
    model.script = ollama.says('It is still ', 'warm.');
    const from = client.received.length;
    ask('And now?');
    expect(await client.next('transcript.agent', from)).toMatchObject({ text: 'It is still warm.' });
    expect(troubles).toEqual([]);
  });
});
