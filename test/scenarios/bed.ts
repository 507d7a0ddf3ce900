/**
 * A whole test bed: the local agent, a faulty network in front of it, and the app's conversation as its client. All
 * in this process; everything that happens is told to the invariants and kept for a while.
 */
import { startServer, type LocalAgentServer } from '../../src/local-agent/server/server';
import { IntentRouter } from '../../src/local-agent/thinking/thinker';
import type { Thinker } from '../../src/local-agent/thinking/types';
import type { TimingName } from '../../src/local-agent/timing';
import type { SpeechClient } from '../../src/shared/ipc/speech-client';
import { seededRandom } from '../bench/statistics';
import { httpControl, type Control } from '../conformance/control';
import { isFrequent, wireMessage, type BedEvent, type BedEventBody } from '../support/bed-events';
import { now } from '../support/clock';
import { Engine, type SettingsChange } from '../support/engine';
import { FaultProxy } from '../support/fault-proxy/proxy';
import { toneSpeech, ToneSpeech } from '../support/tone-speech';
import type { Strictness, Violation } from './checker';
import { Watch } from './invariants';

const KEY = 'the-key';
const GAUGES_EVERY_MS = 250;

/** How a bed is made. */
export interface BedOptions {
  readonly seed: number;
  readonly strictness: Strictness;
  readonly engine: 'local' | 'hosted';
  readonly timing: TimingName;
  /** How the agent hears and thinks, and how the person sounds; tones when not given. */
  readonly voices?: BedVoices;
  readonly toolMs?: () => number;
  readonly settings?: SettingsChange | undefined;
  /** Where the app asks for the agent, and with which key; otherwise as it should. */
  readonly path?: '/v1/ws' | '/v1/voice' | undefined;
  readonly key?: string | undefined;
  /** Events kept for looking back, the frequent ones left out. */
  readonly keeps: number;
  readonly onViolation?: (violation: Violation) => void;
}

/** Models, or what stands for them. */
export interface BedVoices {
  readonly speech: SpeechClient;
  readonly thinker: Thinker;
  /** What a person's saying sounds like: 24 kHz mono. */
  readonly speak: (text: string) => Int16Array;
}

/** A bed that stands. */
export class Bed {
  readonly engine: Engine;
  readonly watch: Watch;
  readonly begun = now();
  private readonly kept: BedEvent[] = [];
  private dropped = 0;
  private readonly listeners = new Set<(event: BedEvent) => void>();
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly options: BedOptions,
    private readonly voices: BedVoices,
    private server: LocalAgentServer | null,
    /** Where the agent listens, whether it runs or not. */
    private readonly port: number,
    readonly proxy: FaultProxy,
    tell: { event: (event: BedEventBody) => void },
  ) {
    this.watch = new Watch(options.strictness);
    tell.event = (event) => this.take(event);
    this.engine = new Engine({
      endpoint: () =>
        Promise.resolve({
          url: `ws://127.0.0.1:${String(proxy.port)}${options.path ?? '/v1/ws'}`,
          key: options.key ?? KEY,
        }),
      tell: (event) => this.take(event),
      speech: voices.speech,
      toolMs: options.toolMs ?? (() => 100),
      engine: options.engine,
      random: seededRandom(options.seed),
      settings: options.settings,
    });
    this.timer = setInterval(() => this.gauge(null), GAUGES_EVERY_MS);
  }

  static async start(options: BedOptions): Promise<Bed> {
    const voices = options.voices ?? {
      speech: new ToneSpeech().client,
      thinker: new IntentRouter(null),
      speak: toneSpeech,
    };
    const server = await listen(options, voices, 0);
    const tell: { event: (event: BedEventBody) => void } = { event: () => undefined };
    const observer = {
      attempted: () => tell.event({ type: 'attempt' }),
      opened: (link: number) => tell.event({ type: 'link-opened', link }),
      closed: (link: number, by: 'client' | 'server' | 'fault') =>
        tell.event({ type: 'link-closed', link, by }),
      message: (link: number, direction: 'up' | 'down', text: string) =>
        tell.event({ type: direction === 'up' ? 'sent' : 'received', link, message: wireMessage(text) }),
    };
    const proxy = await FaultProxy.start(server.port, observer, options.seed);
    return new Bed(options, voices, server, server.port, proxy, tell);
  }

  /** The fault switches of the agent. */
  get control(): Control {
    return httpControl(`http://127.0.0.1:${String(this.port)}/v1`, KEY);
  }

  /** The kept events from this place on, as {@link place} gave it. */
  events(from = 0): readonly BedEvent[] {
    return this.kept.slice(Math.max(0, from - this.dropped));
  }

  /** The place of the next event. */
  get place(): number {
    return this.dropped + this.kept.length;
  }

  /** Tells the invariants and keeps it. */
  tell(event: BedEventBody): void {
    this.take(event);
  }

  /** The person says this; resolves when the last of it was captured. */
  say(text: string): Promise<void> {
    return this.engine.say(text, this.voices.speak(text));
  }

  /** How full things are now. */
  gauge(heapBytes: number | null): void {
    this.take({ type: 'gauges', gauges: { ...this.engine.gauges(), heapBytes } });
  }

  /** Waits until something holds of the events since `from`. Rejects with the latest events when it does not in time. */
  until(
    what: string,
    holds: (events: readonly BedEvent[]) => boolean,
    { from, withinMs }: { readonly from: number; readonly withinMs: number },
  ): Promise<void> {
    if (holds(this.events(from))) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const look = (event: BedEvent) => {
        if (isFrequent(event) || !holds(this.events(from))) return;
        this.listeners.delete(look);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.listeners.delete(look);
        reject(new Error(`${what}: not within ${String(withinMs)} ms`));
      }, withinMs);
      this.listeners.add(look);
    });
  }

  /** Stops the agent as a deployment does, with close 1001; {@link startService} brings it back. */
  async stopService(): Promise<void> {
    const { server } = this;
    this.server = null;
    await server?.close();
  }

  async startService(): Promise<void> {
    this.server = await listen(this.options, this.voices, this.port);
  }

  /** Ends everything; gives what was still owed. The talk should have ended before. */
  async stop(): Promise<readonly Violation[]> {
    clearInterval(this.timer);
    const owed = this.watch.finish();
    this.engine.stop();
    await this.proxy.close();
    await this.stopService();
    return owed;
  }

  private take(body: BedEventBody): void {
    const event = { ...body, at: now() } as BedEvent;
    for (const violation of this.watch.take(event)) this.options.onViolation?.(violation);
    if (!isFrequent(event)) this.kept.push(event);
    const surplus = this.kept.length - this.options.keeps;
    if (surplus > 0) this.dropped += this.kept.splice(0, surplus).length;
    for (const listener of [...this.listeners]) listener(event);
  }
}

function listen(options: BedOptions, voices: BedVoices, port: number): Promise<LocalAgentServer> {
  return startServer({
    port,
    key: KEY,
    timing: options.timing,
    speech: voices.speech,
    thinker: voices.thinker,
    onTrouble: () => undefined,
    control: true,
  });
}
