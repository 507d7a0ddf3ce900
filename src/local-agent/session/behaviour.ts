import type { EffectiveConfig } from '../../shared/protocol/server-rules';

/** How a session behaves where the sources of the API contradict each other (protocol.md section 14). */
export interface Behaviour {
  /** What `reply.create` does during a reply. */
  readonly replyCreate: 'queue' | 'replace';
  /** Where `input.speech.started` stands among the three events of an interruption. */
  readonly speechStarted: 'first' | 'between' | 'last';
  /** What a tool reply holds before its call. */
  readonly preamble: 'none' | 'silence' | 'phrase';
  /** What becomes of `conversation.message`. */
  readonly context: 'kept' | 'ignored';
  /** Input audio that may run ahead of real time, in milliseconds. */
  readonly burstMs: number;
  readonly leadingSilenceMs: number;
  /** What is changed about every tool. */
  readonly tools: {
    readonly hold: boolean;
    /** Null leaves each tool its own. */
    readonly timeoutSeconds: number | null;
    /** The server answers every call itself. */
    readonly served: boolean;
  };
  /** Whether clients see the calls that the server answers. */
  readonly servedCalls: 'shown' | 'hidden';
  /** The person speaks this long after a call; null when nobody pretends that. */
  readonly bargeInAfterCallMs: number | null;
  /** Whether the reply that tells a result has an id of its own or that of the call. */
  readonly resultReplyIds: 'reply' | 'call';
}

/** The defaults of protocol.md section 14. */
export const standardBehaviour: Behaviour = {
  replyCreate: 'queue',
  speechStarted: 'first',
  preamble: 'none',
  context: 'kept',
  burstMs: 10_000,
  leadingSilenceMs: 0,
  tools: { hold: false, timeoutSeconds: null, served: false },
  servedCalls: 'shown',
  bargeInAfterCallMs: null,
  resultReplyIds: 'reply',
};

/** The configuration with every tool changed as the behaviour wants it; clients are told of it. */
export function withToolBehaviour(config: EffectiveConfig, { tools }: Behaviour): EffectiveConfig {
  if (!tools.hold && tools.timeoutSeconds === null && !tools.served) return config;
  return {
    ...config,
    tools: config.tools.map((tool) => ({
      ...tool,
      ...(tools.hold && { execution_mode: 'hold' }),
      ...(tools.timeoutSeconds !== null && { timeout_seconds: tools.timeoutSeconds }),
      ...(tools.served && { http: tool.http ?? {} }),
    })),
  };
}
