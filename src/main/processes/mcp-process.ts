import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { mcpReportSchema, type McpReport, type McpRequest } from '../../shared/ipc/mcp-port';
import { withoutKeys } from '../../shared/without-keys';
import { endProcess } from './end-process';

/** Who hears of the process. */
interface Hearer {
  readonly report: (report: McpReport) => void;
  /** It ended by itself. */
  readonly gone: () => void;
}

/** The process that talks to MCP servers: started by the first request, started anew after a crash by the next. */
export class McpProcess {
  private process: UtilityProcess | null = null;
  private port: MessagePortMain | null = null;
  /** Programs that it has started: they must not outlive it. By server. */
  private readonly pids = new Map<string, number>();

  constructor(
    private readonly entry: string,
    private readonly hear: Hearer,
    private readonly log: (line: string) => void,
  ) {}

  send(request: McpRequest): void {
    this.ensure().postMessage(request);
  }

  /** Ends it and the servers at once. */
  kill(): void {
    const child = this.process;
    this.process = null;
    this.port = null;
    endProcess(child);
    this.killServers();
  }

  private ensure(): MessagePortMain {
    if (this.port) return this.port;
    const child = utilityProcess.fork(this.entry, [], {
      serviceName: 'Parley MCP',
      stdio: 'inherit',
      env: withoutKeys(process.env),
    });
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ type: 'main' }, [port1]);
    port2.on('message', ({ data }) => this.receive(data));
    port2.start();
    child.once('exit', (code) => {
      if (this.process !== child) return;
      this.process = null;
      this.port = null;
      this.log(`mcp process ended with ${code}`);
      this.killServers();
      this.hear.gone();
    });
    this.process = child;
    this.port = port2;
    return port2;
  }

  private receive(data: unknown): void {
    const parsed = mcpReportSchema.safeParse(data);
    if (!parsed.success) {
      this.log('mcp process: a report did not fit');
      return;
    }
    const report = parsed.data;
    if (report.type === 'starting' && report.pid !== null) this.pids.set(report.server, report.pid);
    if (report.type === 'ended') this.pids.delete(report.server);
    this.hear.report(report);
  }

  private killServers(): void {
    for (const pid of this.pids.values()) {
      try {
        // Everywhere but on Windows each server leads a process group.
        process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
      } catch {
        // It has gone by itself.
      }
    }
    this.pids.clear();
  }
}
