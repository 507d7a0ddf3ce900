import { describe, expect, it } from 'vitest';
import type { UpdateStatus } from '../../shared/ipc/updates';
import { nextUpdate, type UpdateEvent } from './update-state';

const problem = { code: 'x', sentence: 'It failed.', next: 'Try again.' };
const idle: UpdateStatus = { state: 'idle', lookedAt: null };
const available: UpdateStatus = { state: 'available', version: '2.0.0' };
const fetching: UpdateStatus = { state: 'fetching', version: '2.0.0', percent: 40 };
const ready: UpdateStatus = { state: 'ready', version: '2.0.0' };
const all: readonly UpdateStatus[] = [
  { state: 'off', why: 'not-signed' },
  idle,
  { state: 'looking' },
  available,
  fetching,
  ready,
  { state: 'failed', problem },
];

describe('updating', () => {
  it('goes from looking to ready only through the person', () => {
    const events: readonly UpdateEvent[] = [
      { type: 'look' },
      { type: 'found', version: '2.0.0' },
      { type: 'fetch' },
      { type: 'progress', percent: 41.7 },
      { type: 'fetched', version: '2.0.0' },
    ];
    const effects = [];
    let status: UpdateStatus = idle;
    for (const event of events) {
      const [next, caused] = nextUpdate(status, event);
      effects.push(...caused);
      status = next;
    }
    expect(effects).toEqual(['look', 'tell-found', 'fetch', 'tell-ready']);
    expect(status).toEqual(ready);
  });

  it('fetches nothing in any state but "available", and nothing but the wish fetches', () => {
    for (const status of all) {
      const [, effects] = nextUpdate(status, { type: 'fetch' });
      expect(effects).toEqual(status.state === 'available' ? ['fetch'] : []);
    }
    expect(nextUpdate({ state: 'looking' }, { type: 'found', version: '2.0.0' })[1]).not.toContain('fetch');
  });

  it('looks for nothing while it is off', () => {
    const off: UpdateStatus = { state: 'off', why: 'development' };
    expect(nextUpdate(off, { type: 'look' })).toEqual([off, []]);
  });

  it('is switched off from every state, and what comes in late changes nothing then', () => {
    for (const status of all) {
      const [off] = nextUpdate(status, { type: 'switched', off: 'chosen' });
      expect(off).toEqual({ state: 'off', why: 'chosen' });
      for (const late of [
        { type: 'found', version: '2.0.0' },
        { type: 'progress', percent: 50 },
        { type: 'fetched', version: '2.0.0' },
        { type: 'nothing-new', at: 1 },
        { type: 'failed', problem },
      ] as const) {
        expect(nextUpdate(off, late)).toEqual([off, []]);
      }
    }
  });

  it('keeps what is ready when a later look fails or finds more', () => {
    for (const event of [
      { type: 'failed', problem },
      { type: 'look' },
      { type: 'switched', off: null },
    ] as const) {
      expect(nextUpdate(ready, event)).toEqual([ready, []]);
    }
  });

  it('tells whole percent, never backwards and never beyond the whole', () => {
    const percent = (told: number) => nextUpdate(fetching, { type: 'progress', percent: told })[0];
    expect(percent(40.9)).toBe(fetching);
    expect(percent(12)).toBe(fetching);
    expect(percent(500)).toMatchObject({ percent: 100 });
  });
});
