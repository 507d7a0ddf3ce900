import { assertNever } from '../../shared/assert-never';
import type { AudioReport } from '../../shared/ipc/audio';
import type { CaptureMessage, PlaybackCommand, PlaybackReport } from '../../shared/ipc/audio-port';
import type { ConversationSnapshot, TranscriptEntry } from '../../shared/ipc/conversation';
import type { SpeechClient } from '../../shared/ipc/speech-client';
import { ProblemError, type Problem } from '../../shared/problem';
import type { SessionConfig } from '../../shared/protocol';
import type { Measurement, Probe } from '../probe';
import type { ToolResult } from '../tools/tool';
import type { ConversationEffect, ConversationEvent, TimerName } from './events';
import { LocalSpeech } from './local-speech';
import { reduce } from './reduce';
import { ServiceSocket, type Endpoint } from './socket';
import { initialState, problemOf, statusOf, type ConversationState } from './state';
import { Uplink } from './uplink';

/** Microphone and speakers, as the conversation needs them. */
export interface ConversationAudio {
  open(microphone: boolean): void;
  close(): void;
  play(command: PlaybackCommand): void;
}

/** Frames of the microphone to one picture of the levels: ten pictures a second. Drawing is what costs in a talk. */
const FRAMES_A_PICTURE = 2;

/** Everything a conversation reaches outside itself. */
export interface ConversationSurroundings {
  readonly now: () => number;
  /** The engine that the next talk will use. */
  readonly chosenEngine: () => 'local' | 'hosted';
  readonly audio: ConversationAudio;
  /** Makes the engine reachable. Rejects with {@link ProblemError}. */
  readonly endpoint: (engine: 'local' | 'hosted') => Promise<Endpoint>;
  readonly sessionConfig: (engine: 'local' | 'hosted', greeting: boolean) => SessionConfig;
  readonly runTool: (
    name: string,
    args: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ) => Promise<ToolResult>;
  /** For hearing speech locally; null when the models are missing. */
  readonly speech: () => SpeechClient | null;
  readonly explainTrouble: (report: AudioReport) => Problem | null;
  readonly publish: ConversationPublisher;
  /** Set while a benchmark measures. */
  readonly probe: Probe | null;
}

/** Where the conversation's picture goes. */
export interface ConversationPublisher {
  snapshot(snapshot: ConversationSnapshot): void;
  entry(entry: TranscriptEntry): void;
  /** The transcript lost entries or began anew. */
  replaced(entries: readonly TranscriptEntry[]): void;
  levels(input: number, output: number): void;
}

/** The shell around the pure state machine: feeds it events and runs its effects, in order. */
export class Conversation {
  private state: ConversationState = initialState;
  private readonly events: ConversationEvent[] = [];
  private dispatching = false;
  private socket: ServiceSocket | null = null;
  /** Told apart so that nothing late of an earlier socket is taken for the present one's. */
  private attempt = 0;
  private localSpeech: LocalSpeech | null = null;
  private outputLevel = 0;
  /** The loudest frame since the levels were last shown. */
  private inputLevel = 0;
  private framesHeard = 0;
  private readonly timers = new Map<TimerName, NodeJS.Timeout>();
  private readonly running = new Map<string, AbortController>();
  private readonly uplink = new Uplink((frame) => {
    this.socket?.sendAudio(frame.pcm);
    this.measure('frame-sent', frame.capturedAt);
  });

  constructor(private readonly around: ConversationSurroundings) {}

  /** The picture for a window that has just opened. */
  current(): { snapshot: ConversationSnapshot; transcript: readonly TranscriptEntry[] } {
    return { snapshot: this.snapshot(this.state), transcript: this.state.transcript };
  }

  /** Tells the windows again, after something outside the talk has changed its picture. */
  refresh(): void {
    this.around.publish.snapshot(this.snapshot(this.state));
  }

  /** True while a socket is or will be open. */
  get active(): boolean {
    return ['connecting', 'live', 'ending'].includes(this.state.phase.name);
  }

  /** Takes an event. One that comes up while another is being dealt with waits its turn, so order is kept. */
  dispatch(event: ConversationEvent): void {
    this.events.push(event);
    if (this.dispatching) return;
    this.dispatching = true;
    try {
      for (let next = this.events.shift(); next; next = this.events.shift()) this.step(next);
    } finally {
      this.dispatching = false;
    }
  }

  /** A frame of the microphone. Not an event: frames are many and change no state. */
  captured(frame: CaptureMessage): void {
    const muted = this.state.muted;
    this.uplink.push(frame, muted, this.socket?.waitingBytes ?? 0);
    if (!muted) this.localSpeech?.push(frame.pcm, frame.capturedAt);
    this.showLevels(muted ? 0 : frame.level);
  }

  played(report: PlaybackReport): void {
    this.outputLevel = report.type === 'played' ? report.level : 0;
    this.dispatch({ type: 'playback', report });
  }

  audioReported(report: AudioReport): void {
    this.dispatch({ type: 'audio', report, problem: this.around.explainTrouble(report) });
  }

