/** Web addresses as a model names them: only https, without a password, and with the host in its plain form. */
import { isIP } from 'node:net';
import { domainToUnicode } from 'node:url';

/** An address that may be shown to the person for approval, or why not, told so that the agent can go on. */
export type CheckedAddress =
  | {
      readonly ok: true;
      /** Exactly what will be opened. */
      readonly href: string;
      /** The host as the network knows it, in plain letters, with its port where that is unusual. */
      readonly host: string;
      /** What about the host could mislead; null when nothing is seen. */
      readonly warning: string | null;
    }
  | { readonly ok: false; readonly error: string; readonly hint: string };

const LONGEST = 2_000;
/** Blanks, control and invisible characters, and the backslash that browsers read as a slash. */
const NOT_IN_ADDRESSES = /[\s\p{Cc}\p{Cf}\p{Z}\\]/u;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/iu;
const LOOKS_LIKE_HOST = /^[^/?#@:]+\.[^/?#@:.]{2,}(?::\d+)?(?:[/?#]|$)/u;
/** Labels of a host from which on its end, the part that counts, is easily overlooked. */
const MANY_LABELS = 4;

/** Checks an address. A bare host ("example.org/news") is taken as https. */
export function checkAddress(said: string): CheckedAddress {
  const text = said.trim();
  if (text.length > LONGEST) return refuse('That address is too long.', 'Use a shorter address.');
  if (NOT_IN_ADDRESSES.test(text)) {
    return refuse('That address holds characters that no address has.', 'Call again with a plain address.');
  }
  const whole = LOOKS_LIKE_HOST.test(text) ? `https://${text}` : text;
  if (!HAS_SCHEME.test(whole)) return refuse('That is no web address.', 'Ask for the address.');
  if (!/^https:\/\/[^/]/iu.test(whole)) {
    return refuse(
      'Only addresses that begin with https are opened.',
      'If the page may have a secure address, call again with https; else tell the person.',
    );
  }
  // What stands before an @ looks like the host and is none.
  if (/^https:\/\/[^/?#]*@/iu.test(whole)) {
    return refuse('That address holds a user name or password.', 'Tell the person; do not try again.');
  }
  const url = parsed(whole);
  if (
    !url ||
    url.hostname === '' ||
    url.username !== '' ||
    url.password !== '' ||
    url.protocol !== 'https:'
  ) {
    return refuse('That is no web address.', 'Ask for the address.');
  }
  return { ok: true, href: url.href, host: url.host, warning: warningOf(url.hostname) };
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function refuse(error: string, hint: string): CheckedAddress {
  return { ok: false, error, hint };
}

function warningOf(host: string): string | null {
  if (isIP(host.replace(/^\[|\]$/gu, '')) !== 0) {
    return 'The address is a number instead of a name: nobody can tell from it whose it is.';
  }
  const labels = host.replace(/\.$/u, '').split('.');
  if (labels.length === 1 || /^(localhost|local|internal|lan|home|corp|intranet)$/u.test(labels.at(-1)!)) {
    return 'The address lies inside your own network.';
  }
  if (labels.some((label) => label.startsWith('xn--'))) {
    const shown = domainToUnicode(host).replace(/[\p{Cc}\p{Cf}]/gu, '');
    return `The name holds letters beyond a to z and is shown as "${shown}": it may imitate another site.`;
  }
  if (labels.length >= MANY_LABELS) {
    return `The site belongs to whoever owns the end of that name: ${labels.slice(-3).join('.')}.`;
  }
  return null;
}
