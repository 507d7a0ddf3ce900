import { describe, expect, it } from 'vitest';
import { isLoopback, parseWish } from './command-line';

const wishOf = (...args: string[]) => {
  const parsed = parseWish(args);
  return parsed.kind === 'wish' ? parsed.wish : parsed.sentence;
};

describe('the command line', () => {
  it('fills in the path of the socket and the REST base', () => {
    expect(wishOf('ws://127.0.0.1:8080')).toMatchObject({
      url: new URL('ws://127.0.0.1:8080/v1/ws'),
      api: 'http://127.0.0.1:8080/v1',
      key: null,
      only: null,
    });
    expect(wishOf('https://agents.example', '--key', 'k')).toMatchObject({
      url: new URL('wss://agents.example/v1/ws'),
      api: 'https://agents.example/v1',
    });
    expect(wishOf('ws://localhost:1/v1/voice', '--api', 'http://localhost:2/v1/')).toMatchObject({
      url: new URL('ws://localhost:1/v1/voice'),
      api: 'http://localhost:2/v1',
    });
  });

  it('starts our own agent when asked to, which has no other address', () => {
    expect(wishOf('--spawn', '--control')).toMatchObject({ spawn: true, control: true, key: null });
    expect(wishOf('ws://127.0.0.1:8080')).toMatchObject({ spawn: false });
  });

  it.each([
    [['--spawn', 'ws://127.0.0.1'], 'Our own local agent needs no address and no key.'],
    [['--spawn', '--key', 'k'], 'Our own local agent needs no address and no key.'],
    [[], 'The address of the server is missing.'],
    [['nowhere'], '"nowhere" is no WebSocket address.'],
    [['ftp://127.0.0.1'], '"ftp://127.0.0.1" is no WebSocket address.'],
    [['ws://127.0.0.1', 'ws://127.0.0.1'], 'There is one address too many: "ws://127.0.0.1".'],
    [['wss://agents.example'], 'A server on another machine needs --key.'],
    [['ws://agents.example', '--key', 'k'], 'A key is sent to another machine over wss: only.'],
    [
      ['wss://agents.example', '--key', 'k', '--api', 'http://agents.example/v1'],
      'A key is sent to another machine over https: only.',
    ],
    [['ws://127.0.0.1', '--only', '('], '--only must be a regular expression, not "(".'],
    [['ws://127.0.0.1', '--key', ''], '--key must not be empty.'],
  ])('refuses %j', (args, sentence) => {
    expect(wishOf(...args)).toBe(sentence);
  });

  it('takes only this machine for loopback', () => {
    const hosts = ['127.0.0.1', '127.1.2.3', 'localhost', '[::1]', '127.0.0.1.example', 'localhost.example'];
    expect(hosts.filter((host) => isLoopback(new URL(`ws://${host}/`)))).toEqual(hosts.slice(0, 4));
  });
});