  /** Ends the talk and resolves when the service has said goodbye, at the latest after the given time. */
  async endWithin(milliseconds: number): Promise<void> {
    if (!this.active) return;
    this.dispatch({ type: 'end' });
    const until = this.around.now() + milliseconds;
    while (this.active && this.around.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  private showLevels(input: number): void {
    this.inputLevel = Math.max(this.inputLevel, input);
    this.framesHeard += 1;
    if (this.framesHeard % FRAMES_A_PICTURE !== 0) return;
    this.around.publish.levels(this.inputLevel, this.outputLevel);
    this.inputLevel = 0;
  }

  private step(event: ConversationEvent): void {
    const before = this.state;
    const { state, effects } = reduce(before, event, this.around.now());
    this.state = state;
    for (const effect of effects) this.run(effect);
    this.publishChanges(before, state);
  }

  private snapshot(state: ConversationState): ConversationSnapshot {
    const snapshot = snapshotOf(state);
    return snapshot.live ? snapshot : { ...snapshot, engine: this.around.chosenEngine() };
  }

  private run(effect: ConversationEffect): void {
    switch (effect.type) {
      case 'connect':
        return void this.connect(effect.engine, effect.greeting);
      case 'disconnect':
        this.attempt += this.socket ? 0 : 1;
        return this.socket?.close();
      case 'send':
        return this.socket?.send(effect.message);
      case 'open-audio':
        return this.openAudio(effect.microphone);
      case 'close-audio':
        this.localSpeech?.close();
        this.localSpeech = null;
        this.outputLevel = 0;
        return this.around.audio.close();
      case 'uplink':
        return this.uplink.setState(effect.state);
      case 'playback':
        return this.around.audio.play(effect.command);
      case 'run-tool':
        return void this.runTool(effect);
      case 'cancel-tool':
        return this.running.get(effect.callId)?.abort();
      case 'set-timer':
        return this.setTimer(effect.name, effect.milliseconds);
      case 'clear-timer':
        clearTimeout(this.timers.get(effect.name));
        this.timers.delete(effect.name);
        return;
      default:
        return assertNever(effect);
    }
  }

  private openAudio(microphone: boolean): void {
    this.around.audio.open(microphone);
    const speech = microphone && !this.localSpeech ? this.around.speech() : null;
    if (!speech) return;
    this.localSpeech = new LocalSpeech(speech, (speaking) =>
      this.dispatch({ type: 'local-speech', speaking }),
    );
  }

  private async connect(engine: 'local' | 'hosted', greeting: boolean): Promise<void> {
    const attempt = ++this.attempt;
    const current = () => attempt === this.attempt;
    const tell = (event: ConversationEvent) => current() && this.dispatch(event);
    let endpoint: Endpoint;
    try {
      endpoint = await this.around.endpoint(engine);
    } catch (error) {
      tell({ type: 'connect-failed', problem: problemFrom(error) });
      return;
    }
    if (!current() || this.state.phase.name !== 'connecting') return;
    const socket = new ServiceSocket(endpoint, {
      onOpen: () =>
        socket.send({ type: 'session.update', session: this.around.sessionConfig(engine, greeting) }),
      onMessage: (message) => {
        const receivedAt = this.around.now();
        tell({ type: 'service', message, voicedAt: this.localSpeech?.voicedAt ?? null });
        if (message.type === 'reply.audio') this.measure('audio-queued', receivedAt);
      },
      onUnreadable: (callId) => tell({ type: 'unreadable', callId }),
      onClosed: (code) => this.forget(socket, { type: 'socket-closed', code }),
      onRefused: (problem) => this.forget(socket, { type: 'connect-failed', problem }),
    });
    this.socket = socket;
  }

  private measure(name: Measurement['name'], since: number): void {
    const at = this.around.now();
    this.around.probe?.({ name, at, milliseconds: at - since });
  }

  private forget(socket: ServiceSocket, event: ConversationEvent): void {
    if (this.socket !== socket) return;
    this.socket = null;
    this.dispatch(event);
  }

  private async runTool(call: Extract<ConversationEffect, { type: 'run-tool' }>): Promise<void> {
    const abort = new AbortController();
    this.running.set(call.callId, abort);
    const result = await this.around.runTool(call.name, call.arguments, abort.signal);
    this.running.delete(call.callId);
    const answer = result.ok
      ? { ok: true, say: result.say, data: { say: result.say, ...asObject(result.data) } }
      : { ok: false, say: result.error, data: { error: result.error, hint: result.hint } };
    this.dispatch({ type: 'tool-finished', callId: call.callId, answer });
  }

  private setTimer(name: TimerName, milliseconds: number): void {
    clearTimeout(this.timers.get(name));
    this.timers.set(
      name,
      setTimeout(() => this.dispatch({ type: 'timer', name }), milliseconds),
    );
  }

  private publishChanges(before: ConversationState, after: ConversationState): void {
    if (before.transcript !== after.transcript) this.publishEntries(before.transcript, after.transcript);
    const snapshot = this.snapshot(after);
    if (JSON.stringify(snapshot) !== JSON.stringify(this.snapshot(before))) {
      this.around.publish.snapshot(snapshot);
    }
  }

  private publishEntries(before: readonly TranscriptEntry[], after: readonly TranscriptEntry[]): void {
    const kept = before.every((entry, at) => after[at]?.id === entry.id);
    if (!kept) return this.around.publish.replaced(after);
    after.forEach((entry, at) => {
      if (entry !== before[at]) this.around.publish.entry(entry);
    });
  }
}

function snapshotOf(state: ConversationState): ConversationSnapshot {
  return {
    status: statusOf(state),
    problem: problemOf(state),
    notice: state.notice,
    engine: state.engine,
    live: ['connecting', 'live', 'ending'].includes(state.phase.name),
    muted: state.muted,
    latency: state.latency,
    cost: null,
    hangUpAt: null,
    reconnecting: null,
    offers: [],
    halfDuplex: false,
    resting: false,
  };
}

function asObject(data: ToolResult extends { data: infer D } ? D : unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? (data as Record<string, unknown>)
    : { result: data };
}

function problemFrom(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return {
    code: 'engine_failed',
    sentence: 'The voice engine could not be started.',
    next: 'Start again. If it keeps failing, run npm start again to check the installation.',
  };
}
