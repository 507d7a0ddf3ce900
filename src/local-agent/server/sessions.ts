import { RESUME_WINDOW_SECONDS } from '../../shared/protocol';
import type { EffectiveConfig } from '../../shared/protocol/server-rules';
import { faultyBehaviour, faultyTiming, lifetimeOf } from '../faults/settings';
import type { Faults } from '../faults/catalogue';
import { faultyThinker } from '../faults/thoughts';
import { LiveSession, type Outlet, type ServeTool, type SessionWorld } from '../session/live-session';
import type { Timing } from '../timing';
import type { Records } from './records';

/** Sessions open at once; each may hold a minute of audio. */
const MOST_SESSIONS = 64;

/** What the sessions share. */
export interface SessionsWorld extends Omit<SessionWorld, 'serve'> {
  readonly timing: Timing;
  readonly records: Records;
  /** Makes what may stand for the key when a session is resumed. */
  readonly mintResumeToken: (lifetimeSeconds: number) => string;
}

/** What a connection asks for. */
export interface SessionRequest {
  readonly config: EffectiveConfig;
  readonly serve: ServeTool;
  /** Longest session the token allows; null without such a bound. */
  readonly capSeconds: number | null;
  readonly faults: Faults;
}

/** Every open session, and those that wait for their client to come back. */
export class Sessions {
  private readonly open = new Set<LiveSession>();
  private readonly waiting = new Map<
    string,
    { readonly session: LiveSession; readonly forget: () => void }
  >();

  constructor(private readonly world: SessionsWorld) {}

  /** Null when there is no room. A session that waits for its client gives way. */
  start({ config, serve, capSeconds, faults }: SessionRequest, outlet: Outlet): LiveSession | null {
    const [longest] = this.waiting.values();
    if (this.open.size >= MOST_SESSIONS && longest) this.end(longest.session, 'grace_expired');
    if (this.open.size >= MOST_SESSIONS) return null;
    const lifetime = lifetimeOf(faults, capSeconds);
    const timing = faultyTiming(this.world.timing, faults);
    const behaviour = faultyBehaviour(faults);
    const resumeToken = this.resumeToken(lifetime.longest);
    const world = { ...this.world, serve, thinker: faultyThinker(this.world.thinker, faults) };
    let session: LiveSession | null = null;
    const watched = this.watched(outlet, () => session);
    session = new LiveSession({ config, timing, behaviour, lifetime, resumeToken }, world, watched);
    this.open.add(session);
    this.world.records.opened(session);
    return session;
  }

  /** The session goes on for 30 s without a socket, unless nobody could ask for it again. */
  dropped(session: LiveSession): void {
    if (!this.open.has(session)) return;
    const { phase, expiresAt } = session.snapshot;
    if (phase === 'starting') return this.end(session, 'connection_lost');
    const expired = this.world.clock.now() >= expiresAt;
    if (phase === 'ended') return this.end(session, expired ? 'expired' : 'client_end');
    session.drop();
    const forget = this.world.clock.after(RESUME_WINDOW_SECONDS * 1_000, () =>
      this.end(session, 'grace_expired'),
    );
    this.waiting.set(session.id, { session, forget });
  }

  /** Takes a waiting session over; null when there is none of this id. */
  resume(id: string, outlet: Outlet): LiveSession | null {
    const found = this.waiting.get(id);
    if (!found) return null;
    found.forget();
    this.waiting.delete(id);
    const { session } = found;
    session.resume(
      this.watched(outlet, () => session),
      this.resumeToken(session.snapshot.lifetime.longest),
    );
    return session;
  }

  /** Ends everything without a word. */
  dispose(): void {
    for (const session of [...this.open]) this.end(session, 'server_shutdown');
  }

  /** How many sessions are open, waiting ones included. */
  get count(): number {
    return this.open.size;
  }

  /** Ends a session without a word. */
  end(session: LiveSession, reason: string): void {
    session.dispose();
    this.finished(session, reason);
  }

  private resumeToken(longestMs: number): string {
    return this.world.mintResumeToken(Math.ceil(longestMs / 1_000) + RESUME_WINDOW_SECONDS);
  }

  /** The outlet, watched for the session's own end. */
  private watched(outlet: Outlet, session: () => LiveSession | null): Outlet {
    return {
      send: (message) => outlet.send(message),
      close: (code, reason) => {
        outlet.close(code, reason);
        const ended = session();
        if (ended) this.finished(ended, code === 1000 ? 'client_end' : 'expired');
      },
    };
  }

  private finished(session: LiveSession, reason: string): void {
    if (!this.open.delete(session)) return;
    this.waiting.get(session.id)?.forget();
    this.waiting.delete(session.id);
    this.world.records.ended(session, reason, this.world.clock.now());
  }
}
