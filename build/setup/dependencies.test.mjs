import { describe, expect, it } from 'vitest';
import { mustInstall, nodeIsNewEnough } from './dependencies.mjs';

describe('whether the dependencies are installed again', () => {
  it.each([
    ['nothing is installed', { stamp: undefined, installedAt: undefined }, true],
    [
      'an install broke off after an earlier whole one',
      { stamp: { lock: 'a' }, installedAt: undefined },
      true,
    ],
    ['the lock file is that of our last install', { stamp: { lock: 'a' }, installedAt: 1 }, false],
    ['the lock file has changed since', { stamp: { lock: 'b' }, installedAt: 9 }, true],
    ['a person installed by hand after the lock file changed', { stamp: undefined, installedAt: 9 }, false],
    ['a person installed by hand before the lock file changed', { stamp: undefined, installedAt: 1 }, true],
    ['the stamp is damaged and the install older than the lock', { stamp: 'x', installedAt: 1 }, true],
  ])('%s', (_case, state, expected) => {
    expect(mustInstall({ lock: 'a', lockChangedAt: 5, ...state })).toBe(expected);
  });
});

it.each([
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.0.0', true],
  ['24.1.0', true],
  ['18.20.0', false],
])('Node %s is new enough: %s', (version, expected) => {
  expect(nodeIsNewEnough(version)).toBe(expected);
});
