import { describe, expect, it } from 'vitest';
import { readWish } from './command-line';

describe('the command line', () => {
  it('fills in path, seed and length', () => {
    expect(readWish(['ws://127.0.0.1:8080', '--api', 'http://localhost:8080/v1/'])).toEqual({
      url: new URL('ws://127.0.0.1:8080/v1/ws'),
      api: new URL('http://localhost:8080/v1'),
      key: 'fuzz',
      seed: 1,
      seconds: 60,
    });
    expect(readWish(['--spawn', '--seed', '7', '--seconds', '5'])).toMatchObject({
      url: null,
      api: null,
      seed: 7,
      seconds: 5,
    });
  });

  it.each([
    [['wss://agents.example'], 'Only a server on this machine may be treated like that.'],
    [
      ['ws://127.0.0.1:1', '--api', 'https://agents.example/v1'],
      'Only a server on this machine may be treated like that.',
    ],
    [
      ['--spawn', '--api', 'https://agents.example/v1'],
      'Only a server on this machine may be treated like that.',
    ],
    [[], 'Give one address, or --spawn.'],
    [['--spawn', 'ws://127.0.0.1'], 'Give one address, or --spawn.'],
    [['nowhere'], '"nowhere" is no WebSocket address.'],
    [['ws://127.0.0.1', '--api', 'x'], '--api must be an http address, not "x".'],
    [['--spawn', '--seconds', '0'], '--seed is a whole number, --seconds a positive one.'],
  ])('refuses %j', (args, sentence) => {
    expect(readWish(args)).toBe(sentence);
  });
});
