import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { PCM_SAMPLE_RATE } from './limits';

/*
 * The configuration as the service reports it (protocol.md section 5.5), read tolerantly: whatever is
 * missing or of another shape becomes its documented default, unknown keys are left out.
 */
const nullable = <T extends z.ZodType>(type: T) => type.nullable().catch(null);
const text = z.string().catch('');
const texts = nullable(z.array(z.string()));

/** Fills `type` with whatever its own fields fall back to when the object itself is missing. */
const filled = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (typeof value === 'object' && value !== null ? value : {}), type);

const resolvedFormat = filled(
  z.object({ encoding: z.string().catch('audio/pcm'), sample_rate: z.number().catch(PCM_SAMPLE_RATE) }),
);

const resolvedTurnDetection = z.object({
  type: nullable(z.string()),
  vad_threshold: z.number().catch(0.5),
  min_silence: nullable(z.number()),
  max_silence: nullable(z.number()),
  interrupt_response: z.boolean().catch(true),
  interruption_delay: nullable(z.number()),
  uninterruptible_turns: z.array(z.string()).catch([]),
});

const resolvedTool = z.object({
  type: z.string().catch('function'),
  name: z.string(),
  description: text,
  parameters: z.record(z.string(), z.json()).catch({}),
  timeout_seconds: z.number().catch(120),
  execution_mode: z.string().catch('interactive'),
  http: nullable(z.record(z.string(), z.json())),
  response_instructions: nullable(z.object({ success: z.string().optional(), error: z.string().optional() })),
});

/** A list that keeps the entries that can be read. */
const readableOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value.filter((entry) => item.safeParse(entry).success) : []),
    z.array(item),
  );

/** Reads a resolved configuration; fails only when it is no object at all. */
export const resolvedConfigSchema = z.object({
  id: text,
  system_prompt: text,
  greeting: nullable(z.string()),
  input: filled(
    z.object({
      type: z.string().catch('audio'),
      format: resolvedFormat,
      turn_detection: nullable(resolvedTurnDetection),
      keyterms: texts,
      transcription_mode: nullable(z.string()),
      continuous_partials: nullable(z.boolean()),
      transcription_prompt: nullable(z.string()),
      language_codes: texts,
      voice_focus: nullable(z.string()),
      voice_focus_threshold: nullable(z.number()),
    }),
  ),
  output: filled(
    z.object({
      type: z.string().catch('audio'),
      voice: nullable(z.string()),
      format: resolvedFormat,
      volume: nullable(z.number()),
    }),
  ),
  tools: readableOf(resolvedTool),
});

/** The effective configuration. `id` is the stored agent's, empty when none is bound. */
export type ResolvedConfig = DeepReadonly<z.infer<typeof resolvedConfigSchema>>;
/** A tool of it; the service runs those whose `http` is not null and they must never be answered. */
export type ResolvedTool = DeepReadonly<z.infer<typeof resolvedTool>>;
/** Effective turn taking; a null silence leaves it adaptive. */
export type ResolvedTurnDetection = DeepReadonly<z.infer<typeof resolvedTurnDetection>>;

/** Whether the service runs this tool itself, so that its `tool.call` is information only (protocol.md section 6.5). */
export function isServiceTool(config: ResolvedConfig | null | undefined, name: string): boolean {
  return config?.tools.some((tool) => tool.name === name && tool.http !== null) ?? false;
}
