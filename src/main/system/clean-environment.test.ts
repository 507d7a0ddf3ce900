import { describe, expect, test } from 'vitest';
import { cleanEnvironment } from './clean-environment';

const ours = {
  ASSEMBLYAI_API_KEY: 'secret',
  PARLEY_MEASURE: 'x',
  PARLEY_TEST_COMMAND: 'x',
  OPENAI_API_KEY: 'secret',
  NODE_OPTIONS: '--require /tmp/evil.js',
  ELECTRON_RUN_AS_NODE: '1',
  LD_PRELOAD: '/tmp/evil.so',
  LD_LIBRARY_PATH: '/tmp/.mount/lib',
  CHROME_DESKTOP: 'parley.desktop',
  BASH_ENV: '/tmp/evil',
};

describe.each(['linux', 'darwin', 'win32'] as const)('what a program is started with on %s', (platform) => {
  test('nothing of ours and nothing that changes what it loads', () => {
    expect(cleanEnvironment({ ...ours, PATH: '/bin' }, platform)).toEqual({ PATH: '/bin' });
  });
});

test('what the person’s session needs goes through; values beyond measure do not', () => {
  const session = { HOME: '/home/x', DISPLAY: ':0', XDG_RUNTIME_DIR: '/run/user/1', LC_TIME: 'de_AT.UTF-8' };
  expect(cleanEnvironment({ ...session, LANG: 'x'.repeat(100_000) }, 'linux')).toEqual(session);
});
