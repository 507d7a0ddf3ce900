import { FakeSpeech } from '../../src/local-agent/server/fake-speech.fixture';
import { startServer, type LocalAgentServer } from '../../src/local-agent/server/server';
import { IntentRouter } from '../../src/local-agent/thinking/thinker';
import { httpControl } from './control';
import type { Lane } from './runner';

/** The key of the servers that are started here. */
const KEY = 'the-key';
/** 24 kHz samples of a square wave: speech to the fake, whatever the format it is sent in. */
const LOUD = Int16Array.from({ length: 16_800 }, (_, at) => (at % 48 < 24 ? 8_000 : -8_000));

/** Our own server in this process, without models: what is said to it is scripted, and it thinks with words alone. */
export async function startLane(): Promise<{ readonly lane: Lane; readonly server: LocalAgentServer }> {
  const speech = new FakeSpeech();
  const server = await startServer({
    port: 0,
    key: KEY,
    timing: 'native',
    speech: speech.client,
    thinker: new IntentRouter(null),
    onTrouble: () => undefined,
    control: true,
  });
  const base = `127.0.0.1:${String(server.port)}`;
  const voice = {
    speak: (text: string) => {
      speech.hearsOnly(text);
      return Promise.resolve(LOUD);
    },
  };
  const target = {
    url: new URL(`ws://${base}/v1/ws`),
    api: `http://${base}/v1`,
    key: KEY,
    keyIsChecked: true,
    loopback: true,
    patienceMs: 4_000,
    voice,
    control: httpControl(`http://${base}/v1`, KEY),
  };
  return { lane: { target, speaks: true, ownServer: true }, server };
}
