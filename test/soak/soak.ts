/** A talk that goes on for minutes or hours while things go wrong at random; the invariants watch all the time. */
import { seededRandom } from '../bench/statistics';
import { eventText } from '../support/bed-events';
import { pause } from '../support/until';
import { wordOverlap } from '../support/words';
import { Bed, type BedVoices } from '../scenarios/bed';
import type { Strictness, Violation } from '../scenarios/checker';
import { heapDriftOf } from '../scenarios/flat-heap';
import { finalsOf, isAudible, isFinalOf, isReceived, lastStatus } from '../scenarios/reading';
import type { Fault } from '../scenarios/scenario';
import { nextMishap, type Mishap } from './mishaps';

/** How a soak is set. */
export interface SoakPlan {
  readonly seed: number;
  readonly milliseconds: number;
  readonly strictness: Strictness;
  /** What the person says, one sentence a turn. */
  readonly sentences: readonly string[];
  /** Tones when not given. */
  readonly voices?: BedVoices;
  /** Live bytes after a collection; null where that cannot be had. */
  readonly heap: () => number | null;
  readonly say: (line: string) => void;
}

/** What a soak came to. */
export interface SoakReport {
  readonly turns: number;
  readonly talks: number;
  /** How often each kind of mishap struck. */
  readonly mishaps: ReadonlyMap<string, number>;
  /** Milliseconds from a mishap that broke the session to the next that was ready, by kind. */
  readonly recoveries: ReadonlyMap<string, readonly number[]>;
  readonly violations: readonly Violation[];
  readonly heap: { readonly first: number; readonly last: number; readonly drift: number | null } | null;
}

const ENGINE = 'hosted';
const KEEPS = 500;
/** Events that are told of when something went wrong. */
const TOLD = 80;
const LISTENING_MS = 20_000;
const ANSWER_MS = 45_000;
const END_MS = 8_000;
/** So long after an answer a doubled turn would have shown. */
const AFTERMATH_MS = 400;
const MOST_TURNS_A_TALK = 12;
const LEAST_OVERLAP = 0.5;

/** Talks until the time is over. Rejects only when the bed itself cannot be made. */
export async function soak(plan: SoakPlan): Promise<SoakReport> {
  const runner = await Soak.begin(plan);
  return runner.run();
}

class Soak {
  private readonly random: () => number;
  private readonly mishaps = new Map<string, number>();
  private readonly recoveries = new Map<string, number[]>();
  private readonly heaps: { readonly at: number; readonly bytes: number }[] = [];
  private readonly later = new Set<Promise<void>>();
  private turns = 0;
  private talks = 0;

  private constructor(
    private readonly plan: SoakPlan,
    private readonly bed: Bed,
  ) {
    this.random = seededRandom(plan.seed);
  }

  static async begin(plan: SoakPlan): Promise<Soak> {
    const bed: Bed = await Bed.start({
      seed: plan.seed,
      strictness: plan.strictness,
      engine: ENGINE,
      timing: 'native',
      keeps: KEEPS,
      ...(plan.voices && { voices: plan.voices }),
      toolMs: () => 200,
      onViolation: ({ invariant, what }) => {
        plan.say(`VIOLATION ${invariant}: ${what}`);
        tellLatest(plan, bed);
      },
    });
    return new Soak(plan, bed);
  }

  async run(): Promise<SoakReport> {
    const until = performance.now() + this.plan.milliseconds;
    while (performance.now() < until) {
      await this.talk(until);
      this.talks += 1;
    }
    const owed = await this.bed.stop();
    for (const { invariant, what } of owed) this.plan.say(`VIOLATION ${invariant}: ${what}`);
    const { turns, talks, mishaps, recoveries, heaps } = this;
    const [first, last] = [heaps[0], heaps.at(-1)];
    return {
      turns,
      talks,
      mishaps,
      recoveries,
      violations: this.bed.watch.violations,
      heap: first && last ? { first: first.bytes, last: last.bytes, drift: heapDriftOf(heaps) } : null,
    };
  }

