import { WebSocket } from 'ws';
import {
  decodeServerMessage,
  encodeClientMessage,
  encodeInputAudio,
  explainUpgradeStatus,
} from '../../shared/protocol';
import type { ClientMessage, ServerMessage, ServiceProblem } from '../../shared/protocol';
import type { Agent } from 'node:https';
import { ConnectionFailure, explainConnectionFailure } from '../service/network/failure';
import { pcmToBase64 } from './wire-audio';

/** Where to open the socket, and with which key. */
export interface Endpoint {
  readonly url: string;
  readonly key: string;
  /** The way there, with its proxies and certificates; left out for servers on this computer. */
  readonly agent?: Agent | undefined;
}

/** What a socket tells its owner. After `onClosed` or `onRefused` nothing more comes. */
export interface SocketListener {
  onOpen(): void;
  onMessage(message: ServerMessage): void;
  /** A frame that is no message of the protocol. Unknown message types are not told: they are allowed. */
  onUnreadable(callId: string | null): void;
  /** The other side has answered a ping. */
  onAlive(): void;
  /** `reason` is the server's own, empty when it gave none; for the record, never to be parsed. */
  onClosed(code: number, reason: string): void;
  /** The upgrade was refused or no connection came about; why, and whether trying again may help. */
  onRefused(problem: ServiceProblem): void;
}

/** Opening hand-shake of TCP, TLS and WebSocket together. */
const HANDSHAKE_MS = 10_000;
/** A `reply.audio` chunk is some hundred bytes; a configuration with tools some ten thousand. */
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

/** One WebSocket to a voice agent service (protocol.md section 1). Decoding and encoding happen only here. */
export class ServiceSocket {
  private readonly socket: WebSocket;
  private over = false;
  private opened = false;
  /** Our own end, so no failure, also before the socket is open. */
  private closing = false;

  constructor(endpoint: Endpoint, listener: SocketListener) {
    this.socket = new WebSocket(endpoint.url, {
      headers: { Authorization: `Bearer ${endpoint.key}` },
      perMessageDeflate: false,
      ...(endpoint.agent && { agent: endpoint.agent }),
      maxPayload: MAX_MESSAGE_BYTES,
    });
    const finish = (tell: () => void) => {
      clearTimeout(handshake);
      if (this.over) return;
      this.over = true;
      tell();
    };
    const failed = (error: unknown) => finish(() => listener.onRefused(explainConnectionFailure(error)));
    // Of its own, because the way over a proxy counts as well.
    const handshake = setTimeout(() => {
      failed(new ConnectionFailure('connection_timed_out'));
      this.socket.terminate();
    }, HANDSHAKE_MS);
    this.socket.on('open', () => {
      clearTimeout(handshake);
      this.opened = true;
      if (!this.over) listener.onOpen();
    });
    this.socket.on('message', (data, isBinary) => {
      if (this.over) return;
      const decoded = isBinary ? null : decodeServerMessage(data.toString());
      if (decoded === null) listener.onUnreadable(null);
      else if (decoded.kind === 'unreadable') listener.onUnreadable(decoded.call_id ?? null);
      else if (decoded.kind === 'message') listener.onMessage(decoded.message);
    });
    this.socket.on('unexpected-response', (_request, response) => {
      response.resume();
      finish(() => listener.onRefused(explainUpgradeStatus(response.statusCode ?? 0)));
      this.socket.terminate();
    });
    this.socket.on('error', (error) => {
      if (!this.opened && !this.closing) failed(error);
      // An error after opening is always followed by `close`.
    });
    this.socket.on('pong', () => listener.onAlive());
    this.socket.on('close', (code, reason) => finish(() => listener.onClosed(code, reason.toString())));
  }

  /** Bytes that wait to leave this machine. */
  get waitingBytes(): number {
    return this.socket.bufferedAmount;
  }

  send(message: ClientMessage): void {
    this.sendText(encodeClientMessage(message));
  }

  sendAudio(pcm: Int16Array): void {
    this.sendText(encodeInputAudio(pcmToBase64(pcm)));
  }

  /** Closes; a socket that does not answer the closing is cut. */
  close(): void {
    this.closing = true;
    if (this.socket.readyState === WebSocket.CONNECTING) this.socket.terminate();
    else this.socket.close(1000);
  }

  /** Asks the other side for a sign of life. */
  ping(): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.ping();
  }

  /** Ends the connection without waiting for the other side. */
  cut(): void {
    this.socket.terminate();
  }

  private sendText(text: string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(text);
  }
}
