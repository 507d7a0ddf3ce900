import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { McpLaunch } from '../shared/ipc/mcp-port';
import type { Problem } from '../shared/problem';
import { boundedFetch } from './bounded-fetch';
import { listenForCode, oauthProvider } from './oauth';

/** Who is told during a sign-in. */
export interface SignInEars {
  /** The address for the person's browser. */
  readonly open: (url: string) => void;
  /** What is to be kept. */
  readonly save: (oauth: string) => void;
}

/** The longest the server itself may take for a step, in milliseconds. */
const STEP_MS = 30_000;

/** Signs the person in to a server. Resolves to null when that worked, else to what went wrong; never rejects. */
export async function signIn(
  launch: Extract<McpLaunch, { readonly type: 'http' }>,
  ears: SignInEars,
  signal: AbortSignal,
): Promise<Problem | null> {
  const back = await listenForCode(signal).catch(() => null);
  if (!back)
    return problem(
      'The answer of the browser cannot be heard on this computer.',
      'Restart Parley and try again.',
    );
  const address = new URL(launch.url);
  const fetch = boundedFetch(address, () => undefined);
  let opened = false;
  const open = (url: URL) => {
    opened = true;
    ears.open(url.href);
  };
  const transport = new StreamableHTTPClientTransport(address, {
    requestInit: { headers: { ...launch.headers } },
    fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(STEP_MS) }),
    authProvider: oauthProvider(null, ears.save, { url: back.url, state: back.state, open }),
  });
  const client = new Client({ name: 'Parley', version: '0.1.0' });
  try {
    await client.connect(transport as Transport, { timeout: STEP_MS });
    // It let us in without asking who we are.
    return null;
  } catch (error) {
    if (!(error instanceof UnauthorizedError) || !opened) return noSignIn;
    try {
      await transport.finishAuth(await back.code);
      return null;
    } catch (failure) {
      return whyNot(failure);
    }
  } finally {
    back.close();
    await client.close().catch(() => undefined);
    await transport.close().catch(() => undefined);
  }
}

function whyNot(failure: unknown): Problem {
  const reason = failure instanceof Error ? failure.message : '';
  if (reason === 'refused') return problem('You were not signed in.', 'Press Sign in to try again.');
  if (reason === 'timeout') return problem('The sign-in took too long.', 'Press Sign in to try again.');
  if (reason === 'cancelled') return problem('The sign-in was stopped.', 'Press Sign in to try again.');
  return problem('The server did not accept the sign-in.', 'Try again; if it keeps failing, tell its maker.');
}

const problem = (sentence: string, next: string): Problem => ({ code: 'mcp_sign_in_failed', sentence, next });

const noSignIn = problem(
  'Signing in to this server from here is not possible.',
  'Get a key or token from its maker and enter it as the header Authorization.',
);
