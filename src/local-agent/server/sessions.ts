import { RESUME_WINDOW_SECONDS } from '../../shared/protocol';
import type { EffectiveConfig } from '../../shared/protocol/server-rules';
import { LiveSession, type Outlet, type SessionWorld } from '../session/live-session';
import type { Timing } from '../timing';
import type { Records } from './records';

/** Length of a session (protocol.md section 14, row 19). */
const LIFETIME_MS = 3_600_000;
/** Sessions open at once; each may hold a minute of audio. */
const MOST_SESSIONS = 64;

/** What the sessions share. */
export interface SessionsWorld extends SessionWorld {
  readonly timing: Timing;
  readonly records: Records;
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
  start(config: EffectiveConfig, outlet: Outlet): LiveSession | null {
    const [longest] = this.waiting.values();
    if (this.open.size >= MOST_SESSIONS && longest) this.end(longest.session, 'grace_expired');
    if (this.open.size >= MOST_SESSIONS) return null;
    const { timing, records, clock } = this.world;
    let session: LiveSession | null = null;
    const closing: Outlet = {
      send: (message) => outlet.send(message),
      close: (code, reason) => {
        outlet.close(code, reason);
        if (session) this.finished(session, code === 1000 ? 'client_end' : 'expired');
      },
    };
    session = new LiveSession({ config, timing, lifetimeMs: LIFETIME_MS }, { ...this.world, clock }, closing);
    this.open.add(session);
    records.opened(session.snapshot);
    return session;
  }

  /** The session goes on for 30 s without a socket. */
  dropped(session: LiveSession): void {
    if (!this.open.has(session)) return;
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
    session.resume({
      send: (message) => outlet.send(message),
      close: (code, reason) => {
        outlet.close(code, reason);
        this.finished(session, code === 1000 ? 'client_end' : 'expired');
      },
    });
    return session;
  }

  /** Ends everything without a word. */
  dispose(): void {
    for (const session of [...this.open]) this.end(session, 'server_shutdown');
  }

  private end(session: LiveSession, reason: string): void {
    session.dispose();
    this.finished(session, reason);
  }

  private finished(session: LiveSession, reason: string): void {
    this.open.delete(session);
    this.waiting.get(session.id)?.forget();
    this.waiting.delete(session.id);
    this.world.records.ended(session.id, reason, this.world.clock.now());
  }
}
