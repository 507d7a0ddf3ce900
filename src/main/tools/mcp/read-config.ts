/**
 * Reads the configuration of MCP servers as other programs write it: the `mcpServers` of Claude Desktop, Cursor and
 * many others, the `servers` of VS Code, a single server, or a piece out of the middle. Pure.
 */
import { isRecord } from '../../../shared/json';
import type { Problem } from '../../../shared/problem';
import {
  environmentName,
  headerName,
  mcpAddressTrouble,
  MAX_MCP_SERVERS,
} from '../../../shared/settings/mcp-server';
import type { OpenTransport, OpenValue } from './hide-secrets';
import { parseJsonWithComments } from './json-with-comments';
import { isOwnVariable } from './launch';

/** A server as it stands in such a configuration. */
export interface FoundServer {
  readonly name: string;
  readonly transport: OpenTransport;
}

/** What was found, and what could not be taken. */
export type ReadConfig =
  | {
      readonly ok: true;
      readonly servers: readonly FoundServer[];
      readonly skipped: readonly { readonly name: string; readonly why: string }[];
    }
  | { readonly ok: false; readonly problem: Problem };

/** Reads the configuration; never throws. */
export function readConfig(text: string): ReadConfig {
  const parsed = parse(text);
  if (parsed === undefined) return { ok: false, problem: notJson };
  const entries = serversIn(parsed);
  if (entries.length === 0) return { ok: false, problem: noServers };
  const read = entries.slice(0, MAX_MCP_SERVERS).map(([name, value]) => ({ name, read: readServer(value) }));
  return {
    ok: true,
    servers: read.flatMap(({ name, read }) => (typeof read === 'string' ? [] : [{ name, transport: read }])),
    skipped: read.flatMap(({ name, read }) => (typeof read === 'string' ? [{ name, why: read }] : [])),
  };
}

/** A server in one line: what would be started or called. Its secrets are not in it when they are hidden before. */
export function summaryOf(transport: OpenTransport): string {
  return transport.type === 'http' ? transport.url : [transport.command, ...transport.args].join(' ');
}

function parse(text: string): unknown {
  const trimmed = text.trim().replace(/,$/u, '');
  // READMEs often show a piece without the braces around it.
  for (const attempt of [trimmed, `{${trimmed}}`]) {
    try {
      return parseJsonWithComments(attempt);
    } catch {
      // The next reading may do.
    }
  }
  return undefined;
}

const COLLECTIONS = ['mcpServers', 'servers', 'mcp', 'context_servers'] as const;

function serversIn(parsed: unknown): readonly (readonly [string, unknown])[] {
  if (!isRecord(parsed)) return [];
  if (isServer(parsed)) return [[nameOf(parsed), parsed]];
  for (const name of COLLECTIONS) {
    const inside = parsed[name];
    if (isRecord(inside) && !isServer(inside)) {
      return name === 'mcp' && COLLECTIONS.some((other) => isRecord(inside[other]))
        ? serversIn(inside)
        : Object.entries(inside);
    }
  }
  const servers = Object.entries(parsed).filter(([, value]) => isServer(value));
  return servers;
}

function isServer(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && (typeof value['command'] === 'string' || addressIn(value) !== null);
}

function addressIn(value: Readonly<Record<string, unknown>>): string | null {
  const found = [value['url'], value['httpUrl'], value['serverUrl']].find((one) => typeof one === 'string');
  return typeof found === 'string' ? found : null;
}

/** A name for a server that has none: what it is, without its scope and version. */
function nameOf(server: Readonly<Record<string, unknown>>): string {
  const { name, command } = server;
  if (typeof name === 'string') return name;
  const words = [command, ...listOf(server['args'])].filter((word) => typeof word === 'string');
  const telling = words.find((word) => /^@?[a-z][\w./-]*(?:@[\w.-]+)?$/u.test(word) && !RUNNERS.has(word));
  const [, bare = ''] =
    /^(?:@[^/]+\/)?(?:mcp-|server-)?([\w.-]+?)(?:-mcp)?(?:@.*)?$/u.exec(telling ?? '') ?? [];
  return bare || 'server';
}

const RUNNERS = new Set([
  'npx',
  'node',
  'uvx',
  'uv',
  'docker',
  'run',
  'bunx',
  'python',
  'python3',
  'pnpm',
  'dlx',
  'deno',
]);

/** The server, or why it cannot be taken. */
function readServer(value: unknown): OpenTransport | string {
  if (!isRecord(value)) return 'It is not described as a server.';
  const { type, command, cwd } = value;
  const url = addressIn(value);
  if (type === 'sse') return 'It uses the older SSE transport, which is not supported.';
  if (url !== null && typeof command !== 'string') {
    const address = withPlaces(url);
    const trouble = mcpAddressTrouble(address);
    if (trouble !== null) return trouble;
    const headers = valuesIn(value['headers']);
    const wrong = headers.find(({ name }) => !headerName.safeParse(name).success);
    return wrong
      ? 'One of its headers has a name that cannot be used.'
      : { type: 'http', url: address, headers };
  }
  if (typeof command !== 'string' || command.trim() === '') return 'It has neither a command nor an address.';
  const args = listOf(value['args']);
  if (!args.every((arg) => typeof arg === 'string')) return 'Its arguments are not all text.';
  const env = valuesIn(value['env']).filter(({ name }) => !isOwnVariable(name));
  const wrong = env.find(({ name }) => !environmentName.safeParse(name).success);
  if (wrong) return 'One of its variables has a name that cannot be used.';
  return {
    type: 'stdio',
    command: command.trim(),
    args: args.map(withPlaces),
    env,
    cwd: typeof cwd === 'string' && !cwd.includes('${') ? cwd : null,
  };
}

function valuesIn(record: unknown): readonly OpenValue[] {
  if (!isRecord(record)) return [];
  return Object.entries(record).map(([name, value]) => ({ name, value: valueOf(value) }));
}

/** A value that only points elsewhere (`${env:NAME}`, `${input:name}`) is not one. */
function valueOf(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string' || value.includes('${') || value === '') return null;
  return value;
}

/** What VS Code asks for at the start (`${input:name}`) becomes a place for a secret. */
function withPlaces(text: string): string {
  return text.replace(/\$\{(?:input|env):([A-Za-z0-9_.-]{1,128})\}/gu, '${secret:$1}');
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const notJson: Problem = {
  code: 'mcp_not_json',
  sentence: 'This is not JSON that can be read.',
  next: 'Copy the whole block again, from its first brace to its last.',
};

const noServers: Problem = {
  code: 'mcp_no_servers',
  sentence: 'There is no MCP server in it.',
  next: 'Paste the part with “mcpServers” or “servers”, or a server with its command or address.',
};