  private async talk(until: number): Promise<void> {
    this.bed.engine.start();
    await this.hope('the talk begins', () => this.status() === 'listening', LISTENING_MS);
    const turns = 1 + Math.floor(this.random() * MOST_TURNS_A_TALK);
    for (let turn = 0; turn < turns && performance.now() < until; turn++) await this.turn();
    await Promise.all(this.later);
    await this.bed.control.clear();
    this.bed.proxy.do({ kind: 'clear' });
    this.bed.engine.end();
    await this.hope('the talk is over', () => this.bed.proxy.open === 0 && this.status() === 'ended', END_MS);
    this.bed.tell({ type: 'settled' });
  }

  private async turn(): Promise<void> {
    this.turns += 1;
    const from = this.bed.place;
    const sentence = this.plan.sentences[Math.floor(this.random() * this.plan.sentences.length)]!;
    const mishap = nextMishap(this.random);
    const moment = this.random();
    if (mishap?.when === 'before') await this.strike(mishap);
    const said = this.bed.say(sentence);
    if (mishap?.when === 'speaking') {
      await pause(moment * 1_500);
      await this.strike(mishap);
    }
    await said;
    if (mishap?.when === 'answering') {
      await this.hope('the agent speaks', () => this.bed.events(from).some(isAudible), LISTENING_MS);
      await pause(moment * 500);
      await this.strike(mishap);
    }
    await this.hope(`"${sentence}" is answered`, () => this.isAnswered(sentence, from), ANSWER_MS);
    await Promise.all(this.later);
    await pause(AFTERMATH_MS);
    await this.hope('quiet', () => this.status() === 'listening', LISTENING_MS);
    this.bed.tell({ type: 'settled' });
    this.measure();
  }

  private isAnswered(sentence: string, from: number): boolean {
    const events = this.bed.events(from);
    const heard = [...finalsOf(events).values()].join(' ');
    if (wordOverlap(sentence, heard) < LEAST_OVERLAP) return false;
    const after = events.slice(events.findLastIndex(isFinalOf('user')) + 1);
    return after.some(isFinalOf('agent')) && this.status() === 'listening';
  }

  private async strike(mishap: Mishap): Promise<void> {
    this.mishaps.set(mishap.kind, (this.mishaps.get(mishap.kind) ?? 0) + 1);
    this.bed.tell({ type: 'fault', name: `${mishap.kind}, ${mishap.when}` });
    if (mishap.breaks) this.timeRecovery(mishap.kind);
    for (const fault of mishap.faults) await this.inflict(fault);
    if (mishap.remedies.length === 0) return;
    this.afterwards(
      pause(mishap.lastsMs).then(async () => {
        this.bed.tell({ type: 'fault', name: `${mishap.kind}, put right` });
        for (const remedy of mishap.remedies) await this.inflict(remedy);
      }),
    );
  }

  private async inflict(fault: Fault): Promise<void> {
    if ('network' in fault) return this.bed.proxy.do(fault.network);
    if ('next' in fault) return this.bed.control.next(fault.next);
    if ('hold' in fault) return this.bed.control.hold(fault.hold);
    await this.bed.stopService();
    this.afterwards(pause(fault.restart.downMs).then(() => this.bed.startService()));
  }

  private afterwards(work: Promise<void>): void {
    const done = work.finally(() => this.later.delete(done));
    this.later.add(done);
  }

  private timeRecovery(kind: string): void {
    const from = this.bed.place;
    const since = performance.now();
    const ready = () => this.bed.events(from).some(isReceived('session.ready'));
    this.bed.until('a session is ready again', ready, { from, withinMs: ANSWER_MS }).then(
      () => {
        const times = this.recoveries.get(kind) ?? [];
        this.recoveries.set(kind, [...times, performance.now() - since]);
      },
      // A cut that met no message broke nothing.
      () => undefined,
    );
  }

  private status() {
    return lastStatus(this.bed.events());
  }

  /** Waits; what does not come is told, and left to the invariants to judge. */
  private async hope(what: string, holds: () => boolean, withinMs: number): Promise<void> {
    await this.bed.until(what, holds, { from: this.bed.place, withinMs }).catch((error: unknown) => {
      this.plan.say(String(error));
      tellLatest(this.plan, this.bed);
    });
  }

  private measure(): void {
    const bytes = this.plan.heap();
    this.bed.gauge(bytes);
    if (bytes !== null) this.heaps.push({ at: performance.now(), bytes });
  }
}

function tellLatest(plan: SoakPlan, bed: Bed): void {
  for (const event of bed.events().slice(-TOLD)) plan.say(`    ${eventText(event, bed.begun)}`);
}
