import { describe, expect, it } from 'vitest';
import { readServiceHost } from './service-host';

describe('the custom host of the service', () => {
  it.each([
    ['agents.example.com', 'agents.example.com', true],
    ['  Agents.Example.COM ', 'agents.example.com', true],
    ['agents.example.com:8443', 'agents.example.com:8443', true],
    ['https://agents.example.com', 'agents.example.com', true],
    ['wss://agents.example.com/v1/ws', 'agents.example.com', true],
    ['https://agents.example.com/v1/', 'agents.example.com', true],
    ['http://127.0.0.1:8765', '127.0.0.1:8765', false],
    ['ws://localhost:8765/v1/ws', 'localhost:8765', false],
    ['[::1]:8765', '[::1]:8765', true],
  ])('%s is read', (typed, host, secure) => {
    expect(readServiceHost(typed)).toEqual({ ok: true, host, secure });
  });

  it.each([
    ['', 'Type the name'],
    ['https://', 'Type only'],
    ['two words', 'Type only'],
    ['agents.example.com/other', 'Type only'],
    ['agents.example.com?token=1', 'Type only'],
    ['agents..example.com', 'Type only'],
    ['agents.example.com:99999', 'Type only'],
    ['ftp://agents.example.com', 'Type only'],
    ['https://me:secret@agents.example.com', 'Leave out'],
    ['me@agents.example.com', 'Leave out'],
    ['http://agents.example.com', 'Unencrypted'],
    ['ws://127.0.0.1.example.com', 'Unencrypted'],
  ])('%s is refused with a reason', (typed, begins) => {
    const read = readServiceHost(typed);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.sentence.startsWith(begins)).toBe(true);
  });
});
