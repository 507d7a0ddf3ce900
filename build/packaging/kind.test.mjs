import { describe, expect, it } from 'vitest';
import { buildKind, releasesOf } from './kind.mjs';

const apple = {
  PARLEY_RELEASE: '1',
  CSC_LINK: 'c',
  CSC_KEY_PASSWORD: 'p',
  APPLE_API_KEY: 'k',
  APPLE_API_KEY_ID: 'i',
  APPLE_API_ISSUER: 's',
};

describe('the kind of a build', () => {
  it('is local for a person, whatever secrets lie about', () => {
    expect(buildKind('darwin', { ...apple, PARLEY_RELEASE: undefined })).toBe('local');
  });

  it('is signed only with every secret that a signature needs', () => {
    expect(buildKind('darwin', apple)).toBe('signed');
    for (const name of Object.keys(apple).filter((one) => one !== 'PARLEY_RELEASE')) {
      // A secret that is not set reaches a workflow as an empty text.
      expect(buildKind('darwin', { ...apple, [name]: '' }), name).toBe('unsigned');
    }
    expect(buildKind('win32', { PARLEY_RELEASE: '1', CSC_LINK: 'c', CSC_KEY_PASSWORD: 'p' })).toBe('signed');
  });

  it('is signed on Linux only with the key of the manifests', () => {
    expect(buildKind('linux', apple)).toBe('unsigned');
    expect(buildKind('linux', { PARLEY_RELEASE: '1', PARLEY_UPDATE_KEY: 'pem' })).toBe('signed');
  });

  it('takes updates from the repository that the workflow runs in', () => {
    expect(releasesOf('somebody/parley')).toEqual({ owner: 'somebody', repo: 'parley' });
    expect(releasesOf(undefined)).toBeUndefined();
    expect(releasesOf('somebody/parley/more')).toBeUndefined();
  });
});
