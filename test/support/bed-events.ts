import type { PlaybackCommand, PlaybackReport } from '../../src/shared/ipc/audio-port';
import type { ConversationSnapshot, TranscriptEntry } from '../../src/shared/ipc/conversation';
import type { ConversationRecord } from '../../src/main/conversation/records';
import type { ClosedBy } from './fault-proxy/proxy';

/** A message as it was on the wire; audio is told by its number of samples only. */
export interface WireMessage {
  readonly type: string;
  readonly samples?: number;
  readonly [field: string]: unknown;
}

/** How full things are, at one moment. */
export interface Gauges {
  /** Frames of the microphone that wait for the socket. */
  readonly uplinkFrames: number;
  /** Bytes that wait in the socket. */
  readonly socketBytes: number;
  /** Events that wait for the conversation. */
  readonly events: number;
  /** Live heap of the process, after collection; null when it was not collected. */
  readonly heapBytes: number | null;
}

/** Everything the test bed sees of one engine. `at` is epoch milliseconds; `link` numbers its sockets. */
export type BedEvent = { readonly at: number } & (
  | { readonly type: 'wish'; readonly wish: 'start' | 'end' }
  /** The person begins to say this to an open talk. */
  | { readonly type: 'said'; readonly text: string }
  /** Everything said until now must have been understood by now. */
  | { readonly type: 'settled' }
  | { readonly type: 'fault'; readonly name: string }
  /** A connection is tried, whether it comes about or not. */
  | { readonly type: 'attempt' }
  | { readonly type: 'link-opened'; readonly link: number }
  | { readonly type: 'link-closed'; readonly link: number; readonly by: ClosedBy }
  | { readonly type: 'sent'; readonly link: number; readonly message: WireMessage }
  | { readonly type: 'received'; readonly link: number; readonly message: WireMessage }
  | {
      readonly type: 'command';
      readonly command: PlaybackCommand['type'];
      readonly reply: string | null;
      readonly samples: number;
    }
  | { readonly type: 'report'; readonly report: PlaybackReport }
  | { readonly type: 'entry'; readonly entry: TranscriptEntry }
  | { readonly type: 'snapshot'; readonly snapshot: ConversationSnapshot }
  | { readonly type: 'record'; readonly record: ConversationRecord }
  | { readonly type: 'tool-ran'; readonly name: string; readonly arguments: string }
  | { readonly type: 'gauges'; readonly gauges: Gauges }
);

/** An event without its time. */
export type BedEventBody = BedEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, 'at'>
    : never
  : never;

/** A message of the wire, made small. */
export function wireMessage(text: string): WireMessage {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return { type: '(no JSON)' };
  }
  if (typeof message !== 'object' || message === null) return { type: '(no object)' };
  const { audio, data, type, ...rest } = message as Record<string, unknown>;
  const sound = typeof audio === 'string' ? audio : typeof data === 'string' ? data : null;
  const samples = sound === null ? {} : { samples: Buffer.byteLength(sound, 'base64') / 2 };
  return { ...rest, ...samples, type: typeof type === 'string' ? type : '(no type)' };
}

const FREQUENT = new Set(['input.audio', 'reply.audio']);

/** Whether an event comes many times a second. */
export function isFrequent(event: BedEvent): boolean {
  if (event.type === 'sent' || event.type === 'received') return FREQUENT.has(event.message.type);
  if (event.type === 'command') return event.command === 'audio';
  return event.type === 'gauges' || (event.type === 'report' && event.report.type === 'played');
}

/** One line, for people. */
export function eventText(event: BedEvent, since: number): string {
  const { at, type, ...rest } = event;
  const body = JSON.stringify(rest);
  const shown = body.length > 240 ? `${body.slice(0, 240)}…` : body;
  return `${((at - since) / 1_000).toFixed(3).padStart(8)} ${type} ${shown}`;
}
