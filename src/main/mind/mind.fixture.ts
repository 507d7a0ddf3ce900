/** For tests: a mind on the real disk. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TranscriptEntry } from '../../shared/ipc/conversation';
import { createMind, type Mind, type MindWorld } from './mind';

const NOWHERE = join(tmpdir(), 'parley-mind-of-a-test-that-has-none');
const noHistory = {
  page: () => Promise.resolve({ rows: [], more: false, kept: 0 }),
  read: () => Promise.reject(new Error('No history is kept in this test.')),
};

/** A mind in the folder; without one, writing to it makes the test fail. Time stands unless `now` moves it. */
export function mindIn(folder: string = NOWHERE, parts: Partial<MindWorld> = {}): Mind {
  const transcript: readonly TranscriptEntry[] = [];
  return createMind({
    folder,
    now: () => new Date('2026-11-21T12:00:00Z'),
    timeZone: () => 'UTC',
    tell: () => undefined,
    changed: () => undefined,
    silence: () => undefined,
    onProblem: () => undefined,
    log: () => undefined,
    past: { history: noHistory, keepsHistory: () => false, transcript: () => transcript },
    ...parts,
  });
}
