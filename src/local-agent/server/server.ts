/*
 * The Voice Agent API on loopback: one HTTP server for REST and for the WebSocket of protocol.md.
 * A socket is a Connection, a talk is a LiveSession; both know nothing of each other's insides.
 */
import { randomUUID } from 'node:crypto';
import { createServer, STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { SpeechClient } from '../../shared/ipc/speech-client';
import { systemClock, type Clock } from '../clock';
import type { ServeTool, SessionWorld } from '../session/live-session';
import type { Thinker } from '../thinking/types';
import { TIMINGS, type TimingName } from '../timing';
import { noFaults, type Faults } from '../faults/catalogue';
import { Switchboard } from '../faults/switchboard';
import { nodeTransport } from '../../http-tools/node-transport';
import { refusalOfAddress, runTool, type ToolTransport } from '../../http-tools/run-tool';
import { Agents, type StoredAgent } from './agents';
import { Connection, refuseKey } from './connection';
import { addressOf, isLocalRequest, keyOf, Keys } from './keys';
import { Records } from './records';
import { answerRest } from './rest';
import { Sessions } from './sessions';

/** Largest frame a client may send: ten seconds of audio and more. */
const LARGEST_FRAME = 2_000_000;
const PATHS = new Set(['/v1/ws', '/v1/voice']);
/** Sockets at once, idle ones included. */
const MOST_SOCKETS = 256;
/** Connections of any kind; more are closed at once. */
const MOST_CONNECTIONS = 2_048;
/** A request must be there in this time. */
const REQUEST_MS = 30_000;

/** How a server is set up. */
export interface LocalAgentOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The only key that is accepted; null accepts any but `bad-key`. */
  readonly key: string | null;
  readonly timing: TimingName;
  readonly speech: SpeechClient;
  readonly thinker: Thinker;
  readonly onTrouble: SessionWorld['onTrouble'];
  /** Not given: always normal. */
  readonly speakingSpeed?: SessionWorld['speakingSpeed'];
  readonly clock?: Clock;
  /** What the agent does wrong from the start; nothing when not given. */
  readonly faults?: Faults;
  /** Whether faults may be switched over HTTP; not when not given. */
  readonly control?: boolean;
  /** How HTTP tools reach the network: the public internet when not given. */
  readonly toolTransport?: ToolTransport;
}

/** A running server. */
export interface LocalAgentServer {
  readonly port: number;
  /** Closes every socket with 1001 and stops listening. */
  close(): Promise<void>;
}

/** Starts to listen on 127.0.0.1. Rejects with Node's error (`EADDRINUSE`, `EACCES`) when it cannot. */
export async function startServer(options: LocalAgentOptions): Promise<LocalAgentServer> {
  const clock = options.clock ?? systemClock;
  const now = () => clock.now();
  const newId = (prefix: string) => `${prefix}_${randomUUID().replaceAll('-', '')}`;
  const keys = new Keys(options.key);
  const { speech, thinker, onTrouble, speakingSpeed = () => 1, toolTransport = nodeTransport } = options;
  const agents = new Agents({ newId, now, refusalOfAddress: (url) => refusalOfAddress(url, toolTransport) });
  const records = new Records();
  const timing = TIMINGS[options.timing];
  const mintResumeToken = (seconds: number) => keys.mint(seconds, null, now());
  const shared = { speech, thinker, clock, newId, onTrouble, speakingSpeed, timing, records };
  const sessions = new Sessions({ ...shared, mintResumeToken });
  const switchboard = new Switchboard(options.faults ?? noFaults);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
  });
  const http = createServer((request, response) => {
    const { control = false } = options;
    const openSessions = () => sessions.count;
    const voices = () => speech.voices();
    const world = { keys, agents, records, now, switchboard, control, openSessions, voices };
    void answerRest(request, response, world);
  });

  http.maxConnections = MOST_CONNECTIONS;
  http.headersTimeout = REQUEST_MS;
  http.requestTimeout = REQUEST_MS;
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = addressOf(request);
    if (!url) return refuseUpgrade(socket, '400 Bad Request');
    if (!isLocalRequest(request)) return refuseUpgrade(socket, '403 Forbidden');
    if (!PATHS.has(url.pathname)) return refuseUpgrade(socket, '404 Not Found');
    if (sockets.clients.size >= MOST_SOCKETS) return refuseUpgrade(socket, '503 Service Unavailable');
    const faults = switchboard.take();
    const refused = faults['refuse-upgrade'];
    if (refused !== undefined) return refuseUpgrade(socket, `${refused} ${STATUS_CODES[refused] ?? ''}`);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const admission = keys.admit(keyOf(request, url), now(), faults['single-use-tokens'] === true);
      if (!admission || faults.unauthorized) {
        refuseKey(opened, clock);
        return;
      }
      const { capSeconds } = admission;
      new Connection(opened, {
        clock,
        agents,
        faults,
        open: (config, agent, outlet) =>
          sessions.start(
            { config, serve: servedBy(agent, faults, toolTransport), capSeconds, faults },
            outlet,
          ),
        resume: (id, outlet) => sessions.resume(id, outlet),
        dropped: (session) => sessions.dropped(session),
        ended: (session, reason) => sessions.end(session, reason),
      });
    });
  });

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen({ port: options.port, host: '127.0.0.1' }, () => {
      http.off('error', reject);
      resolve();
    });
  });
  const address = http.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: async () => {
      sessions.dispose();
      for (const socket of sockets.clients) socket.close(1001);
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      for (const socket of sockets.clients) socket.terminate();
      await closed;
    },
  };
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** How the tools of an agent are run that the server answers itself; as they were when the session began. */
function servedBy(agent: StoredAgent | null, faults: Faults, transport: ToolTransport): ServeTool {
  return async ({ name, arguments: args }, timeoutMs, signal) => {
    const http = agent?.tools.find(({ fields }) => fields.name === name)?.http;
    if (http) return runTool(http, args, timeoutMs, signal, transport);
    return { outcome: 'done', result: JSON.stringify({ say: faults['served-tools'] ? 'Done.' : '' }) };
  };
}
