import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A key that is never accepted, so that clients can test a refusal (protocol.md section 1.3). */
export const REFUSED_KEY = 'bad-key';
/** More temporary tokens than this are never wanted at once; the oldest give way. */
const MOST_TOKENS = 1_000;

/** What a key or token gives a socket. */
export interface Admission {
  /** Longest session in seconds that the token was minted for; null without such a bound. */
  readonly capSeconds: number | null;
}

interface Token extends Admission {
  readonly until: number;
}

/** Decides which keys and tokens open the door. Without a key of its own it accepts any but `bad-key`. */
export class Keys {
  private readonly tokens = new Map<string, Token>();

  constructor(private readonly key: string | null) {}

  /** Whether this API key is good. */
  acceptsKey(key: string): boolean {
    if (this.key === null) return key !== '' && key !== REFUSED_KEY && !key.startsWith(PREFIX);
    return sameText(key, this.key);
  }

  /** What this key or temporary token opens a socket for, or null. `once`: a token that was used is used up. */
  admit(key: string, now: number, once: boolean): Admission | null {
    const token = this.tokens.get(key);
    if (!token) return this.acceptsKey(key) ? { capSeconds: null } : null;
    if (once || now > token.until) this.tokens.delete(key);
    return now <= token.until ? { capSeconds: token.capSeconds } : null;
  }

  /** A token that opens sockets for `seconds`, for sessions of at most `capSeconds`. */
  mint(seconds: number, capSeconds: number | null, now: number): string {
    for (const [token, { until }] of this.tokens) if (until < now) this.tokens.delete(token);
    const oldest = this.tokens.keys().next();
    if (this.tokens.size >= MOST_TOKENS && !oldest.done) this.tokens.delete(oldest.value);
    const token = `${PREFIX}${randomBytes(48).toString('base64url')}`;
    this.tokens.set(token, { until: now + seconds * 1_000, capSeconds });
    return token;
  }
}

/** What our tokens begin with: one that is used up or too old is never taken for a key. */
const PREFIX = 'tok_';

/** The address of a request; null when it is none, such as `//[`. */
export function addressOf(request: IncomingMessage): URL | null {
  const address = request.url ?? '/';
  return URL.canParse(address, 'http://127.0.0.1') ? new URL(address, 'http://127.0.0.1') : null;
}

/** The key of a request: `Authorization: <key>`, `Authorization: Bearer <key>`, or `?token=`; empty when there is none. */
export function keyOf(request: IncomingMessage, url: URL): string {
  const header = request.headers.authorization ?? '';
  return header.replace(/^Bearer\s+/i, '').trim() || (url.searchParams.get('token') ?? '');
}

/**
 * Whether a request may come from here. A web page of another origin, or one that points a name of its own at
 * this machine, must not reach the agent through the person's browser.
 */
export function isLocalRequest(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!/^(?:127\.0\.0\.1|localhost|\[::1\])$/i.test(host)) return false;
  const { origin } = request.headers;
  // A frame that some page put into a sandbox calls itself "null".
  if (origin === undefined || !/^(?:https?:|null$)/i.test(origin)) return true;
  return /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(origin);
}

/** Whether both are the same; the time that takes tells nothing of where they differ. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
