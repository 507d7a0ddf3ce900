import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { mcpRequests, McpAdded, McpDraft } from '../../../shared/ipc/mcp';
import { ProblemError, type Problem } from '../../../shared/problem';
import {
  MAX_MCP_SERVERS,
  mcpAddressTrouble,
  mcpServerSchema,
  type McpServer,
} from '../../../shared/settings/mcp-server';
import type { Handlers } from '../../ipc/request-server';
import { hideSecrets, secretKey, type OpenTransport, type SecretValues } from './hide-secrets';
import type { KnownClient } from './known-clients';
import { isOwnVariable } from './launch';
import type { McpManager } from './manager';
import { slugOf } from './names';
import { readConfig, summaryOf, type FoundServer } from './read-config';
import type { McpSecrets } from './secrets';

/** What the requests reach. */
export interface McpWorld {
  readonly manager: McpManager;
  readonly secrets: McpSecrets;
  readonly servers: () => readonly McpServer[];
  /** Stores the servers. Throws {@link ProblemError} when the disk refuses. */
  readonly store: (servers: McpServer[]) => void;
  /** Other programs that may have servers on this system. */
  readonly clients: () => readonly KnownClient[];
}

/** Largest file of another program that is read. */
const MOST_IMPORT_BYTES = 5_000_000;

/** The answers to a window's requests about MCP servers. */
export function mcpHandlers(world: McpWorld): Handlers<typeof mcpRequests> {
  const { manager, secrets, servers } = world;
  const change = (id: string, patch: Partial<McpServer>) => {
    world.store(servers().map((server) => (server.id === id ? { ...server, ...patch } : server)));
    manager.sync();
    return undefined;
  };
  return {
    'mcp.servers': () => manager.views(),
    'mcp.save': ({ id, draft }) => save(world, id, draft),
    'mcp.paste': (text) => addAll(world, found(text)),
    'mcp.remove': async (id) => {
      world.store(servers().filter((server) => server.id !== id));
      manager.sync();
      await secrets.change(id, () => ({ values: {}, oauth: null }));
      return undefined;
    },
    'mcp.enable': ({ id, enabled }) => {
      change(id, { enabled });
      if (enabled) void manager.start(id);
      return undefined;
    },
    'mcp.restart': (id) => void manager.start(id),
    'mcp.log': (id) => manager.log(id),
    'mcp.classify': ({ id, tool, choice }) => {
      const known = manager.toolNamed(id, tool);
      const server = servers().find((one) => one.id === id);
      if (!known || !server) throw new ProblemError(toolGone);
      return change(id, { tools: { ...server.tools, [tool]: { choice, fingerprint: known.fingerprint } } });
    },
    'mcp.signIn': async (id) => void (await manager.signIn(id)),
    'mcp.signOut': async (id) => void (await manager.signOut(id)),
    'mcp.importSources': async () => {
      const clients = world.clients();
      const there = await Promise.all(clients.map(({ path }) => isFile(path)));
      return clients.filter((_, at) => there[at]);
    },
    'mcp.importList': async (source) =>
      (await read(world, source)).servers.map(({ name, transport }) => ({
        name,
        // What looks like a key is not shown either.
        summary: summaryOf(visible(transport)),
      })),
    'mcp.importTake': async ({ source, names }) => {
      const config = await read(world, source);
      const chosen = config.servers.filter(({ name }) => names.includes(name));
      return addAll(world, { servers: chosen, skipped: [] });
    },
  };
}

type Found = Extract<ReturnType<typeof readConfig>, { readonly ok: true }>;

/** Reads pasted text. Throws {@link ProblemError} when there is no server in it. */
function found(text: string): Found {
  const config = readConfig(text);
  if (!config.ok) throw new ProblemError(config.problem);
  return config;
}

async function read({ clients }: McpWorld, source: string): Promise<Found> {
  const client = clients().find(({ id }) => id === source);
  if (!client || !(await isFile(client.path))) throw new ProblemError(fileGone);
  return found(await readFile(client.path, 'utf8').catch(() => ''));
}

async function isFile(path: string): Promise<boolean> {
  try {
    const facts = await stat(path);
    return facts.isFile() && facts.size <= MOST_IMPORT_BYTES;
  } catch {
    return false;
  }
}

function visible(transport: OpenTransport): OpenTransport {
  const { transport: hidden } = hideSecrets(transport);
  return hidden.type === 'http' ? { ...hidden, headers: [] } : { ...hidden, env: [] };
}

/** Adds what was found, switched off: nothing runs before the person has seen it in the list. */
async function addAll(world: McpWorld, { servers, skipped }: Omit<Found, 'ok'>): Promise<McpAdded> {
  const added: string[] = [];
  const left = [...skipped];
  for (const { name, transport } of servers) {
    const trouble = await add(world, { name: freeName(world, name), transport }, false).catch(problemIn);
    if (trouble === null) added.push(name);
    else left.push({ name, why: trouble });
  }
  return { added, skipped: left };
}

