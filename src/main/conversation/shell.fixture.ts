import type { ConversationEffect, ConversationEvent, TimerName } from './events';
import { Talk } from './talk.fixture';

type Opening = Extract<ConversationEffect, { type: 'connect' }>['opening'];

/**
 * The shell around the reducer as far as it matters for order: which socket is there, which clocks run, where the
 * microphone's sound goes. It feeds an event only when it can happen, as the real shell does.
 */
export class ModelShell {
  readonly talk = new Talk();
  /** The present socket; those on their way out tell nothing. */
  socket: 'opening' | 'open' | null = null;
  /** Clocks that run, with when they ring. */
  readonly timers = new Map<TimerName, number>();
  uplink: Extract<ConversationEffect, { type: 'uplink' }>['state'] = 'closed';
  /** The microphone is open. */
  microphone = false;
  /** A talk has begun, by the records, and has not ended. */
  recorded = false;
  /** What went against a promise, in sentences. */
  readonly broken: string[] = [];
  private talks = 0;
  private sessions = 0;
  /** The session that the present socket is for. */
  private session = 0;
  /** How the present socket began, until its session is ready. */
  private opening: Opening | null = null;
  /** A session of this talk was ready. */
  private ready = false;
  private resumeTried = false;
  private resumeRefused = false;
  private readonly madeIn = new Map<string, Set<number>>();
  private readonly tools = new Set<string>();
  /** Replies of which samples wait to be heard. */
  private readonly sounding = new Set<string>();

  /** Feeds the event if it can happen now; says whether it did. */
  feed(event: ConversationEvent): boolean {
    if (!this.happens(event)) return false;
    this.prepare(event);
    const from = this.talk.effects.length;
    this.talk.do(event.type === 'start' ? { ...event, conversation: `talk-${String(++this.talks)}` } : event);
    for (const effect of this.talk.effects.slice(from)) this.run(effect);
    return true;
  }

  private happens(event: ConversationEvent): boolean {
    switch (event.type) {
      case 'timer':
        return this.timers.has(event.name);
      case 'socket-opened':
        return this.socket === 'opening' && this.talk.state.engine === 'hosted';
      case 'connect-failed':
        return this.socket === 'opening';
      case 'socket-closed':
      case 'unreadable':
        return this.socket !== null;
      case 'service':
        // A hosted socket is told to be open before anything comes over it.
        return this.socket === 'open' || (this.socket === 'opening' && this.talk.state.engine === 'local');
      case 'tool-finished':
        return this.tools.has(event.callId);
      case 'approval-settled':
        return this.talk.state.approvals.some(({ key }) => key === event.key);
      case 'playback':
        return this.sounding.has(event.report.reply);
      default:
        return true;
    }
  }

  private prepare(event: ConversationEvent): void {
    if (event.type === 'timer') {
      this.talk.now = Math.max(this.talk.now, this.timers.get(event.name) ?? 0);
      this.timers.delete(event.name);
    }
    if (event.type === 'socket-closed' || event.type === 'connect-failed') {
      const refused = this.opening?.kind === 'resume' && this.talk.state.engine === 'hosted';
      this.resumeRefused ||= refused;
      this.socket = null;
    }
    if (event.type === 'socket-opened') this.socket = 'open';
    if (event.type === 'tool-finished') this.tools.delete(event.callId);
    if (event.type === 'playback' && event.report.type === 'drained')
      this.sounding.delete(event.report.reply);
    if (event.type !== 'service') return;
    this.socket = 'open';
    if (event.message.type === 'session.ready') {
      this.ready = true;
      this.resumeTried = false;
      this.opening = null;
    }
    if (event.message.type === 'tool.call') {
      const { call_id: id } = event.message;
      this.madeIn.set(id, (this.madeIn.get(id) ?? new Set()).add(this.session));
    }
  }

  private run(effect: ConversationEffect): void {
    switch (effect.type) {
      case 'connect':
        return this.connect(effect);
      case 'disconnect':
        this.socket = null;
        return;
      case 'set-timer':
        this.timers.set(effect.name, this.talk.now + effect.milliseconds);
        return;
      case 'clear-timer':
        this.timers.delete(effect.name);
        return;
      case 'uplink':
        this.uplink = effect.state;
        return;
      case 'open-audio':
        this.microphone = effect.microphone;
        return;
      case 'close-audio':
        this.microphone = false;
        return;
      case 'run-tool':
        this.tools.add(effect.callId);
        return;
      case 'send':
        return this.send(effect.message);
      case 'record':
        return this.record(effect.what);
      case 'playback':
        if (effect.command.type === 'audio') this.sounding.add(effect.command.reply);
        if (effect.command.type === 'flush') this.sounding.delete(effect.command.reply);
        if (effect.command.type === 'flush-all') this.sounding.clear();
        return;
      default:
        return;
    }
  }

  private connect({ engine, opening }: Extract<ConversationEffect, { type: 'connect' }>): void {
    if (opening.kind === 'resume') {
      if (this.resumeTried) this.broken.push('a lost session was asked for twice');
      if (this.resumeRefused && engine === 'hosted') this.broken.push('a refused resume was tried again');
      this.resumeTried = true;
    } else {
      if (opening.greeting && this.ready) this.broken.push('the person was greeted again');
      this.session = ++this.sessions;
    }
    this.opening = opening;
    this.socket = 'opening';
  }

  private send(message: Extract<ConversationEffect, { type: 'send' }>['message']): void {
    if (this.socket === null) this.broken.push(`${message.type} was sent without a socket`);
    if (message.type === 'tool.result' && !this.madeIn.get(message.call_id)?.has(this.session)) {
      this.broken.push('a result went to a session that had not asked');
    }
  }

  private record(what: Extract<ConversationEffect, { type: 'record' }>['what']): void {
    if (what.type === 'conversation-began') {
      if (this.recorded) this.broken.push('a talk began in another');
      if (!what.continues) this.ready = false;
      this.recorded = true;
    }
    if (what.type === 'conversation-ended') {
      if (!this.recorded) this.broken.push('a talk ended twice');
      this.recorded = false;
    }
  }
}
