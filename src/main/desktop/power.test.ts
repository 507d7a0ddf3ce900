import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { watchPower } from './power';

function computer() {
  const monitor = new EventEmitter();
  const told: string[] = [];
  watchPower(monitor, {
    away: (reason) => told.push(`away: ${reason}`),
    back: () => told.push('back'),
    shutdown: () => told.push('shutdown'),
  });
  return { told, does: (...events: readonly string[]) => events.forEach((event) => monitor.emit(event)) };
}

describe('the computer’s own life', () => {
  it.each([
    ['sleeps and wakes', ['suspend', 'resume'], ['away: sleep', 'back']],
    ['is locked and unlocked', ['lock-screen', 'unlock-screen'], ['away: lock', 'back']],
  ])('is told when it %s', (_what, events, told) => {
    const { does, told: heard } = computer();
    does(...events);
    expect(heard).toEqual(told);
  });

  it.each([
    ['locked before', ['lock-screen', 'suspend', 'resume']],
    ['locked in sleep', ['suspend', 'lock-screen', 'resume']],
  ])('is not back when it wakes up locked (%s), only once it is unlocked', (_when, events) => {
    const { does, told } = computer();
    does(...events);
    expect(told).not.toContain('back');
    does('unlock-screen');
    expect(told.at(-1)).toBe('back');
  });

  it('is back when it is unlocked without having told that it woke up', () => {
    const { does, told } = computer();
    does('suspend', 'lock-screen', 'unlock-screen');
    expect(told.at(-1)).toBe('back');
  });

  it('holds a shutdown up until the goodbyes are said', () => {
    const monitor = new EventEmitter();
    const told: string[] = [];
    const listener = { away: () => undefined, back: () => undefined, shutdown: () => told.push('shutdown') };
    watchPower(monitor, listener);
    monitor.emit('shutdown', { preventDefault: () => told.push('held') });
    expect(told).toEqual(['held', 'shutdown']);
  });
});
