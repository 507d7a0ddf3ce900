import type { Readable } from 'node:stream';
import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { McpLaunch } from '../shared/ipc/mcp-port';
import { boundedFetch } from './bounded-fetch';
import { MOST_MESSAGE_BYTES } from './flood';
import { StdioTransport } from './stdio-transport';

/** The way to a server, with what it tells beside the messages. */
export interface Way {
  readonly transport: Transport;
  pid(): number | null;
  /** How it ended: "with code 1", "by SIGKILL"; null while unknown. */
  exit(): string | null;
  /** Ends it politely. */
  close(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

/** Who hears of what comes from a server beside its messages. */
export interface Ears {
  readonly onStderr: (stream: Readable) => void;
  /** Bytes that came in; throws when there were too many. */
  readonly onBytes: (count: number) => void;
}

/** Makes the way to a server; nothing is started yet. */
export function wayTo(launch: McpLaunch, ears: Ears, auth: OAuthClientProvider | null): Way {
  if (launch.type === 'http') return httpWay(launch, ears, auth);
  return process.platform === 'win32' ? windowsWay(launch, ears) : stdioWay(launch, ears);
}

type Launch<Type> = Extract<McpLaunch, { readonly type: Type }>;

function stdioWay(launch: Launch<'stdio'>, ears: Ears): Way {
  const transport = new StdioTransport({ ...launch, ...ears });
  return {
    transport,
    pid: () => transport.pid,
    exit: () => transport.exit,
    close: () => transport.close(),
    kill: () => transport.kill(),
  };
}

/** The SDK's own, which knows how `npx` and other command files are started there. */
function windowsWay({ command, args, env, cwd }: Launch<'stdio'>, ears: Ears): Way {
  const transport = new StdioClientTransport({
    command,
    args: [...args],
    env: { ...env },
    cwd,
    stderr: 'pipe',
    maxBufferSize: MOST_MESSAGE_BYTES,
  });
  if (transport.stderr) ears.onStderr(transport.stderr as Readable);
  const kill = () => void transport.close();
  return { transport, pid: () => transport.pid, exit: () => null, close: () => transport.close(), kill };
}

function httpWay({ url, headers }: Launch<'http'>, ears: Ears, auth: OAuthClientProvider | null): Way {
  const address = new URL(url);
  const transport = new StreamableHTTPClientTransport(address, {
    requestInit: { headers: { ...headers } },
    fetch: boundedFetch(address, ears.onBytes),
    ...(auth && { authProvider: auth }),
  });
  const kill = () => void transport.close();
  return {
    // Its optional members are typed without `undefined`, which the interface spells out.
    transport: transport as Transport,
    pid: () => null,
    exit: () => null,
    async close() {
      await Promise.race([transport.terminateSession().catch(() => undefined), wait(GOODBYE_MS)]);
      await transport.close();
    },
    kill,
  };
}

/** How long a server has for taking note of the end of a session. */
const GOODBYE_MS = 500;

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
