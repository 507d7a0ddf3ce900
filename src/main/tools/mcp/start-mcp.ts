import { homedir } from 'node:os';
import { join } from 'node:path';
import { shell } from 'electron';
import type { mcpRequests, McpServerView } from '../../../shared/ipc/mcp';
import type { Handlers } from '../../ipc/request-server';
import { McpProcess } from '../../processes/mcp-process';
import { KeyStore } from '../../storage/key-store';
import type { SettingsStore } from '../../storage/settings-store';
import { systemKeychain } from '../../storage/system-keychain';
import type { ToolSource } from '../toolbox';
import { mcpHandlers } from './handlers';
import { knownClients } from './known-clients';
import { McpManager } from './manager';
import { McpSecrets } from './secrets';

/** What MCP needs of the rest of Parley. */
export interface McpStart {
  readonly userData: string;
  /** The folder of the bundles. */
  readonly built: string;
  readonly settings: SettingsStore;
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
  /** The servers in the settings were changed elsewhere. */
  readonly sync: () => void;
  /** Forgets the secrets of all servers; those that run end, and say at the next start what they miss. */
  readonly forgetSecrets: () => Promise<void>;
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
  const servers = () => start.settings.current.mcpServers;
  const home = homedir();
  const { env: environment, platform } = process;
  const manager: McpManager = new McpManager({
    servers,
    secrets,
    surroundings: { environment, platform, home },
    host: (hear) => new McpProcess(join(start.built, 'main', 'mcp.js'), hear, start.log),
    openExternal: (url) => void shell.openExternal(url),
    changed: () => start.changed(manager.views()),
    toolsChanged: start.toolsChanged,
    now: Date.now,
  });
  const clients = () => {
    const config = (platform === 'win32' ? environment['APPDATA'] : environment['XDG_CONFIG_HOME']) ?? null;
    return knownClients({ platform, home, config });
  };
  return {
    source: manager.tools,
    handlers: mcpHandlers({
      manager,
      secrets,
      servers,
      store: (mcpServers) => void start.settings.change({ mcpServers }),
      clients,
    }),
    sync: () => {
      manager.sync();
      start.changed(manager.views());
    },
    forgetSecrets: async () => {
      await secrets.forget();
      for (const { id, enabled } of servers()) if (enabled) manager.stop(id);
    },
    wake: () => manager.wake(),
    close: () => manager.close(),
    kill: () => manager.kill(),
  };
}
