import type { McpReport, McpRequest } from '../../../shared/ipc/mcp-port';
import type { McpServer } from '../../../shared/settings/mcp-server';
import type { Surroundings } from './launch';
import type { McpSecrets } from './secrets';

/** The process that talks to the servers; started by the first message. */
export interface McpHost {
  send(request: McpRequest): void;
  /** Ends the process and every server at once. */
  kill(): void;
}

/** What the manager needs. */
export interface ManagerWorld {
  readonly servers: () => readonly McpServer[];
  readonly secrets: McpSecrets;
  readonly surroundings: Surroundings;
  /** Makes the way to the process; nothing is started by it. `gone`: the process ended by itself. */
  readonly host: (hear: {
    readonly report: (report: McpReport) => void;
    readonly gone: () => void;
  }) => McpHost;
  /** Opens an https or loopback address in the person's browser. */
  readonly openExternal: (url: string) => void;
  /** Something that windows show has changed; told a few times a second at most. */
  readonly changed: () => void;
  /** The tools have changed. */
  readonly toolsChanged: () => void;
  readonly now: () => number;
}
