import { z } from 'zod';

/**
 * What a tool of an MCP server may do, as the person classes it. `off`: not offered to the agent. The rest are classes
 * of tools; `outward` until the person says otherwise.
 */
export const mcpToolChoiceSchema = z.enum(['off', 'read', 'reversible', 'outward']);
/** What a tool of an MCP server may do. */
export type McpToolChoice = z.infer<typeof mcpToolChoiceSchema>;

/** Most MCP servers there may be. */
export const MAX_MCP_SERVERS = 30;

/** Name of an environment variable. */
export const environmentName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/);
/** Name of an HTTP header. */
export const headerName = z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$/);

/**
 * How a server is reached. Values of variables and headers are secrets: only their names stand here, and in arguments
 * and addresses `${secret:NAME}` stands for one.
 */
export const mcpTransportSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('stdio'),
    /** A program, by name or path; it gets the arguments as they are, without a shell. */
    command: z.string().trim().min(1).max(1_024),
    args: z.array(z.string().max(4_096)).max(100),
    env: z.array(environmentName).max(50),
    /** Working folder; null for the person's home. */
    cwd: z.string().max(4_096).nullable(),
  }),
  z.object({
    type: z.literal('http'),
    url: z
      .string()
      .trim()
      .max(2_048)
      .refine((url) => mcpAddressTrouble(url) === null),
    headers: z.array(headerName).max(50),
  }),
]);
/** How a server is reached. */
export type McpTransport = Readonly<z.infer<typeof mcpTransportSchema>>;

/** An MCP server as the settings keep it. */
export const mcpServerSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(60),
  enabled: z.boolean(),
  transport: mcpTransportSchema,
  /** What the person chose for a tool, by its own name, and the fingerprint of the tool that was chosen for. */
  tools: z.record(
    z.string().max(256),
    z.object({ choice: mcpToolChoiceSchema, fingerprint: z.string().max(64) }),
  ),
});
/** An MCP server as the settings keep it. */
export type McpServer = Readonly<z.infer<typeof mcpServerSchema>>;

const PLACEHOLDER = /\$\{secret:([A-Za-z0-9_.-]{1,128})\}/g;

/** Names of the secrets that this text holds a place for. */
export function secretNames(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}

/** The text with its secrets in place; `change` is given each value to fit it in. Null when one is missing. */
export function withSecrets(
  text: string,
  valueOf: (name: string) => string | undefined,
  change: (value: string) => string = (value) => value,
): string | null {
  if (secretNames(text).some((name) => valueOf(name) === undefined)) return null;
  return text.replace(PLACEHOLDER, (_, name: string) => change(valueOf(name) ?? ''));
}

const HOST = String.raw`(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\])`;
const ADDRESS = new RegExp(String.raw`^(https?)://(${HOST})(:[0-9]{1,5})?(?:[/?][^\s#\\]*)?$`, 'i');
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Why this cannot be the address of an MCP server, in a sentence; null when it can. Plain http stays on this computer. */
export function mcpAddressTrouble(url: string): string | null {
  const [, scheme = '', host = '', port = ''] = ADDRESS.exec(url.trim()) ?? [];
  if (scheme === '' || Number(port.slice(1)) > 65_535) {
    return 'Type an address such as https://example.com/mcp, without a name and password in it.';
  }
  if (scheme.toLowerCase() === 'http' && !LOOPBACK.includes(host.toLowerCase())) {
    return 'Plain http is allowed on this computer only. Use https for servers elsewhere.';
  }
  return null;
}
