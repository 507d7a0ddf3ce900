import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../shared/problem';
import { launchOptions } from '../launch-options';
import { KeyStore } from '../storage/key-store';
import { serviceAddress, serviceKey } from './endpoints';

const at = (
  environment: Record<string, string>,
  region: 'automatic' | 'us' | 'eu' | 'custom' = 'automatic',
  customHost = '',
) => serviceAddress(launchOptions(environment, []), { region, customHost });

describe('where the service is', () => {
  it.each([
    ['automatic', 'agents.assemblyai.com'],
    ['us', 'agents.us.assemblyai.com'],
    ['eu', 'agents.eu.assemblyai.com'],
  ] as const)('by the region %s, one host for socket and REST', (region, host) => {
    expect(at({}, region)).toMatchObject({ socketUrl: `wss://${host}/v1/ws`, restUrl: `https://${host}/v1` });
  });

  it('other regions are asked only when the service itself chose this one', () => {
    expect(at({}).otherRegions).toEqual([
      'https://agents.us.assemblyai.com/v1',
      'https://agents.eu.assemblyai.com/v1',
    ]);
    expect(at({}, 'eu').otherRegions).toEqual([]);
  });

  it('by a custom host, and a bad one names the field', () => {
    expect(at({}, 'custom', 'https://voice.example.com/v1')).toMatchObject({
      socketUrl: 'wss://voice.example.com/v1/ws',
      restUrl: 'https://voice.example.com/v1',
    });
    expect(() => at({}, 'custom', '')).toThrow(ProblemError);
    try {
      at({}, 'custom', 'me:secret@host');
    } catch (error) {
      expect((error as ProblemError).problem.sentence).toContain('custom host');
    }
  });

  it('the environment wins over a custom host, and one address names the host of both', () => {
    const socket = { PARLEY_AGENT_URL: 'ws://127.0.0.1:9000/v1/ws' };
    expect(at(socket, 'custom', 'bad host')).toMatchObject({ restUrl: 'http://127.0.0.1:9000/v1' });
    const rest = { PARLEY_API_URL: 'https://voice.example.com/' };
    expect(at(rest)).toMatchObject({
      socketUrl: 'wss://voice.example.com/v1/ws',
      restUrl: 'https://voice.example.com/v1',
    });
    expect(at({ ...socket, PARLEY_API_URL: 'http://localhost:9001/v2/' })).toEqual({
      socketUrl: 'ws://127.0.0.1:9000/v1/ws',
      restUrl: 'http://localhost:9001/v2',
      otherRegions: [],
    });
    expect(() => at({ PARLEY_API_URL: 'http://voice.example.com' })).toThrow('address_refused');
  });
});

describe('the key that goes there', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'parley-key-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const keychain = {
    available: () => true,
    encrypt: async (text: string) => Buffer.from(text),
    decrypt: () => Promise.reject(new Error('locked')),
  };
  const keysWith = (environmentKey: string | null) =>
    new KeyStore(folder, 'service-key', keychain, environmentKey);

  it('is missing in words, but a server on this computer may ask for none', async () => {
    await expect(serviceKey(keysWith(null), 'https://agents.assemblyai.com/v1')).rejects.toThrow(
      'key_missing',
    );
    expect(await serviceKey(keysWith(null), 'ws://127.0.0.1:9000/v1/ws')).toBe('none');
    expect(await serviceKey(keysWith('own'), 'ws://127.0.0.1:9000/v1/ws')).toBe('own');
  });

  it('is told apart from one that the keychain does not give out', async () => {
    const keys = keysWith(null);
    await keys.save('own');
    await expect(serviceKey(keys, 'https://agents.assemblyai.com/v1')).rejects.toThrow(
      'keychain_unavailable',
    );
  });
});
