/**
 * Signing in to a server: authorization code with PKCE, the browser's answer taken by a small server on loopback
 * (RFC 8252). The SDK does the protocol; here is what it keeps and how it opens the browser.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UnauthorizedError, type OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import type { OAuthClientInformationMixed, OAuthTokens } from '@modelcontextprotocol/sdk/shared/auth.js';
import { z } from 'zod';

/** How long a person may take in the browser. */
const SIGN_IN_MS = 5 * 60_000;

/** What is kept of a sign-in, in the keychain. The SDK reads it again and checks what it needs. */
const keptSchema = z.object({
  client: z.looseObject({ client_id: z.string() }).optional(),
  tokens: z.looseObject({ access_token: z.string(), token_type: z.string() }).optional(),
});
type Kept = z.infer<typeof keptSchema>;

/** Reads what was kept; nothing of it when it cannot be read. */
function readKept(text: string | null): Kept {
  if (text === null) return {};
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** How the browser is reached during a sign-in. */
export interface Redirect {
  readonly url: string;
  readonly state: string;
  readonly open: (address: URL) => void;
}

/**
 * What the SDK asks for and tells. Without `redirect` it renews tokens but never opens a browser: that is done only
 * while the person signs in.
 */
export function oauthProvider(
  kept: string | null,
  save: (kept: string) => void,
  redirect: Redirect | null,
): OAuthClientProvider {
  // A new sign-in registers anew: its way back is at another port.
  let state: Kept = redirect ? {} : readKept(kept);
  let verifier = '';
  const change = (part: Partial<Kept>) => {
    state = { ...state, ...part };
    if (state.tokens) save(JSON.stringify(state));
  };
  return {
    redirectUrl: redirect?.url ?? 'http://127.0.0.1/callback',
    clientMetadata: {
      client_name: 'Parley',
      redirect_uris: [redirect?.url ?? 'http://127.0.0.1/callback'],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
    state: () => redirect?.state ?? '',
    clientInformation: () => state.client as OAuthClientInformationMixed | undefined,
    saveClientInformation: (client) => {
      // Registering without a sign-in would leave a registration behind that nobody uses.
      if (!redirect) throw new UnauthorizedError();
      change({ client: client as Kept['client'] });
    },
    tokens: () => state.tokens as OAuthTokens | undefined,
    saveTokens: (tokens) => change({ tokens: tokens as Kept['tokens'] }),
    redirectToAuthorization: (address) => {
      if (!redirect) throw new UnauthorizedError();
      redirect.open(address);
    },
    saveCodeVerifier: (code) => void (verifier = code),
    codeVerifier: () => verifier,
  };
}

/** The way back from the browser. */
export interface WayBack {
  readonly url: string;
  readonly state: string;
  /** Resolves to the authorization code; rejects when the person refused, took too long, or it was cancelled. */
  readonly code: Promise<string>;
  close(): void;
}

/** Listens on loopback for the browser's answer to one sign-in. */
export async function listenForCode(signal: AbortSignal): Promise<WayBack> {
  const state = randomBytes(24).toString('base64url');
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  const code = new Promise<string>((resolve, reject) => {
    const clock = setTimeout(() => reject(new Error('timeout')), SIGN_IN_MS);
    const end = () => {
      clearTimeout(clock);
      reject(new Error('cancelled'));
    };
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    server.on('request', (request, response) => {
      const asked = `http://127.0.0.1${request.url ?? ''}`;
      const { pathname, searchParams } = new URL(URL.canParse(asked) ? asked : 'http://127.0.0.1');
      // Anything on this computer can call here; only who knows the state is the browser that was opened.
      if (pathname !== '/callback' || searchParams.get('state') !== state) {
        response.writeHead(404).end();
        return;
      }
      const given = searchParams.get('code');
      clearTimeout(clock);
      response
        .writeHead(200, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
        .end(
          given === null
            ? 'You were not signed in. You can close this page.'
            : 'Done. You can close this page.',
        );
      if (given === null) reject(new Error('refused'));
      else resolve(given);
    });
  });
  // Nobody may be waiting for it yet.
  code.catch(() => undefined);
  return { url: `http://127.0.0.1:${port}/callback`, state, code, close };
}
