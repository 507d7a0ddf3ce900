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
import type { Faults } from '../faults/catalogue';
import { alter, errorActs, freshWire, type WireAct } from '../faults/wire';
import type { LiveSession, Outlet } from '../session/live-session';
import { defaultVoiceName, voiceNames } from '../voices';
import type { Agents, StoredAgent } from './agents';

/** Bytes a slow client may leave unread before it is let go: about half a minute of audio. */
const MOST_UNREAD = 2_000_000;
/** A socket on which no session was begun in this time is closed: README.md tells so. */
const FIRST_MESSAGE_MS = 30_000;

/** What one socket needs of the house. */
export interface ConnectionWorld {
  readonly clock: Clock;
  readonly agents: Agents;
  readonly faults: Faults;
  /** Opens a session; null when there is no room for one more. */
  readonly open: (config: EffectiveConfig, agent: StoredAgent | null, outlet: Outlet) => LiveSession | null;
  /** Hands over a session whose socket was lost less than 30 s ago; null when there is none. */
  readonly resume: (id: string, outlet: Outlet) => LiveSession | null;
  /** The session's socket is gone. */
  readonly dropped: (session: LiveSession) => void;
  /** The server itself ended the session. */
  readonly ended: (session: LiveSession, reason: string) => void;
}

/** One socket: reads its first message, then passes messages on to its session. */
export class Connection implements Outlet {
  private session: LiveSession | null = null;
  private wire = freshWire;
  private violationDue: boolean;
  /** The session is over and the client was not told: whatever it says is passed over. */
  private mute = false;
  private readonly stopWaiting: () => void;

  constructor(
    private readonly socket: WebSocket,
    private readonly world: ConnectionWorld,
  ) {
    this.violationDue = world.faults['audio-rate-violation'] === true;
    this.stopWaiting = world.clock.after(FIRST_MESSAGE_MS, () =>
      this.fail({ code: 'invalid_format', message: 'No session was begun in time' }),
    );
    socket.on('message', (data, isBinary) => this.onFrame(data, isBinary));
    socket.on('close', () => this.onClose());
    // A reset or an oversized frame; `close` follows.
    socket.on('error', () => undefined);
  }

  send(message: ServerMessage): void {
    const [wire, acts] = alter(this.world.faults, this.wire, message);
    this.wire = wire;
    for (const act of acts) this.act(act);
  }

  close(code: number, reason: string): void {
    this.session = null;
    this.mute = code === 1000 && this.world.faults['no-session-ended'] === true;
    if (!this.mute) this.socket.close(code, reason);
  }

  private act(act: WireAct): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    switch (act.kind) {
      case 'message':
        this.write(act.message, () => encodeServerMessage(act.message, this.seconds()));
        return;
      case 'frame':
        this.write(act.frame, () => JSON.stringify({ ...act.frame, timestamp: this.seconds() }));
        return;
      case 'cut':
        this.socket.terminate();
        return;
      case 'close': {
        const { session } = this;
        // A server that goes away keeps its sessions for those who come back.
        if (session && act.code !== 1001) {
          this.session = null;
          this.world.ended(session, 'server_error');
        }
        this.socket.close(act.code);
      }
    }
  }

  private write(frame: object, stamped: () => string): void {
    const { timestamp } = this.world.faults;
    if (timestamp === undefined) this.socket.send(stamped());
    else {
      const iso = new Date(this.world.clock.now()).toISOString();
      this.socket.send(JSON.stringify(timestamp === 'none' ? frame : { ...frame, timestamp: iso }));
    }
    if (this.socket.bufferedAmount > MOST_UNREAD) this.socket.terminate();
  }

  private seconds(): number {
    return this.world.clock.now() / 1_000;
  }

  private onFrame(data: RawData, isBinary: boolean): void {
    if (this.socket.readyState !== this.socket.OPEN || this.mute) return;
    const decoded = decodeClientMessage(isBinary ? null : textOf(data));
    if (decoded.kind === 'refused') this.refuse(decoded);
    else if (this.session) this.onMessage(this.session, decoded.message);
    else this.onFirst(decoded.message);
  }

  private onMessage(session: LiveSession, message: ReceivedClientMessage): void {
    if (message.type === 'session.resume') {
      const text = 'session.resume can only be the first message of a connection';
      this.refuse({ code: 'invalid_format', message: text });
      return;
    }
    if (message.type === 'input.audio' && this.violationDue) {
      this.violationDue = false;
      this.refuse({ code: 'audio_rate_violation', message: 'Audio is sent faster than real time' });
      return;
    }
    session.receive(message);
  }

  private onFirst(message: ReceivedClientMessage): void {
    if (message.type !== 'session.update' && message.type !== 'session.resume') {
      const text = 'The first message must be session.update or session.resume';
      this.refuse({ code: 'invalid_format', message: text });
      return;
    }
    const error = this.world.faults['first-error'];
    if (error !== undefined) for (const act of errorActs(this.world.faults, error, true)) this.act(act);
    else if (message.type === 'session.update') this.begin(message.session);
    else this.resume(message.session_id);
    if (this.session) this.stopWaiting();
  }

  private resume(id: string): void {
    this.session = this.world.faults['refuse-resume'] ? null : this.world.resume(id, this);
    if (this.session) return;
    this.fail({ code: 'session_not_found', message: 'Session not found or grace window has expired' });
  }

  /** A bad first update is fatal (protocol.md section 2.11). */
  private begin(session: Readonly<Record<string, unknown>>): void {
    const verdict = validateFirstUpdate(session, voiceNames);
    if (verdict.kind === 'refused') {
      if (this.world.faults['survive-first-update']) this.refuse(verdict);
      else this.fail(verdict);
      return;
    }
    const agentId = verdict.session.agent_id;
    const agent = agentId === undefined ? null : this.world.agents.find(agentId);
    if (agent === undefined) {
      this.fail({ code: 'agent_not_found', message: 'Agent not found', param: 'agent_id' });
      return;
    }
    const config = agent?.config ?? resolveConfig(verdict.session, defaultConfig(defaultVoiceName));
    this.session = this.world.open(this.spokenAsTold(config), agent, this);
    if (!this.session) this.fail({ code: 'at_capacity', message: 'Too many sessions are open' });
  }

  private spokenAsTold(config: EffectiveConfig): EffectiveConfig {
    const encoding = this.world.faults['output-format'];
    if (encoding === undefined) return config;
    return { ...config, output: { ...config.output, format: { encoding, sample_rate: 8_000 } } };
  }

  private refuse({ code, message, param }: Refusal): void {
    this.send({ type: 'session.error', code, message, param });
  }

  private fail(refusal: Refusal): void {
    this.refuse(refusal);
    this.socket.close(1008);
  }

  private onClose(): void {
    this.stopWaiting();
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
