import { describe, expect, it, vi } from 'vitest';
import { until } from '../../../test/support/until';
import type { UpdatesOff } from '../../shared/ipc/updates';
import { Updates, type ReleaseSource } from './updates';

function setUp(source: Partial<ReleaseSource> = {}) {
  const told: string[] = [];
  const order: string[] = [];
  let off: UpdatesOff | null = null;
  const loaded = vi.fn(() =>
    Promise.resolve<ReleaseSource>({
      look: () => Promise.resolve('2.0.0'),
      fetch: (progress) => {
        progress(100);
        return Promise.resolve();
      },
      restart: () => order.push('restart'),
      ...source,
    }),
  );
  const updates = new Updates({
    version: '1.0.0',
    source: loaded,
    off: () => off,
    withPreviews: () => false,
    now: () => 5,
    changed: () => undefined,
    notify: ({ code }) => told.push(code),
    goodbye: () => {
      order.push('goodbye');
      return Promise.resolve();
    },
    log: (line) => order.push(line),
  });
  const reaches = (state: string) => until(state, () => updates.picture.status.state === state);
  return { updates, told, order, loaded, reaches, switchOff: (why: UpdatesOff | null) => (off = why) };
}

describe('updates', () => {
  it('tells of a new version and of its being ready, and says goodbye before it restarts', async () => {
    const { updates, told, order, reaches } = setUp();
    updates.look();
    await reaches('available');
    updates.fetch();
    await reaches('ready');
    expect(told).toEqual(['update_found', 'update_ready']);
    await updates.restart();
    expect(order.slice(-2)).toEqual(['goodbye', 'restart']);
  });

  it('does not restart when nothing is ready', async () => {
    const { updates, order, reaches } = setUp();
    updates.look();
    await reaches('available');
    await updates.restart();
    expect(order).not.toContain('goodbye');
  });

  it('does not even load the updater while it is off', () => {
    const { updates, loaded, switchOff } = setUp();
    switchOff('chosen');
    updates.refresh();
    updates.look();
    expect(loaded).not.toHaveBeenCalled();
    expect(updates.picture.status).toEqual({ state: 'off', why: 'chosen' });
  });

  it('says in words what failed, logs no more than the kind of error, and can look again', async () => {
    const look = vi.fn(() => Promise.reject(new TypeError('https://a.host/secret')));
    const { updates, order, reaches } = setUp({ look });
    updates.look();
    await reaches('failed');
    expect(order).toContain('update: look failed: TypeError');
    expect(order.join()).not.toContain('secret');
    updates.look();
    expect(updates.picture.status.state).toBe('looking');
  });

  it('tells when there is nothing new', async () => {
    const { updates, told, reaches } = setUp({ look: () => Promise.resolve(null) });
    updates.look();
    await reaches('idle');
    expect(updates.picture.status).toEqual({ state: 'idle', lookedAt: 5 });
    expect(told).toEqual([]);
  });
});
