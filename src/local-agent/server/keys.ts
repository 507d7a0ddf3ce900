import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A key that is never accepted, so that clients can test a refusal (protocol.md section 1.3). */
export const REFUSED_KEY = 'bad-key';
/** More temporary tokens than this are never wanted at once. */
const MOST_TOKENS = 1_000;

/** Decides which keys and tokens open the door. Without a key of its own it accepts any but `bad-key`. */
export class Keys {
  private readonly tokens = new Map<string, number>();

  constructor(private readonly key: string | null) {}

  /** Whether this API key is good. */
  acceptsKey(key: string): boolean {
    if (this.key === null) return key !== '' && key !== REFUSED_KEY;
    return sameText(key, this.key);
  }

  /** Whether this key or temporary token may open a socket; tokens may be used again (protocol.md section 14, row 20). */
  acceptsSocket(key: string, now: number): boolean {
    const until = this.tokens.get(key);
    return until === undefined ? this.acceptsKey(key) : now <= until;
  }

  /** A token that opens sockets for `seconds`. */
  mint(seconds: number, now: number): string {
    for (const [token, until] of this.tokens) if (until < now) this.tokens.delete(token);
    const oldest = this.tokens.keys().next();
    if (this.tokens.size >= MOST_TOKENS && !oldest.done) this.tokens.delete(oldest.value);
    const token = `tok_${randomBytes(48).toString('base64url')}`;
    this.tokens.set(token, now + seconds * 1_000);
    return token;
  }
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
  if (origin === undefined || origin === 'null' || !/^https?:/i.test(origin)) return true;
  return /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(origin);
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
