/**
 * What main and the MCP process tell each other. Both check what they get: the process works with what strange servers
 * send, so main does not trust it either.
 */
import { z } from 'zod';
import type { DeepReadonly } from '../protocol/deep-readonly';
import { toolParametersSchema } from '../protocol/tools';

/** Most tools of one server that are taken. */
export const MAX_MCP_TOOLS = 200;

const server = z.string().max(40);
const callId = z.number().int().nonnegative();
const args = z.record(z.string(), z.json());

/** Everything that is needed to reach a server, secrets in place. */
export const mcpLaunchSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('stdio'),
    command: z.string(),
    args: z.array(z.string()),
    /** The whole environment. */
    env: z.record(z.string(), z.string()),
    cwd: z.string(),
  }),
  z.object({
    type: z.literal('http'),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    /** What a sign-in has left, as the process told it; null when the person never signed in. */
    oauth: z.string().nullable(),
  }),
]);
/** Everything that is needed to reach a server. */
export type McpLaunch = DeepReadonly<z.infer<typeof mcpLaunchSchema>>;

/** What main asks of the process. */
export const mcpRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), server, launch: mcpLaunchSchema }),
  z.object({ type: z.literal('stop'), server }),
  /** Whether arguments fit a tool, before anybody is asked. */
  z.object({ type: z.literal('check'), id: callId, server, tool: z.string(), args }),
  z.object({
    type: z.literal('call'),
    id: callId,
    server,
    tool: z.string(),
    /** Of the tool that was approved: another one of that name is not called. */
    fingerprint: z.string(),
    args,
  }),
  z.object({ type: z.literal('cancel'), id: callId }),
  /** Begins a sign-in; the answer is `open`, then `signed-in`. */
  z.object({ type: z.literal('sign-in'), server, launch: mcpLaunchSchema }),
]);
/** What main asks of the process. */
export type McpRequest = DeepReadonly<z.infer<typeof mcpRequestSchema>>;

const problemSchema = z.object({
  code: z.string().max(60),
  sentence: z.string().max(600),
  next: z.string().max(600),
});

/** A tool of a server, cleaned: what the server says of it, shown as its claim. */
export const mcpToolSchema = z.object({
  /** The server's own name for it. */
  name: z.string().min(1).max(256),
  title: z.string().max(100),
  description: z.string().max(400),
  parameters: toolParametersSchema,
  /** What the server claims: "only reads", "may destroy". */
  claims: z.array(z.string().max(40)).max(6),
  /** Changes with anything that the server says of the tool. */
  fingerprint: z.string().max(64),
});
/** A tool of a server, cleaned. */
export type McpTool = DeepReadonly<z.infer<typeof mcpToolSchema>>;

/** What a tool brought back, in words. */
export const mcpResultSchema = z.object({
  text: z.string().max(200_000),
  structured: z.record(z.string(), z.json()).nullable(),
  isError: z.boolean(),
});
/** What a tool brought back. */
export type McpResult = DeepReadonly<z.infer<typeof mcpResultSchema>>;

/** Why a call came to nothing. */
export const mcpFailureSchema = z.object({
  reason: z.enum(['arguments', 'gone', 'timeout', 'changed', 'server', 'cancelled']),
  /** What the server or the check said; foreign words, cut. */
  message: z.string().max(600),
});
/** Why a call came to nothing. */
export type McpFailure = Readonly<z.infer<typeof mcpFailureSchema>>;

/** What the process tells main. */
export const mcpReportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('starting'), server, pid: z.number().int().nullable() }),
  z.object({
    type: z.literal('ready'),
    server,
    /** What the server calls itself. */
    title: z.string().max(120),
    tools: z.array(mcpToolSchema).max(MAX_MCP_TOOLS),
  }),
  /** It is over: by request (`problem` null), or not. */
  z.object({
    type: z.literal('ended'),
    server,
    problem: problemSchema.nullable(),
    /** Trying again by itself cannot help: the person has to do something. */
    final: z.boolean(),
    needsSignIn: z.boolean(),
  }),
  z.object({ type: z.literal('tools'), server, tools: z.array(mcpToolSchema).max(MAX_MCP_TOOLS) }),
  z.object({ type: z.literal('log'), server, lines: z.array(z.string().max(500)).max(200) }),
  z.object({ type: z.literal('progress'), id: callId, note: z.string().max(200) }),
  z.object({ type: z.literal('checked'), id: callId, problem: mcpFailureSchema.nullable() }),
  z.object({ type: z.literal('result'), id: callId, result: mcpResultSchema }),
  z.object({ type: z.literal('failed'), id: callId, failure: mcpFailureSchema }),
  /** An address to be opened in the person's browser, once, for a sign-in that was asked for. */
  z.object({ type: z.literal('open'), server, url: z.string().max(8_192) }),
  /** To be kept in the keychain and given back at the next start. */
  z.object({ type: z.literal('oauth'), server, oauth: z.string().max(60_000) }),
  z.object({ type: z.literal('signed-in'), server, problem: problemSchema.nullable() }),
]);
/** What the process tells main. */
export type McpReport = DeepReadonly<z.infer<typeof mcpReportSchema>>;
