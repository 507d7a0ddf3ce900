import { defaultConfig, resolveConfig, type AcceptedSession } from '../../shared/protocol/server-rules';
import type { Thought } from '../thinking/types';
import { emptyMemory } from '../thinking/types';
import { TIMINGS, type TimingName } from '../timing';
import { standardBehaviour, type Behaviour } from './behaviour';
import { nextWake, openSession, reduceSession, type Transition } from './machine';
import type { Effect, SessionEvent, SessionState } from './state';

/** A thought that says this. */
export const say = (text: string): Thought => ({ kind: 'say', text, memory: emptyMemory });
/** A thought that calls this tool. */
export const call = (name: string, args = {}): Extract<Thought, { kind: 'call' }> => ({
  kind: 'call',
  calls: [{ name, arguments: args }],
  memory: emptyMemory,
});
/** A tool's definition. */
export const tool = (name: string, more = {}) => ({ type: 'function' as const, name, ...more });

/** A session under a clock that is turned by hand, with its jobs answered by hand. */
export class Bench {
  now = 1_000_000;
  state: SessionState;
  readonly effects: Effect[] = [];
  /** Is told of every step after the opening. */
  watch: (before: SessionState, event: SessionEvent, effects: readonly Effect[]) => void = () => undefined;
  private ids = 0;
  private audioMs = 0;

  constructor(
    session: AcceptedSession = {},
    timing: TimingName = 'native',
    behaviour: Partial<Behaviour> = {},
    lifetime = { first: 3_600_000, longest: 10_800_000 },
  ) {
    const config = resolveConfig(session, defaultConfig());
    const start = {
      config,
      timing: TIMINGS[timing],
      behaviour: { ...standardBehaviour, ...behaviour },
      lifetime,
      resumeToken: 'token_1',
    };
    this.state = this.take(openSession(start, this.moment()));
  }

  send(event: SessionEvent): this {
    const before = this.state;
    const after = reduceSession(before, event, this.moment());
    this.state = this.take(after);
    this.watch(before, event, after[1]);
    return this;
  }

  /** Lets time pass, waking the session whenever it asked for it. */
  pass(milliseconds: number): this {
    const until = this.now + milliseconds;
    for (let wakes = 0; wakes < 10_000; wakes++) {
      const wake = nextWake(this.state);
      if (wake === null || wake > until) break;
      this.now = Math.max(this.now, wake);
      this.send({ type: 'tick' });
    }
    this.now = until;
    return this;
  }

  /** Sound comes in, in real time. */
  hear(milliseconds: number, loud: boolean): this {
    for (let at = 0; at < milliseconds; at += 32) {
      this.pass(32);
      this.audioMs += 32;
      this.send({ type: 'audio', milliseconds: 32 });
      this.send({ type: 'voice', probability: loud ? 0.9 : 0.01, endMs: this.audioMs });
    }
    return this;
  }

  /** Answers the newest recognition of this effort. */
  recognize(text: string, effort: 'partial' | 'final' = 'final'): this {
    const job = this.last('recognize', (effect) => effect.effort === effort).job;
    return this.send({ type: 'recognized', job, text });
  }

  think(thought: Thought): this {
    return this.send({ type: 'thought', job: this.last('think').job, thought });
  }

  /** The newest thought begins, or goes on, with this. */
  part(text: string): this {
    return this.send({ type: 'thought-part', job: this.last('think').job, text });
  }

  /** The newest clause becomes 100 ms of audio a word. */
  synthesize(): this {
    const { job, text } = this.last('synthesize');
    const words = text.split(' ').map((word, i) => ({ text: word, startMs: i * 100, endMs: i * 100 + 100 }));
    const pcm = new Int16Array(words.length * 2_400);
    return this.send({ type: 'synthesized', job, audio: { pcm, words } });
  }

  /** The person says this, and the silence after it is waited for. */
  turn(text: string): this {
    return this.hear(640, true).hear(200, false).recognize(text).hear(300, false);
  }

  message(message: Extract<SessionEvent, { type: 'message' }>['message']): this {
    return this.send({ type: 'message', message });
  }

  last<T extends Effect['type']>(
    type: T,
    fits: (effect: Extract<Effect, { type: T }>) => boolean = () => true,
  ): Extract<Effect, { type: T }> {
    const found = this.effects.findLast((effect) => effect.type === type && fits(effect as never));
    if (!found) throw new Error(`No ${type} was asked for.`);
    return found as Extract<Effect, { type: T }>;
  }

  /** Types of what was sent, audio as one, from an index of `effects` on. */
  sent(from = 0): readonly string[] {
    const types = this.effects.slice(from).flatMap((effect) => {
      if (effect.type === 'audio') return ['reply.audio'];
      return effect.type === 'send' ? [effect.message.type] : [];
    });
    return types.filter((type, index) => type !== types[index - 1]);
  }

  get mark(): number {
    return this.effects.length;
  }

  messages<T extends string>(type: T, from = 0) {
    return this.effects
      .slice(from)
      .flatMap((effect) => (effect.type === 'send' && effect.message.type === type ? [effect.message] : []));
  }

  private moment() {
    return { now: this.now, newId: (prefix: string) => `${prefix}_${String(++this.ids)}` };
  }

  private take([state, effects]: Transition): SessionState {
    this.effects.push(...effects);
    return state;
  }
}
