/**
 * Maps requests of the speech port to the parts: loads each at its first use, cancels, and gives every request
 * exactly one answer. Knows no ports and no models; index.ts puts both in.
 */
import { assertNever } from '../shared/assert-never';
import type {
  SpeechAnswer,
  SpeechFailure,
  SpeechPart,
  SpeechRequest,
  VoiceChoice,
} from '../shared/ipc/speech-port';
import type { Closable, Embedder, Recognizer, Synthesizer, VoiceActivityModel } from './part';
import { speechRequestSchema } from './request-schema';
import { enrolWakeWord } from './wake-word-enrolment';
import type { WakeWordModel } from './wake-word-model';
import { WakeWordStreams } from './wake-word-streams';
import { VoiceActivityStreams } from './voice-activity-streams';
import { cancelled, toFailure } from './worker-calls';

interface PartTypes {
  readonly vad: VoiceActivityModel;
  readonly recognizer: Recognizer;
  readonly 'partial-recognizer': Recognizer;
  readonly synthesizer: Synthesizer;
  readonly embedder: Embedder;
  readonly 'wake-word': WakeWordModel;
}

/**
 * How to load each part; rejects with a PartError when it cannot be. `onGone` is to be called when a loaded
 * part has died, so that the next use loads it anew.
 */
export type PartLoaders = {
  readonly [P in SpeechPart]: (onGone: () => void) => Promise<PartTypes[P] & Closable>;
};

/** One client of the service. */
export interface SpeechConnection {
  /** Takes a message as it came from the port. */
  receive(message: unknown): void;
  /** The client is gone: its work is given up, nothing more is sent. */
  close(): void;
}

/** All parts, shared by all clients. `report` gets troubles that have no request to answer; no text of the person. */
export class SpeechService {
  private readonly loading: { [P in SpeechPart]?: Promise<PartTypes[P] & Closable> | undefined } = {};
  private readonly connections = new Set<Connection>();
  private usedAt: number;

  constructor(
    private readonly loaders: PartLoaders,
    private readonly report: (message: string) => void,
    /** Milliseconds on any clock that only goes forward. */
    private readonly now: () => number,
    /** The voices that can be had; rejects never. */
    private readonly voices: () => Promise<readonly VoiceChoice[]>,
  ) {
    this.usedAt = now();
  }

  /** Serves one more client; `send` gets its answers. */
  connect(send: (answer: SpeechAnswer) => void): SpeechConnection {
    const connection: Connection = new Connection(
      (part) => this.part(part),
      send,
      this.report,
      () => {
        this.usedAt = this.now();
      },
      this.voices,
    );
    this.connections.add(connection);
    return {
      receive: (message) => {
        connection.receive(message);
      },
      close: () => {
        this.connections.delete(connection);
        connection.close();
      },
    };
  }

  /**
   * Unloads every part when for `idleMs` no request came and none is open, nor any voice-activity stream: a talk
   * keeps them warm. Listening for a wake word keeps only what it needs itself. To be called now and then; what is
   * needed later is loaded anew. Returns whether nobody needs any part now.
   */
  unloadAfter(idleMs: number): boolean {
    if ([...this.connections].some((connection) => connection.isBusy)) this.usedAt = this.now();
    if (this.now() - this.usedAt < idleMs) return false;
    const listens = [...this.connections].some((connection) => connection.listensForName);
    for (const name of Object.keys(this.loading) as SpeechPart[]) {
      if (listens && LISTENING.includes(name)) continue;
      const part: Promise<Closable> | undefined = this.loading[name];
      this.loading[name] = undefined;
      // What could not be loaded has nothing to close, and has said why.
      part?.then((loaded) => loaded.close()).catch(() => undefined);
    }
    return !listens;
  }

  /** The part, loaded at its first use. What failed or died is loaded anew at the next. */
  private part<P extends SpeechPart>(name: P): Promise<PartTypes[P]> {
    type Loading = Promise<PartTypes[P] & Closable>;
    const loading = this.loading as { [K in P]?: Loading | undefined };
    const known = loading[name];
    if (known) return known;
    const forget = () => {
      if (loading[name] === started) loading[name] = undefined;
    };
    const load: (onGone: () => void) => Loading = this.loaders[name];
    const started = load(forget);
    loading[name] = started;
    started.catch(forget);
    return started;
  }
}

/** What listening for a wake word takes while nothing is heard. */
const LISTENING: readonly SpeechPart[] = ['vad', 'wake-word'];

type Parts = <P extends SpeechPart>(name: P) => Promise<PartTypes[P]>;
type Call = Exclude<Extract<SpeechRequest, { id: number }>, { type: 'cancel' }>;

class Connection implements SpeechConnection {
  private readonly open = new Map<number, AbortController>();
  private readonly streams: VoiceActivityStreams;
  private readonly wakeWords: WakeWordStreams;
  private closed = false;

