import { expect, test } from 'vitest';
import { speechEnvironment } from './speech-environment';

test('only what speech needs is let through, in whatever case', () => {
  const needed = { PATH: '/bin', Path: 'C:\\', HOME: '/home/x', LC_ALL: 'C', SystemRoot: 'C:\\Windows' };
  const others = {
    ASSEMBLYAI_API_KEY: 'x',
    DATABASE_URL: 'x',
    NODE_OPTIONS: '--require x',
    PARLEY_HOME: '/tmp/x',
    SSH_AUTH_SOCK: '/x',
    MALLOC_TRIM_THRESHOLD_: '1',
  };
  const given = speechEnvironment({ ...needed, ...others, TMPDIR: undefined });
  expect(given).toEqual({
    ...needed,
    MALLOC_MMAP_THRESHOLD_: '131072',
    MALLOC_TRIM_THRESHOLD_: '131072',
  });
});
