import { expect, test } from 'vitest';
import { withoutKeys } from './without-keys';

test('no key goes to a child process', () => {
  const keys = {
    ASSEMBLYAI_API_KEY: 'x',
    PARLEY_THINK_KEY: 'x',
    OPENAI_API_KEY: 'x',
    GITHUB_TOKEN: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_ACCESS_KEY_ID: 'x',
    CLIENT_SECRET: 'x',
    DB_PASSWORD: 'x',
    apikey: 'x',
  };
  expect(withoutKeys(keys)).toEqual({});
});

test('what a process needs to run goes through', () => {
  const needed = {
    PATH: '/bin',
    HOME: '/home/x',
    PARLEY_HOME: '/tmp/x',
    XAUTHORITY: '/x',
    SSH_AUTH_SOCK: '/x',
    GNOME_KEYRING_CONTROL: '/x',
    NODE_EXTRA_CA_CERTS: '/x',
    KEYBOARD: 'x',
  };
  expect(withoutKeys({ ...needed, GONE: undefined })).toEqual(needed);
});
