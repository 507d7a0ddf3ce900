import { ServiceSocket, type Endpoint } from '../conversation/socket';
import { base64ToPcm } from '../conversation/wire-audio';
import type { ConversationRecord } from '../conversation/records';
import { ProblemError, type Problem } from '../../shared/problem';
import {
  explainClose,
  explainServiceError,
  type ServerMessage,
  type SessionConfig,
} from '../../shared/protocol';
import { sampleSentence } from './sample-sentence';

/** Longest that the session of a sample stays open, in milliseconds: its sentence takes about five seconds. */
export const LONGEST_SAMPLE_MS = 15_000;
/** How long the service may take for its goodbye (protocol.md section 2.9), and then for the closing. */
const GOODBYE_MS = 1_500;
const CLOSING_MS = 1_000;

/** What a sample of a hosted voice reaches outside itself. */
export interface HostedSampleWorld {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Rejects with {@link ProblemError}. */
  readonly endpoint: () => Promise<Endpoint>;
  /** Told what is paid for, as it happens: for the cost ledger, not for the history of talks. */
  readonly record: (record: ConversationRecord) => void;
  readonly newId: () => string;
  /** Longest that the session stays open, in milliseconds. */
  readonly longestMs: number;
  /** What the caps on cost leave; asked before the session is opened. */
  readonly allowance: () =>
    | { readonly allowed: true; readonly milliseconds: number | null }
    | { readonly allowed: false; readonly problem: Problem };
}

/**
 * Has a voice of the hosted service say one sentence, in a session of its own that is paid for. Its samples (24 kHz)
 * go to `onAudio` as they come. Resolves when the session is closed; it is ended as soon as the sentence is whole,
 * when `signal` is aborted, and at the latest after `longestMs`. Rejects with {@link ProblemError}, after closing.
 */
export async function hostedSample(
  voice: string,
  onAudio: (pcm: Int16Array) => void,
  world: HostedSampleWorld,
  signal: AbortSignal,
): Promise<void> {
  const endpoint = await world.endpoint();
  if (signal.aborted) return;
  const left = world.allowance();
  if (!left.allowed) throw new ProblemError(left.problem);
  const longestMs = Math.min(world.longestMs, left.milliseconds ?? Infinity);
  const session = new SampleSession(voice, onAudio, { ...world, longestMs }, endpoint);
  const cancel = () => session.end(null);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    await session.closed;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** The one session of a sample, from its socket to its close. */
class SampleSession {
  /** Resolves or rejects once nothing is open any more. */
  readonly closed: Promise<void>;
  private readonly socket: ServiceSocket;
  private readonly conversation: string;
  private settle!: (problem: Problem | null) => void;
  private opened = false;
  private ready = false;
  private spoke = false;
  private ending = false;
  private problem: Problem | null = null;
  private sessionId: string | null = null;
  private seconds: number | null = null;
  private saidGoodbye = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly voice: string,
    private readonly onAudio: (pcm: Int16Array) => void,
    private readonly world: HostedSampleWorld,
    endpoint: Endpoint,
  ) {
    this.conversation = world.newId();
    this.closed = new Promise((resolve, reject) => {
      this.settle = (problem) => (problem ? reject(new ProblemError(problem)) : resolve());
    });
    this.socket = new ServiceSocket(endpoint, {
      onOpen: () => this.begin(new URL(endpoint.url).host),
      onMessage: (message) => this.receive(message),
      onUnreadable: () => undefined,
      // The clock ends it soon anyway.
      onAlive: () => undefined,
      onClosed: (code, reason) => this.wasClosed(code, reason),
      // Whoever cancels while it is being opened cuts it, and asked for nothing else.
      onRefused: (problem) => this.settle(this.ending ? this.problem : problem),
    });
  }

  /** Ends the session; `problem` is why, null where that was wanted. Only the first call counts. */
  end(problem: Problem | null): void {
    if (this.ending) return;
    this.ending = true;
    this.problem = problem;
    clearTimeout(this.timer);
    if (!this.opened) return this.socket.close();
    this.socket.send({ type: 'session.end' });
    this.timer = setTimeout(() => this.close(), GOODBYE_MS);
  }

  /** A service that does not even answer the closing keeps nobody waiting; the socket is cut in its own time. */
  private close(): void {
    this.socket.close();
    this.timer = setTimeout(() => this.settle(this.problem), CLOSING_MS);
  }

  private begin(host: string): void {
    this.opened = true;
    this.note({
      type: 'conversation-began',
      engine: 'hosted',
      profile: { id: 'voice-preview', name: 'Voice preview' },
      continues: false,
    });
    this.note({ type: 'socket-opened', socket: 0, engine: 'hosted', host });
    this.timer = setTimeout(() => this.end(this.spoke ? null : silent), this.world.longestMs);
    this.socket.send({ type: 'session.update', session: sampleConfig(this.voice) });
  }

  private receive(message: ServerMessage): void {
    switch (message.type) {
      case 'session.ready':
        this.ready = true;
        this.sessionId = message.session_id;
        this.note({
          type: 'session-ready',
          socket: 0,
          sessionId: message.session_id,
          expiresAt: message.expires_at ?? null,
          resumed: false,
        });
        return;
      case 'reply.audio':
        if (this.ending) return;
        this.spoke = true;
        return this.onAudio(base64ToPcm(message.data));
      case 'reply.done':
        return this.end(this.spoke ? null : silent);
      case 'reply.error':
        return this.end(explainServiceError(message.code, { beforeReady: false }));
      case 'session.error':
        return this.failed(message.code, message.param);
      case 'session.ended':
        this.saidGoodbye = true;
        this.seconds = message.session_duration_seconds ?? null;
        // Ended by the service of its own accord.
        if (!this.ending) this.problem = explainClose(1000, { beforeReady: !this.ready });
        this.ending = true;
        clearTimeout(this.timer);
        return this.close();
      default:
        // Nothing else matters to a session that speaks one sentence and listens to nobody.
        return;
    }
  }

  private failed(code: string, param: string | undefined): void {
    const problem = explainServiceError(code, { beforeReady: !this.ready, param });
    // A refusal that leaves the session open leaves the sentence to come.
    if (problem.fatal || !this.ready) this.end(problem);
  }

  private wasClosed(code: number, reason: string): void {
    clearTimeout(this.timer);
    const why = this.ending ? this.problem : explainClose(code, { beforeReady: !this.ready });
    // Cut while it was being opened: nothing was paid for.
    if (!this.opened) return this.settle(why);
    this.note({
      type: 'socket-closed',
      socket: 0,
      sessionId: this.sessionId,
      code,
      reason,
      saidGoodbye: this.saidGoodbye,
      seconds: this.seconds,
    });
    this.note({ type: 'conversation-ended', reason: why ? 'failed' : 'person' });
    this.settle(why);
  }

  private note(record: Unstamped<ConversationRecord>): void {
    this.world.record({ at: this.world.now(), conversation: this.conversation, ...record });
  }
}

type Unstamped<R> = R extends unknown ? Omit<R, 'at' | 'conversation'> : never;

/** No tools, no microphone: only a greeting (protocol.md section 2.2). */
function sampleConfig(voice: string): SessionConfig {
  return {
    system_prompt: 'Say nothing beyond the greeting.',
    greeting: sampleSentence(voice),
    input: { format: { encoding: 'audio/pcm', sample_rate: 24_000 } },
    output: { voice, format: { encoding: 'audio/pcm', sample_rate: 24_000 } },
    tools: [],
  };
}

const silent: Problem = {
  code: 'sample_silent',
  sentence: 'The service did not let the voice speak.',
  next: 'Try again in a minute.',
};
