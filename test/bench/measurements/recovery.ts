/**
 * How soon a talk goes on after the connection was lost, by fault: from the fault to the first new connection, to
 * `session.ready`, and to the answer heard of what was said meanwhile.
 */
import { now } from '../../support/clock';
import { FaultProxy } from '../../support/fault-proxy/proxy';
import type { ParleyWindow } from '../../support/parley-window';
import type { SoundRig } from '../../support/sound-rig';
import { speak, type Speech } from '../../support/sound/voice';
import { pause, until } from '../../support/until';
import type { Bench } from '../bench';
import type { Measurement, Row } from '../measurement';
import { ListeningService } from '../recovery/listening-service';
import { percentile, summarize } from '../statistics';

const ROUNDS = 3;
/** From the fault to the person's first word. */
const SPEAKS_AFTER_MS = 100;
const RESTART_MS = 1_000;
const LONGEST_MS = 30_000;
/** Longer than what follows an answer takes. */
const BREATH_MS = 1_200;
/** The first attempt comes this soon after the app knows. */
const FIRST_ATTEMPT_MS = 250;

/** What happens to the connection; `knownAtOnce` when the app is told. */
interface Fault {
  readonly name: string;
  readonly knownAtOnce: boolean;
  readonly happen: (place: Place) => void;
}

/** Where faults happen. */
interface Place {
  readonly proxy: FaultProxy;
  readonly service: ListeningService;
}

const FAULTS: readonly Fault[] = [
  { name: 'drop', knownAtOnce: true, happen: ({ proxy }) => proxy.do({ kind: 'reset' }) },
  { name: 'close 1001', knownAtOnce: true, happen: ({ service }) => service.open?.close(1001) },
  { name: 'close 1011', knownAtOnce: true, happen: ({ service }) => service.open?.close(1011) },
  { name: 'half-open', knownAtOnce: false, happen: ({ proxy }) => proxy.do({ kind: 'half-open' }) },
  {
    name: `restart, away for ${RESTART_MS} ms`,
    knownAtOnce: false,
    happen: ({ proxy }) => {
      proxy.do({ kind: 'reset' });
      proxy.do({ kind: 'refuse', how: 'reset' });
      setTimeout(() => proxy.do({ kind: 'accept' }), RESTART_MS);
    },
  },
];

/** Milliseconds since the fault. */
interface Recovered {
  readonly connected: number;
  readonly ready: number;
  readonly answered: number;
  /** The person's last word; an answer cannot come before it. */
  readonly saidUntil: number;
}

export const recovery: Measurement = {
  name: 'recovery',
  run: async (bench) => {
    const rig = await bench.rig();
    const { place, connections, window } = await startTalk(bench);
    const speech = await speak('What time is it in Tokyo?');
    const found = new Map<string, Recovered[]>(FAULTS.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const fault of FAULTS) {
        found.get(fault.name)!.push(await recover(fault, place, connections, window, rig, speech));
        await pause(BREATH_MS);
      }
    }
    return {
      rows: FAULTS.map((fault) => rowOf(fault, found.get(fault.name)!)),
      details: Object.fromEntries(found),
    };
  },
};

async function startTalk(bench: Bench) {
  const scripted = await bench.scriptedService();
  const service = new ListeningService(scripted);
  bench.later(() => service.stop());
  const connections: number[] = [];
  const proxy = await FaultProxy.start(scripted.port, { opened: () => void connections.push(now()) });
  bench.later(() => proxy.close());
  const { app } = await bench.measuredApp({ url: `ws://127.0.0.1:${proxy.port}/v1/ws` }, { probe: false });
  await app.window.start();
  await app.window.waitForState('Listening');
  await pause(BREATH_MS);
  return { place: { proxy, service }, connections, window: app.window };
}

async function recover(
  fault: Fault,
  place: Place,
  connections: readonly number[],
  window: ParleyWindow,
  rig: SoundRig,
  speech: Speech,
): Promise<Recovered> {
  const { ready } = place.service;
  const before = { connections: connections.length, ready: ready.length };
  const mark = await window.mark();
  const happened = now();
  fault.happen(place);
  await pause(SPEAKS_AFTER_MS);
  const { endsAt } = rig.play(speech.pcm);
  const options = { timeoutMs: LONGEST_MS };
  const readyAt = await until(`a session after: ${fault.name}`, () => ready[before.ready], options);
  await window.waitForState('Reconnecting', { mark });
  const answeredAt = await rig.speakers.waitForSound(happened, LONGEST_MS);
  await rig.speakers.waitForSilence(answeredAt, BREATH_MS / 2, LONGEST_MS);
  await window.waitForState('Listening', options);
  return {
    connected: connections[before.connections]! - happened,
    ready: readyAt - happened,
    answered: answeredAt - happened,
    saidUntil: endsAt - happened,
  };
}

function rowOf({ name, knownAtOnce }: Fault, found: readonly Recovered[]): Row {
  const { p50, p99 } = summarize(found.map(({ ready }) => ready));
  const middle = (part: keyof Recovered) =>
    percentile(
      found.map((one) => one[part]),
      0.5,
    );
  const connected = Math.max(...found.map((one) => one.connected));
  const text = (part: keyof Recovered) => Math.round(middle(part));
  return {
    measurement: `${name} -> session.ready`,
    p50,
    p99,
    other: `connected after ${text('connected')} (most ${Math.round(connected)}); what was said until ${text('saidUntil')} was answered after ${text('answered')}; ${found.length} times`,
    target: knownAtOnce ? `first attempt <= ${FIRST_ATTEMPT_MS}` : 'none',
    met: knownAtOnce ? connected <= FIRST_ATTEMPT_MS : null,
  };
}
