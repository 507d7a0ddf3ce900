import type { Engine } from '../../shared/engine';
import { hostname } from './host';
import type { Problem } from '../../shared/problem';
import type { ClientMessage, Retry, ServerMessage } from '../../shared/protocol';
import { billedMilliseconds } from '../cost/price';
import type { ConversationEvent, Opening } from './events';
import type { SocketNote } from './records';
import { ServiceSocket, type Endpoint } from './socket';

/** A living link answers a ping; one that is silent this long is dead, whatever it says of itself. */
const PING_MS = 2_000;
const SILENT_MS = 6_000;
/** The same when there is reason to doubt it (the network has changed). */
const PROBED_MS = 1_500;
/** From `session.end` to closing the socket ourselves, and from there to cutting it (protocol.md section 2.9). */
const GOODBYE_MS = 4_000;
const CUT_MS = 1_000;

/** What the sockets need of the conversation. */
export interface SocketsOwner {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Our own id of the talk that a new socket is for. */
  readonly conversation: () => string;
  /** Rejects with a ProblemError when the engine cannot be had, or may not be used now. */
  readonly endpoint: (engine: Engine, opening: Opening) => Promise<Endpoint>;
  readonly firstMessage: (engine: Engine, opening: Opening) => ClientMessage;
  readonly tell: (event: ConversationEvent) => void;
  readonly heard: (message: ServerMessage) => void;
  readonly note: (note: SocketNote) => void;
  readonly problemOf: (error: unknown) => { readonly problem: Problem; readonly retry: Retry };
}

interface Link {
  readonly conversation: string;
  readonly number: number;
  readonly engine: Engine;
  readonly socket: ServiceSocket;
  openedAt: number | null;
  heardAt: number;
  sessionId: string | null;
  /** `session.end` was sent. */
  ending: boolean;
  /** The service's figure from `session.ended`. */
  seconds: number | null;
  saidGoodbye: boolean;
  heartbeat: NodeJS.Timeout | null;
}

/**
 * The sockets of a conversation: at most one is present; the others are on their way out. None is left open: a
 * socket that is let go says `session.end` and waits for the answer in the background, and a dead one is cut.
 */
export class SessionSockets {
  private present: Link | null = null;
  private readonly leaving = new Set<Link>();
  private count = 0;
  /** Milliseconds counted of each session. */
  private readonly counted = new Map<string, number>();
  /** Told apart so that nothing of an earlier attempt is taken for the present one's. */
  private attempt = 0;

  constructor(private readonly owner: SocketsOwner) {}

  /** Sockets that are open or opening, the ones on their way out too. */
  get open(): number {
    return this.leaving.size + (this.present ? 1 : 0);
  }

  /** Number of the newest socket. */
  get number(): number {
    return this.count;
  }

  /** Bytes that wait to leave this machine. */
  get waitingBytes(): number {
    return this.present?.socket.waitingBytes ?? 0;
  }

  /** Opens the present socket; the outcome is told as an event. */
  async connect(engine: Engine, opening: Opening): Promise<void> {
    this.release();
    const attempt = ++this.attempt;
    let endpoint: Endpoint;
    try {
      endpoint = await this.owner.endpoint(engine, opening);
    } catch (error) {
      if (attempt === this.attempt)
        this.owner.tell({ type: 'connect-failed', ...this.owner.problemOf(error) });
      return;
    }
    if (attempt === this.attempt) this.present = this.openLink(engine, endpoint, opening);
  }

  send(message: ClientMessage): void {
    if (!this.present) return;
    if (message.type === 'session.end') this.present.ending = true;
    this.present.socket.send(message);
  }

  sendAudio(pcm: Int16Array): void {
    this.present?.socket.sendAudio(pcm);
  }

  /** Has the present socket show that it is alive; a dead one is cut, which tells `socket-closed`. */
  probe(): void {
    const link = this.present;
    if (!link) return;
    const since = this.owner.now();
    link.socket.ping();
    setTimeout(() => {
      if (this.present === link && link.heardAt < since) link.socket.cut();
    }, PROBED_MS);
  }

