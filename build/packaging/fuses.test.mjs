import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { FUSES, wrongFuses } from './fuses.mjs';

/** The characters of a fuse wire. */
const FuseState = { DISABLE: 48, ENABLE: 49, REMOVED: 114 };
const options = /** @type {Record<string, number | string>} */ (/** @type {unknown} */ (FuseV1Options));

/** @param {Readonly<Record<string, boolean>>} states */
function wireOf(states) {
  return Object.fromEntries(
    Object.entries(states).map(([name, on]) => [
      String(options[`${name[0]?.toUpperCase()}${name.slice(1)}`]),
      on ? FuseState.ENABLE : FuseState.DISABLE,
    ]),
  );
}

describe('fuses', () => {
  it('knows every fuse of Electron that the library knows', () => {
    const known = Object.keys(options).filter((name) => Number.isNaN(Number(name)));
    expect(
      Object.keys(FUSES)
        .map((name) => name.toLowerCase())
        .sort(),
    ).toEqual(known.map((name) => name.toLowerCase()).sort());
  });

  it('finds nothing wrong with a wire that is as wanted', () => {
    expect(wrongFuses(wireOf(FUSES), options)).toEqual([]);
  });

  it('names each fuse that is the other way round', () => {
    const flipped = { ...FUSES, runAsNode: true, onlyLoadAppFromAsar: false };
    expect(wrongFuses(wireOf(flipped), options)).toEqual(['runAsNode is on', 'onlyLoadAppFromAsar is off']);
  });

  it('does not take a fuse that the executable lacks for a right one', () => {
    expect(wrongFuses({}, options)).toHaveLength(Object.keys(FUSES).length);
    const removed = { ...wireOf(FUSES), [String(options['RunAsNode'])]: FuseState.REMOVED };
    expect(wrongFuses(removed, options)).toEqual(['runAsNode is removed']);
  });
});
