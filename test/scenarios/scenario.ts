/** Talks as data: what the person says, what goes wrong meanwhile, and what must come of it. */
import { assertNever } from '../../src/shared/assert-never';
import type { ConversationStatus } from '../../src/shared/ipc/conversation';
import { eventText, type BedEvent } from '../support/bed-events';
import type { ProxyFault } from '../support/fault-proxy/faults';
import type { SettingsChange } from '../support/engine';
import { pause } from '../support/until';
import { wordsOf } from '../support/words';
import { Bed, type BedOptions } from './bed';
import { finalsOf, isAudible, isFinalOf, isReceived, isTold, lastStatus } from './reading';

/** Something that goes wrong. */
export type Fault =
  | { readonly network: ProxyFault }
  /** Fault switches of the agent, for the next connection or for all. */
  | { readonly next: readonly string[] }
  | { readonly hold: readonly string[] }
  /** The service closes every socket with 1001 and is gone for so long. */
  | { readonly restart: { readonly downMs: number } };

/** One step of a scenario. */
export type Step =
  | { readonly do: 'start' }
  /** Says it to the end; with `fault`, that happens so long after the first word. */
  | { readonly do: 'say'; readonly text: string; readonly fault?: Fault; readonly afterMs?: number }
  | { readonly do: 'fault'; readonly fault: Fault }
  /** Time itself is the matter: an outage lasts. */
  | { readonly do: 'wait'; readonly milliseconds: number }
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'stop-speaking' }
  /** Settings change in mid-talk; with `switched` by choosing another profile. */
  | { readonly do: 'change'; readonly settings: SettingsChange; readonly switched?: boolean }
  | { readonly do: 'end' }
  | { readonly expect: 'status'; readonly is: ConversationStatus; readonly withinMs?: number }
  /** Everything said so far is in the transcript. */
  | { readonly expect: 'heard'; readonly withinMs?: number }
  /** The agent has answered what was said last, to the end. */
  | { readonly expect: 'answered'; readonly withinMs?: number }
  /** The agent is being heard. */
  | { readonly expect: 'speaking'; readonly withinMs?: number }
  /** A message of the service, since the step before. */
  | { readonly expect: 'message'; readonly type: string; readonly withinMs?: number }
  /** So many sessions were opened or resumed in all. */
  | { readonly expect: 'sessions'; readonly count: number; readonly withinMs?: number }
  | { readonly expect: 'tool-runs'; readonly count: number }
  /** The person is told this sentence, as a problem or a notice. */
  | { readonly expect: 'told'; readonly sentence: string; readonly withinMs?: number }
  /** The person was told of no trouble at all. */
  | { readonly expect: 'nothing-told' }
  /** Something holds of all that happened so far, now or in time. */
  | {
      readonly expect: 'that';
      readonly what: string;
      readonly holds: (events: readonly BedEvent[]) => boolean;
      readonly withinMs?: number;
    };

/** A talk that is to be survived. */
export interface Scenario {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly toolMs?: number;
  /** How the app is set, where it connects and with which key; otherwise as it should. */
  readonly settings?: SettingsChange;
  readonly path?: '/v1/ws' | '/v1/voice';
  readonly key?: string;
}

const WITHIN_MS = 12_000;
/** After "End conversation" the service has 4 s to say goodbye, then the socket is closed. */
const END_MS = 7_000;

/** A talk whose sockets are closed is over at once. */
const OVER_MS = 1_000;
const OVER: readonly ConversationStatus[] = ['ready', 'ended', 'problem'];

/** What came of a scenario. */
export interface Outcome {
  /** Sentences; empty when all went well. */
  readonly faults: readonly string[];
  /** Every event of note, one a line. */
  readonly story: string;
  readonly milliseconds: number;
}

/** Plays a scenario from "Start conversation" to the last closed socket. Never rejects. */
export async function play(scenario: Scenario, options: BedOptions): Promise<Outcome> {
  const { settings, path, key } = scenario;
  const bed = await Bed.start({ ...options, settings, path, key, toolMs: () => scenario.toolMs ?? 100 });
  const faults: string[] = [];
  const since = performance.now();
  const player = new Player(bed);
  try {
    for (const step of scenario.steps) await player.take(step);
    await player.end();
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
    await player.end().catch((late: unknown) => faults.push(String(late)));
  }
  const milliseconds = performance.now() - since;
  const story = bed
    .events()
    .map((event) => eventText(event, bed.begun))
    .join('\n');
  await bed.stop();
  faults.push(...bed.watch.violations.map(({ invariant, what }) => `${invariant}: ${what}`));
  return { faults, story, milliseconds };
}

class Player {
  private said: string[] = [];
  private saidFrom = 0;
  private stepFrom = 0;
  private ended = false;
  private readonly downtimes: Promise<void>[] = [];

  constructor(private readonly bed: Bed) {}

