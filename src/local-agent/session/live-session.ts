import {
  isValidAudio,
  base64ByteLength,
  INVALID_AUDIO,
  type ReceivedClientMessage,
  type ServerMessage,
} from '../../shared/protocol';
import type { SpeechClient, VoiceActivityStream } from '../../shared/ipc/speech-client';
import { decodeSamples } from '../audio/g711';
import { InputBuffer } from '../audio/input-buffer';
import { speechLevel } from '../audio/speech-level';
import { OutputEncoder } from '../audio/output-encoder';
import type { Clock } from '../clock';
import type { PlannedCall, Thinker } from '../thinking/types';
import { SHORT_ANSWERS, SHORT_TURN_MS, shortTurnText } from '../turns/short-answers';
import { localVoiceFor } from '../voices';
import { ALL_PARTS } from '../warming';
import { assertNever } from '../../shared/assert-never';
import { awaitedAnswers, keytermsOf } from './expectations';
import { Jobs } from './jobs';
import type { SessionStart } from './lifecycle';
import { acceptsAudio, nextWake, openSession, reduceSession, type Transition } from './machine';
import type { Effect, Job, SessionEvent, SessionState } from './state';
import { Timeline } from './timeline';

/** Input audio kept; longer than the longest turn with its pre-roll and pause. */
const KEPT_MS = 45_000;
/** Phrases that the recognizer scores a short turn against, at most. */
const MOST_PHRASES = 200;
/** `audio_rate_violation` is told at most this often. */
const VIOLATION_EVERY_MS = 1_000;

/** Where a session's messages go: the socket, or nowhere while it is dropped. */
export interface Outlet {
  send(message: ServerMessage): void;
  close(code: number, reason: string): void;
}

/** What a session works with. */
export interface SessionWorld {
  readonly speech: SpeechClient;
  readonly thinker: Thinker;
  readonly clock: Clock;
  readonly newId: (prefix: string) => string;
  /** Speed of the voice, 1 is normal; asked for each clause, so that a change is heard at once. */
  readonly speakingSpeed: () => number;
  /** A part of the machinery failed; `code` holds nothing the person said. */
  readonly onTrouble: (part: 'recognizer' | 'synthesizer' | 'thinking' | 'tool server', code: string) => void;
  /** Runs a tool of the stored agent that the session is bound to. Rejects only when `signal` aborts. */
  readonly serve: ServeTool;
}

/** Runs a tool that the server answers itself (protocol.md section 6.5). */
export type ServeTool = (
  call: PlannedCall,
  timeoutMs: number,
  signal: AbortSignal,
) => Promise<{ readonly outcome: 'done' | 'failed'; readonly result: string }>;

/** Runs the session machine: feeds it events, carries out its effects, keeps its one timer. */
export class LiveSession {
  private state!: SessionState;
  private outlet: Outlet | null;
  /** Numbers are the machine's own jobs, texts the ids of served calls. */
  private readonly jobs = new Jobs<Job | string>();
  /** What happened so far. */
  readonly timeline: Timeline;
  private readonly input: InputBuffer;
  private readonly output: OutputEncoder;
  private readonly voiceActivity: VoiceActivityStream;
  private stopTimer: () => void = () => undefined;
  private violationAt = -Infinity;
  private closed = false;

  constructor(
    start: SessionStart,
    private readonly world: SessionWorld,
    outlet: Outlet,
  ) {
    this.outlet = outlet;
    const { input, output } = start.config;
    const rate = input.format.sample_rate;
    this.input = new InputBuffer(rate, KEPT_MS);
    this.output = new OutputEncoder(output.format);
    // Models that were unloaded since the last talk come back before they are needed; one that fails says so when it is.
    world.speech.warm(ALL_PARTS).catch(() => undefined);
    this.voiceActivity = world.speech.openVoiceActivity(rate, (probability, endSample) =>
      this.dispatch({ type: 'voice', probability, endMs: (endSample * 1_000) / rate }),
    );
    const moment = this.moment();
    this.timeline = new Timeline(moment.now);
    const opened = openSession(start, moment);
    this.timeline.observe(null, null, opened[1], moment.now);
    this.apply(opened);
  }

  get id(): string {
    return this.state.id;
  }

  /** The state as it is now, for records. */
  get snapshot(): SessionState {
    return this.state;
  }

  /** Takes in a message of the client; the socket has checked its form. */
  receive(message: Exclude<ReceivedClientMessage, { type: 'session.resume' }>): void {
    if (message.type === 'input.audio') this.hear(message.audio);
    else this.dispatch({ type: 'message', message });
  }

  /** The socket is gone; until {@link resume} nothing is sent. */
  drop(): void {
    this.outlet = null;
    this.dispatch({ type: 'dropped' });
  }

  /** Goes on with another socket; `resumeToken` is the next one's. */
  resume(outlet: Outlet, resumeToken: string): void {
    this.outlet = outlet;
    this.dispatch({ type: 'resumed', resumeToken });
  }

  /** Gives up everything, without a word to the client. */
  dispose(): void {
    if (this.closed) return;
    this.closed = true;
    this.stopTimer();
    this.voiceActivity.close();
    this.jobs.cancelAll();
  }

