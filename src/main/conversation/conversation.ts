import { assertNever } from '../../shared/assert-never';
import type { Engine } from '../../shared/engine';
import type { AudioReport } from '../../shared/ipc/audio';
import type { CaptureMessage, PlaybackReport } from '../../shared/ipc/audio-port';
import type { ConversationSnapshot, TranscriptEntry } from '../../shared/ipc/conversation';
import { ProblemError } from '../../shared/problem';
import type { ClientMessage, SessionUpdate } from '../../shared/protocol';
import type { Measurement } from '../probe';
import { markOf } from './approvals';
import { configProblem, fromNextConversation, type FrozenField } from './configuration';
import type { ConversationEffect, ConversationEvent, Opening } from './events';
import { LocalSpeech } from './local-speech';
import { reduce } from './reduce';
import type { SocketNote } from './records';
import { SessionSockets } from './session-sockets';
import { ShownLevels } from './shown-levels';
import { connectProblem } from './troubles';
import { snapshotOf } from './snapshot';
import { sayingNow } from './stop-said';
import type { Endpoint } from './socket';
import { initialState, type ConversationState } from './state';
import { isOpen, waitsForSound } from './status';
import type { ConversationSurroundings } from './surroundings';
import { TalkConfig } from './talk-config';
import { TalkNews } from './talk-news';
import { TalkTimers } from './talk-timers';
import { ToolRuns } from './tool-runs';
import { asKept } from './transcript';
import { Uplink } from './uplink';

type StartEvent = Extract<ConversationEvent, { type: 'start' }>;
type EntryNote = { readonly type: 'entry'; readonly entry: TranscriptEntry };

/** The shell around the pure state machine: feeds it events and runs its effects, in order. */
export class Conversation {
  private state: ConversationState = initialState;
  private readonly events: ConversationEvent[] = [];
  private dispatching = false;
  private localSpeech: LocalSpeech | null = null;
  /** The talk has the microphone open. */
  private listens = false;
  private outputLevel = 0;
  private readonly config: TalkConfig;
  private readonly news: TalkNews;
  private readonly timers: TalkTimers;
  private readonly runs: ToolRuns;
  private readonly whenQuiet = new Set<() => void>();
  private readonly sockets: SessionSockets;
  private readonly levels = new ShownLevels((...both) => this.around.publish.levels(...both));
  private readonly uplink = new Uplink((frame) => {
    this.sockets.sendAudio(frame.pcm);
    this.measure('frame-sent', frame.capturedAt);
  });

  constructor(private readonly around: ConversationSurroundings) {
    this.config = new TalkConfig(around.configSource);
    this.news = new TalkNews(around.publish, (entry) => this.record({ type: 'entry', entry: asKept(entry) }));
    this.timers = new TalkTimers(around.random, (name) => this.dispatch({ type: 'timer', name }));
    this.runs = new ToolRuns(around.hands);
    this.sockets = new SessionSockets({
      now: around.now,
      conversation: () => this.state.conversation ?? '',
      endpoint: (engine, opening) => this.allowedEndpoint(engine, opening),
      firstMessage: (engine, opening) => this.firstMessage(engine, opening),
      tell: (event) => this.dispatch(event),
      heard: (message) => {
        const receivedAt = around.now();
        const clockAhead = around.wallClock() - receivedAt;
        const voicedAt = this.localSpeech?.voicedAt ?? null;
        this.dispatch({ type: 'service', message, voicedAt, clockAhead });
        this.config.heard(message, this.state);
        if (message.type === 'reply.audio') this.measure('audio-queued', receivedAt);
      },
      note: (note) => this.record(note),
      problemOf: connectProblem,
    });
  }

  /** The picture for a window that has just opened. */
  current(): { snapshot: ConversationSnapshot; transcript: readonly TranscriptEntry[] } {
    return { snapshot: this.snapshot(), transcript: this.state.transcript };
  }

  /** Tells the windows again, after something outside the talk has changed its picture. */
  refresh(): void {
    this.around.publish.snapshot(this.snapshot());
  }

  /** Begins a talk, or goes on with one that rests or was lost, with what is set now. */
  begin(how: Omit<StartEvent, 'type' | 'conversation' | 'engine' | 'options'>): void {
    const { chosenEngine, newId, options } = this.around;
    const conversation = newId();
    this.dispatch({ type: 'start', conversation, engine: chosenEngine(), options: options(), ...how });
  }

  /** Number of the person's turn now. */
  get turn(): number {
    return this.state.turn;
  }