  /** Lets the present socket go. Nothing more of it is told but its end, in the records. */
  release(): void {
    this.attempt += 1;
    const link = this.present;
    if (!link) return;
    this.present = null;
    this.leaving.add(link);
    // Before it was open there is nothing to say; and who has said it already has waited for the answer.
    if (link.openedAt === null || link.ending || link.saidGoodbye) return this.shut(link);
    link.socket.send({ type: 'session.end' });
    link.ending = true;
    setTimeout(() => this.leaving.has(link) && this.shut(link), GOODBYE_MS);
  }

  private shut(link: Link): void {
    link.socket.close();
    setTimeout(() => this.leaving.has(link) && link.socket.cut(), CUT_MS);
  }

  private openLink(engine: Engine, endpoint: Endpoint, opening: Opening): Link {
    const isPresent = () => this.present === link;
    const socket = new ServiceSocket(endpoint, {
      onOpen: () => {
        this.opened(link, endpoint);
        socket.send(this.owner.firstMessage(engine, opening));
      },
      onMessage: (message) => {
        link.heardAt = this.owner.now();
        this.overhear(link, message);
        if (isPresent()) this.owner.heard(message);
      },
      onAlive: () => (link.heardAt = this.owner.now()),
      onUnreadable: (callId) => isPresent() && this.owner.tell({ type: 'unreadable', callId }),
      onClosed: (code, reason) => {
        const wasPresent = this.forget(link);
        this.closed(link, code, reason);
        if (wasPresent) this.owner.tell({ type: 'socket-closed', code });
      },
      onRefused: (problem) => {
        if (this.forget(link)) this.owner.tell({ type: 'connect-failed', problem, retry: problem.retry });
      },
    });
    const link: Link = {
      conversation: this.owner.conversation(),
      number: ++this.count,
      engine,
      socket,
      openedAt: null,
      heardAt: this.owner.now(),
      sessionId: null,
      ending: false,
      seconds: null,
      saidGoodbye: false,
      heartbeat: null,
    };
    return link;
  }

  private opened(link: Link, endpoint: Endpoint): void {
    link.openedAt = this.owner.now();
    const { conversation, number: socket, engine } = link;
    this.owner.note({ type: 'socket-opened', conversation, socket, engine, host: hostname(endpoint.url) });
    if (engine === 'hosted' && this.present === link) this.owner.tell({ type: 'socket-opened' });
    link.heartbeat = setInterval(() => this.beat(link), PING_MS);
    // A socket on its way out before it was open has nothing to say goodbye to.
    if (this.present !== link) link.socket.close();
  }

  private beat(link: Link): void {
    if (this.owner.now() - link.heardAt > SILENT_MS) link.socket.cut();
    else link.socket.ping();
  }

  /** What the bookkeeping needs of a message, also of a socket on its way out. */
  private overhear(link: Link, message: ServerMessage): void {
    if (message.type === 'session.ready') link.sessionId = message.session_id;
    if (message.type !== 'session.ended') return;
    link.saidGoodbye = true;
    link.seconds = message.session_duration_seconds ?? null;
    if (this.leaving.has(link)) link.socket.close();
  }

  private forget(link: Link): boolean {
    if (link.heartbeat) clearInterval(link.heartbeat);
    this.leaving.delete(link);
    if (this.present !== link) return false;
    this.present = null;
    return true;
  }

  /**
   * What a socket has cost. A resumed session's own figure is of all its sockets: what was counted for the earlier ones
   * is taken off.
   */
  private bill(link: Link, openedAt: number): number {
    const { sessionId, saidGoodbye, seconds } = link;
    const closedAt = this.owner.now();
    const whole = billedMilliseconds({ openedAt, closedAt, ready: sessionId !== null, saidGoodbye, seconds });
    if (sessionId === null) return whole;
    const earlier = this.counted.get(sessionId) ?? 0;
    const more = saidGoodbye && seconds !== null ? whole - earlier : whole;
    this.counted.set(sessionId, earlier + more);
    return more;
  }

  private closed(link: Link, code: number, reason: string): void {
    if (link.openedAt === null) return;
    const { conversation, number: socket, sessionId, saidGoodbye, seconds, openedAt } = link;
    const bill = { saidGoodbye, seconds };
    this.owner.note({ type: 'socket-closed', conversation, socket, sessionId, code, reason, ...bill });
    if (link.engine !== 'hosted') return;
    this.owner.tell({
      type: 'socket-billed',
      conversation,
      milliseconds: this.bill(link, openedAt),
    });
  }
}
