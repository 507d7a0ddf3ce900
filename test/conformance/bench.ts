import type { Control } from './control';
import { ApiClient, type Upgrade } from './client';
import { Microphone, type Voice } from './microphone';
import { isObject, textAt, type Json } from './read';
import { must, NotApplicable, Violation } from './rule';

/** The server under test. */
export interface Target {
  /** WebSocket address without query. */
  readonly url: URL;
  /** REST base, ending in `/v1`. */
  readonly api: string;
  readonly key: string;
  /** Whether that key is the only good one. */
  readonly keyIsChecked: boolean;
  /** Follows the loopback column of protocol.md section 14; else every documented way is accepted. */
  readonly loopback: boolean;
  /** How long to wait for an answer. */
  readonly patienceMs: number;
  readonly voice: Voice | null;
  readonly control: Control | null;
}

/** An answer of the REST side. `body` is null when there is none or it is no JSON. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

/** An open session. */
export interface Talk {
  readonly client: ApiClient;
  readonly ready: Json;
  readonly id: string;
  readonly mic: Microphone;
}

/** What a rule works with; it undoes what was opened. */
export class Bench {
  private readonly clients: ApiClient[] = [];
  private readonly undo: (() => Promise<unknown>)[] = [];
  private openMs = 0;

  constructor(readonly target: Target) {}

  /** Milliseconds that sockets were open: what a hosted service bills at most, but for grace. */
  get billedMs(): number {
    return this.openMs;
  }

  /** Asks for a socket; `credentials` null sends none. */
  async upgrade({ key, query, path }: Opening = {}): Promise<Upgrade> {
    const url = new URL(this.target.url);
    if (path !== undefined) url.pathname = path;
    if (query !== undefined) url.searchParams.set('token', query);
    const header = key === undefined && query === undefined ? this.target.key : key;
    const headers = header === undefined || header === null ? {} : { authorization: header };
    const upgrade = await ApiClient.upgrade(url.href, headers, this.target.patienceMs);
    if (upgrade.kind === 'open') this.clients.push(upgrade.client);
    return upgrade;
  }

  /** An open socket. */
  async connect(opening: Opening = {}): Promise<ApiClient> {
    const upgrade = await this.upgrade(opening);
    if (upgrade.kind === 'open') return upgrade.client;
    throw new Violation(`the upgrade was refused with HTTP ${String(upgrade.status)}`);
  }

  /** A session that is ready. */
  async open(session: Json = {}, opening: Opening = {}): Promise<Talk> {
    const client = await this.connect(opening);
    client.send({ type: 'session.update', session });
    const ready = await client.next('session.ready');
    const format = isObject(session['input']) ? session['input']['format'] : undefined;
    const encoding = isObject(format) ? String(format['encoding']) : 'audio/pcm';
    return { client, ready, id: textAt(ready, 'session_id'), mic: new Microphone(client, encoding) };
  }

  /** Says something into a session at a person's pace; resolves when the last sample is sent. */
  async say(talk: Talk, text: string): Promise<void> {
    const { voice } = this.target;
    if (!voice) throw new NotApplicable('there is no voice to speak with');
    await talk.mic.play(await voice.speak(text));
  }

  /** One REST request. `path` begins behind `/v1`; `key` null sends no header. */
  async rest(method: string, path: string, options: RestOptions = {}): Promise<RestAnswer> {
    const { key = this.target.key, body, raw } = options;
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.target.api}${path}`, {
      method,
      headers: {
        ...(key !== null && { authorization: key }),
        ...(content !== undefined && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(this.target.patienceMs),
      ...(content !== undefined && { body: content }),
    });
    const text = await response.text();
    let parsed: unknown = null;
    try {
      parsed = JSON.parse(text);
    } catch {
      // A body that is no JSON is looked at as text.
    }
    return { status: response.status, headers: response.headers, body: parsed, text };
  }

  /** A stored agent that is deleted afterwards. */
  async agent(fields: Json = {}): Promise<Json & { readonly id: string }> {
    const { status, body, text } = await this.rest('POST', '/agents', {
      body: { name: 'Conformance', system_prompt: 'Be brief.', voice: { voice_id: 'anna' }, ...fields },
    });
    must(status === 201, `POST /agents answered ${String(status)}: ${text.slice(0, 200)}`);
    const id = textAt(body, 'id');
    this.later(() => this.rest('DELETE', `/agents/${id}`));
    return { ...(body as Json), id };
  }

  /** To be done when the rule is over, whatever came of it. */
  later(step: () => Promise<unknown>): void {
    this.undo.push(step);
  }

  /** Closes and removes everything. */
  async clean(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.finish()));
    const now = performance.now();
    for (const { openedAt, closed } of this.clients) this.openMs += (closed?.at ?? now) - openedAt;
    for (const step of this.undo.reverse()) await step().catch(() => undefined);
  }
}

interface Opening {
  /** The Authorization header; null sends none. Not given: the key, unless `query` is given. */
  readonly key?: string | null;
  /** `?token=`. */
  readonly query?: string;
  readonly path?: string;
}

interface RestOptions {
  readonly key?: string | null;
  readonly body?: unknown;
  /** A body as it is, well-formed or not. */
  readonly raw?: string;
}
