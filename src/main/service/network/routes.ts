import { isLoopback } from '../../../shared/settings/service-host';

/** What a proxy of the environment may want; a system proxy's answer holds none. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** One way to a host. */
export type Route =
  | { readonly kind: 'direct' }
  | ({
      /** Spoken to in HTTP, encrypted when `secure`. */
      readonly kind: 'http-proxy';
      readonly secure: boolean;
    } & ProxyPlace)
  | ({ readonly kind: 'socks-proxy'; readonly version: 4 | 5 } & ProxyPlace);
/** A way over another computer. */
export type ProxyRoute = Exclude<Route, { kind: 'direct' }>;

interface ProxyPlace {
  readonly host: string;
  readonly port: number;
  readonly credentials: Credentials | null;
}

const direct: Route = { kind: 'direct' };

/**
 * Reads the answer of `session.resolveProxy`, such as `PROXY a:3128; SOCKS5 b:1080; DIRECT`: the ways in the order
 * in which they are to be tried. What cannot be read is left out; nothing readable means direct.
 */
export function readProxyList(list: string): readonly Route[] {
  const routes = list.split(';').map((entry) => readEntry(entry.trim()));
  const readable = routes.filter((route) => route !== null);
  return readable.length > 0 ? readable : [direct];
}

function readEntry(entry: string): Route | null {
  const [word = '', place = ''] = entry.split(/\s+/);
  if (word.toUpperCase() === 'DIRECT') return direct;
  const [, host = '', port = ''] = /^(\[[0-9A-Fa-f:.]+\]|[^:[\]]+)(?::([0-9]{1,5}))?$/.exec(place) ?? [];
  const at = (fallback: number) => ({
    host: host.replace(/^\[|\]$/g, ''),
    port: port === '' ? fallback : Number(port),
    credentials: null,
  });
  if (host === '' || Number(port) > 65_535) return null;
  switch (word.toUpperCase()) {
    case 'PROXY':
    case 'HTTP':
      return { kind: 'http-proxy', secure: false, ...at(80) };
    case 'HTTPS':
      return { kind: 'http-proxy', secure: true, ...at(443) };
    // In proxy lists the plain word means version 4.
    case 'SOCKS':
    case 'SOCKS4':
      return { kind: 'socks-proxy', version: 4, ...at(1080) };
    case 'SOCKS5':
      return { kind: 'socks-proxy', version: 5, ...at(1080) };
    default:
      return null;
  }
}

/** The variables that are looked at, in either case. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The way that the environment prescribes for an address: HTTPS_PROXY or ALL_PROXY, unless NO_PROXY names the host.
 * Null when it prescribes none and the system's own proxy counts. Addresses of this computer always go direct.
 */
export function environmentRoute(url: URL, environment: Environment): Route | null {
  if (isLoopback(url.hostname)) return direct;
  const text = (name: string) => environment[name.toLowerCase()]?.trim() || environment[name]?.trim() || '';
  if (isExcepted(url, text('NO_PROXY'))) return direct;
  const proxy = text('HTTPS_PROXY') || text('ALL_PROXY');
  return proxy === '' ? null : readProxyAddress(proxy);
}

/** `NO_PROXY`: names with or without a dot before them and a port behind, separated by commas; `*` for all. */
function isExcepted(url: URL, list: string): boolean {
  const port = url.port || '443';
  const name = url.hostname.toLowerCase();
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      if (entry === '*') return true;
      const [, host = '', only] = /^(.*?)(?::([0-9]+))?$/.exec(entry) ?? [];
      const bare = host.replace(/^\*?\./, '');
      return bare !== '' && (!only || only === port) && (name === bare || name.endsWith(`.${bare}`));
    });
}

function readProxyAddress(text: string): Route | null {
  const full = text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(full)) return null;
  const { protocol, hostname, port, username, password } = new URL(full);
  if (hostname === '') return null;
  const at = (fallback: number) => ({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? fallback : Number(port),
    credentials: username === '' ? null : { user: decoded(username), password: decoded(password) },
  });
  if (protocol === 'http:') return { kind: 'http-proxy', secure: false, ...at(80) };
  if (protocol === 'https:') return { kind: 'http-proxy', secure: true, ...at(443) };
  if (/^socks5h?:$/.test(protocol)) return { kind: 'socks-proxy', version: 5, ...at(1080) };
  if (/^socks(?:4a?)?:$/.test(protocol)) return { kind: 'socks-proxy', version: 4, ...at(1080) };
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
