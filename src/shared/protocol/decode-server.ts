import type { ServerMessage, ServerMessageType } from './server-messages';
import { serverReaders } from './server-wire';

/** What a frame of the service turned out to be. */
export type DecodedServer =
  | { readonly kind: 'message'; readonly message: ServerMessage }
  /** A message of a type this version does not know: log and ignore. */
  | { readonly kind: 'unknown'; readonly type: string }
  /** `reason` names fields, never their values. `call_id` is set when a tool call still can be answered as failed. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly call_id?: string };

type Raw = Readonly<Record<string, unknown>>;

/**
 * Reads one frame of the service: its text, or what the text was parsed to. Survives every documented
 * variation (protocol.md section 14) and never throws, whatever it is given.
 */
export function decodeServerMessage(raw: unknown): DecodedServer {
  try {
    const value: unknown = typeof raw === 'string' ? JSON.parse(raw) : raw;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { kind: 'unreadable', reason: 'not an object' };
    }
    return decodeObject(value as Raw);
  } catch {
    return { kind: 'unreadable', reason: 'not JSON' };
  }
}

function decodeObject(raw: Raw): DecodedServer {
  const type = typeOf(raw);
  if (type === null) return { kind: 'unreadable', reason: 'no type' };
  if (!isKnown(type)) return { kind: 'unknown', type };
  // Twenty to a hundred of these arrive every second.
  if (type === 'reply.audio' && isPlainAudio(raw)) return { kind: 'message', message: pickAudio(raw) };
  return read(type, raw);
}

function read(type: ServerMessageType, raw: Raw): DecodedServer {
  const callId = type === 'tool.call' && typeof raw['call_id'] === 'string' ? raw['call_id'] : '';
  const unreadable = (field: string): DecodedServer => ({
    kind: 'unreadable',
    reason: `${type}: ${field}`,
    ...(callId && { call_id: callId }),
  });
  try {
    const result = serverReaders[type](raw);
    if (result.success) return { kind: 'message', message: withoutUndefined(result.data) };
    return unreadable(String(result.error.issues[0]?.path.join('.')));
  } catch {
    return unreadable('arguments');
  }
}

/** Errors come with a type of their own, with a bare `error`, or with none (protocol.md section 4.3). */
function typeOf(raw: Raw): string | null {
  const type = raw['type'];
  if (type === 'error') return 'session.error';
  if (typeof type === 'string') return type;
  const code = raw['code'] ?? raw['error_code'];
  return typeof code === 'string' && typeof raw['message'] === 'string' ? 'session.error' : null;
}

function isKnown(type: string): type is ServerMessageType {
  return Object.hasOwn(serverReaders, type);
}

interface PlainAudio {
  readonly reply_id: string;
  readonly data: string;
  readonly timestamp: number;
}

function isPlainAudio(raw: Raw): raw is Raw & PlainAudio {
  return (
    typeof raw['data'] === 'string' &&
    typeof raw['reply_id'] === 'string' &&
    typeof raw['timestamp'] === 'number' &&
    Number.isFinite(raw['timestamp'])
  );
}

function pickAudio({ reply_id, data, timestamp }: PlainAudio): ServerMessage {
  return { type: 'reply.audio', reply_id, data, timestamp };
}

/** So that an absent field is absent for `in` and for spreading too. */
function withoutUndefined(message: ServerMessage): ServerMessage {
  const entries = Object.entries(message).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as ServerMessage;
}
