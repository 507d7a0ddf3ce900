import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NetworkWatch } from './network-watch';

describe('the network watch', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells of a change once, and only while a talk needs it', () => {
    let addresses = '10.0.0.2';
    const changed = vi.fn();
    const watch = new NetworkWatch(changed, () => addresses);
    watch.setNeeded(true);
    vi.advanceTimersByTime(5_000);
    expect(changed).not.toHaveBeenCalled();
    addresses = '192.168.1.7';
    vi.advanceTimersByTime(1_000);
    expect(changed).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5_000);
    expect(changed).toHaveBeenCalledTimes(1);
    watch.setNeeded(false);
    addresses = '';
    vi.advanceTimersByTime(5_000);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
