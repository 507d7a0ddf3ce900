/** Makes the tools of MCP servers into tools of ours: classed by the person, their words always somebody else's. */
import type { McpFailure, McpResult, McpTool } from '../../../shared/ipc/mcp-port';
import { isRecord, type Json } from '../../../shared/json';
import type { McpServer, McpToolChoice } from '../../../shared/settings/mcp-server';
import type { Aim, PreparedCall, Tool, ToolContext, ToolFailure, ToolResult } from '../tool';

/** Most bytes of the arguments of one call. */
const MOST_ARGUMENT_BYTES = 32_000;
/** A server may take longer than our own tools: it may be far away. */
const TIMEOUT_SECONDS = 120;
const MOST_ERROR = 400;

/** What came of a call. */
export type McpOutcome =
  { readonly ok: true; readonly result: McpResult } | { readonly ok: false; readonly failure: McpFailure };

/** The way to the servers. */
export interface McpCaller {
  /** Starts the server if needed and checks the arguments; null when they fit. */
  check(server: string, tool: McpTool, args: JsonArguments, signal: AbortSignal): Promise<McpFailure | null>;
  call(
    server: string,
    tool: McpTool,
    args: JsonArguments,
    progress: (note: string) => void,
    signal: AbortSignal,
  ): Promise<McpOutcome>;
  /** Why a server is not there, in words; null when it is. */
  trouble(server: string): string | null;
}

/** Arguments of a call. */
export type JsonArguments = Readonly<Record<string, Json>>;

/** What the person chose for a tool; `changed`: the tool is not the one that was chosen for, so it asks again. */
export function choiceFor(
  server: Pick<McpServer, 'tools'>,
  tool: McpTool,
): { readonly choice: McpToolChoice; readonly changed: boolean } {
  const chosen = Object.hasOwn(server.tools, tool.name) ? server.tools[tool.name] : undefined;
  if (!chosen) return { choice: 'outward', changed: false };
  // What was switched off stays off whatever it says of itself now.
  if (chosen.choice === 'off' || chosen.fingerprint === tool.fingerprint) {
    return { choice: chosen.choice, changed: false };
  }
  return { choice: 'outward', changed: chosen.choice !== 'outward' };
}

/** A server's tool as one of ours; null when the person has switched it off. */
export function toolOf(server: McpServer, tool: McpTool, name: string, caller: McpCaller): Tool | null {
  const { choice } = choiceFor(server, tool);
  if (choice === 'off') return null;
  const told = tool.description === '' ? `Runs ${spokenName(tool)}.` : tool.description;
  return {
    name,
    description: `${told} (Tool of the MCP server “${server.name}”.)`,
    group: 'mcp',
    class: choice,
    foreign: true,
    keywords: keywordsOf(server, tool),
    parameters: tool.parameters,
    wire: { timeoutSeconds: TIMEOUT_SECONDS },
    undo: null,
    prepare: (args) => prepare({ server, tool, choice, caller }, args),
  };
}

interface Subject {
  readonly server: McpServer;
  readonly tool: McpTool;
  readonly choice: Exclude<McpToolChoice, 'off'>;
  readonly caller: McpCaller;
}

function prepare(
  subject: Subject,
  args: unknown,
): { readonly ok: true; readonly call: PreparedCall } | { readonly ok: false; readonly problem: string } {
  const given = args ?? {};
  if (!isRecord(given)) return { ok: false, problem: 'The arguments are not an object.' };
  const text = JSON.stringify(given);
  if (Buffer.byteLength(text) > MOST_ARGUMENT_BYTES)
    return { ok: false, problem: 'The arguments are too long.' };
  const { properties, required = [] } = subject.tool.parameters;
  // Models send null for what they leave out.
  const filled = Object.entries(JSON.parse(text) as Record<string, Json>).filter(
    ([name, value]) => value !== null || required.includes(name) || !Object.hasOwn(properties, name),
  );
  const kept: JsonArguments = Object.fromEntries(filled);
  const missing = required.filter((name) => !Object.hasOwn(kept, name));
  if (missing.length > 0)
    return { ok: false, problem: missing.map((name) => `"${name}" is missing`).join('; ') };
  return { ok: true, call: { args: kept, aim: (context, signal) => aim(subject, kept, context, signal) } };
}

