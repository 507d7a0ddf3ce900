import { mcpRequestSchema, type McpReport, type McpRequest } from '../shared/ipc/mcp-port';
import { Connection, CONNECTION_LIMITS, type ConnectionLimits } from './connection';
import { signIn } from './sign-in';

/** All servers of the process: takes main's requests, tells what becomes of them. */
export class McpService {
  private readonly connections = new Map<string, Connection>();
  private readonly calls = new Map<number, AbortController>();
  private readonly signIns = new Map<string, AbortController>();
  /** Of a server that is to start while its former run is ending. */
  private readonly endings = new Map<string, Promise<void>>();
  /** The newest wish of main for each server: rises with every start and stop. */
  private readonly wishes = new Map<string, number>();

  constructor(
    private readonly tell: (report: McpReport) => void,
    private readonly limits: ConnectionLimits = CONNECTION_LIMITS,
  ) {}

  /** Takes a message of main; what is none is passed over. */
  receive(message: unknown): void {
    const parsed = mcpRequestSchema.safeParse(message);
    if (parsed.success) this.handle(parsed.data);
  }

  /** Ends every server at once; for the end of the process. */
  kill(): void {
    for (const connection of this.connections.values()) connection.kill();
  }

  private handle(request: McpRequest): void {
    switch (request.type) {
      case 'start':
        return void this.start(request);
      case 'stop':
        this.wish(request.server);
        return void this.stop(request.server);
      case 'check': {
        const connection = this.connections.get(request.server);
        const problem = connection
          ? connection.check(request.tool, request.args)
          : ({ reason: 'gone', message: '' } as const);
        return this.tell({ type: 'checked', id: request.id, problem });
      }
      case 'call':
        return void this.call(request);
      case 'cancel':
        return this.calls.get(request.id)?.abort();
      case 'sign-in':
        return void this.signIn(request);
    }
  }

  private async start({ server, launch }: Extract<McpRequest, { type: 'start' }>): Promise<void> {
    const wish = this.wish(server);
    await this.stop(server);
    // Another start or a stop came while the former run was ending.
    if (this.wishes.get(server) !== wish) return;
    const connection: Connection = new Connection(
      server,
      launch,
      (report) => {
        // A run that was replaced has nothing more to say.
        if (this.connections.get(server) !== connection) return;
        if (report.type === 'ended') this.connections.delete(server);
        this.tell(report);
      },
      this.limits,
    );
    this.connections.set(server, connection);
    await connection.start();
  }

  private wish(server: string): number {
    const wish = (this.wishes.get(server) ?? 0) + 1;
    this.wishes.set(server, wish);
    return wish;
  }

  private stop(server: string): Promise<void> {
    this.signIns.get(server)?.abort();
    const connection = this.connections.get(server);
    if (!connection) return this.endings.get(server) ?? Promise.resolve();
    const ending = connection.stop().finally(() => {
      if (this.endings.get(server) === ending) this.endings.delete(server);
    });
    this.endings.set(server, ending);
    return ending;
  }

  private async call(request: Extract<McpRequest, { type: 'call' }>): Promise<void> {
    const { id, server, args, ...call } = request;
    const connection = this.connections.get(server);
    if (!connection) {
      this.tell({ type: 'failed', id, failure: { reason: 'gone', message: '' } });
      return;
    }
    const abort = new AbortController();
    this.calls.set(id, abort);
    const outcome = await connection.call(
      { ...call, args: { ...args } },
      (note) => this.tell({ type: 'progress', id, note }),
      abort.signal,
    );
    this.calls.delete(id);
    if (outcome.ok) this.tell({ type: 'result', id, result: outcome.result });
    else this.tell({ type: 'failed', id, failure: outcome.failure });
  }

  private async signIn({ server, launch }: Extract<McpRequest, { type: 'sign-in' }>): Promise<void> {
    if (launch.type !== 'http') return;
    this.signIns.get(server)?.abort();
    const abort = new AbortController();
    this.signIns.set(server, abort);
    const problem = await signIn(
      launch,
      {
        open: (url) => this.tell({ type: 'open', server, url }),
        save: (oauth) => this.tell({ type: 'oauth', server, oauth }),
      },
      abort.signal,
    );
    // One that was begun anew is still under way.
    if (this.signIns.get(server) !== abort) return;
    this.signIns.delete(server);
    this.tell({ type: 'signed-in', server, problem });
  }
}
