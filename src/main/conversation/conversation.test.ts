import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import type { ConversationSnapshot } from '../../shared/ipc/conversation';
import type { SpeechClient } from '../../shared/ipc/speech-client';
import { activeProfile, withProfile } from '../../shared/settings/profile';
import { defaultSettings } from '../../shared/settings/schema';
import type { Allowance } from '../cost/caps';
import { handsThat } from '../tools/hands.fixture';
import { Conversation } from './conversation';
import type { ConversationRecord } from './records';
import { talkOptions } from './talk-options';

/** A service on a real socket that becomes ready, and says goodbye unless it is told not to. */
class Service {
  readonly server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  readonly heard: string[] = [];
  readonly connections: WebSocket[] = [];
  saysGoodbye = true;
  /** Unix seconds; its calendar is right. */
  expiresAt: number | undefined;

  constructor() {
    this.server.on('connection', (socket) => {
      this.connections.push(socket);
      socket.on('message', (data) =>
        this.answer(socket, (JSON.parse(String(data)) as { type: string }).type),
      );
    });
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1/ws`;
  }

  private answer(socket: WebSocket, type: string): void {
    this.heard.push(type);
    const ready = { type: 'session.ready', session_id: 's', expires_at: this.expiresAt };
    if (type === 'session.update') socket.send(JSON.stringify(ready));
    if (type === 'session.end' && this.saysGoodbye) {
      socket.send(JSON.stringify({ type: 'session.ended', session_duration_seconds: 1 }));
      socket.close(1000);
    }
  }
}

const unlimited: Allowance = { allowed: true, milliseconds: null, cap: null };
const capReached: Allowance = {
  allowed: false,
  cap: 'day',
  problem: { code: 'cap_day', sentence: 'The cap is reached.', next: 'Wait.' },
};
const { profiles, activeProfile: id } = defaultSettings;
const settings = {
  ...defaultSettings,
  idleSeconds: null,
  profiles: withProfile(profiles, id, { engine: 'hosted' }),
};

let service: Service;
let conversation: Conversation;
let allowance: (conversationMilliseconds: number) => Allowance;
let sound: string[];
let records: ConversationRecord[];
let snapshot: ConversationSnapshot | null;
/** What the speech process was asked for. */
let heard: string[];
/** How far the conversation's clock is behind the calendar's, which goes on while the computer sleeps. */
let slept: number;
beforeEach(async () => {
  service = new Service();
  await new Promise((resolve) => service.server.once('listening', resolve));
  allowance = () => unlimited;
  [sound, records, snapshot, slept, heard] = [[], [], null, 0, []];
  conversation = new Conversation({
    now: () => performance.timeOrigin + performance.now(),
    wallClock: () => Date.now() + slept,
    random: () => 0,
    chosenEngine: () => 'hosted',
    audio: { open: () => sound.push('open'), close: () => sound.push('close'), play: () => undefined },
    endpoint: () => Promise.resolve({ url: service.url, key: 'k' }),
    configSource: (engine) => ({ engine, settings, tools: () => [], grants: [], otherNames: [] }),
    allowance: (milliseconds) => allowance(milliseconds),
    dollarsPerHour: () => 4.5,
    options: () => talkOptions(settings),
    newId: () => 'talk-1',
    profile: () => activeProfile(settings),
    record: (record) => records.push(record),
    hands: handsThat(() => Promise.resolve({ ok: true, say: '', data: {} })),
    foreignTools: () => [],
    hush: () => undefined,
    speech: () => speech,
    explainTrouble: () => null,
    probe: null,
    publish: {
      snapshot: (told) => (snapshot = told),
      entry: () => undefined,
      replaced: () => undefined,
      levels: () => undefined,
    },
  });
});
afterEach(async () => {
  await conversation.endWithin(100);
  for (const socket of service.connections) socket.terminate();
  service.server.close();
});

const speech = {
  openVoiceActivity: () => {
    heard.push('begin');
    return { push: () => void heard.push('frame'), close: () => void heard.push('end') };
  },
} as unknown as SpeechClient;
const frame = (level: number) => ({
  type: 'frame' as const,
  pcm: new Int16Array(1_200),
  level,
  capturedAt: Date.now(),
});

const begin = () => conversation.begin({ microphone: true, text: null, greeting: true, before: [] });
const live = async () => {
  begin();
  await expect.poll(() => records.map(({ type }) => type)).toContain('session-ready');
};

it('the speech process is asked with the first sound of the microphone, not with the press', async () => {
  await live();
  conversation.captured(frame(0));
  expect(heard).toEqual([]);
  conversation.captured(frame(0.1));
  conversation.captured(frame(0));
  expect(heard).toEqual(['begin', 'frame', 'frame']);
  conversation.dispatch({ type: 'end', reason: 'person' });
  conversation.captured(frame(0.1));
  expect(heard).toEqual(['begin', 'frame', 'frame', 'end']);
});

describe('the caps', () => {
  it('open no socket when one is reached', async () => {
    allowance = () => capReached;
    begin();
    await expect.poll(() => snapshot?.problem?.code).toBe('cap_day');
    expect(service.connections).toEqual([]);
    expect(sound.at(-1)).toBe('close');
  });

  it('are asked again when their time is over, with the time that the open socket has cost', async () => {
    const asked: number[] = [];
    allowance = (milliseconds) => {
      asked.push(milliseconds);
      return milliseconds < 200
        ? { allowed: true, milliseconds: 200 - milliseconds, cap: 'day' }
        : capReached;
    };
    await live();
    await expect.poll(() => service.heard).toContain('session.end');
    await expect.poll(() => conversation.settled).toBe(true);
    expect(asked.at(-1)).toBeGreaterThanOrEqual(200);
    expect(snapshot?.notice?.code).toBe('cap_day');
    expect(sound.at(-1)).toBe('close');
  });
});

it('a session that expires is exchanged in time, also when the computer has slept for hours', async () => {
  slept = 8 * 3_600_000;
  service.expiresAt = Math.ceil((Date.now() + slept) / 1_000) + 1;
  await live();
  await expect.poll(() => service.connections.length, { timeout: 4_000 }).toBe(2);
});

describe('a quit', () => {
  it('waits for the goodbye of every socket', async () => {
    await live();
    await conversation.endWithin(5_000);
    expect(service.heard.at(-1)).toBe('session.end');
    expect(conversation.settled).toBe(true);
    expect(records.map(({ type }) => type)).toContain('socket-closed');
  });

  it('waits for the goodbye of a session that was left just before', async () => {
    await live();
    conversation.dispatch({ type: 'away', reason: 'lock' });
    await conversation.endWithin(5_000);
    expect(service.heard.at(-1)).toBe('session.end');
    expect(conversation.settled).toBe(true);
  });

  it('does not wait for ever', async () => {
    service.saysGoodbye = false;
    await live();
    const before = performance.now();
    await conversation.endWithin(200);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(service.heard.at(-1)).toBe('session.end');
  });
});
