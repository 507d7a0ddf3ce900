import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCost, type Cost } from './cost';

const NOON = Date.parse('2026-11-21T12:00:00Z');
const HOUR = 3_600_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cost-'));
  vi.useFakeTimers({ now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const none = { capConversation: null, capDay: null, capMonth: null };
const open = (caps: Partial<Record<keyof typeof none, number>>): Cost =>
  openCost({
    folder,
    settings: () => ({ dollarsPerHour: 3.6, ...none, ...caps }),
    changed: () => undefined,
    trouble: () => undefined,
  });
const socketOpened = (socket: number) =>
  ({
    type: 'socket-opened',
    at: Date.now(),
    conversation: 'talk',
    socket,
    engine: 'hosted',
    host: 'agents.assemblyai.com',
  }) as const;
const socketClosed = (socket: number) =>
  ({
    type: 'socket-closed',
    at: Date.now(),
    conversation: 'talk',
    socket,
    sessionId: null,
    code: 1000,
    reason: '',
    saidGoodbye: true,
    seconds: null,
  }) as const;

describe('the caps on cost', () => {
  it.each(['capDay', 'capMonth'] as const)('%s counts a socket that is still open', (cap) => {
    const cost = open({ [cap]: 1.8 });
    cost.record(socketOpened(1));
    vi.setSystemTime(NOON + HOUR / 4);
    expect(cost.allowance(0)).toMatchObject({ allowed: true, milliseconds: HOUR / 4 });
    vi.setSystemTime(NOON + HOUR / 2);
    expect(cost.allowance(0).allowed).toBe(false);
  });

  it('count what an earlier run has cost', () => {
    const before = open({ capDay: 1.8 });
    before.record(socketOpened(1));
    vi.setSystemTime(NOON + HOUR / 2);
    before.record(socketClosed(1));
    expect(open({ capDay: 1.8 }).allowance(0)).toMatchObject({ allowed: false, cap: 'day' });
  });
});