  async take(step: Step): Promise<void> {
    const from = this.stepFrom;
    this.stepFrom = this.bed.place;
    await ('do' in step ? this.act(step) : this.expect(step, from));
  }

  /** Ends the talk, whatever its state, and waits for the last socket. */
  async end(): Promise<void> {
    await Promise.all(this.downtimes);
    this.bed.proxy.do({ kind: 'clear' });
    if (this.ended) return;
    this.ended = true;
    this.bed.engine.end();
    await this.bed.until('every socket is closed', () => this.bed.proxy.open === 0, {
      from: this.bed.place,
      withinMs: END_MS,
    });
    await this.wait('the talk is over', (events) => OVER.includes(lastStatus(events) ?? 'ready'), 0, OVER_MS);
    this.bed.tell({ type: 'settled' });
  }

  private async act(step: Extract<Step, { do: string }>): Promise<void> {
    switch (step.do) {
      case 'start':
        return this.bed.engine.start();
      case 'say': {
        if (this.said.length === 0) this.saidFrom = this.bed.place;
        this.said.push(step.text);
        const said = this.bed.say(step.text);
        if (step.fault) {
          await pause(step.afterMs ?? 0);
          await this.inflict(step.fault);
        }
        return said;
      }
      case 'fault':
        return this.inflict(step.fault);
      case 'wait':
        return pause(step.milliseconds);
      case 'type':
        if (this.said.length === 0) this.saidFrom = this.bed.place;
        return this.bed.engine.type(step.text);
      case 'stop-speaking':
        return this.bed.engine.stopSpeaking();
      case 'change':
        return this.bed.engine.change(step.settings, step.switched === true);
      case 'end':
        return this.end();
      default:
        return assertNever(step);
    }
  }

  private async inflict(fault: Fault): Promise<void> {
    this.bed.tell({ type: 'fault', name: JSON.stringify(fault) });
    if ('network' in fault) return this.bed.proxy.do(fault.network);
    if ('next' in fault) return this.bed.control.next(fault.next);
    if ('hold' in fault) return this.bed.control.hold(fault.hold);
    await this.bed.stopService();
    this.downtimes.push(pause(fault.restart.downMs).then(() => this.bed.startService()));
  }

  private async expect(step: Extract<Step, { expect: string }>, from: number): Promise<void> {
    const within = 'withinMs' in step ? (step.withinMs ?? WITHIN_MS) : WITHIN_MS;
    switch (step.expect) {
      case 'status':
        return this.wait(`status ${step.is}`, (events) => lastStatus(events) === step.is, 0, within);
      case 'heard':
        return this.wait(
          `"${this.said.join(' ')}" is heard`,
          (events) => this.isHeard(events),
          this.saidFrom,
          within,
        );
      case 'answered':
        await this.wait(
          `"${this.said.join(' ')}" is answered`,
          (events) => this.isAnswered(events),
          this.saidFrom,
          within,
        );
        this.bed.tell({ type: 'settled' });
        this.said = [];
        return;
      case 'speaking':
        return this.wait('the agent speaks', (events) => events.some(isAudible), from, within);
      case 'message':
        return this.wait(`${step.type} comes`, (events) => events.some(isReceived(step.type)), from, within);
      case 'sessions': {
        const ready = (events: readonly BedEvent[]) => events.filter(isReceived('session.ready')).length;
        await this.wait('a session is ready', (events) => ready(events) >= step.count, 0, within);
        return this.count('sessions', step.count, isReceived('session.ready'));
      }
      case 'tool-runs':
        return this.count('runs of tools', step.count, ({ type }) => type === 'tool-ran');
      case 'told':
        return this.wait(
          `"${step.sentence}" is told`,
          (events) => events.some(isTold(step.sentence)),
          0,
          within,
        );
      case 'nothing-told':
        return this.count('troubles told', 0, isTold(null));
      case 'that':
        return this.wait(step.what, step.holds, 0, within);
      default:
        return assertNever(step);
    }
  }

  private wait(
    what: string,
    holds: (events: readonly BedEvent[]) => boolean,
    from: number,
    withinMs: number,
  ) {
    return this.bed.until(what, holds, { from, withinMs });
  }

  private count(what: string, wanted: number, counts: (event: BedEvent) => boolean): void {
    const found = this.bed.events().filter(counts).length;
    if (found !== wanted) throw new Error(`${String(found)} ${what} instead of ${String(wanted)}`);
  }

  private isHeard(events: readonly BedEvent[]): boolean {
    const heard = wordsOf([...finalsOf(events).values()].join(' ')).join(' ');
    return heard.includes(wordsOf(this.said.join(' ')).join(' '));
  }

  private isAnswered(events: readonly BedEvent[]): boolean {
    if (!this.isHeard(events)) return false;
    const after = events.slice(events.findLastIndex(isFinalOf('user')) + 1);
    return after.some(isFinalOf('agent')) && ['listening', 'muted'].includes(lastStatus(after) ?? '');
  }
}
