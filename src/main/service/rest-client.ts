/*
 * The REST API of the hosted service (protocol.md section 10): stored agents, voices, temporary tokens, finished
 * sessions and their recordings. Every failure is a ServiceError, which may be shown to the person; a call that is
 * cancelled rejects with the signal's reason.
 */
import type { z } from 'zod';
import {
  agentListSchema,
  agentSchema,
  parseVoices,
  sessionDetailSchema,
  sessionListSchema,
  tokenAnswerSchema,
  VOICES,
  type Agent,
  type AgentCreate,
  type AgentSummary,
  type SessionDetail,
  type SessionSummary,
  type TokenAnswer,
  type Voice,
} from '../../shared/protocol';
import { updatedAgent, type AgentChanges } from './agent-update';
import { download, type DownloadOptions } from './download';
import type { ServiceAddress } from './endpoints';
import type { ServiceNetwork } from './network/network';
import { retryDelay } from './retry';
import { answeredError, connectionError, readJson, ServiceError, unreadableError } from './service-error';
import { send, type ServiceRequest, type ServiceResponse } from './transport';

/** What the client reaches. */
export interface ServiceWorld {
  /** Where the service is now. @throws ProblemError at a bad custom host. */
  readonly address: () => ServiceAddress;
  /** The key for an address. Rejects with ProblemError when there is none. */
  readonly key: (url: string) => Promise<string>;
  readonly network: ServiceNetwork;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  /** Rejects with the signal's reason when it is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** Which page of a list. */
export interface PageRequest {
  /** 1 to 200; 50 when left out. */
  readonly limit?: number;
  /** `nextCursor` of the page before; the first page when left out. */
  readonly cursor?: string;
}

/** One page of a list, newest first. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Null at the end. */
  readonly nextCursor: string | null;
}

/** Which sessions. */
export interface SessionsRequest extends PageRequest {
  readonly agentId?: string;
  /** Such as `completed`. */
  readonly status?: string;
}

/** The voices to choose from and who named them. */
export interface VoiceList {
  readonly voices: readonly Voice[];
  /** `built-in` when the service told none: then it may know others. */
  readonly source: 'service' | 'built-in';
}

const ANSWER_MS = 15_000;
/** The route is unreliable and the built-in list is at hand (protocol.md section 10.3). */
const VOICES_MS = 3_000;

interface Call {
  readonly method: ServiceRequest['method'];
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** REST base; the present one when left out. */
  readonly base?: string;
  /** Whether an attempt that failed may be made again. Never for `POST`. */
  readonly retried?: boolean;
  readonly timeoutMs?: number;
}

/** The hosted service's REST API, at the address and with the key of the moment. */
export class ServiceClient {
  constructor(private readonly world: ServiceWorld) {}

  /** A temporary token for one connection, good for 1 to 600 seconds (protocol.md section 1.2.1). */
  async token(seconds: number, signal?: AbortSignal): Promise<TokenAnswer> {
    return read(await this.call(tokenCall(seconds, signal)), tokenAnswerSchema);
  }

  /** One attempt at a token that nobody uses: what the service says to the key. Opens no session, costs nothing. */
  async tryKey(signal?: AbortSignal): Promise<void> {
    read(await this.call({ ...tokenCall(1, signal), retried: false }), tokenAnswerSchema);
  }

  /** Stored agents. */
  async listAgents(page: PageRequest = {}, signal?: AbortSignal): Promise<Page<AgentSummary>> {
    const query = { limit: page.limit, cursor: page.cursor };
    const list = read(await this.call({ method: 'GET', path: '/agents', query, signal }), agentListSchema);
    return { items: list.agents, nextCursor: list.next_cursor || null };
  }

  /** A whole agent; header values and model keys are never in it. */
  async getAgent(id: string, signal?: AbortSignal): Promise<Agent> {
    return read(await this.call({ method: 'GET', path: agentPath(id), signal }), agentSchema);
  }

  /** Makes an agent. Not tried again: it might be made twice. */
  async createAgent(agent: AgentCreate, signal?: AbortSignal): Promise<Agent> {
    return read(await this.call({ method: 'POST', path: '/agents', body: agent, signal }), agentSchema);
  }

  /**
   * Changes an agent: reads it, puts the changes in and writes the whole, so that nothing is lost whichever way the
   * service understands `PUT`. `tools` are replaced as a whole. A header without a value keeps the stored one, and
   * `llm` stays when it is left out. Counts for new sessions only.
   */
  async updateAgent(id: string, changes: AgentChanges, signal?: AbortSignal): Promise<Agent> {
    const body = updatedAgent(await this.getAgent(id, signal), changes);
    return read(await this.call({ method: 'PUT', path: agentPath(id), body, signal }), agentSchema);
  }

  /** Deletes an agent. */
  async deleteAgent(id: string, signal?: AbortSignal): Promise<void> {
    await this.call({ method: 'DELETE', path: agentPath(id), signal });
  }