  private hear(audio: string): void {
    const { encoding, sample_rate: rate } = this.state.config.input.format;
    if (!isValidAudio(audio, encoding)) {
      this.outlet?.send({ type: 'session.error', ...INVALID_AUDIO });
      return;
    }
    // The service loses audio sent before it is ready (protocol.md section 2.1).
    if (this.state.phase !== 'live' || audio === '') return;
    const milliseconds = (base64ByteLength(audio) * 1_000) / rate / (encoding === 'audio/pcm' ? 2 : 1);
    if (!acceptsAudio(this.state, milliseconds, this.world.clock.now())) {
      this.refuseRate();
      return;
    }
    const pcm = decodeSamples(Buffer.from(audio, 'base64'), encoding);
    this.input.push(pcm);
    this.dispatch({ type: 'audio', milliseconds });
    this.voiceActivity.push(pcm);
  }

  private refuseRate(): void {
    const now = this.world.clock.now();
    if (now - this.violationAt < VIOLATION_EVERY_MS) return;
    this.violationAt = now;
    const message = 'Audio is sent faster than real time';
    this.outlet?.send({ type: 'session.error', code: 'audio_rate_violation', message });
  }

  private dispatch(event: SessionEvent): void {
    if (this.closed) return;
    const before = this.state;
    const moment = this.moment();
    const after = reduceSession(before, event, moment);
    this.timeline.observe(before, event, after[1], moment.now);
    this.apply(after);
  }

  private moment() {
    return { now: this.world.clock.now(), newId: this.world.newId };
  }

  private apply([state, effects]: Transition): void {
    this.state = state;
    for (const effect of effects) this.run(effect);
    this.stopTimer();
    const wake = this.closed ? null : nextWake(this.state);
    if (wake === null) return;
    this.stopTimer = this.world.clock.after(wake - this.world.clock.now(), () =>
      this.dispatch({ type: 'tick' }),
    );
  }

  private run(effect: Effect): void {
    switch (effect.type) {
      case 'send':
        this.outlet?.send(effect.message);
        return;
      case 'audio': {
        const data = this.output.encode(effect.replyId, effect.pcm, this.state.config.output.volume);
        this.outlet?.send({ type: 'reply.audio', reply_id: effect.replyId, data });
        return;
      }
      case 'recognize':
        void this.recognize(effect);
        return;
      case 'think':
        void this.think(effect);
        return;
      case 'prepare':
        void this.world.thinker.prepare(effect.tools);
        return;
      case 'synthesize':
        void this.synthesize(effect);
        return;
      case 'cancel':
        this.jobs.cancel(effect.job);
        return;
      case 'serve':
        void this.serve(effect);
        return;
      case 'forget':
        this.input.forget(effect.beforeMs);
        return;
      case 'close':
        this.outlet?.close(effect.code, effect.reason);
        this.dispose();
        return;
      default:
        assertNever(effect);
    }
  }

  private async recognize(effect: Extract<Effect, { type: 'recognize' }>): Promise<void> {
    const { job, fromMs, untilMs, effort } = effect;
    const sampleRate = this.state.config.input.format.sample_rate;
    const short = effort === 'final' && untilMs - fromMs < SHORT_TURN_MS;
    const awaited = short ? awaitedAnswers(this.state.memory, this.state.config.tools) : [];
    const known = effort === 'final' && {
      keyterms: keytermsOf(this.state),
      expect: short ? [...awaited, ...SHORT_ANSWERS].slice(0, MOST_PHRASES) : [],
    };
    const pcm = this.input.slice(fromMs, untilMs);
    const heard = await this.work(job, 'recognizer', (signal) =>
      this.world.speech.recognize({ pcm, sampleRate, effort, ...known }, signal),
    );
    if (heard === 'cancelled') return;
    const text = heard && (short ? shortTurnText(heard, awaited) : heard.text);
    this.dispatch({ type: 'recognized', job, text, level: speechLevel(pcm, sampleRate) });
  }

  private async think({ job, request }: Extract<Effect, { type: 'think' }>): Promise<void> {
    const now = new Date(this.world.clock.now());
    const thought = await this.work(job, 'thinking', (signal) =>
      this.world.thinker.think({ ...request, now }, signal, (text) =>
        this.dispatch({ type: 'thought-part', job, text }),
      ),
    );
    if (thought !== 'cancelled') this.dispatch({ type: 'thought', job, thought });
  }

  private async synthesize({ job, text }: Extract<Effect, { type: 'synthesize' }>): Promise<void> {
    const voice = localVoiceFor(this.state.config.output.voice);
    const audio = await this.work(job, 'synthesizer', (signal) =>
      this.world.speech.synthesize({ text, voice, speed: this.world.speakingSpeed() }, signal),
    );
    if (audio !== 'cancelled') this.dispatch({ type: 'synthesized', job, audio });
  }

  private async serve({ callId, call, timeoutMs }: Extract<Effect, { type: 'serve' }>): Promise<void> {
    const served = await this.jobs.run(
      callId,
      (signal) => this.world.serve(call, timeoutMs, signal),
      (code) => this.world.onTrouble('tool server', code),
    );
    if (served === 'cancelled') return;
    this.dispatch({ type: 'served', callId, ...(served ?? { outcome: 'failed', result: '' }) });
  }

  private work<T>(
    job: Job,
    part: Parameters<SessionWorld['onTrouble']>[0],
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | null | 'cancelled'> {
    return this.jobs.run(job, start, (code) => this.world.onTrouble(part, code));
  }
}
