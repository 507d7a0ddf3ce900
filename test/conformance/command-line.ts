import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface Wish {
  /** Our own local agent is to be started; where it listens takes the place of `url` and `api`. */
  readonly spawn: boolean;
  /** The WebSocket address, `/v1/ws` unless it names another path. */
  readonly url: URL;
  /** REST base without a slash at its end. */
  readonly api: string;
  /** Null: none was given. */
  readonly key: string | null;
  /** Rules whose id matches; null runs all. */
  readonly only: RegExp | null;
  readonly json: string | null;
  readonly control: boolean;
  readonly list: boolean;
}

/** A wish, or a sentence that says what is wrong with it. */
export type ParsedWish =
  { readonly kind: 'wish'; readonly wish: Wish } | { readonly kind: 'wrong'; readonly sentence: string };

/** How the command is used. */
export const USAGE = `npm run conformance -- (URL | --spawn) [--key KEY] [--api URL] [--only PATTERN] [--json FILE] [--control] [--list]

  URL              WebSocket address of the server, e.g. ws://127.0.0.1:8080/v1/ws
  --spawn          start our own local agent with its models
  --key KEY        API key; needed for a server that is not on this machine. With it, other keys must be refused
  --api URL        REST base (default: the same host, /v1)
  --only PATTERN   only rules whose id matches this regular expression
  --json FILE      also writes the results there
  --control        the server was started with --control: also check its fault switches
  --list           prints the rules, runs none
`;

const options = {
  spawn: { type: 'boolean', default: false },
  key: { type: 'string' },
  api: { type: 'string' },
  only: { type: 'string' },
  json: { type: 'string' },
  control: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
} as const;

/** Whether an address is on this machine: such a server must follow the loopback profile, and costs nothing. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/.test(hostname);
}

/** Reads the command line. */
export function parseWish(args: readonly string[]): ParsedWish {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return wrong(error instanceof Error ? error.message : 'The command line is not understood.');
  }
  const { values, positionals } = parsed;
  const { key = null, json = null, spawn, control, list } = values;
  const [given, ...more] = positionals;
  if (given === undefined && !list && !spawn) return wrong('The address of the server is missing.');
  if (spawn && (given ?? values.api ?? values.key) !== undefined)
    return wrong('Our own local agent needs no address and no key.');
  if (more.length > 0) return wrong(`There is one address too many: "${more.join('", "')}".`);
  const url = addressOf(given ?? 'ws://127.0.0.1/', ['ws:', 'wss:', 'http:', 'https:']);
  if (!url) return wrong(`"${given ?? ''}" is no WebSocket address.`);
  url.protocol = /^(?:wss|https):$/.test(url.protocol) ? 'wss:' : 'ws:';
  if (url.pathname === '/') url.pathname = '/v1/ws';
  const rest = values.api ?? `${url.protocol === 'wss:' ? 'https' : 'http'}://${url.host}/v1`;
  const api = addressOf(rest, ['http:', 'https:']);
  if (!api) return wrong(`--api must be an http address, not "${rest}".`);
  if (key === '') return wrong('--key must not be empty.');
  if (key === null && !isLoopback(url) && !list) return wrong('A server on another machine needs --key.');
  if (key !== null && !isLoopback(url) && url.protocol !== 'wss:') {
    return wrong('A key is sent to another machine over wss: only.');
  }
  if (key !== null && !isLoopback(api) && api.protocol !== 'https:') {
    return wrong('A key is sent to another machine over https: only.');
  }
  const only = patternOf(values.only);
  if (only === undefined) return wrong(`--only must be a regular expression, not "${values.only ?? ''}".`);
  return {
    kind: 'wish',
    wish: { spawn, url, api: api.href.replace(/\/$/, ''), key, only, json, control, list },
  };
}

function addressOf(text: string, protocols: readonly string[]): URL | null {
  const url = URL.parse(text);
  return url && protocols.includes(url.protocol) ? url : null;
}

/** Undefined when it is no regular expression. */
function patternOf(text: string | undefined): RegExp | null | undefined {
  if (text === undefined) return null;
  try {
    return new RegExp(text);
  } catch {
    return undefined;
  }
}

const wrong = (sentence: string): ParsedWish => ({ kind: 'wrong', sentence });