  /** The voices of the service, or those built in when it does not tell them in three seconds. Never rejects. */
  async voices(signal?: AbortSignal): Promise<VoiceList> {
    const call: Call = { method: 'GET', path: '/voices', signal, retried: false, timeoutMs: VOICES_MS };
    // Whatever the failure, there is a list; what it was shows with the next call that has none.
    const voices = await this.call(call).then(
      ({ text }) => parseVoices(readJson(text)),
      () => null,
    );
    return voices ? { voices, source: 'service' } : { voices: VOICES, source: 'built-in' };
  }

  /** Sessions that the service remembers, in the present region. */
  async listSessions(page: SessionsRequest = {}, signal?: AbortSignal): Promise<Page<SessionSummary>> {
    const { limit, cursor, agentId, status } = page;
    const query = { limit, cursor, agent_id: agentId, status };
    const list = read(
      await this.call({ method: 'GET', path: '/sessions', query, signal }),
      sessionListSchema,
    );
    return { items: list.sessions, nextCursor: list.next_cursor || null };
  }

  /**
   * A session with its recordings, which appear some seconds after its end. With the region automatic the other
   * regions are asked when this one does not know it (protocol.md section 1.1).
   */
  async getSession(id: string, signal?: AbortSignal): Promise<SessionDetail> {
    return read(
      await this.callAnyRegion({ method: 'GET', path: sessionPath(id), signal }),
      sessionDetailSchema,
    );
  }

  /** Deletes a session and its recordings at the service, in whichever region it is, as {@link getSession}. */
  async deleteSession(id: string, signal?: AbortSignal): Promise<void> {
    await this.callAnyRegion({ method: 'DELETE', path: sessionPath(id), signal });
  }

  /**
   * Fetches an artifact of a session to a file, without the key: its address is its own key (protocol.md section
   * 10.4). The file appears under its name only when it is whole. Resolves to its size in bytes.
   */
  async downloadArtifact(url: string, file: string, options: DownloadOptions = {}): Promise<number> {
    try {
      return await download(url, file, options, this.world.network, this.world.address());
    } catch (error) {
      options.signal?.throwIfAborted();
      throw asServiceError(error);
    }
  }

  private async callAnyRegion(call: Call): Promise<ServiceResponse> {
    const { restUrl, otherRegions } = this.world.address();
    let missing: unknown;
    for (const base of [restUrl, ...otherRegions]) {
      try {
        return await this.call({ ...call, base });
      } catch (error) {
        if (!(error instanceof ServiceError) || error.facts.status !== 404) throw missing ?? error;
        missing ??= error;
      }
    }
    throw missing;
  }

  private async call(call: Call): Promise<ServiceResponse> {
    const { base = this.world.address().restUrl, method, path, body, signal, timeoutMs = ANSWER_MS } = call;
    const url = new URL(base + path);
    for (const [name, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const request: ServiceRequest = {
      method,
      url: url.href,
      headers: { authorization: `Bearer ${await this.world.key(url.href)}`, accept: 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      timeoutMs,
      signal,
    };
    const retried = call.retried ?? method !== 'POST';
    for (let attempts = 1; ; attempts += 1) {
      const outcome = await this.attempt(request, path);
      if (outcome.error === null) return outcome.response;
      // The attempt before did delete it and its answer was lost.
      if (method === 'DELETE' && attempts > 1 && outcome.error.facts.status === 404) return outcome.response!;
      const delay = retried ? retryDelay(outcome.error.facts, attempts, this.world.random()) : null;
      if (delay === null) throw outcome.error;
      await this.world.wait(delay, signal);
    }
  }

  private async attempt(request: ServiceRequest, path: string): Promise<Outcome> {
    try {
      const response = await send(request, this.world.network);
      const good = response.status >= 200 && response.status < 300;
      if (good) return { response, error: null };
      return {
        response,
        error: answeredError(response, path === '/token' ? 'token' : 'other', this.world.now()),
      };
    } catch (error) {
      request.signal?.throwIfAborted();
      return { response: null, error: connectionError(error) };
    }
  }
}

type Outcome =
  | { readonly response: ServiceResponse; readonly error: null }
  | { readonly response: ServiceResponse | null; readonly error: ServiceError };

const agentPath = (id: string) => `/agents/${encodeURIComponent(id)}`;
const sessionPath = (id: string) => `/sessions/${encodeURIComponent(id)}`;

function tokenCall(seconds: number, signal: AbortSignal | undefined): Call {
  return { method: 'GET', path: '/token', query: { expires_in_seconds: seconds }, signal };
}

function read<Schema extends z.ZodType>(response: ServiceResponse, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(readJson(response.text));
  if (!parsed.success) throw unreadableError(response);
  return parsed.data;
}

function asServiceError(error: unknown): ServiceError {
  return error instanceof ServiceError ? error : connectionError(error);
}
