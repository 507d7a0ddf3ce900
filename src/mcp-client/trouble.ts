/** Makes what goes wrong between us and a server into words for the person and a reason for the model. */
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import type { McpFailure, McpLaunch } from '../shared/ipc/mcp-port';
import type { Problem } from '../shared/problem';
import { oneLine } from './clean-text';

/** Why a server is not there. */
export interface ServerTrouble {
  readonly problem: Problem;
  /** Trying again by itself cannot help. */
  readonly final: boolean;
  readonly needsSignIn: boolean;
}

const trouble = (code: string, sentence: string, next: string, final: boolean): ServerTrouble => ({
  problem: { code: `mcp_${code}`, sentence, next },
  final,
  needsSignIn: false,
});

/** The server sent more than is taken. */
export const flooded = trouble(
  'flood',
  'The server sent far more than Parley takes, so it was stopped.',
  'Tell its maker, or remove it.',
  true,
);

/** The server ended although nobody asked it to; `how` is "with code 1", null when the connection just closed. */
export function endedByItself(how: string | null): ServerTrouble {
  return trouble(
    'ended',
    how === null ? 'The server closed the connection.' : `The server ended by itself ${how}.`,
    'Look at its log for the reason.',
    false,
  );
}

/** Why a start came to nothing. */
export function startTrouble(error: unknown, launch: McpLaunch): ServerTrouble {
  const code = codeOf(error);
  if (launch.type === 'stdio') {
    if (code === 'ENOENT') {
      const program = oneLine(launch.command, 80);
      return trouble(
        'no_program',
        `The program “${program}” or its working folder was not found.`,
        'Install it, or type its full path.',
        true,
      );
    }
    if (code === 'EACCES') {
      return trouble(
        'not_executable',
        'The program, or its working folder, may not be used.',
        'Check its permissions.',
        true,
      );
    }
  }
  if (error instanceof UnauthorizedError || statusOf(error) === 401) return unauthorized(launch);
  const status = statusOf(error);
  if (status === 403) {
    return trouble(
      'forbidden',
      'The server refuses this account.',
      'Check the account and its rights.',
      true,
    );
  }
  if (status === 404 || status === 405) {
    return trouble(
      'wrong_address',
      'At this address no MCP server of the streamable HTTP kind answers.',
      'Check the address; older servers that only know SSE are not supported.',
      true,
    );
  }
  if (isTimeout(error)) {
    return trouble('silent', 'The server did not answer in time.', 'Look at its log; start it again.', false);
  }
  if (error instanceof McpError && error.code === ErrorCode.ConnectionClosed) {
    return trouble(
      'ended_early',
      'The server ended before it had answered.',
      'Look at its log for the reason.',
      false,
    );
  }
  if (status !== null || isNetworkError(error)) {
    return trouble(
      'unreachable',
      'The server could not be reached.',
      'Check the address and the network.',
      false,
    );
  }
  return trouble(
    'not_mcp',
    'The server does not answer as an MCP server does.',
    'Look at its log; check the command or the address.',
    true,
  );
}

function unauthorized(launch: McpLaunch): ServerTrouble {
  const withHeader = launch.type === 'http' && 'authorization' in lowerCased(launch.headers);
  if (withHeader) {
    return trouble('key_refused', 'The server refuses the key it was given.', 'Enter the key again.', true);
  }
  return {
    ...trouble('sign_in', 'The server wants you to sign in.', 'Press Sign in.', true),
    needsSignIn: true,
  };
}

/** Why a call came to nothing, the server's own words cut. */
export function callFailure(error: unknown, cancelled: boolean): McpFailure {
  const message = error instanceof Error ? oneLine(error.message, 400) : '';
  if (cancelled) return { reason: 'cancelled', message: '' };
  if (isTimeout(error)) return { reason: 'timeout', message: '' };
  if (error instanceof McpError) {
    if (error.code === ErrorCode.ConnectionClosed) return { reason: 'gone', message: '' };
    return { reason: 'server', message };
  }
  return { reason: 'gone', message: '' };
}

/** Whether after this error of a call the connection is of no use any more. */
export function isLost(error: unknown): boolean {
  return error instanceof UnauthorizedError || error instanceof StreamableHTTPError || isNetworkError(error);
}

const isTimeout = (error: unknown) => error instanceof McpError && error.code === ErrorCode.RequestTimeout;

/** What `fetch` throws when no answer came. */
const isNetworkError = (error: unknown) =>
  error instanceof TypeError && error.message.includes('fetch failed');

function statusOf(error: unknown): number | null {
  return error instanceof StreamableHTTPError ? (error.code ?? null) : null;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function lowerCased(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
