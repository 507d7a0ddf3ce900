import { describe, expect, it } from 'vitest';
import { readServerAddress } from './server-address';

describe('the address of a language model server', () => {
  it.each([
    ['http://127.0.0.1:11434', 'http://127.0.0.1:11434/v1'],
    ['http://localhost:1234/v1/', 'http://localhost:1234/v1'],
    ['http://[::1]:8080/v1/chat/completions', 'http://[::1]:8080/v1'],
    [' HTTPS://API.Example.com/v1 ', 'https://api.example.com/v1'],
    ['https://openrouter.ai/api/v1', 'https://openrouter.ai/api/v1'],
  ])('is read from %j', (typed, address) => {
    expect(readServerAddress(typed)).toMatchObject({ ok: true, address });
  });
  it('is told apart by whether words leave this computer', () => {
    expect(readServerAddress('https://localhost')).toMatchObject({ thisComputer: true, host: 'localhost' });
    expect(readServerAddress('https://api.Example.com')).toMatchObject({
      thisComputer: false,
      host: 'api.example.com',
    });
  });
  it.each([
    'http://192.168.1.5:11434',
    'http://example.com/v1',
    'http://127.0.0.1.example.com/v1',
    'http://localhost.example.com',
    'http://0x7f.1/',
  ])('is refused when words would cross a network in the open: %j', (typed) => {
    expect(readServerAddress(typed)).toMatchObject({ ok: false, sentence: expect.stringContaining('https') });
  });
  it.each([
    '',
    'ollama',
    'ftp://localhost',
    'http://',
    'http://user:secret@localhost',
    'http://localhost@example.com',
    'http://localhost\\@example.com',
    'https://example.com/v1?key=x',
    'https://example.com/#x',
    'https://example.com:99999',
    'javascript:alert(1)',
  ])('is refused when it is %j', (typed) => {
    expect(readServerAddress(typed)).toMatchObject({ ok: false, sentence: expect.stringMatching(/\.$/) });
  });
  it('means the same to the network as it was read', () => {
    for (const typed of ['http://localhost:1234/v1', 'http://[::1]:8080', 'https://a-b.example.com']) {
      const read = readServerAddress(typed);
      if (!read.ok) throw new Error(read.sentence);
      const { protocol, host, pathname, search, hash, username } = new URL(read.address);
      expect(`${protocol}//${host}${pathname}`).toBe(read.address);
      expect([search, hash, username]).toEqual(['', '', '']);
    }
  });
});
