import type { RawData, WebSocket } from 'ws';
import {
  decodeClientMessage,
  encodeServerMessage,
  type ReceivedClientMessage,
  type Refusal,
  type ServerMessage,
} from '../../shared/protocol';
import {
  defaultConfig,
  resolveConfig,
  validateFirstUpdate,
  type EffectiveConfig,
} from '../../shared/protocol/server-rules';
import type { Clock } from '../clock';
import type { LiveSession, Outlet } from '../session/live-session';
import { defaultVoiceName, voiceNames } from '../voices';
import type { Agents } from './agents';

/** Bytes a slow client may leave unread before it is let go: about two minutes of audio. */
const MOST_UNREAD = 8_000_000;

/** What one socket needs of the house. */
export interface ConnectionWorld {
  readonly clock: Clock;
  readonly agents: Agents;
  /** Opens a session; null when there is no room for one more. */
  readonly open: (config: EffectiveConfig, outlet: Outlet) => LiveSession | null;
  /** Hands over a session whose socket was lost less than 30 s ago; null when there is none. */
  readonly resume: (id: string, outlet: Outlet) => LiveSession | null;
  /** The session's socket is gone. */
  readonly dropped: (session: LiveSession) => void;
}

/** One socket: reads its first message, then passes messages on to its session. */
export class Connection implements Outlet {
  private session: LiveSession | null = null;

  constructor(
    private readonly socket: WebSocket,
    private readonly world: ConnectionWorld,
  ) {
    socket.on('message', (data, isBinary) => this.onFrame(data, isBinary));
    socket.on('close', () => this.onClose());
    // A reset or an oversized frame; `close` follows.
    socket.on('error', () => undefined);
  }

  send(message: ServerMessage): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.socket.send(encodeServerMessage(message, this.world.clock.now() / 1_000));
    if (this.socket.bufferedAmount > MOST_UNREAD) this.socket.terminate();
  }

  close(code: number, reason: string): void {
    this.session = null;
    this.socket.close(code, reason);
  }

  private onFrame(data: RawData, isBinary: boolean): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    const decoded = decodeClientMessage(isBinary ? null : textOf(data));
    if (decoded.kind === 'refused') this.refuse(decoded);
    else if (this.session) this.onMessage(this.session, decoded.message);
    else this.onFirst(decoded.message);
  }

  private onMessage(session: LiveSession, message: ReceivedClientMessage): void {
    if (message.type === 'session.resume') {
      const text = 'session.resume can only be the first message of a connection';
      this.refuse({ code: 'invalid_format', message: text });
    } else session.receive(message);
  }

  private onFirst(message: ReceivedClientMessage): void {
    switch (message.type) {
      case 'session.update':
        this.begin(message.session);
        return;
      case 'session.resume':
        this.session = this.world.resume(message.session_id, this);
        if (!this.session) {
          this.fail({ code: 'session_not_found', message: 'Session not found or grace window has expired' });
        }
        return;
      default: {
        const text = 'The first message must be session.update or session.resume';
        this.refuse({ code: 'invalid_format', message: text });
      }
    }
  }

  /** A bad first update is fatal (protocol.md section 2.11). */
  private begin(session: Readonly<Record<string, unknown>>): void {
    const verdict = validateFirstUpdate(session, voiceNames);
    if (verdict.kind === 'refused') {
      this.fail(verdict);
      return;
    }
    const agentId = verdict.session.agent_id;
    const agent = agentId === undefined ? undefined : this.world.agents.find(agentId);
    if (agentId !== undefined && !agent) {
      this.fail({ code: 'agent_not_found', message: 'Agent not found', param: 'agent_id' });
      return;
    }
    const config = agent?.config ?? resolveConfig(verdict.session, defaultConfig(defaultVoiceName));
    this.session = this.world.open(config, this);
    if (!this.session) this.fail({ code: 'at_capacity', message: 'Too many sessions are open' });
  }

  private refuse({ code, message, param }: Refusal): void {
    this.send({ type: 'session.error', code, message, param });
  }

  private fail(refusal: Refusal): void {
    this.refuse(refusal);
    this.socket.close(1008);
  }

  private onClose(): void {
    const { session } = this;
    this.session = null;
    if (session) this.world.dropped(session);
  }
}

/** Refuses a socket whose key is wrong, as the live service does (protocol.md section 1.3). */
export function refuseKey(socket: WebSocket, clock: Clock): void {
  socket.on('error', () => undefined);
  const error = { type: 'session.error', code: 'unauthorized', message: 'Authentication failed' } as const;
  socket.send(encodeServerMessage(error, clock.now() / 1_000));
  socket.close(1008);
}

function textOf(data: RawData): string {
  if (Buffer.isBuffer(data)) return data.toString('utf8');
  return Array.isArray(data) ? Buffer.concat(data).toString('utf8') : Buffer.from(data).toString('utf8');
}