async function aim(
  subject: Subject,
  args: JsonArguments,
  _: ToolContext,
  signal: AbortSignal,
): Promise<{ readonly ok: true; readonly call: AimedMcpCall } | ToolFailure> {
  const { server, tool, choice, caller } = subject;
  const unfit = await caller.check(server.id, tool, args, signal);
  if (unfit) return failureOf(subject, unfit);
  return {
    ok: true,
    call: {
      card: choice === 'read' ? null : cardOf(subject),
      // A standing permission holds for the tool as it was when it was given.
      scope: { id: `mcp:${server.id}:${tool.fingerprint.slice(0, 12)}`, label: server.name },
      touches: choice === 'read' ? [] : [`mcp:${server.id}`],
      run: (context, stop) => run(subject, args, context, stop),
    },
  };
}

type AimedMcpCall = Extract<Awaited<ReturnType<PreparedCall['aim']>>, { readonly ok: true }>['call'];

function cardOf({ server, tool }: Subject): Aim<undefined>['card'] {
  return {
    effect: `Runs “${spokenName(tool)}” of the MCP server “${server.name}” with exactly these arguments.`,
    question: `Shall I run ${spokenName(tool)} of ${server.name}?`,
    risk: 'Parley cannot know what the server does with them, and cannot take it back.',
    verbs: ['run', 'use', 'call'],
  };
}

async function run(
  subject: Subject,
  args: JsonArguments,
  context: ToolContext,
  signal: AbortSignal,
): Promise<ToolResult> {
  const { server, tool, caller } = subject;
  const outcome = await caller.call(server.id, tool, args, context.progress, signal);
  if (!outcome.ok) return failureOf(subject, outcome.failure);
  const { text, structured, isError } = outcome.result;
  if (isError) {
    return {
      ok: false,
      error: `${server.name} reports an error: ${cut(text || 'it did not say which', MOST_ERROR)}`,
      hint: 'Correct the arguments if the error tells how, else tell the person.',
      foreign: true,
    };
  }
  const whole = structured ? JSON.stringify(structured, null, 2) : text;
  return {
    ok: true,
    say: whole === '' ? `${server.name} has done it and said nothing.` : `${server.name} has answered.`,
    data: structured ? { answer: structured } : { answer: text },
    detail: structured && !sameJson(text, structured) ? `${text}\n\n${whole}`.trim() : whole,
    foreign: true,
  };
}

function failureOf({ server, caller }: Subject, { reason, message }: McpFailure): ToolFailure {
  const failure = (error: string, hint: string): ToolFailure => ({ ok: false, error, hint, foreign: true });
  switch (reason) {
    case 'arguments':
      return failure(`The arguments do not fit: ${message}`, 'Correct them and call again.');
    case 'server':
      return failure(
        `${server.name} refused the call: ${message}`,
        'Correct the arguments if it tells how, else tell the person.',
      );
    case 'changed':
      return failure(
        `${server.name} has changed this tool or taken it away.`,
        'Use another tool, or tell the person to look at the server in Settings.',
      );
    case 'timeout':
      return failure(`${server.name} did not answer in time.`, 'Tell the person; ask for something smaller.');
    case 'cancelled':
      return failure('The call was cancelled.', 'Do not try again unless asked to.');
    case 'gone':
      return failure(
        `The MCP server ${server.name} is not there. ${caller.trouble(server.id) ?? ''}`.trim(),
        'Tell the person; Settings show why and what to do. Do not say that it was done.',
      );
  }
}

/** The tool's own name as words: what it calls itself beside it may say anything. */
function spokenName({ name }: McpTool): string {
  return cut(
    name
      .replace(/([a-z])([A-Z])/gu, '$1 $2')
      .replace(/[_\-./]+/gu, ' ')
      .trim(),
    60,
  );
}

function keywordsOf(server: McpServer, tool: McpTool): readonly string[] {
  const words =
    `${server.name} ${tool.title} ${spokenName(tool)}`.toLowerCase().match(/[\p{L}\p{N}]{3,20}/gu) ?? [];
  return [...new Set(words)].slice(0, 12);
}

/** Many servers send the same twice: as structure, and as its text. */
function sameJson(text: string, structured: Json): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(structured);
  } catch {
    return text === '';
  }
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
