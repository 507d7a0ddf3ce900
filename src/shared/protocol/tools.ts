import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import {
  MAX_RESPONSE_INSTRUCTION_CHARACTERS,
  MAX_TOOL_NAME_CHARACTERS,
  TOOL_TIMEOUT_SECONDS,
} from './limits';

const jsonObject = z.record(z.string(), z.json());

/** The arguments' JSON Schema. Flat schemas work best; the service checks that `properties` is an object. */
export const toolParametersSchema = z
  .object({
    type: z.literal('object'),
    properties: jsonObject,
    required: z.array(z.string()).optional(),
  })
  .catchall(z.json());
/** A JSON Schema of an object. */
export type ToolParameters = DeepReadonly<z.infer<typeof toolParametersSchema>>;

const instruction = z.string().max(MAX_RESPONSE_INSTRUCTION_CHARACTERS).optional();

/** Steering of the spoken answer after the tool, at most 500 characters each. */
export const responseInstructionsSchema = z.strictObject({ success: instruction, error: instruction });

/** `hold` keeps the agent silent until the result comes (protocol.md section 6.4). */
export const executionModeSchema = z.enum(['interactive', 'hold']);
/** Whether the agent may talk while the tool runs. */
export type ExecutionMode = z.infer<typeof executionModeSchema>;

/** A tool as it is sent in `session.tools`: a closed key set, flat (protocol.md section 6.1). */
export const toolDefinitionSchema = z.strictObject({
  type: z.literal('function'),
  name: z.string().regex(new RegExp(`^[A-Za-z0-9_-]{1,${MAX_TOOL_NAME_CHARACTERS}}$`)),
  description: z.string().optional(),
  parameters: toolParametersSchema.optional(),
  execution_mode: executionModeSchema.optional(),
  timeout_seconds: z.number().min(TOOL_TIMEOUT_SECONDS.min).max(TOOL_TIMEOUT_SECONDS.max).optional(),
  response_instructions: responseInstructionsSchema.optional(),
});
/** A tool that the agent may call on the client. */
export type ToolDefinition = DeepReadonly<z.infer<typeof toolDefinitionSchema>>;

/** Whether no name occurs twice: the service needs unique tool names. */
export function haveUniqueNames(tools: readonly { readonly name: string }[]): boolean {
  return new Set(tools.map((tool) => tool.name)).size === tools.length;
}
