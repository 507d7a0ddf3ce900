import { z } from 'zod';
import { inputLanguageSchema } from './catalogue';
import type { DeepReadonly } from './deep-readonly';
import {
  G711_SAMPLE_RATE,
  INTERRUPTION_DELAY_MS,
  MAX_KEYTERM_CHARACTERS,
  MAX_KEYTERMS,
  MAX_TRANSCRIPTION_PROMPT_CHARACTERS,
  PCM_SAMPLE_RATE,
  SILENCE_MS,
  VOLUME,
} from './limits';
import { haveUniqueNames, toolDefinitionSchema } from './tools';

/** Mono samples: 16-bit little-endian PCM, μ-law or A-law (protocol.md section 7.1). */
export const audioEncodingSchema = z.enum(['audio/pcm', 'audio/pcmu', 'audio/pcma']);
/** How a sample is written. */
export type AudioEncoding = z.infer<typeof audioEncodingSchema>;

/** An audio format: always an object, PCM always at 24 000 Hz. */
export const audioFormatSchema = z.discriminatedUnion('encoding', [
  z.strictObject({
    encoding: z.literal('audio/pcm'),
    sample_rate: z.literal(PCM_SAMPLE_RATE).optional(),
  }),
  z.strictObject({
    encoding: z.enum(['audio/pcmu', 'audio/pcma']),
    sample_rate: z.literal(G711_SAMPLE_RATE).optional(),
  }),
]);
/** A format as it is sent; the sample rate may be left out. */
export type AudioFormat = Readonly<z.infer<typeof audioFormatSchema>>;

const silence = z.int().min(SILENCE_MS.min).max(SILENCE_MS.max);

/** The keys of `turn_detection` that we send; milliseconds (protocol.md section 5.4). */
export const turnDetectionShape = {
  vad_threshold: z.number().min(0).max(1),
  min_silence: silence,
  max_silence: silence,
  interrupt_response: z.boolean(),
  interruption_delay: z.int().min(INTERRUPTION_DELAY_MS.min).max(INTERRUPTION_DELAY_MS.max),
  uninterruptible_turns: z.array(z.string()),
} as const;

/** Whether the silences are in order; one alone always is. */
export function silencesInOrder(turns: {
  readonly min_silence?: number | null | undefined;
  readonly max_silence?: number | null | undefined;
}): boolean {
  return (
    typeof turns.min_silence !== 'number' ||
    typeof turns.max_silence !== 'number' ||
    turns.min_silence < turns.max_silence
  );
}

/** Message of the service when they are not. */
export const SILENCE_ORDER_MESSAGE = "'min_silence' must be strictly less than 'max_silence'";

/** Checks a `turn_detection` object before it is sent. */
export const turnDetectionSchema = z
  .strictObject(turnDetectionShape)
  .partial()
  .refine(silencesInOrder, { error: SILENCE_ORDER_MESSAGE, path: ['min_silence'] });
/**
 * How the service decides that the person has finished. Leave it out for adaptive pacing:
 * a silence switches that off for the whole session (protocol.md section 8.2).
 */
export type TurnDetection = DeepReadonly<z.infer<typeof turnDetectionSchema>>;

/** Trades accuracy for speed of the whole turn (protocol.md section 8.4). */
export const transcriptionModeSchema = z.enum(['min_latency', 'balanced', 'max_accuracy']);
/** How careful the recogniser is. */
export type TranscriptionMode = z.infer<typeof transcriptionModeSchema>;

/** The keys of `input` that we send, except `format` and `turn_detection` (protocol.md section 5.2). */
export const inputShape = {
  keyterms: z.array(z.string().max(MAX_KEYTERM_CHARACTERS)).max(MAX_KEYTERMS),
  transcription_mode: transcriptionModeSchema,
  transcription_prompt: z.string().max(MAX_TRANSCRIPTION_PROMPT_CHARACTERS),
  language_codes: z.array(inputLanguageSchema).min(1),
  voice_focus: z.enum(['near-field', 'far-field']),
  voice_focus_threshold: z.number().min(0).max(1),
} as const;

/** Checks an `input` object before it is sent. */
export const inputConfigSchema = z
  .strictObject({ format: audioFormatSchema, ...inputShape, turn_detection: turnDetectionSchema })
  .partial();
/** What the service hears and how it takes turns. */
export type InputConfig = DeepReadonly<z.infer<typeof inputConfigSchema>>;

/** Loudness of the agent. */
export const volumeSchema = z.number().min(VOLUME.min).max(VOLUME.max);

/** Checks an `output` object before it is sent. */
export const outputConfigSchema = z
  .strictObject({
    voice: z.string().regex(/^[^A-Z]+$/),
    format: audioFormatSchema,
    volume: volumeSchema,
  })
  .partial();
/** How the agent sounds. Only `volume` (0 to 100) may change after the first update (protocol.md section 5.3). */
export type OutputConfig = DeepReadonly<z.infer<typeof outputConfigSchema>>;

const inlineConfigSchema = z
  .strictObject({
    system_prompt: z.string(),
    greeting: z.string().min(1),
    input: inputConfigSchema,
    output: outputConfigSchema,
    tools: z.array(toolDefinitionSchema).refine(haveUniqueNames, { error: 'tool names must be unique' }),
  })
  .partial();
const storedAgentSchema = z.strictObject({ agent_id: z.string().min(1) });

/** Checks `session` of an update before it is sent: a closed key set, never null, `agent_id` alone. */
export const sessionConfigSchema = z.unknown().transform((value, context) => {
  // Chosen by hand, because a union would report both branches' troubles at once.
  const stored = typeof value === 'object' && value !== null && 'agent_id' in value;
  const result = stored ? storedAgentSchema.safeParse(value) : inlineConfigSchema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    // A closed key set reports the object; the path should name the key.
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    context.addIssue({ code: 'custom', message: issue.message, path: [...issue.path, ...keys] });
  }
  return z.NEVER;
});

/** A configuration written out in the update. Later updates may carry only the mutable fields (protocol.md section 5.1). */
export type InlineSessionConfig = DeepReadonly<z.infer<typeof inlineConfigSchema>>;
/** A stored agent: first update only, and alone. */
export type StoredAgentConfig = Readonly<z.infer<typeof storedAgentSchema>>;
/** The `session` object of `session.update`. */
export type SessionConfig = InlineSessionConfig | StoredAgentConfig;

/** Key terms that the service will not refuse or ignore: trimmed, distinct, short enough, the first hundred. */
export function fitKeyterms(terms: readonly string[]): readonly string[] {
  const fitting = terms
    .map((term) => term.trim())
    .filter((term) => term !== '' && term.length <= MAX_KEYTERM_CHARACTERS);
  return [...new Set(fitting)].slice(0, MAX_KEYTERMS);
}
