import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { isBase64 } from './base64';
import { sessionConfigSchema, type SessionConfig } from './session-config';

/** Sets or changes the configuration; the first message of a socket (protocol.md section 3.1). */
export interface SessionUpdate {
  readonly type: 'session.update';
  readonly session: SessionConfig;
}

const id = z.string().min(1);

/** Everything but `session.update`, in the strictest reading: closed key sets, nothing null. */
const plainSchemas = {
  'session.resume': z.strictObject({ type: z.literal('session.resume'), session_id: id }),
  'session.end': z.strictObject({ type: z.literal('session.end') }),
  'input.audio': z.strictObject({
    type: z.literal('input.audio'),
    audio: z.string().refine(isBase64, { error: 'must be base64' }),
  }),
  'tool.result': z.strictObject({
    type: z.literal('tool.result'),
    call_id: id,
    result: z.string(),
    is_error: z.boolean().optional(),
  }),
  'reply.create': z.strictObject({
    type: z.literal('reply.create'),
    instructions: z.string().min(1).optional(),
  }),
  'conversation.message': z.strictObject({
    type: z.literal('conversation.message'),
    role: z.enum(['user', 'system']),
    content: z.string(),
  }),
  'reply.cancel': z.strictObject({ type: z.literal('reply.cancel'), reply_id: id }),
} as const;

type Plain<Type extends keyof typeof plainSchemas> = DeepReadonly<z.infer<(typeof plainSchemas)[Type]>>;

/** Continues a lost session on a new socket, within 30 s (protocol.md section 3.2). */
export type SessionResume = Plain<'session.resume'>;
/** Ends the session and its billing (protocol.md section 3.3). */
export type SessionEnd = Plain<'session.end'>;
/** Base64 of raw samples in the negotiated input format (protocol.md section 3.4). */
export type InputAudio = Plain<'input.audio'>;
/** A tool's outcome: `result` is a text, usually serialised JSON, never an object (protocol.md section 3.5). */
export type ToolResult = Plain<'tool.result'>;
/** Asks for a reply, steered once by `instructions` (protocol.md section 3.6). */
export type ReplyCreate = Plain<'reply.create'>;
/** Adds to the context without a reply; observed to have no effect (protocol.md section 3.7). */
export type ConversationMessage = Plain<'conversation.message'>;
/** Stops a reply; undocumented, so mute locally first (protocol.md section 3.8). */
export type ReplyCancel = Plain<'reply.cancel'>;

/** Every message a client may send (protocol.md section 3). */
export type ClientMessage =
  | SessionUpdate
  | SessionResume
  | SessionEnd
  | InputAudio
  | ToolResult
  | ReplyCreate
  | ConversationMessage
  | ReplyCancel;

/** The `type` of any of them. */
export type ClientMessageType = ClientMessage['type'];

/** What must hold of each message before it may be sent. */
export const clientMessageSchemas = {
  ...plainSchemas,
  'session.update': z.strictObject({ type: z.literal('session.update'), session: sessionConfigSchema }),
} as const satisfies Record<ClientMessageType, z.ZodType>;