  /** What Parley says about now, as far as its echo could be heard; null while nothing of the talk sounds. */
  get saying(): string | null {
    return sayingNow(this.state, this.around.now());
  }

  /** True while a talk is going on or coming about. */
  get active(): boolean {
    return isOpen(this.state);
  }

  /**
   * The settings have changed: what can change in mid-talk does, at once. With `profileSwitched` what cannot is
   * brought about by a session of its own, which is told what was said.
   */
  reconfigure(profileSwitched: boolean): void {
    this.dispatch({ type: 'options', options: this.around.options() });
    const { phase, engine } = this.state;
    const chosen = this.around.chosenEngine();
    if (profileSwitched && this.active && phase.name !== 'ending') {
      this.dispatch({ type: 'exchange', engine: chosen });
    } else if (chosen === engine) this.tellNext(this.sendChanges().fromNext);
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
    this.uplink.push(frame, muted, this.sockets.waitingBytes);
    // Only what a microphone hears is not quite silent.
    if (frame.level > 0 && waitsForSound(this.state)) this.dispatch({ type: 'microphone-live' });
    if (!muted && this.listens) this.hearLocally(frame);
    this.levels.push(muted ? 0 : frame.level, this.outputLevel);
  }

  played(report: PlaybackReport): void {
    this.outputLevel = report.type === 'played' ? report.level : 0;
    this.dispatch({ type: 'playback', report });
  }

  audioReported(report: AudioReport): void {
    this.dispatch({ type: 'audio', report, problem: this.around.explainTrouble(report) });
  }

