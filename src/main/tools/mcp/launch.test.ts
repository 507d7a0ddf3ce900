import { describe, expect, it } from 'vitest';
import { launchOf, type Surroundings } from './launch';

const surroundings: Surroundings = {
  platform: 'linux',
  home: '/home/ada',
  environment: {
    PATH: '/usr/bin',
    HOME: '/home/ada',
    ASSEMBLYAI_API_KEY: 'the key',
    PARLEY_THINK_KEY: 'another',
    AWS_SECRET_ACCESS_KEY: 'not asked for',
    WANTED: 'yes',
    NODE_OPTIONS: '--require evil',
  },
};
const stdio = { type: 'stdio' as const, command: 'x', args: [] as string[], env: [] as string[], cwd: null };
const launched = (
  ...[transport, secrets, platform]: [Parameters<typeof launchOf>[0], Record<string, string>?, 'darwin'?]
) => {
  const made = launchOf(transport, secrets ?? {}, null, { ...surroundings, ...(platform && { platform }) });
  if (!made.ok) throw new Error(made.problem.sentence);
  return made.launch;
};

describe('what a program gets of our environment', () => {
  it('is what every program needs, and what was named; never Parley’s own', () => {
    const env = ['WANTED', 'ASSEMBLYAI_API_KEY', 'PARLEY_THINK_KEY', 'assemblyai_api_key'];
    const launch = launched({ ...stdio, env }, { 'env:ASSEMBLYAI_API_KEY': 'typed' });
    expect(launch).toMatchObject({
      env: { PATH: '/usr/bin', HOME: '/home/ada', WANTED: 'yes' },
      cwd: '/home/ada',
    });
    expect(launch.type === 'stdio' && Object.keys(launch.env).sort()).toEqual(['HOME', 'PATH', 'WANTED']);
  });

  it('has the kept value before the one around', () => {
    expect(launched({ ...stdio, env: ['WANTED'] }, { 'env:WANTED': 'kept' })).toMatchObject({
      env: { WANTED: 'kept' },
    });
  });

  it('finds programs on a Mac that was not started from a shell', () => {
    expect(launched(stdio, {}, 'darwin')).toMatchObject({
      env: { PATH: '/usr/bin:/opt/homebrew/bin:/usr/local/bin:/home/ada/.local/bin' },
    });
  });
});

describe('secrets', () => {
  it('are put in their places, fitted into an address', () => {
    const url = 'https://example.com/mcp?key=${secret:k}';
    expect(
      launched({ type: 'http', url, headers: ['X-Key'] }, { 'secret:k': 'a&b', 'header:x-key': 'h' }),
    ).toEqual({
      ...{ type: 'http', url: 'https://example.com/mcp?key=a%26b' },
      ...{ headers: { 'X-Key': 'h' }, oauth: null },
    });
  });

  it.each([
    [{ ...stdio, args: ['${secret:gone}'] }, 'gone'],
    [{ type: 'http' as const, url: 'https://example.com/mcp', headers: ['X-Key'] }, 'X-Key'],
  ])('that are missing keep it from starting', (transport, name) => {
    const made = launchOf(transport, {}, null, surroundings);
    expect(made).toMatchObject({ ok: false, problem: { code: 'mcp_missing_value' } });
    expect(!made.ok && made.problem.sentence).toContain(name);
  });
});
