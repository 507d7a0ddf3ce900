/**
 * A WebSocket server that says exactly what a test tells it to, message by message, at the times it is told.
 * It is no agent: it knows no turns and answers nothing on its own. Where a real talk is wanted, tests run the
 * local agent (`local-agent-service.ts`). The sequences come from protocol-traces.md.
 */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { now } from './clock';
import { ScriptedSession } from './scripted-session';
import { until } from './until';

/** How the server treats those who connect. */
export interface ServiceOptions {
  /** Refuse every upgrade with this HTTP status. */
  readonly refuseWith?: number;
  /** Leave every upgrade unanswered for this long. */
  readonly upgradeAfterMs?: number;
}

export class ScriptedService {
  readonly sessions: ScriptedSession[] = [];
  /** The headers of every upgrade, refused ones too. */
  readonly upgrades: IncomingHttpHeaders[] = [];
  /** Also those whose upgrade is left unanswered, which the server does not count among its connections. */
  private readonly raw = new Set<Duplex>();

  private constructor(
    private readonly http: Server,
    private readonly sockets: WebSocketServer,
    private options: ServiceOptions,
  ) {
    http.on('upgrade', (request, socket, head) => {
      this.upgrades.push(request.headers);
      this.raw.add(socket);
      socket.once('close', () => this.raw.delete(socket));
      const { refuseWith, upgradeAfterMs } = this.options;
      if (refuseWith !== undefined) {
        socket.end(`HTTP/1.1 ${refuseWith} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      const accept = () => sockets.handleUpgrade(request, socket, head, (opened) => this.welcome(opened));
      if (upgradeAfterMs === undefined) accept();
      else setTimeout(accept, upgradeAfterMs);
    });
  }

  /** Listens on a free port of loopback. */
  static async start(options: ServiceOptions = {}): Promise<ScriptedService> {
    const http = createServer((_request, response) => response.writeHead(404).end());
    const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return new ScriptedService(http, sockets, options);
  }

  get port(): number {
    return (this.http.address() as AddressInfo).port;
  }

  /** For PARLEY_AGENT_URL. */
  get url(): string {
    return `ws://127.0.0.1:${this.port}/v1/ws`;
  }

  /** Treats the next ones to connect like this. */
  behave(options: ServiceOptions): void {
    this.options = options;
  }

  /** The session with this number, counted from 0, as soon as someone has opened it. */
  session(number = 0, timeoutMs = 15_000): Promise<ScriptedSession> {
    return until(`session ${number} is opened`, () => this.sessions[number], { timeoutMs });
  }

  async stop(): Promise<void> {
    for (const session of this.sessions) session.drop();
    this.sockets.close();
    for (const socket of this.raw) socket.destroy();
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  private welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    this.sessions.push(new ScriptedSession(socket, now()));
  }
}
