import { errorCode } from '../../../shared/error-code';
import type { Retry, ServiceProblem } from '../../../shared/protocol';

type Row = readonly [retry: Retry, sentence: string, next: string];

const CONNECTION = 'Check your internet connection, or use the local agent.';
const PROXY = 'Check the proxy in the settings of your system or in the variable HTTPS_PROXY.';

const rows = {
  name_not_found: [
    'backoff',
    'The voice service could not be reached: its name was not found.',
    'Check your internet connection and the region in Settings, or use the local agent.',
  ],
  no_network: [
    'backoff',
    'The voice service could not be reached: this computer has no way to the network.',
    CONNECTION,
  ],
  connection_refused: [
    'backoff',
    'The voice service could not be reached: nothing answers at its address.',
    'Check your internet connection and the region in Settings, or use the local agent.',
  ],
  connection_timed_out: [
    'backoff',
    'The voice service could not be reached: it did not answer in time.',
    CONNECTION,
  ],
  connection_cut: [
    'backoff',
    'The connection to the voice service was closed before it was ready.',
    'Try again. If it keeps happening, a firewall or the API key may be the cause.',
  ],
  certificate_untrusted: [
    'no',
    'The connection was not opened: the certificate at the other end is not trusted on this computer.',
    'In a company network, ask for its root certificate and add it to your system, or name its file in SSL_CERT_FILE. ' +
      'Elsewhere, somebody may be reading along: try another network.',
  ],
  certificate_expired: [
    'no',
    'The connection was not opened: the certificate at the other end is not valid today.',
    'Check the date and time of this computer. If they are right, try another network.',
  ],
  certificate_name: [
    'no',
    'The connection was not opened: the certificate at the other end belongs to another name.',
    'Check the region and the custom host in Settings, or try another network.',
  ],
  not_encrypted: [
    'no',
    'The connection was not opened: the other end does not speak as an encrypted service does.',
    'Check the custom host in Settings, or try another network.',
  ],
  answer_too_long: [
    'no',
    'The answer of the service was longer than can be right.',
    'Check the custom host in Settings, and try again.',
  ],
  proxy_unreachable: ['backoff', 'The proxy of your network could not be reached.', PROXY],
  proxy_password: [
    'no',
    'The proxy of your network wants a user name and a password.',
    'Set the variable HTTPS_PROXY to http://name:password@host:port and start Parley again, or ask who runs the network.',
  ],
  proxy_refused: [
    'no',
    'The proxy of your network does not let the connection through.',
    'Ask who runs the network to allow the voice service, or use the local agent.',
  ],
  unreachable: ['backoff', 'The voice service could not be reached.', CONNECTION],
} as const satisfies Record<string, Row>;

/** Why no connection came about. */
export type ConnectionTrouble = keyof typeof rows;

/** What each means for the person. Every one ends the attempt. */
export const connectionProblems = Object.fromEntries(
  Object.entries<Row>(rows).map(([code, [retry, sentence, next]]) => [
    code,
    { code, sentence, next, retry, fatal: true },
  ]),
) as Readonly<Record<ConnectionTrouble, ServiceProblem>>;

/** No connection came about, for a reason that is already known. */
export class ConnectionFailure extends Error {
  override readonly name = 'ConnectionFailure';

  constructor(
    readonly trouble: ConnectionTrouble,
    options?: ErrorOptions,
  ) {
    super(trouble, options);
  }
}

/** Node's and OpenSSL's codes, and those of BoringSSL where Electron's differ. */
const byCode: Readonly<Record<string, ConnectionTrouble>> = {
  ENOTFOUND: 'name_not_found',
  EAI_AGAIN: 'name_not_found',
  EAI_NODATA: 'name_not_found',
  ENETUNREACH: 'no_network',
  ENETDOWN: 'no_network',
  EHOSTUNREACH: 'no_network',
  EADDRNOTAVAIL: 'no_network',
  ECONNREFUSED: 'connection_refused',
  ETIMEDOUT: 'connection_timed_out',
  ECONNRESET: 'connection_cut',
  ECONNABORTED: 'connection_cut',
  EPIPE: 'connection_cut',
  CERT_HAS_EXPIRED: 'certificate_expired',
  CERT_NOT_YET_VALID: 'certificate_expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate_name',
  HOSTNAME_MISMATCH: 'certificate_name',
  EPROTO: 'not_encrypted',
};
const UNTRUSTED =
  /^(?:UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$|ERROR_IN_CERT_)/;

/** Why a connection failed, from whatever was thrown. Never throws. */
export function troubleOf(error: unknown): ConnectionTrouble {
  if (error instanceof ConnectionFailure) return error.trouble;
  // Several addresses were tried; the last one's reason is as good as any.
  if (error instanceof AggregateError && error.errors.length > 0) return troubleOf(error.errors.at(-1));
  const code = errorCode(error);
  const known = Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  if (known) return known;
  if (UNTRUSTED.test(code)) return 'certificate_untrusted';
  return code.startsWith('ERR_SSL_') ? 'not_encrypted' : 'unreachable';
}

/** What a failed connection means for the person. */
export function explainConnectionFailure(error: unknown): ServiceProblem {
  return connectionProblems[troubleOf(error)];
}
