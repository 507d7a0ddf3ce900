import { z } from 'zod';
import type { ClientMessage, ClientMessageType, SessionUpdate } from './client-messages';

/** `session.update` before its configuration was judged: see `server-rules`. */
export interface ReceivedSessionUpdate {
  readonly type: 'session.update';
  readonly session: Readonly<Record<string, unknown>>;
}

/** A client's message as a server receives it: the shape is right, the values are not judged yet. */
export type ReceivedClientMessage = Exclude<ClientMessage, SessionUpdate> | ReceivedSessionUpdate;

/** An answer to what cannot be accepted; `message` is the service's own wording (protocol.md section 9.1). */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** Dotted path of the offending field. */
  readonly param?: string;
}

/** What a client's frame turned out to be. */
export type DecodedClient =
  | { readonly kind: 'message'; readonly message: ReceivedClientMessage }
  | ({ readonly kind: 'refused' } & Refusal);

/** Null counts as absent where the service's own schema allows it; unknown keys are ignored. */
const schemas = {
  'session.update': z.object({
    type: z.literal('session.update'),
    session: z.record(z.string(), z.unknown()),
  }),
  'session.resume': z.object({ type: z.literal('session.resume'), session_id: z.string() }),
  'session.end': z.object({ type: z.literal('session.end') }),
  'input.audio': z.object({ type: z.literal('input.audio'), audio: z.string() }),
  'tool.result': z.object({
    type: z.literal('tool.result'),
    call_id: z.string(),
    result: z.string(),
    is_error: z.boolean().optional(),
  }),
  'reply.create': z
    .object({ type: z.literal('reply.create'), instructions: z.string().nullish() })
    .transform(({ type, instructions }) => (instructions ? { type, instructions } : { type })),
  'conversation.message': z.object({
    type: z.literal('conversation.message'),
    role: z.enum(['user', 'system']),
    content: z.string(),
  }),
  'reply.cancel': z.object({ type: z.literal('reply.cancel'), reply_id: z.string() }),
} as const satisfies Record<ClientMessageType, z.ZodType<ReceivedClientMessage>>;

/**
 * Reads one frame of a client, for a server: its text, or what the text was parsed to. Never throws.
 * Whether audio is valid depends on the session's format: see `isValidAudio`.
 */
export function decodeClientMessage(raw: unknown): DecodedClient {
  try {
    return decodeValue(typeof raw === 'string' ? JSON.parse(raw) : raw);
  } catch {
    return refused('Invalid JSON format.');
  }
}

function decodeValue(value: unknown): DecodedClient {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused('Invalid JSON format.');
  }
  const type: unknown = 'type' in value ? value.type : undefined;
  if (typeof type !== 'string' || !isKnown(type)) {
    return refused(`Unknown message type: ${typeof type === 'string' ? type.slice(0, 100) : ''}`);
  }
  // Twenty or more of these arrive every second.
  if (type === 'input.audio' && 'audio' in value && typeof value.audio === 'string') {
    return { kind: 'message', message: { type, audio: value.audio } };
  }
  const result = schemas[type].safeParse(value);
  if (result.success) return { kind: 'message', message: result.data };
  return refused(`Invalid message format for type '${type}'`);
}

function isKnown(type: string): type is ClientMessageType {
  return Object.hasOwn(schemas, type);
}

function refused(message: string): DecodedClient {
  return { kind: 'refused', code: 'invalid_format', message };
}

/** The answer to audio that `isValidAudio` refuses. */
export const INVALID_AUDIO: Refusal = { code: 'invalid_audio', message: 'Invalid audio data' };
