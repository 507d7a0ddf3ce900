import type { McpState } from '../../../shared/ipc/mcp';
import type { McpTool } from '../../../shared/ipc/mcp-port';
import { ProblemError, type Problem } from '../../../shared/problem';

/** One server while Parley runs; the manager is the only one that changes it. */
export interface Live {
  state: McpState;
  problem: Problem | null;
  needsSignIn: boolean;
  signingIn: boolean;
  signedIn: boolean;
  /** What it calls itself; empty before it was ready for the first time. */
  title: string;
  tools: readonly McpTool[];
  /** Its last lines, and how many there were in all. */
  log: string[];
  logged: number;
  /** How often in a row it ended by itself. */
  failures: number;
  /** Since when it is ready (epoch milliseconds). */
  readyAt: number | null;
  /** Of the start that counts; rises with every start and stop. */
  run: number;
  retry: ReturnType<typeof setTimeout> | null;
  /** What it was started with: a change of it starts it anew. */
  startedWith: string;
}

/** A server that has not been started yet. */
export function newLive(): Live {
  return {
    ...{ state: 'off', problem: null, needsSignIn: false, signingIn: false, signedIn: false, title: '' },
    ...{ tools: [], log: [], logged: 0, failures: 0, readyAt: null, run: 0, retry: null, startedWith: '' },
  } as Live;
}

/** What is told of a start that did not come about. */
export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : notStarted;
}

const notStarted: Problem = {
  code: 'mcp_not_started',
  sentence: 'The server could not be started.',
  next: 'Try again. If it keeps failing, restart Parley.',
};

/** Why servers end that did nothing. */
export const processGone: Problem = {
  code: 'mcp_process_gone',
  sentence: 'The part of Parley that talks to MCP servers has ended.',
  next: 'It starts again by itself.',
};