function problemIn(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.sentence;
  throw error;
}

/** A name that no other server's tools would be confused with. */
function freeName(world: McpWorld, wanted: string): string {
  const name = wanted.trim().slice(0, 50) || 'server';
  const taken = new Set(world.servers().map((server) => slugOf(server.name)));
  for (let at = 1; ; at += 1) {
    const tried = at === 1 ? name : `${name} ${at}`;
    if (!taken.has(slugOf(tried))) return tried;
  }
}

/** Adds one server; null when that worked, else rejects. */
async function add(world: McpWorld, { name, transport }: FoundServer, enabled: boolean): Promise<null> {
  if (world.servers().length >= MAX_MCP_SERVERS) throw new ProblemError(tooMany);
  const hidden = hideSecrets(transport);
  const server = checked({ id: randomUUID(), name, enabled, transport: hidden.transport, tools: {} });
  await world.secrets.change(server.id, () => ({ values: hidden.secrets, oauth: null }));
  world.store([...world.servers(), server]);
  world.manager.sync();
  if (enabled) void world.manager.start(server.id);
  return null;
}

async function save(world: McpWorld, id: string | null, draft: McpDraft): Promise<undefined> {
  const name = draft.name.trim();
  const trouble = troubleIn(world, id, name, draft);
  if (trouble) throw new ProblemError(trouble);
  if (id === null) {
    await add(world, { name, transport: draft.transport }, true);
    return undefined;
  }
  const before = world.servers().find((server) => server.id === id);
  if (!before) throw new ProblemError(serverGone);
  const hidden = hideSecrets(draft.transport);
  const server = checked({ ...before, name, transport: hidden.transport });
  const elsewhere = addressOf(before) !== addressOf(server);
  await world.secrets.change(id, ({ values, oauth }) => ({
    // What was entered for one address or program is not given to another.
    values: { ...(elsewhere ? {} : keptValues(values, server)), ...hidden.secrets },
    oauth: elsewhere ? null : oauth,
  }));
  world.store(
    world.servers().map((one) => (one.id === id ? { ...server, tools: elsewhere ? {} : one.tools } : one)),
  );
  if (server.enabled) void world.manager.start(id);
  world.manager.sync();
  return undefined;
}

/** To whom secrets go: the host of an address, the program of a command. */
function addressOf({ transport }: McpServer): string {
  return transport.type === 'http'
    ? new URL(transport.url.replace(/[?#].*$/u, '')).origin
    : transport.command;
}

/** The values whose names are still in the configuration. */
function keptValues(values: SecretValues, { transport }: McpServer): SecretValues {
  const texts = transport.type === 'stdio' ? transport.args : [transport.url];
  const named =
    transport.type === 'stdio'
      ? transport.env.map((name) => secretKey('env', name))
      : transport.headers.map((name) => secretKey('header', name));
  return Object.fromEntries(
    Object.entries(values).filter(
      ([key]) => named.includes(key) || texts.some((text) => text.includes(`\${${key}}`)),
    ),
  );
}

function troubleIn(
  world: McpWorld,
  id: string | null,
  name: string,
  { transport }: McpDraft,
): Problem | null {
  if (name === '' || name.length > 60) return wrong('Give the server a name of at most 60 characters.');
  const others = world.servers().filter((server) => server.id !== id);
  if (others.some((server) => slugOf(server.name) === slugOf(name))) {
    return wrong('Another server has this name already.');
  }
  if (transport.type === 'http') {
    const trouble = mcpAddressTrouble(transport.url);
    return trouble === null ? null : wrong(trouble);
  }
  if (transport.command.trim() === '') return wrong('Type the program that starts the server.');
  const own = transport.env.find((entry) => isOwnVariable(entry.name));
  return own ? wrong(`The variable ${own.name} is Parley’s own and goes to no server.`) : null;
}

function checked(server: McpServer): McpServer {
  const parsed = mcpServerSchema.safeParse(server);
  if (!parsed.success) throw new ProblemError(wrong('Something in it is too long or cannot be used.'));
  return parsed.data;
}

const wrong = (sentence: string): Problem => ({
  code: 'mcp_draft_wrong',
  sentence,
  next: 'Correct it and save again.',
});

const tooMany: Problem = {
  code: 'mcp_too_many',
  sentence: `There can be ${MAX_MCP_SERVERS} MCP servers.`,
  next: 'Remove one that you do not need.',
};

const toolGone: Problem = {
  code: 'mcp_tool_gone',
  sentence: 'The server does not have this tool any more.',
  next: 'Choose another tool.',
};

const serverGone: Problem = {
  code: 'mcp_server_gone',
  sentence: 'This server is not there any more.',
  next: 'Add it again.',
};

const fileGone: Problem = {
  code: 'mcp_file_gone',
  sentence: 'The file cannot be read.',
  next: 'Choose another program, or paste its configuration.',
};
