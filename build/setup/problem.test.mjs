import { describe, expect, it } from 'vitest';
import { downloadProblem, failureKind } from './problem.mjs';

describe('what kind of failure a tool reports', () => {
  it.each([
    ['TypeError: fetch failed\n at node:internal', 'no-network'],
    ['npm error code ENOTFOUND\nnpm error network request to https://registry failed', 'no-network'],
    ['HTTPError: Response code 503 (Service Unavailable)', 'no-network'],
    ['npm error code EINTEGRITY\nnpm error sha512-x integrity checksum failed when using sha512', 'mismatch'],
    ['Error: Generated checksum for "electron.zip" did not match expected checksum', 'mismatch'],
    ['npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write', 'disk-full'],
    ["EACCES: permission denied, mkdir '/var/cache/parley'", 'not-permitted'],
    ['npm error code E404\nnpm error 404 Not Found - GET https://registry/x', 'not-found'],
    ['something nobody has seen', 'other'],
  ])('%s', (text, kind) => {
    expect(failureKind(text)).toBe(kind);
  });

  it('says in every case what failed and what to do', () => {
    for (const text of ['fetch failed', 'ENOSPC', 'EINTEGRITY', 'EACCES', 'E404', 'odd']) {
      const problem = downloadProblem('the speech models', text);
      expect(problem.message).toContain('the speech models');
      expect(problem.next).not.toBe('');
    }
  });
});
