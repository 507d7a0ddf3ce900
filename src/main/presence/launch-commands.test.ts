import { describe, expect, it } from 'vitest';
import { launchCommand } from './launch-commands';

describe('what a launch asks of the Parley that runs', () => {
  it.each([
    [['parley', '--talk'], 'talk'],
    [['parley', '--toggle-talk'], 'toggle-talk'],
    [['electron', '--allow-file-access', '--stop', '/app'], 'stop'],
  ] as const)('%j is %s', (words, command) => {
    expect(launchCommand(words)).toBe(command);
  });

  it('is nothing without a switch of ours, also one that only looks like it', () => {
    expect(launchCommand(['parley'])).toBeNull();
    expect(launchCommand(['parley', '--talk=yes', '--talking', 'talk', '__proto__'])).toBeNull();
  });

  it('is to stop when both are asked for', () => {
    expect(launchCommand(['parley', '--talk', '--stop'])).toBe('stop');
  });
});
