/** For tests: a service with its reports to wait for, and the servers they are tried with. */
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { McpLaunch, McpReport, McpRequest, McpTool } from '../shared/ipc/mcp-port';
import { mcpReportSchema } from '../shared/ipc/mcp-port';
import { CONNECTION_LIMITS, type ConnectionLimits } from './connection';
import { McpService } from './service';

type Report<Type extends McpReport['type']> = Extract<McpReport, { readonly type: Type }>;

/** A service and everything that it told. */
export class ServiceBed {
  readonly reports: McpReport[] = [];
  readonly service: McpService;
  private readonly waiting = new Set<() => void>();
  private calls = 0;

  constructor(limits: Partial<ConnectionLimits> = {}) {
    this.service = new McpService(
      (report) => {
        // What main would refuse must not be told.
        this.reports.push(mcpReportSchema.parse(report));
        for (const look of [...this.waiting]) look();
      },
      { ...CONNECTION_LIMITS, ...limits },
    );
  }

  ask(request: McpRequest): void {
    this.service.receive(request);
  }

  /** The first report of that type that fits, now or later. */
  next<Type extends McpReport['type']>(
    type: Type,
    fits: (report: Report<Type>) => boolean = () => true,
  ): Promise<Report<Type>> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.reports.find(
          (report): report is Report<Type> => report.type === type && fits(report as Report<Type>),
        );
        if (!found) return;
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
    });
  }

  /** Starts a server; resolves to its tools. Rejects when it ends instead. */
  async start(server: string, launch: McpLaunch): Promise<readonly McpTool[]> {
    this.ask({ type: 'start', server, launch });
    const told = await Promise.race([
      this.next('ready', (report) => report.server === server),
      this.next('ended', (report) => report.server === server),
    ]);
    if (told.type === 'ended') throw new Error(told.problem?.sentence ?? 'ended');
    return told.tools;
  }

  /** Begins a call of a tool of a running server; resolves to what became of it. */
  call(server: string, tool: McpTool, args: Record<string, never> | Record<string, string | number>) {
    const id = ++this.calls;
    this.ask({ type: 'call', id, server, tool: tool.name, fingerprint: tool.fingerprint, args });
    const outcome = Promise.race([
      this.next('result', (report) => report.id === id),
      this.next('failed', (report) => report.id === id),
    ]);
    return { id, outcome };
  }

  /** The text that a call brought. Rejects when there is none. */
  async text(server: string, tool: McpTool, args: Record<string, never> | Record<string, string | number>) {
    const told = await this.call(server, tool, args).outcome;
    if (told.type === 'failed') throw new Error(`${told.failure.reason}: ${told.failure.message}`);
    return told.result.text;
  }
}

const script = fileURLToPath(new URL('../../test/support/mcp/hostile-server.mjs', import.meta.url));

/** A misbehaving server (test/support/mcp). */
export const hostile = (way: string, note = ''): McpLaunch => nodeProgram([script, way, note]);

/** A server from the registry, by the name of its package. */
export const registryServer = (
  name: 'filesystem' | 'everything' | 'memory',
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): McpLaunch => {
  const entry = createRequire(import.meta.url).resolve(`@modelcontextprotocol/server-${name}/dist/index.js`);
  return nodeProgram([entry, ...args], env);
};

function nodeProgram(args: readonly string[], env: Readonly<Record<string, string>> = {}): McpLaunch {
  return {
    type: 'stdio',
    command: process.execPath,
    args: args.filter((arg) => arg !== ''),
    env: { PATH: process.env['PATH'] ?? '', HOME: homedir(), ...env },
    cwd: homedir(),
  };
}

/** The tool of that name. */
export function named(tools: readonly McpTool[], name: string): McpTool {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`There is no ${name} among ${tools.map((one) => one.name).join(', ')}.`);
  return tool;
}
