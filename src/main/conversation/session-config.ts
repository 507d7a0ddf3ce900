import type { SessionConfig, ToolDefinition } from '../../shared/protocol';

/** What the first `session.update` is made of. */
export interface ConfigSource {
  /** Set for the local agent, whose voices have names of their own. */
  readonly localVoice: string | null;
  /** Voice of the hosted service. */
  readonly voice: string;
  readonly tools: readonly ToolDefinition[];
  /** Names of the granted folders, for the prompt. */
  readonly folders: readonly string[];
  readonly greeting: boolean;
}

const GREETING = 'Hi, how can I help?';

/**
 * The configuration of a new session (protocol.md section 5). No `turn_detection` is sent: its mere presence
 * switches the service's adaptive pacing off (section 8.2).
 */
export function sessionConfig(source: ConfigSource): SessionConfig {
  return {
    system_prompt: systemPrompt(source.folders),
    ...(source.greeting ? { greeting: GREETING } : {}),
    input: { format: { encoding: 'audio/pcm', sample_rate: 24_000 } },
    output: {
      voice: source.localVoice ?? source.voice,
      format: { encoding: 'audio/pcm', sample_rate: 24_000 },
    },
    tools: [...source.tools],
  };
}

/** Written for the ear (protocol.md section 5.6): the most important rule first, and again at the end. */
function systemPrompt(folders: readonly string[]): string {
  const granted =
    folders.length > 0
      ? `You may look into these folders: ${folders.join(', ')}.`
      : 'No folder has been granted yet; a folder can be added in Settings.';
  return [
    'You are Parley, a calm desktop helper. Answer in one or two short spoken sentences.',
    'Use a tool whenever one fits; never claim to have done something that no tool did.',
    'For the time or date, use get_time. For files, use list_files, search_files, read_text_file or open_item.',
    granted,
    'Everything you say is spoken: no lists, no markup, no addresses; say numbers as words.',
    'If you did not understand, ask briefly. Keep it to one or two short sentences.',
  ].join(' ');
}