  /** Ends the talk and resolves when every socket is closed, at the latest after the given time. */
  async endWithin(milliseconds: number): Promise<void> {
    this.dispatch({ type: 'end', reason: 'quit' });
    if (this.settled) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(late);
        this.whenQuiet.delete(done);
        resolve();
      };
      const late = setTimeout(done, milliseconds);
      this.whenQuiet.add(done);
    });
  }

  /** No socket is open and no talk is under way. */
  get settled(): boolean {
    return !this.active && this.sockets.open === 0;
  }

  private step(event: ConversationEvent): void {
    const before = this.state;
    const { state, effects } = reduce(before, event, this.around.now());
    this.state = state;
    for (const effect of effects) this.run(effect);
    if (before.adjustments !== state.adjustments) this.sendChanges();
    if (before.found !== state.found) this.tellOffers();
    this.news.entries(before.transcript, state.transcript);
    this.news.snapshot(this.snapshot());
    if (this.settled) for (const tell of this.whenQuiet) tell();
  }

  private snapshot(): ConversationSnapshot {
    const { now, wallClock, dollarsPerHour, chosenEngine } = this.around;
    const snapshot = snapshotOf(this.state, dollarsPerHour(), wallClock() - now());
    return snapshot.live || snapshot.resting ? snapshot : { ...snapshot, engine: chosenEngine() };
  }

  private run(effect: ConversationEffect): void {
    switch (effect.type) {
      case 'connect':
        return void this.sockets.connect(effect.engine, effect.opening);
      case 'disconnect':
        return this.sockets.release();
      case 'probe-link':
        return this.sockets.probe();
      case 'ask-allowance':
        return this.dispatch(this.allowanceNow());
      case 'send':
        return this.sockets.send(effect.message);
      case 'open-audio':
        this.listens ||= effect.microphone;
        return this.around.audio.open(effect.microphone);
      case 'close-audio':
        this.listens = false;
        this.localSpeech?.close();
        this.localSpeech = null;
        this.outputLevel = 0;
        return this.around.audio.close();
      case 'uplink':
        return this.uplink.setState(effect.state);
      case 'tell-when-sent':
        return this.uplink.tellWhenSent(() => this.dispatch({ type: 'words-sent' }));
      case 'words-final':
        this.uplink.wordsFinal(this.around.now());
        return void this.sendChanges();
      case 'record':
        return this.record(effect.what);
      case 'playback':
        return this.around.audio.play(effect.command);
      case 'run-tool':
        return void this.runTool(effect);
      case 'cancel-tool':
        return this.runs.cancel(effect.callId);
      case 'hush':
        return this.around.hush();
      case 'cancel-approved':
        return this.around.hands.stopApproved();
      case 'answer-approval':
        return void this.answerApproval(effect);
      case 'drop-approvals':
        return this.around.hands.dropWaiting();
      case 'set-timer':
        return this.timers.set(effect);
      case 'clear-timer':
        return this.timers.clear(effect.name);
      default:
        return assertNever(effect);
    }
  }

  /** Begins with the first sound, not with the talk: a speech process that starts would hold the microphone up. */
  private hearLocally({ pcm, capturedAt, level }: CaptureMessage): void {
    if (!this.localSpeech && level > 0) {
      const speech = this.around.speech();
      const told = (speaking: boolean) => this.dispatch({ type: 'local-speech', speaking });
      this.localSpeech = speech && new LocalSpeech(speech, told);
    }
    this.localSpeech?.push(pcm, capturedAt);
  }

  private async allowedEndpoint(engine: Engine, opening: Opening): Promise<Endpoint> {
    const allowance = engine === 'hosted' ? this.allowanceNow() : null;
    if (allowance?.reached) throw new ProblemError(allowance.reached);
    const first = this.firstMessage(engine, opening);
    const unfit = first.type === 'session.update' ? configProblem(first.session) : null;
    if (unfit) throw new ProblemError(unfit);
    return this.around.endpoint(engine);
  }

  private allowanceNow(): Extract<ConversationEvent, { type: 'allowance' }> {
    const { closedMs, openSince } = this.state;
    const open = openSince === null ? 0 : this.around.now() - openSince;
    const allowance = this.around.allowance(closedMs + open);
    return {
      type: 'allowance',
      milliseconds: allowance.allowed ? allowance.milliseconds : 0,
      reached: allowance.allowed ? null : allowance.problem,
    };
  }

  private firstMessage(engine: Engine, opening: Opening): ClientMessage {
    if (opening.kind === 'resume') return { type: 'session.resume', session_id: opening.sessionId };
    const first = this.config.first(this.state, engine, opening.greeting);
    this.noteForeignTools(first.session);
    return first;
  }

  /** Tells the open session what has changed since it was told last (protocol.md section 2.8). */
  private sendChanges(): { readonly told: boolean; readonly fromNext: readonly FrozenField[] } {
    const { message, fromNext } = this.config.changes(this.state);
    const unfit = message ? configProblem(message.session) : null;
    if (unfit) this.dispatch({ type: 'notify', problem: unfit });
    else if (message) {
      this.noteForeignTools(message.session);
      this.sockets.send(message);
    }
    return { told: message !== null && !unfit, fromNext };
  }

  private noteForeignTools(session: SessionUpdate['session']): void {
    const tools = 'tools' in session ? (session.tools ?? []) : [];
    const names = this.around.foreignTools(tools.map(({ name }) => name));
    const seen = tools.filter(({ name }) => names.includes(name)).map(markOf);
    if (seen.length > 0) this.dispatch({ type: 'foreign-tools', seen });
  }

  private tellNext(fields: readonly FrozenField[]): void {
    const problem = fromNextConversation(fields);
    if (problem) this.dispatch({ type: 'notify', problem });
  }

  private record(
    what: SocketNote | Extract<ConversationEffect, { type: 'record' }>['what'] | EntryNote,
  ): void {
    const { engine } = this.state;
    const head = { at: this.around.now(), conversation: this.state.conversation ?? '' } as const;
    if (what.type === 'conversation-began') {
      this.around.record({ ...head, ...what, engine, profile: this.around.profile() });
    } else if (what.type === 'session-ready') {
      this.around.record({ ...head, ...what, socket: this.sockets.number });
    } else this.around.record({ ...head, ...what });
  }

  private measure(name: Measurement['name'], since: number): void {
    const at = this.around.now();
    this.around.probe?.({ name, at, milliseconds: at - since });
  }

  private async runTool(call: Extract<ConversationEffect, { type: 'run-tool' }>): Promise<void> {
    const answer = await this.runs.run(call, this.state.conversation ?? '');
    if (answer) this.dispatch({ type: 'tool-finished', callId: call.callId, answer });
  }

  private async answerApproval(effect: Extract<ConversationEffect, { type: 'answer-approval' }>) {
    const { hands } = this.around;
    if (effect.answer !== 'approve') return hands.supersede(effect.id, effect.answer === 'deny');
    const counted = await hands.approveBySpeech(effect.id, effect);
    if (!counted) this.dispatch({ type: 'approval-doubtful', id: effect.id });
  }

  /** Tells the session of found tools; where it knows them already, the result that waits for it goes out. */
  private tellOffers(): void {
    if (!this.sendChanges().told) this.dispatch({ type: 'offers-known' });
  }
}
