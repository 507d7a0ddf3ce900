import { homedir } from 'node:os';
import type { mcpRequests, McpServerView } from '../../../shared/ipc/mcp';
import type { McpServer } from '../../../shared/settings/mcp-server';
import type { Handlers } from '../../ipc/request-server';
import { McpProcess } from '../../processes/mcp-process';
import { KeyStore } from '../../storage/key-store';
import { systemKeychain } from '../../storage/system-keychain';
import type { ToolSource } from '../toolbox';
import { mcpHandlers } from './handlers';
import { knownClients } from './known-clients';
import { McpManager } from './manager';
import { McpSecrets } from './secrets';

/** What MCP needs of the rest of Parley. */
export interface McpStart {
  readonly userData: string;
  /** The built process. */
  readonly entry: string;
  readonly servers: () => readonly McpServer[];
  readonly store: (servers: McpServer[]) => void;
  readonly openExternal: (url: string) => void;
  /** Tells the windows. */
  readonly changed: (servers: readonly McpServerView[]) => void;
  /** The agent is to be told of other tools. */
  readonly toolsChanged: () => void;
  readonly log: (line: string) => void;
}

/** What the rest of Parley needs of MCP. */
export interface Mcp {
  readonly source: ToolSource;
  readonly handlers: Handlers<typeof mcpRequests>;
  /** A conversation begins. */
  readonly wake: () => void;
  /** Parley ends; resolves within two seconds. */
  readonly close: () => Promise<void>;
  /** The last moment: nothing may outlive it. */
  readonly kill: () => void;
}

/** Puts the parts together; starts nothing. */
export function startMcp(start: McpStart): Mcp {
  const secrets = new McpSecrets(new KeyStore(start.userData, 'mcp-secrets', systemKeychain, null));
  const home = homedir();
  const { env: environment, platform } = process;
  const manager: McpManager = new McpManager({
    servers: start.servers,
    secrets,
    surroundings: { environment, platform, home },
    host: (hear) => new McpProcess(start.entry, hear, start.log),
    openExternal: start.openExternal,
    changed: () => start.changed(manager.views()),
    toolsChanged: start.toolsChanged,
    now: Date.now,
  });
  const config = (platform === 'win32' ? environment['APPDATA'] : environment['XDG_CONFIG_HOME']) ?? null;
  const clients = knownClients({ platform, home, config });
  return {
    source: manager.tools,
    handlers: mcpHandlers({ manager, secrets, servers: start.servers, store: start.store, clients }),
    wake: () => manager.wake(),
    close: () => manager.close(),
    kill: () => manager.kill(),
  };
}
