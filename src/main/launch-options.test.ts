import { describe, expect, it } from 'vitest';
import { launchOptions } from './launch-options';

describe('launch options', () => {
  it('leaves everything to the defaults in an empty environment', () => {
    expect(launchOptions({}, [])).toEqual({
      home: null,
      environmentKey: null,
      languageModelKey: null,
      agentUrl: null,
      apiUrl: null,
      hidden: false,
      skipOnboarding: false,
      idleMs: null,
    });
  });

  it.each([
    ['wss://agents.assemblyai.com/v1/ws', true],
    ['ws://127.0.0.1:9000/v1/ws', true],
    ['ws://localhost:9000/v1/ws', true],
    ['ws://[::1]:9000/v1/ws', true],
    ['ws://192.168.1.5/v1/ws', false],
    ['ws://127.0.0.1.example.com/v1/ws', false],
    ['ws://127.0.0.1@example.com/v1/ws', false],
    ['https://agents.assemblyai.com', false],
    ['nonsense', false],
  ])('plain addresses pass on loopback only: %s', (url, ok) => {
    expect(launchOptions({ PARLEY_AGENT_URL: url }, []).agentUrl?.ok).toBe(ok);
  });
});
