/**
 * Takes what must not lie in plain text out of a server's configuration: every value of a variable and a header, and
 * of arguments and addresses what looks like a key. Pure; in doubt it is a secret.
 */
import { secretNames, type McpTransport } from '../../../shared/settings/mcp-server';

/** A server with its values in place, as it was entered or pasted. A null value is kept or comes from outside. */
export type OpenTransport =
  | {
      readonly type: 'stdio';
      readonly command: string;
      readonly args: readonly string[];
      readonly env: readonly OpenValue[];
      readonly cwd: string | null;
    }
  | { readonly type: 'http'; readonly url: string; readonly headers: readonly OpenValue[] };

/** A variable or header. */
export interface OpenValue {
  readonly name: string;
  readonly value: string | null;
}

/** Where a secret belongs: `env:NAME`, `header:name`, `secret:NAME` for a place in an argument or address. */
export type SecretValues = Readonly<Record<string, string>>;

/** What goes to the settings, and what goes to the keychain. */
export interface Hidden {
  readonly transport: McpTransport;
  readonly secrets: SecretValues;
}

/** Splits a configuration into what may be seen and what may not. */
export function hideSecrets(open: OpenTransport): Hidden {
  const places = new Places(open.type === 'stdio' ? open.args : [open.url]);
  if (open.type === 'stdio') {
    const args = hideInArgs(open.args, places);
    return {
      transport: { ...open, args, env: open.env.map(({ name }) => name) },
      secrets: { ...places.values, ...valuesOf('env', open.env) },
    };
  }
  return {
    transport: {
      type: 'http',
      url: hideInAddress(open.url, places),
      headers: open.headers.map(({ name }) => name),
    },
    secrets: { ...places.values, ...valuesOf('header', open.headers) },
  };
}

/** The key under which a value is kept; names of headers are the same in any case. */
export function secretKey(kind: 'env' | 'header' | 'secret', name: string): string {
  return `${kind}:${kind === 'header' ? name.toLowerCase() : name}`;
}

function valuesOf(kind: 'env' | 'header', entries: readonly OpenValue[]): SecretValues {
  return Object.fromEntries(
    entries.flatMap(({ name, value }) => (value === null ? [] : [[secretKey(kind, name), value] as const])),
  );
}

/** Hands out names for places that are left in a text. */
class Places {
  readonly values: Record<string, string> = {};
  private readonly taken: Set<string>;

  /** `texts` may hold places already. */
  constructor(texts: readonly string[]) {
    this.taken = new Set(texts.flatMap(secretNames));
  }

  put(name: string, value: string): string {
    const base = name.replace(/[^A-Za-z0-9_.-]/gu, '').slice(0, 40) || 'key';
    let place = base;
    for (let at = 2; this.taken.has(place); at += 1) place = `${base}-${at}`;
    this.taken.add(place);
    this.values[secretKey('secret', place)] = value;
    return `\${secret:${place}}`;
  }
}

const SECRET_NAME =
  /(?:^|[-_.])(?:api[-_]?key|key|apikey|token|secret|password|passwd|pass|pwd|auth|authorization|bearer|credentials?|access[-_]?key|private[-_]?key|client[-_]?secret)$/iu;
/** What providers begin their keys with. */
const KNOWN_BEGINNING =
  /^(?:sk-|pk-|rk_|sk_|ghp_|gho_|ghu_|ghs_|ghr_|github_pat_|glpat-|xox[abeoprs]-|xapp-|AKIA|ASIA|AIza|ya29\.|hf_|npm_|pypi-|shp[a-z]{2}_|SG\.|eyJ|figd_|lin_api_|ntn_|secret_|Bearer )/u;

/** Whether a text looks like a key by itself: as providers make them, or long and without sense. */
export function looksLikeSecret(value: string): boolean {
  if (KNOWN_BEGINNING.test(value) && value.length >= 12) return true;
  if (!/^[A-Za-z0-9+/_=.~-]{20,}$/u.test(value) || /[/.].*[/.]|^[./~-]/u.test(value)) return false;
  const kinds = [/[a-z]/u, /[A-Z]/u, /[0-9]/u].filter((kind) => kind.test(value)).length;
  const digits = value.replace(/[^0-9]/gu, '').length;
  // A long name of a package has few digits and breaks between its words.
  return (
    (kinds === 3 && digits >= 3) || (/^[0-9a-f]+$/iu.test(value) && digits >= 6) || digits >= value.length / 3
  );
}

function hideInArgs(args: readonly string[], places: Places): string[] {
  return args.map((arg, at) => {
    const [, flag = '', value = ''] = /^(--?[A-Za-z][\w.-]*|[A-Z][A-Z0-9_]*)=([^]+)$/u.exec(arg) ?? [];
    if (flag !== '' && !isPlace(value) && (isSecretFlag(flag) || looksLikeSecret(value))) {
      return `${flag}=${places.put(flag.replace(/^-+/u, ''), value)}`;
    }
    const before = args[at - 1] ?? '';
    const told = /^--?[A-Za-z][\w-]*$/u.test(before) && isSecretFlag(before) && !arg.startsWith('-');
    const header = /^([A-Za-z-]+:\s*)([^]+)$/u.exec(arg);
    if (header && /^(?:--header|-H)$/u.test(before) && !isPlace(header[2] ?? '')) {
      return `${header[1]}${places.put((header[1] ?? '').replace(/:\s*$/u, ''), header[2] ?? '')}`;
    }
    if (!isPlace(arg) && (told || looksLikeSecret(arg))) return places.put(before.replace(/^-+/u, ''), arg);
    return isAddress(arg) ? hideInAddress(arg, places) : arg;
  });
}

const isSecretFlag = (flag: string) => SECRET_NAME.test(flag.replace(/^-+/u, ''));
const isPlace = (value: string) => value.includes('${secret:');
const isAddress = (arg: string) => /^[a-z][a-z0-9+.-]*:\/\//iu.test(arg);

function hideInAddress(url: string, places: Places): string {
  const [, before = url, query = ''] = /^([^?]*)\?([^]*)$/u.exec(url) ?? [];
  const [, scheme = '', user = '', rest = before] =
    /^([a-z][a-z0-9+.-]*:\/\/)([^/@\s]+)@([^]*)$/iu.exec(before) ?? [];
  // A name and password in the address of a database, for example.
  const path = user === '' ? before : `${scheme}${isPlace(user) ? user : places.put('login', user)}@${rest}`;
  const steps = path
    .split('/')
    .map((step, at) => (at > 2 && looksLikeSecret(step) ? places.put('key', step) : step));
  if (query === '') return url.includes('?') ? `${steps.join('/')}?` : steps.join('/');
  const parts = query.split('&').map((part) => {
    const [name = '', value = ''] = [part.split('=')[0], part.slice(part.indexOf('=') + 1)];
    const hide = part.includes('=') && !isPlace(value) && (SECRET_NAME.test(name) || looksLikeSecret(value));
    return hide ? `${name}=${places.put(name, decoded(value))}` : part;
  });
  return `${steps.join('/')}?${parts.join('&')}`;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
