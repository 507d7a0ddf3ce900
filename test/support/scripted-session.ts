import type { WebSocket } from 'ws';
import { encodeReplyAudio } from '../../src/shared/protocol';
import { now } from './clock';
import { Pacer } from './pacer';
import { until } from './until';

/** The service's sample rate in Hz, both ways. */
export const WIRE_RATE = 24_000;
/** The service sends audio in chunks of 10 ms (protocol.md section 4.9). */
const CHUNK_MS = 10;

/** A message of the client with the time it came. */
export interface Received {
  readonly at: number;
  readonly message: { readonly type: string; readonly [field: string]: unknown };
}

/** Speech of the scripted agent. */
export interface ScriptedReply {
  readonly id: string;
  /** 24 kHz mono PCM16. */
  readonly pcm: Int16Array;
  readonly text?: string;
  /** Every chunk comes late by up to this much, in order. */
  readonly jitterMs?: number;
  /** Leave the reply open at the end. */
  readonly open?: boolean;
}

/** One socket of the {@link ScriptedService}: what came in, and the hand that sends. */
export class ScriptedSession {
  readonly received: Received[] = [];
  /** How the client closed, or null while it is open. */
  closed: { readonly code: number; readonly at: number } | null = null;
  private readonly pacers = new Set<Pacer>();

  constructor(
    private readonly socket: WebSocket,
    readonly openedAt: number,
  ) {
    socket.on('message', (data) => {
      this.received.push({ at: now(), message: JSON.parse(String(data)) as Received['message'] });
    });
    socket.on('close', (code) => {
      this.closed = { code, at: now() };
      this.stopSending();
    });
  }

  /** The messages of one type, in the order they came. */
  all(type: string): readonly Received[] {
    return this.received.filter(({ message }) => message.type === type);
  }

  /** Waits for the message of this type with this number, counted from 0. */
  waitFor(type: string, number = 0, timeoutMs = 15_000): Promise<Received> {
    return until(`${type} comes`, () => this.all(type)[number], { timeoutMs, everyMs: 5 });
  }

  /** Everything said so far, as 24 kHz samples. */
  audio(): Int16Array {
    return this.audioBetween(0, Infinity).samples;
  }

  /** What was said in messages that came between the two times, and how many there were. */
  audioBetween(from: number, to: number): { readonly samples: Int16Array; readonly count: number } {
    const parts = this.all('input.audio')
      .filter(({ at }) => at >= from && at <= to)
      .map(({ message }) => frameOf(message['audio']));
    const whole = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return { samples: whole, count: parts.length };
  }

  /** Sends a message; `timestamp` is added as the live service does. */
  send(message: { readonly type: string; readonly [field: string]: unknown }): number {
    return this.sendText(JSON.stringify({ ...message, timestamp: Date.now() / 1_000 }));
  }

  /** Sends any text, readable or not; returns the time of sending. */
  sendText(text: string | Buffer): number {
    const at = now();
    this.socket.send(text);
    return at;
  }

  /** Accepts the first message as the live service does (protocol-traces.md T1) and opens the session. */
  async becomeReady(afterMs = 0): Promise<void> {
    await this.waitFor('session.update');
    if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
    this.send({ type: 'session.updated', config: null });
    this.send({
      type: 'session.ready',
      session_id: 'sess_scripted',
      expires_at: Math.round(Date.now() / 1_000) + 3_600,
      resume_token: '',
    });
  }

  /** Speaks a reply at real-time pace (protocol-traces.md S1); resolves when everything was sent. */
  async reply({ id, pcm, text = 'Scripted.', jitterMs = 0, open = false }: ScriptedReply): Promise<void> {
    this.send({ type: 'reply.started', reply_id: id, item_id: `msg_${id}` });
    await this.speak(id, pcm, jitterMs);
    if (open || this.closed) return;
    this.send({ type: 'transcript.agent', reply_id: id, item_id: `msg_${id}`, text, interrupted: false });
    this.send({ type: 'reply.done', reply_id: id, status: 'completed' });
  }

  /** Sends only the audio of a reply. */
  async speak(id: string, pcm: Int16Array, jitterMs = 0): Promise<void> {
    const size = (WIRE_RATE * CHUNK_MS) / 1_000;
    const chunks = Array.from({ length: Math.ceil(pcm.length / size) }, (_, at) =>
      encodeReplyAudio(id, base64Of(pcm.subarray(at * size, (at + 1) * size)), Date.now() / 1_000),
    );
    const pacer = new Pacer(chunks, CHUNK_MS, jitterMs, (text) => this.socket.send(text));
    this.pacers.add(pacer);
    await pacer.done;
    this.pacers.delete(pacer);
  }

  /** The three events of an interruption, as they come together (protocol-traces.md T9); returns the time of the first. */
  interrupt(id: string, spoken: string): number {
    this.stopSending();
    const at = this.send({ type: 'input.speech.started' });
    this.send({
      type: 'transcript.agent',
      reply_id: id,
      item_id: `msg_${id}`,
      text: spoken,
      interrupted: true,
    });
    this.send({ type: 'reply.done', reply_id: id, status: 'interrupted' });
    return at;
  }

  /** Stops the audio that is being sent. */
  stopSending(): void {
    for (const pacer of this.pacers) pacer.stop();
    this.pacers.clear();
  }

  close(code: number): void {
    this.stopSending();
    this.socket.close(code);
  }

  /** Cuts the connection without a word. */
  drop(): void {
    this.stopSending();
    this.socket.terminate();
  }
}

/** The samples of one `input.audio`. */
export function frameOf(base64: unknown): Int16Array {
  const bytes = Buffer.from(String(base64), 'base64');
  return Int16Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readInt16LE(at * 2));
}

function base64Of(pcm: Int16Array): string {
  return Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength).toString('base64');
}
