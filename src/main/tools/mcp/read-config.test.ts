import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideSecrets } from './hide-secrets';
import { readConfig } from './read-config';

const serversOf = (text: string) => {
  const config = readConfig(text);
  if (!config.ok) throw new Error(config.problem.sentence);
  return config.servers;
};

describe('configuration of other programs', () => {
  const echo = { command: 'npx', args: ['-y', 'echo-server'] };

  it.each([
    ['Claude Desktop and Cursor', JSON.stringify({ mcpServers: { echo } })],
    ['VS Code', JSON.stringify({ servers: { echo: { type: 'stdio', ...echo } }, inputs: [] })],
    ['the settings of VS Code', JSON.stringify({ mcp: { servers: { echo } } })],
    ['the inside of mcpServers', JSON.stringify({ echo })],
    ['a piece without braces', `"echo": ${JSON.stringify(echo)},`],
    [
      'comments and last commas',
      `/* mine */ { "mcpServers": { "echo": { // here\n "command": "npx", "args": ["-y", "echo-server",], }, } }`,
    ],
    ['a byte order mark', `\ufeff${JSON.stringify({ mcpServers: { echo } })}`],
  ])('%s', (_, text) => {
    expect(serversOf(text)).toEqual([
      {
        name: 'echo',
        transport: { type: 'stdio', command: 'npx', args: ['-y', 'echo-server'], env: [], cwd: null },
      },
    ]);
  });

  it('a server without a name is called after what it is', () => {
    const text = JSON.stringify({ command: 'npx', args: ['-y', '@modelcontextprotocol/server-memory'] });
    expect(serversOf(text)[0]?.name).toBe('memory');
  });

  it('what looks like a comment in a string stays', () => {
    const text = '{ "mcpServers": { "a": { "url": "https://example.com//mcp" } } }';
    expect(serversOf(text)[0]?.transport).toMatchObject({ url: 'https://example.com//mcp' });
  });

  it('what cannot be taken is left out with its reason, the rest is taken', () => {
    const config = readConfig(
      JSON.stringify({
        mcpServers: {
          old: { type: 'sse', url: 'https://example.com/sse' },
          plain: { url: 'http://example.com/mcp' },
          odd: { command: 'x', args: [1] },
          empty: {},
          good: { url: 'http://127.0.0.1:3000/mcp' },
        },
      }),
    );
    expect(config).toMatchObject({ ok: true, servers: [{ name: 'good' }] });
    expect(config.ok && config.skipped.map(({ name }) => name)).toEqual(['old', 'plain', 'odd', 'empty']);
  });

  it('values that only point elsewhere are asked for, and Parley’s own variables are not named', () => {
    const [server] = serversOf(
      JSON.stringify({
        servers: {
          a: {
            command: 'x',
            args: ['--token', '${input:token}'],
            env: { KEY: '${env:KEY}', ASSEMBLYAI_API_KEY: 'a', PARLEY_HOME: 'b', PORT: 80 },
          },
        },
      }),
    );
    expect(server?.transport).toMatchObject({
      args: ['--token', '${secret:token}'],
      env: [
        { name: 'KEY', value: null },
        { name: 'PORT', value: '80' },
      ],
    });
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof readConfig(text).ok).toBe('boolean');
        expect(typeof readConfig(`{"mcpServers":${text}}`).ok).toBe('boolean');
      }),
    );
  });
});

describe('secrets in a configuration', () => {
  const stdio = (args: readonly string[]) =>
    hideSecrets({ type: 'stdio', command: 'x', args, env: [], cwd: null });

  it.each([
    [['--api-key', 'short-one']],
    [['--api-key=short-one']],
    [['API_TOKEN=short-one']],
    [['sk-abcdefghijklmnop']],
    [['ghp_0123456789abcdefABCDEF']],
    [['--header', 'Authorization: Bearer abc']],
    [['postgresql://ada:hunter2@localhost/db']],
    [['https://example.com/mcp?api_key=hunter22']],
    [['3fa9c0de4b7712aa90be3fa9c0de4b77']],
  ])('%j is hidden', (args) => {
    const { transport, secrets } = stdio(args);
    const shown = JSON.stringify(transport);
    expect(Object.values(secrets)).toHaveLength(1);
    for (const value of Object.values(secrets)) expect(shown).not.toContain(value);
  });

  it.each([
    [['-y', '@modelcontextprotocol/server-filesystem', '/home/ada/Documents']],
    [['--port', '8080', '--verbose']],
    [['run', '-i', '--rm', 'ghcr.io/github/github-mcp-server']],
    [['--key-file', '/etc/keys/server.pem']],
    [['mcp-server-with-a-long-but-plain-name@2025.8.21']],
    [['https://example.com/mcp?team=design']],
  ])('%j is left as it is', (args) => {
    expect(stdio(args)).toMatchObject({ transport: { args }, secrets: {} });
  });

  it('two secrets of one name, and places that are there already, stay apart', () => {
    const { transport, secrets } = stdio(['--token=${secret:token}', '--token=one', '--token=two']);
    expect(transport).toMatchObject({
      args: ['--token=${secret:token}', '--token=${secret:token-2}', '--token=${secret:token-3}'],
    });
    expect(secrets).toEqual({ 'secret:token-2': 'one', 'secret:token-3': 'two' });
  });

  it('every value of a variable and a header is one', () => {
    const hidden = hideSecrets({
      type: 'http',
      url: 'https://example.com/s/aB3dE5fG7hI9jK1lM2nO4/mcp',
      headers: [{ name: 'X-Team', value: 'design' }],
    });
    expect(hidden.transport).toEqual({
      type: 'http',
      url: 'https://example.com/s/${secret:key}/mcp',
      headers: ['X-Team'],
    });
    expect(hidden.secrets).toEqual({ 'header:x-team': 'design', 'secret:key': 'aB3dE5fG7hI9jK1lM2nO4' });
  });
});
