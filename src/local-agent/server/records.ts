import { createHmac, randomBytes } from 'node:crypto';
import type { LiveSession } from '../session/live-session';
import { RestError } from './errors';
import { sameText } from './keys';
import { pageOf, type PageQuery } from './paging';

/** Finished and open sessions that are remembered, in memory. */
const MOST_RECORDS = 500;
/** Characters of all timelines together; the oldest are let go first. */
const MOST_CHARACTERS = 32_000_000;
/** How long the address of an artifact is good (protocol.md section 10.4). */
const ADDRESS_MS = 3_600_000;

/** What a session leaves behind. There is no `audio`: nobody's voice is kept. */
const ARTIFACTS = ['timeline', 'metadata'] as const;
type Artifact = (typeof ARTIFACTS)[number];

/** What is kept of a session (protocol.md section 10.4). Words are kept in memory only, until the agent ends. */
interface SessionRecord {
  readonly number: number;
  readonly id: string;
  readonly agentId: string | null;
  readonly createdAt: number;
  readonly config: LiveSession['snapshot']['config'];
  readonly ending: { readonly at: number; readonly reason: string; readonly timeline: string | null } | null;
}

/** The sessions of this run. */
export class Records {
  private readonly records = new Map<string, SessionRecord>();
  private readonly secret = randomBytes(32);
  private made = 0;
  private characters = 0;

  opened({ snapshot }: LiveSession): void {
    const oldest = this.records.keys().next();
    if (this.records.size >= MOST_RECORDS && !oldest.done) this.forget(oldest.value);
    const { id, config, startedAt: createdAt } = snapshot;
    const agentId = config.id || null;
    this.records.set(id, { number: ++this.made, id, agentId, createdAt, config, ending: null });
  }

  ended({ id, snapshot, timeline }: LiveSession, reason: string, at: number): void {
    const record = this.records.get(id);
    if (!record || record.ending) return;
    const document = JSON.stringify(timeline.document(id, { reason, endedAt: at }));
    this.characters += document.length;
    this.records.set(id, { ...record, config: snapshot.config, ending: { at, reason, timeline: document } });
    for (const old of this.records.values()) {
      if (this.characters <= MOST_CHARACTERS) return;
      if (!old.ending?.timeline) continue;
      this.characters -= old.ending.timeline.length;
      this.records.set(old.id, { ...old, ending: { ...old.ending, timeline: null } });
    }
  }

  /** A page of summaries, newest first. */
  list(query: PageQuery & { readonly status: string | null; readonly agentId: string | null }) {
    const { status, agentId } = query;
    const fitting = [...this.records.values()]
      .filter((record) => status === null || statusOf(record) === status)
      .filter((record) => agentId === null || record.agentId === agentId);
    const { items, rest } = pageOf(fitting, query);
    return { sessions: items.map(summary), ...rest };
  }

  /** `origin` is where artifacts are fetched from, without the key. @throws RestError when unknown. */
  read(id: string, origin: string, now: number): object {
    const record = this.need(id);
    const artifacts = ARTIFACTS.filter((type) => this.contents(record, type) !== null).map((type) => {
      const until = String(now + ADDRESS_MS);
      const signature = this.sign(id, type, until);
      const url = `${origin}/v1/sessions/${id}/artifacts/${type}?until=${until}&signature=${signature}`;
      return { type, url, content_type: 'application/json' };
    });
    return { ...summary(record), config: record.config, artifacts };
  }

  /** An artifact by its signed address. @throws RestError when there is none, or the address is not good any more. */
  artifact(id: string, type: string, query: URLSearchParams, now: number): object {
    const until = query.get('until') ?? '';
    const fits = sameText(query.get('signature') ?? '', this.sign(id, type, until)) && Number(until) >= now;
    const record = this.records.get(id);
    const known = ARTIFACTS.find((one) => one === type);
    const contents = fits && record && known ? this.contents(record, known) : null;
    if (contents === null) throw new RestError('not_found', 'Not found');
    return JSON.parse(contents) as object;
  }

  /** @throws RestError when unknown. */
  remove(id: string): void {
    this.need(id);
    this.forget(id);
  }

  private contents({ id, createdAt, ending }: SessionRecord, type: Artifact): string | null {
    if (ending === null) return null;
    if (type === 'timeline') return ending.timeline;
    return JSON.stringify({
      session_id: id,
      started_at: new Date(createdAt).toISOString(),
      ended_at: new Date(ending.at).toISOString(),
      uploaded_chunks: 0,
      dropped_chunks: 0,
    });
  }

  private sign(id: string, type: string, until: string): string {
    return createHmac('sha256', this.secret).update(`${id} ${type} ${until}`).digest('base64url');
  }

  private forget(id: string): void {
    this.characters -= this.records.get(id)?.ending?.timeline?.length ?? 0;
    this.records.delete(id);
  }

  private need(id: string): SessionRecord {
    const record = this.records.get(id);
    if (!record) throw new RestError('session_not_found', 'Session not found');
    return record;
  }
}

const statusOf = ({ ending }: SessionRecord) => (ending === null ? 'created' : 'completed');

function summary(record: SessionRecord): object {
  const { id, agentId, createdAt, ending } = record;
  return {
    id,
    agent_id: agentId,
    status: statusOf(record),
    public_close_reason: ending?.reason ?? null,
    duration_seconds: ending && Math.round((ending.at - createdAt) / 10) / 100,
    created_at: new Date(createdAt).toISOString(),
    ended_at: ending && new Date(ending.at).toISOString(),
  };
}
