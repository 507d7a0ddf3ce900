import { DEFAULT_VOICE } from '../catalogue';
import { G711_SAMPLE_RATE, MAX_KEYTERM_CHARACTERS, PCM_SAMPLE_RATE, TOOL_TIMEOUT_SECONDS } from '../limits';
import type { ResolvedConfig, ResolvedTool, ResolvedTurnDetection } from '../resolved-config';
import type { AudioEncoding, AudioFormat } from '../session-config';
import type { AcceptedSession, AcceptedTool, AcceptedTurnDetection } from './incoming-session';

/** A format with nothing left open; hertz. */
export interface EffectiveFormat {
  readonly encoding: AudioEncoding;
  readonly sample_rate: number;
}

/** The configuration a server works by: formats it knows, and a voice. */
export type EffectiveConfig = ResolvedConfig & {
  readonly input: { readonly format: EffectiveFormat };
  readonly output: { readonly format: EffectiveFormat; readonly voice: string };
};

const PCM: EffectiveFormat = { encoding: 'audio/pcm', sample_rate: PCM_SAMPLE_RATE };

/** The configuration when the first update sets nothing (protocol.md section 5.5). */
export function defaultConfig(voice: string = DEFAULT_VOICE): EffectiveConfig {
  return {
    id: '',
    system_prompt: '',
    greeting: null,
    input: {
      type: 'audio',
      format: PCM,
      turn_detection: null,
      keyterms: null,
      transcription_mode: null,
      continuous_partials: null,
      transcription_prompt: null,
      language_codes: null,
      voice_focus: null,
      voice_focus_threshold: null,
    },
    output: { type: 'audio', voice, format: PCM, volume: null },
    tools: [],
  };
}

/**
 * Applies an accepted update to the configuration before it; the first one to `defaultConfig`.
 * Fields merge one by one, null resets, `tools` and `turn_detection` are replaced whole.
 */
export function resolveConfig(
  session: AcceptedSession,
  previous: EffectiveConfig = defaultConfig(),
): EffectiveConfig {
  const { input = {}, output = {} } = session;
  const before = previous.input;
  return {
    id: session.agent_id ?? previous.id,
    system_prompt: session.system_prompt ?? previous.system_prompt,
    greeting: session.greeting ?? previous.greeting,
    input: {
      type: input.type ?? before.type,
      format: input.format ? resolveFormat(input.format) : before.format,
      turn_detection: merged(
        input.turn_detection && resolveTurnDetection(input.turn_detection),
        before.turn_detection,
      ),
      keyterms: merged(input.keyterms && audibleTerms(input.keyterms), before.keyterms),
      transcription_mode: merged(input.transcription_mode, before.transcription_mode),
      continuous_partials: merged(input.continuous_partials, before.continuous_partials),
      transcription_prompt: merged(input.transcription_prompt, before.transcription_prompt),
      language_codes: merged(input.language_codes, before.language_codes),
      voice_focus: merged(input.voice_focus, before.voice_focus),
      voice_focus_threshold: merged(input.voice_focus_threshold, before.voice_focus_threshold),
    },
    output: {
      type: output.type ?? previous.output.type,
      voice: output.voice ?? previous.output.voice,
      format: output.format ? resolveFormat(output.format) : previous.output.format,
      volume: merged(output.volume, previous.output.volume),
    },
    tools: session.tools?.map(resolveTool) ?? previous.tools,
  };
}

/** The format with its sample rate. */
export function resolveFormat({ encoding }: AudioFormat): EffectiveFormat {
  return { encoding, sample_rate: encoding === 'audio/pcm' ? PCM_SAMPLE_RATE : G711_SAMPLE_RATE };
}

/** Silences stay unset unless given, because only they switch adaptive pacing off (protocol.md section 14, row 28). */
function resolveTurnDetection(turns: AcceptedTurnDetection): ResolvedTurnDetection {
  return {
    type: turns.type ?? null,
    vad_threshold: turns.vad_threshold ?? 0.5,
    min_silence: turns.min_silence ?? null,
    max_silence: turns.max_silence ?? null,
    interrupt_response: turns.interrupt_response ?? true,
    interruption_delay: turns.interruption_delay ?? null,
    uninterruptible_turns: turns.uninterruptible_turns ?? [],
  };
}

function resolveTool(tool: AcceptedTool): ResolvedTool {
  return {
    type: tool.type,
    name: tool.name,
    description: tool.description ?? '',
    parameters: tool.parameters ?? { type: 'object', properties: {}, required: [] },
    timeout_seconds: tool.timeout_seconds ?? TOOL_TIMEOUT_SECONDS.default,
    execution_mode: tool.execution_mode ?? 'interactive',
    http: tool.http ?? null,
    response_instructions: tool.response_instructions ?? null,
  };
}

/** Absent keeps what was, null resets. */
function merged<T>(given: T | null | undefined, before: T | null): T | null {
  return given === undefined ? before : given;
}

/** Terms that are too long are ignored without a word (protocol.md section 5.2). */
function audibleTerms(terms: readonly string[]): readonly string[] {
  return terms.filter((term) => term.length <= MAX_KEYTERM_CHARACTERS);
}
