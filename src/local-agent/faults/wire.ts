import { assertNever } from '../../shared/assert-never';
import { serviceErrors, type ServerMessage, type ServiceErrorCode } from '../../shared/protocol';
import type { Faults } from './catalogue';

/** What happens on the wire in place of a message. */
export type WireAct =
  | { readonly kind: 'message'; readonly message: ServerMessage }
  /** Something that is no message of the API; stamped like one. */
  | { readonly kind: 'frame'; readonly frame: Readonly<Record<string, unknown>> }
  | { readonly kind: 'close'; readonly code: number }
  /** The connection is cut without a close frame. */
  | { readonly kind: 'cut' };

/** What must be remembered from one message to the next. */
export interface WireMemory {
  readonly ready: boolean;
  /** Kept back until `session.ready` is out. */
  readonly updated: ServerMessage | null;
  /** Chunks of audio in this reply. */
  readonly chunks: number;
}

/** Nothing was sent yet. */
export const freshWire: WireMemory = { ready: false, updated: null, chunks: 0 };

/** A reply is in its middle when this many chunks of 10 ms are out. */
const MIDDLE = 30;

/** What the faults make of one message. Pure. */
export function alter(
  faults: Faults,
  memory: WireMemory,
  message: ServerMessage,
): readonly [WireMemory, readonly WireAct[]] {
  const next = remembered(memory, message);
  if (isLeftOut(faults, memory, message)) return [next, []];
  if (faults['ready-first'] && !memory.ready && message.type === 'session.updated') {
    return [{ ...next, updated: message }, []];
  }
  const acts = [...before(faults, message), reshaped(faults, message), ...after(faults, next, message)];
  if (message.type !== 'session.ready' || memory.updated === null) return [next, acts];
  return [{ ...next, updated: null }, [...acts, reshaped(faults, memory.updated)]];
}

function remembered(memory: WireMemory, { type }: ServerMessage): WireMemory {
  if (type === 'session.ready') return { ...memory, ready: true };
  if (type === 'reply.started') return { ...memory, chunks: 0 };
  return type === 'reply.audio' ? { ...memory, chunks: memory.chunks + 1 } : memory;
}

function isLeftOut(faults: Faults, { ready }: WireMemory, { type }: ServerMessage): boolean {
  switch (type) {
    case 'session.updated':
      return faults['no-updated'] === true && !ready;
    case 'session.ended':
      return faults['no-session-ended'] === true;
    case 'input.speech.stopped':
      return faults['no-speech-stopped'] === true;
    case 'transcript.user':
      return faults['no-user-transcript'] === true;
    case 'transcript.agent':
      return faults['no-agent-transcript'] === true || faults['empty-reply'] === true;
    case 'transcript.agent.delta':
      return faults['no-agent-deltas'] === true || faults['empty-reply'] === true;
    case 'reply.audio':
      return faults['no-audio'] === true || faults['empty-reply'] === true;
    default:
      return false;
  }
}

function before(faults: Faults, { type }: ServerMessage): readonly WireAct[] {
  return faults['unknown-event'] && type === 'reply.done' ? [novelty] : [];
}

function after(faults: Faults, memory: WireMemory, { type }: ServerMessage): readonly WireAct[] {
  if (type === 'session.ready') {
    const acts: WireAct[] = faults['unknown-event'] ? [novelty] : [];
    const code = faults['session-error'];
    return code === undefined ? acts : [...acts, ...errorActs(faults, code)];
  }
  if (type !== 'reply.audio' || memory.chunks !== MIDDLE) return [];
  if (faults['drop-mid-reply']) return [{ kind: 'cut' }];
  const code = faults['close-mid-reply'];
  if (code === undefined) return [];
  const close: WireAct = { kind: 'close', code: Number(code) };
  return code === '1011' && !faults['close-bare']
    ? [reshaped(faults, errorOf('internal_error')), close]
    : [close];
}

const novelty: WireAct = { kind: 'frame', frame: { type: 'session.novelty', detail: { of: 'later' } } };

/** An error of this code, and the close that follows when it ends the session (protocol.md section 9.1). */
export function errorActs(faults: Faults, code: string, first = false): readonly WireAct[] {
  const known = Object.hasOwn(serviceErrors, code) ? serviceErrors[code as ServiceErrorCode] : null;
  const error = reshaped(faults, errorOf(code));
  const closes = first || known?.fatal === true;
  return closes ? [error, { kind: 'close', code: code === 'internal_error' ? 1011 : 1008 }] : [error];
}

const wordings: Readonly<Record<string, string>> = {
  unauthorized: 'Authentication failed',
  agent_not_found: 'Agent not found',
  session_not_found: 'Session not found or grace window has expired',
  internal_error: 'Internal service error',
  invalid_audio: 'Invalid audio data',
  invalid_format: 'Invalid JSON format.',
};
const params: Readonly<Record<string, string>> = {
  agent_not_found: 'agent_id',
  agent_id_not_first: 'agent_id',
  immutable_field: 'output.voice',
  invalid_value: 'output.voice',
  invalid_webhook: 'webhook.url',
};

function errorOf(code: string): ServerMessage {
  const message = wordings[code] ?? `Fault: ${code}`;
  return { type: 'session.error', code, message, param: params[code] };
}

function reshaped(faults: Faults, message: ServerMessage): WireAct {
  switch (message.type) {
    case 'reply.done':
      if (!faults['done-without-status'] || message.status !== 'completed') break;
      return { kind: 'frame', frame: { type: message.type, reply_id: message.reply_id } };
    case 'transcript.user.delta': {
      if (!faults['user-delta-field']) break;
      const { text, ...rest } = message;
      return { kind: 'frame', frame: { ...rest, delta: text } };
    }
    case 'session.error':
      return reshapedError(faults, message);
    default:
      break;
  }
  return { kind: 'message', message };
}

/** The shapes in which errors were documented (protocol.md section 4.3). */
function reshapedError(faults: Faults, error: Extract<ServerMessage, { type: 'session.error' }>): WireAct {
  const { type, code, message } = error;
  const shape = faults['error-shape'];
  switch (shape) {
    case undefined:
      return { kind: 'message', message: error };
    case 'error_code':
      return { kind: 'frame', frame: { type, error_code: code, message } };
    case 'upper-case':
      return { kind: 'frame', frame: { ...error, code: code.toUpperCase() } };
    case 'untyped':
      return { kind: 'frame', frame: { code, message } };
    case 'bare':
      return { kind: 'frame', frame: { type: 'error', message } };
    default:
      return assertNever(shape);
  }
}