  constructor(
    private readonly parts: Parts,
    private readonly post: (answer: SpeechAnswer) => void,
    private readonly report: (message: string) => void,
    /** Something was asked that shows that somebody is there. */
    private readonly used: () => void,
    private readonly voices: () => Promise<readonly VoiceChoice[]>,
  ) {
    const wakeWordParts = {
      vad: () => parts('vad'),
      wakeWord: () => parts('wake-word'),
    };
    this.wakeWords = new WakeWordStreams(wakeWordParts, (answer) => this.send(answer));
    this.streams = new VoiceActivityStreams(
      () => parts('vad'),
      (answer) => this.send(answer),
    );
  }

  /** Whether something is being worked on, or a stream may bring work at any moment. */
  get isBusy(): boolean {
    return this.open.size > 0 || this.streams.size > 0;
  }

  /** Whether a wake word is listened for. */
  get listensForName(): boolean {
    return this.wakeWords.size > 0;
  }

  receive(message: unknown): void {
    const parsed = speechRequestSchema.safeParse(message);
    if (parsed.success) this.handle(parsed.data);
    else this.refuse(message);
  }

  close(): void {
    this.closed = true;
    for (const controller of this.open.values()) controller.abort(cancelled());
    this.open.clear();
    this.streams.closeAll();
    this.wakeWords.closeAll();
  }

  private handle(request: SpeechRequest): void {
    if (request.type !== 'wake.push') this.used();
    switch (request.type) {
      case 'vad.open':
        return this.streams.open(request.stream, request.sampleRate);
      case 'vad.push':
        return this.streams.push(request.stream, request.pcm);
      case 'vad.close':
        return this.streams.close(request.stream);
      case 'wake.open':
        return this.wakeWords.open(request.stream, request);
      case 'wake.push':
        return this.wakeWords.push(request.stream, request.pcm);
      case 'wake.close':
        return this.wakeWords.close(request.stream);
      case 'cancel':
        return this.cancel(request.id);
      case 'warm':
      case 'recognize':
      case 'synthesize':
      case 'embed':
      case 'voices':
      case 'wake.enrol':
        return this.begin(request);
      default:
        return assertNever(request);
    }
  }

  private begin(call: Call): void {
    if (this.open.has(call.id)) return this.report(`Two open requests share the id ${call.id}.`);
    const controller = new AbortController();
    this.open.set(call.id, controller);
    this.perform(call, controller.signal).then(
      (answer) => this.settle(call.id, controller, answer),
      (error: unknown) => this.settle(call.id, controller, failed(call.id, error)),
    );
  }

  /** Answers, unless the request was answered already (its id may be in use again by now). */
  private settle(id: number, controller: AbortController, answer: SpeechAnswer): void {
    if (this.open.get(id) !== controller) return;
    this.open.delete(id);
    this.send(answer);
  }

  private cancel(id: number): void {
    const controller = this.open.get(id);
    if (!controller) return;
    const reason = cancelled();
    this.settle(id, controller, failed(id, reason));
    controller.abort(reason);
  }

  private async perform(call: Call, signal: AbortSignal): Promise<SpeechAnswer> {
    const { id } = call;
    switch (call.type) {
      case 'warm':
        await Promise.all(call.parts.map((part) => this.parts(part)));
        return { type: 'done', id };
      case 'recognize': {
        const { pcm, sampleRate, expect, keyterms } = call;
        const recognizer = await this.parts(call.effort === 'final' ? 'recognizer' : 'partial-recognizer');
        const known = { ...(expect && { expect }), ...(keyterms && { keyterms }) };
        const transcript = await recognizer.recognize({ pcm, sampleRate, ...known }, signal);
        return { type: 'recognized', id, ...transcript };
      }
      case 'synthesize': {
        const { text, voice, speed } = call;
        const synthesizer = await this.parts('synthesizer');
        return { type: 'synthesized', id, ...(await synthesizer.synthesize({ text, voice, speed }, signal)) };
      }
      case 'embed': {
        const embedder = await this.parts('embedder');
        return { type: 'embedded', id, vectors: await embedder.embed(call.texts, signal) };
      }
      case 'voices':
        return { type: 'voices', id, voices: await this.voices() };
      case 'wake.enrol':
        return { type: 'wake.enrolled', id, ...(await enrolWakeWord(call, this.parts, signal)) };
      default:
        return assertNever(call);
    }
  }

  /** A malformed request still gets its answer when it has an id to answer to. */
  private refuse(message: unknown): void {
    this.report('A request was malformed.');
    const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : undefined;
    if (typeof id !== 'number' || this.open.has(id)) return;
    this.send({ type: 'failed', id, code: 'internal', message: 'The request was malformed.' });
  }

  private send(answer: SpeechAnswer): void {
    if (!this.closed) this.post(answer);
  }
}

function failed(id: number, error: unknown): SpeechAnswer & { readonly code: SpeechFailure } {
  return { type: 'failed', id, ...toFailure(error) };
}
