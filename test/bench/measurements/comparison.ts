/**
 * Parley against two plain browser clients, in the same run, on the same Electron, sound card and server. Each
 * phase is measured of all three, one after the other, in an order that changes; all have talked before.
 */
import { pause } from '../../support/until';
import type { Bench } from '../bench';
import { browserClient, parleyClient, type Client } from '../comparison/clients';
import { captureOf, silenceOf, talkOf } from '../comparison/phases';
import { ratioText, verdictOf } from '../comparison/verdict';
import type { Measurement, Row } from '../measurement';
import { percentile, summarize } from '../statistics';

const WARM_UP_MS = 1_000;
/** The clock of an audio thread counts whole milliseconds. */
const CLOCK_MS = 1;
/** Percent of a core by which a talk of some seconds differs from the next. */
const CPU_PERCENT = 1;

/** One figure of a client; less is better. */
interface Figure {
  readonly value: number;
  readonly text: string;
  readonly p50?: number;
  readonly p99?: number;
}

export const comparison: Measurement = {
  name: 'comparison',
  run: async (bench) => {
    const rig = await bench.rig();
    const clients = await startClients(bench);
    const captured = await inTurns(clients, 0, (client) => captureOf(client, rig));
    const talked = await inTurns(clients, 1, (client) => talkOf(client, rig));
    const silenced = await inTurns(clients, 2, (client) => silenceOf(client, rig));
    const { uncertaintyMs } = rig.accuracy;
    return {
      rows: [
        ...rowsOf('captured -> handed to the socket, page idle', CLOCK_MS, captured, ({ idle }) =>
          latency(idle.handed),
        ),
        ...rowsOf('captured -> handed to the socket, page blocked', CLOCK_MS, captured, ({ blocked }) =>
          latency(blocked.handed),
        ),
        ...rowsOf('in the microphone -> at the service, page idle', uncertaintyMs, captured, ({ idle }) =>
          latency(idle.arrived),
        ),
        ...rowsOf(
          'in the microphone -> at the service, page blocked',
          uncertaintyMs,
          captured,
          ({ blocked }) => latency(blocked.arrived),
        ),
        ...rowsOf('messages of the microphone', 0, captured, ({ idle }) => ({
          value: idle.messagesPerSecond,
          text: messagesText(idle.messagesPerSecond),
        })),
        ...rowsOf('interruption sent -> silence recorded', uncertaintyMs, silenced, inTheMiddle),
        ...rowsOf('gaps heard in 5 replies at +-80 ms of jitter', 0, talked, ({ gaps }) => ({
          value: gaps.length,
          text: `${gaps.length} gaps, ${Math.round(gaps.reduce((sum, gap) => sum + gap, 0))} ms together`,
        })),
        ...rowsOf('processor time in that talk', CPU_PERCENT, talked, ({ cpu, speechCpu }) => ({
          value: cpu,
          text: `${cpu.toFixed(1)} % of a core${speechCpu > 0 ? `, ${speechCpu.toFixed(1)} % of it models` : ''}`,
        })),
      ],
      details: { captured, talked, silenced },
    };
  },
};

async function startClients(bench: Bench): Promise<readonly Client[]> {
  const service = await bench.scriptedService();
  const clients = [
    await parleyClient(bench, service),
    await browserClient(bench, service, 'reset-time'),
    await browserClient(bench, service, 'stop-nodes'),
  ];
  for (const client of clients) {
    const session = await client.start();
    await pause(WARM_UP_MS);
    await client.end(session);
  }
  return clients;
}

/** What was found of each client, Parley first, measured in an order that begins with client `first`. */
async function inTurns<T>(
  clients: readonly Client[],
  first: number,
  measure: (client: Client) => Promise<T>,
): Promise<Readonly<Record<string, T>>> {
  const found = new Map<string, T>();
  for (const client of [...clients.slice(first), ...clients.slice(0, first)]) {
    found.set(
      client.name,
      await measure(client).catch((error: unknown) => {
        throw new Error(`${client.name} could not be measured.`, { cause: error });
      }),
    );
  }
  return Object.fromEntries(clients.map(({ name }) => [name, found.get(name)!]));
}

function latency(milliseconds: readonly number[]): Figure {
  const { p50, p99, max, count } = summarize(milliseconds);
  const value = percentile(milliseconds, 0.95);
  return { value, p50, p99, text: `p95 ${value.toFixed(1)}, max ${max.toFixed(0)}; ${count}` };
}

/** The first sample of a message waits as long as the message holds sound; the latencies are those of the last. */
function messagesText(perSecond: number): string {
  return `${perSecond.toFixed(0)} a second, ${(1_000 / perSecond).toFixed(0)} ms of sound each`;
}

function inTheMiddle(milliseconds: readonly number[]): Figure {
  const { p50, p99, max, count } = summarize(milliseconds);
  return { value: p50, p50, p99, text: `max ${max.toFixed(0)}; ${count} times` };
}

/** A row for Parley, and one for each of the others that tells how Parley stands against it. */
function rowsOf<T>(
  what: string,
  uncertainty: number,
  found: Readonly<Record<string, T>>,
  figureOf: (found: T) => Figure,
): readonly Row[] {
  const [parley, ...others] = Object.entries(found).map(([name, one]) => ({ name, ...figureOf(one) }));
  const row = ({ p50, p99 }: Figure) => ({ p50: p50 ?? null, p99: p99 ?? null });
  return [
    { measurement: what, ...row(parley!), other: parley!.text, target: '', met: null },
    ...others.map((other) => {
      const verdict = verdictOf(parley!.value, other.value, uncertainty);
      return {
        measurement: `  ${other.name}`,
        ...row(other),
        other: `${other.text}; ${ratioText(parley!.value, other.value)}, Parley ${verdict}`,
        target: 'Parley not behind',
        met: verdict !== 'behind',
      };
    }),
  ];
}
