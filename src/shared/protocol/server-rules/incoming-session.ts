import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { MAX_KEYTERMS, TOOL_TIMEOUT_SECONDS } from '../limits';
import { executionModeSchema, haveUniqueNames, responseInstructionsSchema } from '../tools';
import {
  audioFormatSchema,
  inputShape,
  silencesInOrder,
  SILENCE_ORDER_MESSAGE,
  turnDetectionShape,
  volumeSchema,
} from '../session-config';

const jsonObject = z.record(z.string(), z.json());

const incomingToolSchema = z.strictObject({
  type: z.literal('function'),
  name: z.string().min(1),
  description: z.string().optional(),
  parameters: jsonObject.optional(),
  execution_mode: executionModeSchema.optional(),
  timeout_seconds: z.number().min(TOOL_TIMEOUT_SECONDS.min).max(TOOL_TIMEOUT_SECONDS.max).optional(),
  response_instructions: responseInstructionsSchema.nullable().optional(),
  /** Stored agents only; `validateFirstUpdate` refuses it inline. */
  http: jsonObject.nullable().optional(),
  /** Of platform-hosted tools: null in every configuration that is told, so a client may send it back. */
  deployment_id: z.null().optional(),
  session_update: z.null().optional(),
  image_tag: z.null().optional(),
});

const incomingTurnDetection = z
  .strictObject({
    ...turnDetectionShape,
    type: z.enum(['server_vad', 'semantic_vad']).nullable(),
    min_silence: turnDetectionShape.min_silence.nullable(),
    max_silence: turnDetectionShape.max_silence.nullable(),
    interruption_delay: turnDetectionShape.interruption_delay.nullable(),
  })
  .partial()
  .refine(silencesInOrder, { error: SILENCE_ORDER_MESSAGE, path: ['min_silence'] });

const modality = z.enum(['audio', 'text']);

/**
 * The `session` object as a server accepts it: wider than what we send, with the schema-only keys
 * and with null where the service's own schema allows it (protocol.md section 5).
 */
export const incomingSessionSchema = z
  .strictObject({
    agent_id: z.string(),
    system_prompt: z.string(),
    greeting: z.string(),
    input: z
      .strictObject({
        type: modality,
        format: audioFormatSchema,
        // Longer terms are accepted and then ignored.
        keyterms: z.array(z.string()).max(MAX_KEYTERMS).nullable(),
        transcription_mode: inputShape.transcription_mode.nullable(),
        transcription_prompt: inputShape.transcription_prompt.nullable(),
        // An unsupported code is accepted live, and deafens the session.
        language_codes: z.array(z.string()).nullable(),
        voice_focus: inputShape.voice_focus.nullable(),
        voice_focus_threshold: inputShape.voice_focus_threshold.nullable(),
        continuous_partials: z.boolean().nullable(),
        turn_detection: incomingTurnDetection.nullable(),
      })
      .partial(),
    output: z
      .strictObject({
        type: modality,
        voice: z.string(),
        format: audioFormatSchema,
        volume: volumeSchema.nullable(),
      })
      .partial(),
    tools: z.array(incomingToolSchema).refine(haveUniqueNames, { error: 'tool names must be unique' }),
    webhook: z.strictObject({
      url: z
        .string()
        .regex(/^https:\/\//)
        .max(2_048),
      events: z.array(z.string()),
      secret: z.string().min(32).optional(),
    }),
    llm: z.array(z.unknown()),
    pre_connect_requests: z.array(z.unknown()),
  })
  .partial();

/** A configuration that may be applied with `resolveConfig`. With `agent_id`, nothing else is set. */
export type AcceptedSession = DeepReadonly<z.infer<typeof incomingSessionSchema>>;
/** A tool of it. */
export type AcceptedTool = DeepReadonly<z.infer<typeof incomingToolSchema>>;
/** Its turn taking. */
export type AcceptedTurnDetection = DeepReadonly<z.infer<typeof incomingTurnDetection>>;
