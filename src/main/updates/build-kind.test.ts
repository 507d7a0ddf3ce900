import { describe, expect, it } from 'vitest';
import { readBuild, updatesOff } from './build-kind';

const packaged = (parley: unknown) => readBuild(JSON.stringify({ name: 'parley', parley }), true);

describe('which builds update themselves', () => {
  it('are signed ones alone, and only when the person wants it', () => {
    expect(updatesOff(packaged({ build: 'signed' }), true)).toBeNull();
    expect(updatesOff(packaged({ build: 'signed' }), false)).toBe('chosen');
    for (const build of ['unsigned', 'local', 'stand-in']) {
      expect(updatesOff(packaged({ build }), true)).toBe('not-signed');
    }
  });

  it('are none that was started from its source, whatever a file says', () => {
    const text = JSON.stringify({ parley: { build: 'signed' } });
    expect(updatesOff(readBuild(text, false), true)).toBe('development');
  });

  it.each([['not json'], ['{}'], ['{"parley":{"build":"else"}}'], ['']])('are none with %j', (text) => {
    expect(readBuild(text, true)).toEqual({ kind: 'development', updateKey: null });
  });

  it('know the key that their manifests are signed with', () => {
    expect(packaged({ build: 'signed', updateKey: 'PEM' }).updateKey).toBe('PEM');
  });
});
