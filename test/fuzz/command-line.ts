import { parseArgs } from 'node:util';
import { isLoopback } from '../conformance/command-line';

/** How the command is used. */
export const USAGE = `npm run fuzz -- (URL | --spawn) [--key KEY] [--api URL] [--seed N] [--seconds N]

  URL           WebSocket address of the server; only of servers on this machine
  --spawn       start our own local agent, and watch its memory (Linux)
  --key KEY     API key (default: any)
  --api URL     REST base (default: the same host, /v1)
  --seed N      what is sent (default 1)
  --seconds N   how long in all (default 60)
`;

/** What was asked for. */
export interface Wish {
  /** Null: our own local agent is to be started. */
  readonly url: URL | null;
  /** Null: beside the socket, `/v1`. */
  readonly api: URL | null;
  readonly key: string;
  readonly seed: number;
  readonly seconds: number;
}

const options = {
  spawn: { type: 'boolean', default: false },
  key: { type: 'string', default: 'fuzz' },
  api: { type: 'string' },
  seed: { type: 'string', default: '1' },
  seconds: { type: 'string', default: '60' },
} as const;

/** Reads the command line: a wish, or a sentence that says what is wrong with it. */
export function readWish(args: readonly string[]): Wish | string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : 'The command line is not understood.';
  }
  const { values, positionals } = parsed;
  const [seed, seconds] = [Number(values.seed), Number(values.seconds)];
  if (!Number.isInteger(seed) || !(seconds > 0)) return '--seed is a whole number, --seconds a positive one.';
  if (values.spawn === positionals.length > 0 || positionals.length > 1)
    return 'Give one address, or --spawn.';
  const url = addressOf(positionals[0], ['ws:', 'wss:']);
  if (url === undefined) return `"${positionals[0] ?? ''}" is no WebSocket address.`;
  if (url?.pathname === '/') url.pathname = '/v1/ws';
  const api = addressOf(values.api?.replace(/\/$/, ''), ['http:', 'https:']);
  if (api === undefined) return `--api must be an http address, not "${values.api ?? ''}".`;
  if ([url, api].some((address) => address && !isLoopback(address)))
    return 'Only a server on this machine may be treated like that.';
  return { url, api, key: values.key, seed, seconds };
}

/** Null when none was given, undefined when it is no such address. */
function addressOf(text: string | undefined, protocols: readonly string[]): URL | null | undefined {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && protocols.includes(url.protocol) ? url : undefined;
}
