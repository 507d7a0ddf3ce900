import { z } from 'zod';
import {
  environmentName,
  headerName,
  mcpToolChoiceSchema,
  type McpToolChoice,
  type McpTransport,
} from '../settings/mcp-server';
import type { Problem } from '../problem';
import { request } from './contract';

/** A variable or header as entered; a value that is left out stays as it was. It goes in and never comes back. */
const entry = <Name extends z.ZodType<string>>(name: Name) =>
  z.strictObject({ name, value: z.string().max(8_192).nullable() });

/** A server as entered in the form. Ids of secrets stand where they stood; the rest is checked by main in words. */
export const mcpDraftSchema = z.strictObject({
  name: z.string().max(200),
  transport: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('stdio'),
      command: z.string().max(1_024),
      args: z.array(z.string().max(4_096)).max(100),
      env: z.array(entry(environmentName)).max(50),
      cwd: z.string().max(4_096).nullable(),
    }),
    z.strictObject({
      type: z.literal('http'),
      url: z.string().max(2_048),
      headers: z.array(entry(headerName)).max(50),
    }),
  ]),
});
/** A server as entered in the form. */
export type McpDraft = z.infer<typeof mcpDraftSchema>;

/** How a server is. `off`: not running; it starts with the next conversation if it is switched on. */
export type McpState = 'off' | 'starting' | 'ready' | 'failed';

/** A tool of a server as the person sees it. */
export interface McpToolView {
  /** The server's name for it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** What the server claims of it; not trusted. */
  readonly claims: readonly string[];
  readonly choice: McpToolChoice;
  /** It was classed, and has changed since: it asks again until it is classed anew. */
  readonly changed: boolean;
}

/** A server as the person sees it; no secret is in it. */
export interface McpServerView {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly transport: McpTransport;
  readonly state: McpState;
  /** Why it is `failed`, and what to do. */
  readonly problem: Problem | null;
  readonly needsSignIn: boolean;
  /** A sign-in is open in the browser. */
  readonly signingIn: boolean;
  readonly signedIn: boolean;
  /** What the server calls itself; empty while unknown. */
  readonly title: string;
  readonly tools: readonly McpToolView[];
  /** Lines printed so far: changes when there is more to read. */
  readonly logged: number;
}

/** What came of pasted or imported configuration. */
export interface McpAdded {
  readonly added: readonly string[];
  /** What was not taken, with the reason in a sentence. */
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
}

/** A file of another program that holds MCP servers. */
export interface McpImportSource {
  readonly id: string;
  /** "Claude Desktop". */
  readonly program: string;
  readonly path: string;
}

/** A server found in such a file: what would be started or called. */
export interface McpImportServer {
  readonly name: string;
  readonly summary: string;
}

const nothing = z.undefined();
const id = z.string().max(40);

/** Requests about MCP servers. */
export const mcpRequests = {
  'mcp.servers': request(nothing).returning<readonly McpServerView[]>(),
  /** Adds a server, or changes the one with this id. */
  'mcp.save': request(z.strictObject({ id: id.nullable(), draft: mcpDraftSchema })).returning<undefined>(),
  /** Takes configuration as other programs write it. What it names is added switched off. */
  'mcp.paste': request(z.string().max(200_000)).returning<McpAdded>(),
  'mcp.remove': request(id).returning<undefined>(),
  /** Switching on starts the server at once, switching off ends it. */
  'mcp.enable': request(z.strictObject({ id, enabled: z.boolean() })).returning<undefined>(),
  /** Starts a server that is switched on, anew if it runs. */
  'mcp.restart': request(id).returning<undefined>(),
  /** What a server has printed last, oldest first. */
  'mcp.log': request(id).returning<readonly string[]>(),
  'mcp.classify': request(
    z.strictObject({ id, tool: z.string().max(256), choice: mcpToolChoiceSchema }),
  ).returning<undefined>(),
  /** Opens the server's sign-in in the browser. */
  'mcp.signIn': request(id).returning<undefined>(),
  'mcp.signOut': request(id).returning<undefined>(),
  /** Looks where other programs keep their servers; reads nothing yet. */
  'mcp.importSources': request(nothing).returning<readonly McpImportSource[]>(),
  /** Reads one of those files. */
  'mcp.importList': request(z.string().max(40)).returning<readonly McpImportServer[]>(),
  'mcp.importTake': request(
    z.strictObject({ source: z.string().max(40), names: z.array(z.string().max(200)).max(100) }),
  ).returning<McpAdded>(),
} as const;

/** What windows are told of MCP servers. */
export interface McpEvents {
  readonly 'mcp.changed': readonly McpServerView[];
}
