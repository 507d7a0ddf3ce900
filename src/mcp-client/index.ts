/*
 * Entry of the MCP process: a utility process of Electron, started when the first MCP server is needed. Main sends a
 * port; everything else goes over it (shared/ipc/mcp-port.ts). Electron itself is not imported.
 */
import { McpService } from './service';

/** The little of Electron's `MessagePortMain` that is used. */
interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
}

/** Electron's `process.parentPort`. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly ports: readonly Port[] }) => void): void;
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
if (!parentPort) {
  process.stderr.write('This program is started by Parley.\n');
  process.exit(2);
}

parentPort.on('message', ({ ports: [port] }) => {
  if (!port) return;
  const service = new McpService((report) => port.postMessage(report));
  port.on('message', ({ data }) => service.receive(data));
  // Without main nobody needs the servers any more.
  port.on('close', () => {
    service.kill();
    process.exit();
  });
  process.on('exit', () => service.kill());
  port.start();
});

// The error of one server must not end the others; its connection tells of it.
process.on('unhandledRejection', () => undefined);
process.on('uncaughtException', (error) => process.stderr.write(`mcp: ${error.name}\n`));
