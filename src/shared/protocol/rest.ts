import { z } from 'zod';
import type { Voice } from './catalogue';

/**
 * Answers of the REST API, read tolerantly (protocol.md section 10): both shapes of the agent list,
 * every shape of error body, unknown fields ignored, null the same as absent.
 */
const optional = <T extends z.ZodType>(type: T) =>
  type
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? undefined);
const text = optional(z.string());

/** `GET /token` (protocol.md section 1.2.1). Tokens are some 2 500 characters long. */
export const tokenAnswerSchema = z.object({
  token: z.string().min(1),
  expires_in_seconds: optional(z.number()),
});
/** A temporary token and the seconds in which it may open a connection. */
export type TokenAnswer = z.infer<typeof tokenAnswerSchema>;

const agentSummary = z.object({
  id: z.string().min(1),
  name: z.string().catch(''),
  created_at: text,
  updated_at: text,
});
/** An agent as a list shows it; dates are ISO. */
export type AgentSummary = Readonly<z.infer<typeof agentSummary>>;

/** The cursor of the next page; absent at the end. */
const nextCursor = z
  .object({ has_more: optional(z.boolean()), response_metadata: optional(z.object({ next_cursor: text })) })
  .transform((page) => (page.has_more === false ? '' : (page.response_metadata?.next_cursor ?? '')));

/** `GET /agents`, newest first: an array in older documents, an object live. */
export const agentListSchema = z.unknown().transform((answer, context) => {
  const items: unknown = Array.isArray(answer) ? answer : isObject(answer) ? answer['agents'] : undefined;
  const agents = z.array(agentSummary).safeParse(items);
  if (!agents.success) {
    context.addIssue({ code: 'custom', message: 'not a list of agents' });
    return z.NEVER;
  }
  return { agents: agents.data, next_cursor: nextCursor.safeParse(answer).data ?? '' };
});

/** A whole agent; what Parley does not edit is carried along, because PUT wants everything. */
export const agentSchema = z
  .object({
    id: z.string().min(1),
    name: z.string(),
    system_prompt: z.string().catch(''),
    /** Authoritative; `output.voice` may be stale. */
    voice: optional(z.object({ voice_id: z.string() }).catchall(z.json())),
    greeting: optional(z.string()),
    created_at: text,
    updated_at: text,
  })
  .catchall(z.json());
/** An agent of the service with all its fields. */
export type Agent = Readonly<z.infer<typeof agentSchema>>;

/** `POST /agents`: what must be given (protocol.md section 10.2). */
export const agentCreateSchema = z
  .object({
    name: z.string().min(1),
    system_prompt: z.string(),
    voice: z.strictObject({ voice_id: z.string().min(1) }),
    greeting: z.string().min(1).nullish(),
  })
  .catchall(z.json());
/** What `POST /agents` takes. */
export type AgentCreate = Readonly<z.infer<typeof agentCreateSchema>>;

const sessionSummary = z.object({
  id: z.string().min(1),
  agent_id: text,
  status: z.string().catch(''),
  public_close_reason: text,
  duration_seconds: optional(z.number()),
  created_at: text,
  ended_at: text,
});
/** A finished or running session as the history shows it. */
export type SessionSummary = Readonly<z.infer<typeof sessionSummary>>;

/** `GET /sessions`, newest first. */
export const sessionListSchema = z.unknown().transform((answer, context) => {
  const sessions = z.object({ sessions: z.array(sessionSummary) }).safeParse(answer);
  if (!sessions.success) {
    context.addIssue({ code: 'custom', message: 'not a list of sessions' });
    return z.NEVER;
  }
  return { sessions: sessions.data.sessions, next_cursor: nextCursor.safeParse(answer).data ?? '' };
});

/** `GET /sessions/{id}`; artifacts appear seconds later and are fetched without the key (protocol.md section 10.4). */
export const sessionDetailSchema = sessionSummary.extend({
  artifacts: z
    .array(z.object({ type: z.string(), url: z.string(), content_type: z.string().catch('') }))
    .nullish()
    .transform((artifacts) => artifacts ?? []),
});
/** A session with its artifacts. */
export type SessionDetail = Readonly<z.infer<typeof sessionDetailSchema>>;

/** What an error body says; everything may be missing (protocol.md section 9.3). */
export interface RestErrorBody {
  /** Lower case. */
  readonly code?: string;
  /** For people, in English. */
  readonly message?: string;
  readonly request_id?: string;
  /** What is wrong with single fields of the request; in a `validation_error`. */
  readonly errors?: readonly RestFieldError[];
}

/** What is wrong with one field of a request. */
export interface RestFieldError {
  /** Its path, such as `tools.0.name`; null when the error names none. */
  readonly param: string | null;
  /** For people, in English. */
  readonly message: string;
}

/** Reads the body of a failed request, in the present and the older shapes. Never throws. */
export function parseRestError(body: unknown): RestErrorBody {
  if (!isObject(body)) return {};
  const { code, request_id: requestId } = body;
  const message = [body['message'], body['detail'], body['error']].find((value) => typeof value === 'string');
  return {
    ...(typeof code === 'string' && { code: code.toLowerCase() }),
    ...(message !== undefined && { message }),
    ...(typeof requestId === 'string' && { request_id: requestId }),
    ...fieldErrors(body),
  };
}

/** In `errors`, or as FastAPI writes them, in `detail` (protocol.md sections 1.2.1 and 9.3). */
function fieldErrors(body: Readonly<Record<string, unknown>>): {
  readonly errors?: readonly RestFieldError[];
} {
  const list = [body['errors'], body['detail']].find((value) => Array.isArray(value) && value.length > 0);
  if (!Array.isArray(list)) return {};
  const errors = list.flatMap((item: unknown): RestFieldError[] => {
    if (!isObject(item)) return [];
    const message = item['message'] ?? item['msg'];
    const path = Array.isArray(item['loc']) ? item['loc'].slice(1).join('.') : item['param'];
    const param = typeof path === 'string' && path !== '' ? path : null;
    return typeof message === 'string' ? [{ param, message }] : [];
  });
  return errors.length > 0 ? { errors } : {};
}

/**
 * Reads `GET /voices`, whose shape nobody has documented: an array, or an object with `voices`, of names or
 * of objects. Null when there is no voice in it: use the built-in catalogue then (protocol.md section 10.3).
 */
export function parseVoices(answer: unknown): readonly Voice[] | null {
  const items: unknown = isObject(answer) ? answer['voices'] : answer;
  if (!Array.isArray(items)) return null;
  const voices = items.map(parseVoice).filter((voice) => voice !== null);
  return voices.length > 0 ? voices : null;
}

function parseVoice(item: unknown): Voice | null {
  if (typeof item === 'string') return item === '' ? null : { name: item.toLowerCase(), language: null };
  if (!isObject(item)) return null;
  const name = [item['voice_id'], item['id'], item['name']].find((value) => typeof value === 'string');
  if (!name) return null;
  const languages = item['language'] ?? item['languages'];
  const language: unknown = Array.isArray(languages) ? languages[0] : languages;
  return { name: name.toLowerCase(), language: typeof language === 'string' ? language : null };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
