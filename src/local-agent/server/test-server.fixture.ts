import type { Faults } from '../faults/catalogue';
import { parseFaults } from '../faults/parse';
import { IntentRouter } from '../thinking/thinker';
import { FakeSpeech } from './fake-speech.fixture';
import { startServer, type LocalAgentOptions, type LocalAgentServer } from './server';
import { TestClient } from './test-client.fixture';

/** These faults. @throws Error when there is no such fault. */
export function faultsOf(...texts: string[]): Faults {
  const read = parseFaults(texts);
  if (read.kind === 'wrong') throw new Error(read.sentence);
  return read.faults;
}

/** What a REST call gave. */
interface RestAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A server without models on a free port, and how to talk to it. */
export class TestServer {
  private constructor(
    readonly server: LocalAgentServer,
    readonly speech: FakeSpeech,
  ) {}

  static async start(options: Partial<LocalAgentOptions> = {}): Promise<TestServer> {
    const speech = new FakeSpeech();
    const server = await startServer({
      port: 0,
      key: null,
      timing: 'native',
      speech: speech.client,
      thinker: new IntentRouter(null),
      onTrouble: (part, code) => {
        throw new Error(`${part} failed: ${code}`);
      },
      ...options,
    });
    return new TestServer(server, speech);
  }

  connect(key?: string, path?: string): Promise<TestClient> {
    return TestClient.connect(this.server.port, key, path);
  }

  async rest(method: string, path: string, body?: unknown, key = 'any'): Promise<RestAnswer> {
    const address = path.startsWith('http') ? path : `http://127.0.0.1:${String(this.server.port)}${path}`;
    const response = await fetch(address, {
      method,
      headers: key === '' ? {} : { authorization: key },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
    };
  }
}
