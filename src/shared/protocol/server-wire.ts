import { z } from 'zod';
import type { JsonObject } from '../json';
import { resolvedConfigSchema } from './resolved-config';
import type { ServerMessage, ServerMessageType } from './server-messages';

/**
 * How each message may look on the wire (protocol.md sections 4 and 14). A field that the talk can do
 * without never makes its message unreadable: null, or a value of another type, counts as absent.
 */
type Raw = Readonly<Record<string, unknown>>;
type Reader<Message> = (raw: Raw) => z.ZodSafeParseResult<Message>;

const optional = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);
const someText = optional(z.string());
const someNumber = optional(z.number());

/** Unix seconds from a number or an ISO date. */
const timestamp = optional(
  z.union([z.number(), z.string().transform((date) => Date.parse(date) / 1_000)]).pipe(z.number()),
);
const ids = { reply_id: someText, item_id: someText };
const code = z
  .string()
  .min(1)
  .catch('unknown')
  .transform((text) => text.toLowerCase());

/** Reads messages of `type`, after `prepare` has given older field names their present ones. */
function reader<Type extends ServerMessageType, Shape extends z.ZodRawShape>(
  type: Type,
  shape: Shape,
  prepare: (raw: Raw) => Raw = (raw) => raw,
) {
  const schema = z.object({ type: z.literal(type), ...shape, timestamp });
  return (raw: Raw) => schema.safeParse({ ...prepare(raw), type });
}

/** Arguments that came as text (an older dialect); anything but an object stays unreadable. */
function parsedArguments(raw: Raw): unknown {
  const given = raw['arguments'] ?? raw['args'] ?? {};
  return typeof given === 'string' ? JSON.parse(given === '' ? '{}' : given) : given;
}

/** The readers of all messages by their type. */
export const serverReaders: {
  readonly [Type in ServerMessageType]: Reader<Extract<ServerMessage, { type: Type }>>;
} = {
  'session.ready': reader('session.ready', {
    session_id: z.string().catch(''),
    expires_at: someNumber,
    resume_token: someText,
    config: optional(resolvedConfigSchema),
  }),
  'session.updated': reader('session.updated', { config: optional(resolvedConfigSchema) }),
  'session.error': reader(
    'session.error',
    { code, message: z.string().catch(''), param: someText, session_id: someText },
    (raw) => ({ ...raw, code: raw['code'] ?? raw['error_code'], message: raw['message'] ?? raw['error'] }),
  ),
  'session.ended': reader('session.ended', {
    session_duration_seconds: someNumber,
    audio_duration_seconds: someNumber,
  }),
  'input.speech.started': reader('input.speech.started', {}),
  'input.speech.stopped': reader('input.speech.stopped', {}),
  'transcript.user.delta': reader(
    'transcript.user.delta',
    { item_id: someText, text: z.string() },
    (raw) => ({ ...raw, text: raw['text'] ?? raw['delta'] }),
  ),
  'transcript.user': reader('transcript.user', { item_id: someText, text: z.string() }),
  'reply.started': reader('reply.started', { reply_id: z.string(), item_id: someText }),
  'reply.audio': reader('reply.audio', { reply_id: someText, data: z.string() }),
  'transcript.agent.delta': reader(
    'transcript.agent.delta',
    { ...ids, delta: z.string(), start_ms: someNumber, end_ms: someNumber },
    (raw) => ({ ...raw, delta: raw['delta'] ?? raw['text'] }),
  ),
  'transcript.agent': reader('transcript.agent', {
    ...ids,
    text: z.string(),
    interrupted: z.boolean().catch(false),
  }),
  'reply.done': reader(
    'reply.done',
    { reply_id: someText, status: z.enum(['completed', 'interrupted']).catch('interrupted') },
    (raw) => ({ ...raw, status: raw['status'] ?? 'completed' }),
  ),
  'tool.call': reader(
    'tool.call',
    { call_id: z.string().min(1), name: z.string(), arguments: z.custom<JsonObject>(isObject) },
    (raw) => ({ ...raw, arguments: parsedArguments(raw) }),
  ),
  'reply.error': reader('reply.error', {
    reply_id: someText,
    code,
    message: z.string().catch(''),
    retryable: z.boolean().catch(false),
    status_code: someNumber,
    provider_code: someText,
    provider_param: someText,
  }),
};

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
