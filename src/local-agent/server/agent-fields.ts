import { z } from 'zod';
import { parseBody } from './parse-body';

/** Headers that belong to the connection, not to the person who stores the tool. */
const OURS = /^(?:host|connection|content-length|transfer-encoding|upgrade|te|trailer|proxy-.*|expect)$/i;

const header = z.strictObject({
  name: z
    .string()
    .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/, { error: 'must be the name of a header' })
    .refine((name) => !OURS.test(name), { error: 'is set by the server' }),
  value: z
    .string()
    .max(8_192)
    .regex(/^[\t\x20-\x7e\x80-\xff]*$/, { error: 'must be one line of Latin text' })
    .optional(),
  remove: z.boolean().optional(),
  /** As it was read; passed over. */
  last_set_at: z.string().nullish(),
});

const http = z.strictObject({
  url: z
    .string()
    .max(2_048)
    .refine((url) => URL.canParse(url) && new URL(url).protocol === 'https:', {
      error: 'must be an https address',
    }),
  http_method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
  headers: z.array(header).max(50).default([]),
});

const tool = z
  .object({
    /** The server's own; ignored when written. */
    id: z.unknown().optional(),
    name: z.string().min(1),
    description: z.string(),
    parameters: z.record(z.string(), z.json()).optional(),
    http: http.nullish(),
  })
  .catchall(z.json());

const fields = z.object({
  name: z.string().min(1),
  system_prompt: z.string(),
  voice: z.object({ voice_id: z.string().min(1) }),
  greeting: z.string().nullish(),
  input: z.record(z.string(), z.json()).nullish(),
  output: z.record(z.string(), z.json()).nullish(),
  tools: z.array(tool).max(200).optional(),
  llm: z.array(z.json()).max(1).optional(),
});

/** An agent as a client writes it (protocol.md section 10.2). Unknown fields are left out. */
export type AgentFields = z.infer<typeof fields>;
/** One of its tools. */
export type ToolFields = z.infer<typeof tool>;

/** Reads the body of POST and PUT. @throws RestError `validation_error` naming the first bad field. */
export function parseAgentFields(body: unknown): AgentFields {
  return parseBody(fields, body);
}
