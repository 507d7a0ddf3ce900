import { isBase64 } from './base64';
import { clientMessageSchemas, type ClientMessage } from './client-messages';
import type { ResolvedConfig } from './resolved-config';
import type { ServerMessage, SessionError } from './server-messages';

/** A message that must not be sent: our own mistake, found before the service finds it. */
export class ProtocolEncodeError extends Error {
  override readonly name = 'ProtocolEncodeError';

  constructor(
    readonly type: string,
    /** Dotted path of the offending field; empty for the message as a whole. */
    readonly field: string,
    reason: string,
  ) {
    super(`${type} cannot be sent: ${field || 'message'}: ${reason}`);
  }
}

/**
 * The text of one frame to the service, valid in the strictest reading of protocol.md section 3:
 * closed key sets, ranges kept, nothing null, undefined left out.
 * @throws ProtocolEncodeError naming the first field that breaks a rule, never its value.
 */
export function encodeClientMessage(message: ClientMessage): string {
  if (message.type === 'input.audio') return encodeInputAudio(message.audio);
  const schema = Object.hasOwn(clientMessageSchemas, message.type)
    ? clientMessageSchemas[message.type]
    : undefined;
  if (!schema) throw new ProtocolEncodeError(String(message.type), 'type', 'unknown');
  const result = schema.safeParse(message);
  if (result.success) return wellFormed(JSON.stringify(message));
  const issue = result.error.issues[0];
  // A closed key set reports the object; the person who reads the log wants the key.
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...keys];
  throw new ProtocolEncodeError(message.type, path.join('.'), issue?.message ?? 'invalid');
}

/**
 * The fast way to `input.audio`, sent twenty or more times a second.
 * @throws ProtocolEncodeError when `base64` is not padded base64.
 */
export function encodeInputAudio(base64: string): string {
  if (!isBase64(base64)) throw new ProtocolEncodeError('input.audio', 'audio', 'must be base64');
  return `{"type":"input.audio","audio":"${base64}"}`;
}

/** The text of one frame to a client, stamped in Unix seconds; nulls where the live service has them. */
export function encodeServerMessage(message: ServerMessage, timestampSeconds: number): string {
  if (message.type === 'reply.audio' && message.reply_id !== undefined) {
    return encodeReplyAudio(message.reply_id, message.data, timestampSeconds);
  }
  return wellFormed(JSON.stringify({ ...liveNulls(message), timestamp: timestampSeconds }));
}

/**
 * The fast way to `reply.audio`, sent up to a hundred times a second.
 * @throws ProtocolEncodeError when `base64` is not padded base64.
 */
export function encodeReplyAudio(replyId: string, base64: string, timestampSeconds: number): string {
  if (!isBase64(base64)) throw new ProtocolEncodeError('reply.audio', 'data', 'must be base64');
  const id = JSON.stringify(replyId);
  return `{"type":"reply.audio","reply_id":${id},"data":"${base64}","timestamp":${String(timestampSeconds)}}`;
}

function liveNulls(message: ServerMessage): object {
  switch (message.type) {
    case 'session.ready':
    case 'session.updated':
      return message.config ? { ...message, config: wholeConfig(message.config) } : message;
    case 'session.error':
      return isAboutForm(message)
        ? message
        : { ...message, param: message.param ?? null, session_id: message.session_id ?? null };
    case 'session.ended':
      return { ...message, audio_duration_seconds: message.audio_duration_seconds ?? null };
    case 'transcript.agent.delta':
      return { ...message, start_ms: message.start_ms ?? null, end_ms: message.end_ms ?? null };
    default:
      return message;
  }
}

/** Errors about a message's form carry neither `param` nor `session_id` (protocol.md section 9.1). */
function isAboutForm({ code, param }: SessionError): boolean {
  return param === undefined && /^(?:invalid_format|invalid_audio|audio_rate_violation)$/.test(code);
}

/** The configuration with the keys that the service's schema has besides (protocol.md section 5.5). */
function wholeConfig(config: ResolvedConfig): object {
  const beside = { deployment_id: null, session_update: null, image_tag: null };
  const tools = config.tools.map((tool) => ({ ...tool, ...beside }));
  return { ...config, tools, llm: [], pre_connect_requests: [] };
}

/**
 * Replaces halves of surrogate pairs, which a text cut at a length may end in: other languages' JSON
 * parsers refuse them. JSON.stringify writes them, and only them, as \\ud800 to \\udfff.
 */
function wellFormed(json: string): string {
  if (!json.includes('\\ud')) return json;
  return json.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (found) => (found === '\\\\' ? found : '\\ufffd'));
}
