import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Ledger } from './ledger';
import { LineFile } from './line-file';

/** The real disk, watched: what is synced shows nowhere else. */
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const watched = ['writeSync', 'fdatasyncSync', 'fsyncSync', 'renameSync'] as const;
  return { ...real, ...Object.fromEntries(watched.map((name) => [name, vi.fn(real[name] as never)])) };
});

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'line-file-'));
});
afterEach(() => {
  vi.clearAllMocks();
  fs.rmSync(folder, { recursive: true });
});
const path = () => join(folder, 'lines');

describe('a file of lines', () => {
  it('has a durable line on the disk itself when it returns, and spares the disk for others', () => {
    const file = new LineFile(path());
    file.append('often', { durable: false });
    expect(fs.fdatasyncSync).not.toHaveBeenCalled();
    file.append('counts', { durable: true });
    expect(fs.fdatasyncSync).toHaveBeenCalledOnce();
    expect(vi.mocked(fs.fdatasyncSync).mock.invocationCallOrder[0]).toBeGreaterThan(
      vi.mocked(fs.writeSync).mock.invocationCallOrder[1]!,
    );
  });

  it('begins on a line of its own after one of which the disk took a part only', () => {
    const file = new LineFile(path());
    vi.mocked(fs.writeSync).mockImplementationOnce((handle) => fs.writeSync(handle, 'to'));
    expect(() => file.append('torn', { durable: true })).toThrow();
    file.append('whole', { durable: true });
    expect(fs.readFileSync(path(), 'utf8')).toBe('to\nwhole\n');
  });

  it('is replaced only by what is on the disk already', () => {
    const file = new LineFile(path());
    file.replace(['one', 'two']);
    const [first, second] = vi.mocked(fs.fsyncSync).mock.invocationCallOrder;
    const [renamed] = vi.mocked(fs.renameSync).mock.invocationCallOrder;
    expect(first).toBeLessThan(renamed!);
    // The folder, so that the new name is kept as well.
    if (process.platform !== 'win32') expect(second).toBeGreaterThan(renamed!);
    expect(file.read()).toBe('one\ntwo\n');
  });
});

it('the ledger has every opening and closing of a paid socket on the disk itself', () => {
  const ledger = new Ledger({
    file: path(),
    now: () => 1_000_000,
    timeZone: () => 'UTC',
    dollarsPerHour: () => 4.5,
    every: () => () => undefined,
    changed: () => undefined,
    trouble: () => undefined,
  });
  const socket = { at: 1_000_000, conversation: 'talk', socket: 1 } as const;
  ledger.record({ ...socket, type: 'socket-opened', engine: 'hosted', host: 'agents.assemblyai.com' });
  expect(fs.fdatasyncSync).toHaveBeenCalledTimes(1);
  const goodbye = { code: 1000, reason: '', saidGoodbye: true, seconds: null, sessionId: null };
  ledger.record({ ...socket, type: 'socket-closed', ...goodbye });
  expect(fs.fdatasyncSync).toHaveBeenCalledTimes(2);
});
