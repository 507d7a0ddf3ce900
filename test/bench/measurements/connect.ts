/**
 * How soon a talk is open over a network with a round trip of 50 ms: from "Start conversation" pressed to
 * `session.ready` delivered. The server is the local agent in the hosted service's rhythm.
 */
import { TIMINGS } from '../../../src/local-agent/timing';
import { now } from '../../support/clock';
import { FaultProxy } from '../../support/fault-proxy/proxy';
import { startLocalAgent } from '../../support/local-agent';
import type { ParleyWindow } from '../../support/parley-window';
import { until } from '../../support/until';
import type { Bench } from '../bench';
import { watchClicks } from '../clicks';
import type { Measurement, Row } from '../measurement';
import { percentile, summarize } from '../statistics';

const ONE_WAY_MS = 25;
const ROUND_TRIP_MS = 2 * ONE_WAY_MS;
/** Apps that are started, and talks of each: the first is cold. */
const STARTS = 3;
const TALKS = 7;
/** What the service itself takes from the configuration to `session.ready`. */
const SERVICE_MS = TIMINGS.hosted.updateToUpdated + TIMINGS.hosted.updatedToReady;
/** TCP's hand-shake, the WebSocket's, and the configuration: the API asks for them one after the other. */
const FEWEST_TRIPS = 3;
/** What the app may take for itself. */
const OWN_MS = 50;

/** What went over the wire of one connection until `session.ready`. */
interface Opening {
  /** When the app asked for the connection. */
  readonly openedAt: number;
  /** When it was delivered to the app. */
  readyAt: number | null;
  /** Flights of the app that had to wait for an answer of the server. */
  trips: number;
  answered: boolean;
}

interface Connected {
  readonly milliseconds: number;
  /** Of it, until the app asked for the connection. */
  readonly before: number;
  readonly trips: number;
}

export const connect: Measurement = {
  name: 'connect',
  run: async (bench) => {
    const network = await startNetwork(bench);
    const cold: Connected[] = [];
    const warm: Connected[] = [];
    for (let start = 0; start < STARTS; start++) {
      const { window } = await bench.launch({ environment: { PARLEY_AGENT_URL: network.url } });
      const clickedAt = await watchClicks(window.page);
      for (let talk = 0; talk < TALKS; talk++) {
        (talk === 0 ? cold : warm).push(await open(window, clickedAt, network.openings));
      }
    }
    return { rows: [rowOf('first talk', cold), rowOf('later talks', warm)], details: { cold, warm } };
  },
};

async function startNetwork(bench: Bench) {
  const agent = await startLocalAgent(['--timing', 'hosted']);
  bench.later(agent.stop);
  const openings: Opening[] = [];
  const proxy = await FaultProxy.start(Number(agent.url.port), {
    opened: () => {
      openings.push({ openedAt: now(), readyAt: null, trips: 2, answered: true });
      // On loopback a connection is open at once: here it takes the round trip that TCP takes.
      proxy.do({ kind: 'stall', direction: 'up' });
      setTimeout(() => proxy.do({ kind: 'flow' }), ROUND_TRIP_MS);
    },
    message: (link, direction, text) => {
      const opening = openings[link - 1]!;
      if (opening.readyAt !== null) return;
      if (direction === 'up' && opening.answered) opening.trips += 1;
      opening.answered = direction === 'down';
      if (text.includes('"type":"session.ready"')) opening.readyAt = now() + ONE_WAY_MS;
    },
  });
  bench.later(() => proxy.close());
  proxy.do({ kind: 'course', course: { delayMs: ONE_WAY_MS } });
  return { url: `ws://127.0.0.1:${proxy.port}/v1/ws`, openings };
}

async function open(
  window: ParleyWindow,
  clickedAt: () => Promise<number>,
  openings: readonly Opening[],
): Promise<Connected> {
  const before = openings.length;
  const mark = await window.mark();
  await window.start();
  const opening = await until('the session is ready', () => {
    const found = openings.slice(before).find(({ readyAt }) => readyAt !== null);
    return found?.readyAt ? { ...found, readyAt: found.readyAt } : null;
  });
  await window.waitForState(['Listening', 'Speaking'], { mark });
  const pressedAt = await clickedAt();
  const ending = await window.mark();
  await window.end();
  await window.waitForState('Ended', { mark: ending });
  const { readyAt, openedAt, trips } = opening;
  return { milliseconds: readyAt - pressedAt, before: openedAt - pressedAt, trips };
}

function rowOf(which: string, found: readonly Connected[]): Row {
  const milliseconds = found.map((connected) => connected.milliseconds);
  const { p50, p99, max, count } = summarize(milliseconds);
  const trips = Math.max(...found.map((connected) => connected.trips));
  const before = percentile(
    found.map((connected) => connected.before),
    0.5,
  );
  const least = FEWEST_TRIPS * ROUND_TRIP_MS + SERVICE_MS;
  return {
    measurement: `pressed -> session.ready, round trip ${ROUND_TRIP_MS} ms, ${which}`,
    p50,
    p99,
    other: `max ${Math.round(max)}; ${count} times; ${Math.round(before)} until it connects, ${trips} round trips, ${SERVICE_MS} in the service`,
    target: `p50 <= ${least + OWN_MS}, ${FEWEST_TRIPS} round trips`,
    met: p50 <= least + OWN_MS && trips <= FEWEST_TRIPS,
  };
}
