import type { SessionState } from '../session/state';
import { RestError } from './errors';

/** Finished and open sessions that are remembered, in memory. */
const MOST_RECORDS = 500;

/** What is kept of a session (protocol.md section 10.4). Words are kept in memory only, until the agent ends. */
export interface SessionRecord {
  readonly id: string;
  readonly agentId: string | null;
  readonly createdAt: number;
  readonly endedAt: number | null;
  readonly reason: string;
  readonly config: SessionState['config'];
}

/** The sessions of this run, newest first. */
export class Records {
  private readonly records = new Map<string, SessionRecord>();

  opened(state: SessionState): void {
    const oldest = this.records.keys().next();
    if (this.records.size >= MOST_RECORDS && !oldest.done) this.records.delete(oldest.value);
    this.records.set(state.id, {
      id: state.id,
      agentId: state.config.id || null,
      createdAt: state.startedAt,
      endedAt: null,
      reason: '',
      config: state.config,
    });
  }

  ended(id: string, reason: string, now: number): void {
    const record = this.records.get(id);
    if (record && record.endedAt === null) this.records.set(id, { ...record, endedAt: now, reason });
  }

  /** One page: `cursor` is the id of the last record of the page before. */
  list(query: { limit: number; cursor: string; status: string | null; agentId: string | null }): object {
    const all = [...this.records.values()]
      .reverse()
      .filter((record) => query.status === null || statusOf(record) === query.status)
      .filter((record) => query.agentId === null || record.agentId === query.agentId);
    const from = query.cursor === '' ? 0 : all.findIndex(({ id }) => id === query.cursor) + 1;
    const page = all.slice(from, from + query.limit);
    const more = from + page.length < all.length;
    return {
      sessions: page.map(summary),
      has_more: more,
      response_metadata: { next_cursor: more ? (page.at(-1)?.id ?? '') : '' },
    };
  }

  /** @throws RestError when unknown. */
  read(id: string): object {
    const record = this.need(id);
    return { ...summary(record), config: record.config, artifacts: [] };
  }

  /** @throws RestError when unknown. */
  remove(id: string): void {
    this.need(id);
    this.records.delete(id);
  }

  private need(id: string): SessionRecord {
    const record = this.records.get(id);
    if (!record) throw new RestError('session_not_found', 'Session not found');
    return record;
  }
}

const statusOf = ({ endedAt }: SessionRecord) => (endedAt === null ? 'created' : 'completed');

function summary(record: SessionRecord): object {
  const { id, agentId, createdAt, endedAt, reason } = record;
  return {
    id,
    agent_id: agentId,
    status: statusOf(record),
    public_close_reason: endedAt === null ? null : reason,
    duration_seconds: endedAt === null ? null : Math.round((endedAt - createdAt) / 10) / 100,
    created_at: new Date(createdAt).toISOString(),
    ended_at: endedAt === null ? null : new Date(endedAt).toISOString(),
  };
}
