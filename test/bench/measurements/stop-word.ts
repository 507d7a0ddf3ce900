/*
 * The stop word in the built app: how soon Parley falls silent and how often it does, with headphones and in a room
 * where the microphone hears the loudspeakers; and what else silences it: its own voice, or other speech over it. And
 * what listening costs in a hosted talk.
 */
import { SETTINGS_VERSION } from '../../../src/shared/settings/schema';
import { now } from '../../support/clock';
import { readAloud } from '../../support/reading';
import type { ScriptedSession } from '../../support/scripted-session';
import type { SoundRig } from '../../support/sound-rig';
import type { PersonVoice } from '../../support/sound/voice';
import { pause } from '../../support/until';
import type { Bench } from '../bench';
import type { Measurement, Row } from '../measurement';
import { measureUsage, type Usage } from '../processes';
import { summarize } from '../statistics';
import { EVERYDAY } from '../wake-word/phrases';

const STOPS: readonly string[] = ['Stop!', 'Stop it.', 'Quiet!', "That's enough."];
const PEOPLE: readonly PersonVoice[] = ['en-us', 'rms', 'en-gb', 'awb'];
/** Every phrase by every person. */
const ROUNDS = STOPS.length * PEOPLE.length;
/** The room: the loudspeakers in the microphone lie so many decibels below a person. */
const ECHO_BELOW = 12;
const TARGET_MS = 1_000;
/** No silence within it is a miss. */
const PATIENCE_MS = 2_500;
/** Silence of the loudspeakers that is longer than any pause of the reading voice. */
const SILENCE_MS = 900;
/** So far into a reading the word is said, and a little later each time. */
const INTO_MS = 2_000;
const LATER_MS = 137;
/** With words of the list in it, and words that sound like them. */
const TEMPTING = [
  'The old lighthouse stood at the end of the bay, and every evening the keeper climbed its stairs to light the lamp.',
  'Quite a few people stopped there for a while, took a step back, and looked at the top of the tower.',
  'In the shop they sold stamps, pencils and candles, and there was always enough to eat.',
  'At the next bus stop you turn left, and then it is not far to the market.',
];
const STORY = [
  'The old lighthouse lay at the end of the bay, and every evening the keeper climbed its stairs to light the lamp.',
  'In the village they sold paper, honey and bread, and on Sundays somebody played the fiddle until late.',
];

/** How soon the stop word silences Parley, and what silences it wrongly. */
export const stopWord: Measurement = {
  name: 'stop-word',
  run: async (bench) => {
    const rig = await bench.rig();
    try {
      const talk = await openTalk(bench, true);
      const early = await stopRounds(rig, talk.session, 'early', STOPS.length);
      const usage = await usageOfReading(rig, talk);
      const stops = await stopRounds(rig, talk.session, 'headphones', ROUNDS);
      await bench.clean();

      await rig.echoOn(ECHO_BELOW);
      const { session } = await openTalk(bench, true);
      const own = await readToEnd(rig, session, 'own', async () => undefined);
      const talkedOver = await readToEnd(rig, session, 'over', async () => {
        for (const [at, text] of EVERYDAY.slice(0, 6).entries()) {
          await rig.say(text, PEOPLE[at % PEOPLE.length]);
          await pause(600);
        }
      });
      const withEcho = await stopRounds(rig, session, 'loudspeakers', ROUNDS);
      await rig.echoOff();
      await bench.clean();

      const without = await usageOfReading(rig, await openTalk(bench, false));
      return {
        rows: [
          latencyRow('with headphones', stops, TARGET_MS),
          missedRow('with headphones', stops, 0.1),
          missedRow("with headphones, in the first seconds of Parley's voice", early, null),
          latencyRow('with loudspeakers', withEcho, null),
          missedRow(`with loudspeakers, echo ${ECHO_BELOW} dB below`, withEcho, 0.5),
          noneRow('its own voice from the loudspeakers', own),
          noneRow('ordinary sentences over its voice', talkedOver),
          rowOf(
            'memory in a hosted talk',
            `${(usage.memory - without.memory).toFixed(0)} MB more than without`,
          ),
          rowOf('processor while Parley speaks', `${(usage.cpu - without.cpu).toFixed(1)} % of a core more`),
        ],
        details: { stops, early, withEcho, own, talkedOver, usage, without },
      };
    } finally {
      await rig.echoOff();
    }
  },
};

async function openTalk(bench: Bench, on: boolean) {
  const service = await bench.scriptedService();
  const app = await bench.launch({
    settings: { version: SETTINGS_VERSION, bargeIn: false, stopWord: on },
    environment: { PARLEY_AGENT_URL: service.url },
  });
  await app.window.start();
  const session = await service.session();
  await session.becomeReady();
  await app.window.waitForState('Listening');
  return { app, session };
}

/** What the speech process uses while Parley reads; nobody says anything. */
async function usageOfReading(
  rig: SoundRig,
  { app, session }: Awaited<ReturnType<typeof openTalk>>,
): Promise<Usage> {
  const all = await measureUsage(app, () => readToEnd(rig, session, 'usual', async () => undefined));
  const speech = all.find(({ name }) => name === 'Parley speech');
  if (!speech) throw new Error('There is no speech process.');
  return speech;
}

interface Stopped {
  readonly seconds: number;
  readonly stopped: number;
}

/** How often it was stopped in a whole reading, with something going on meanwhile. */
async function readToEnd(
  rig: SoundRig,
  session: ScriptedSession,
  id: string,
  meanwhile: () => Promise<void>,
): Promise<Stopped> {
  const before = session.all('reply.cancel').length;
  const { at, sent, seconds } = await readAloud(rig, session, id, TEMPTING);
  await Promise.all([sent, meanwhile()]);
  await rig.speakers.recordedUntil(at + seconds * 1_000 + 500);
  session.send({ type: 'reply.done', reply_id: id, status: 'completed' });
  return { seconds, stopped: session.all('reply.cancel').length - before };
}

interface Stops {
  readonly said: number;
  readonly missed: readonly string[];
  /** From the end of the word to the last sound of the loudspeakers. */
  readonly latencies: readonly number[];
}

async function stopRounds(
  rig: SoundRig,
  session: ScriptedSession,
  name: string,
  rounds: number,
): Promise<Stops> {
  const latencies: number[] = [];
  const missed: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const text = STOPS[round % STOPS.length]!;
    const person = PEOPLE[(round + Math.floor(round / STOPS.length)) % PEOPLE.length]!;
    const id = `${name}_${round}`;
    const { at } = await readAloud(rig, session, id, STORY);
    await rig.speakers.recordedUntil(at + INTO_MS + round * LATER_MS);
    const before = session.all('reply.cancel').length;
    const { endsAt } = await rig.say(text, person);
    await rig.speakers.recordedUntil(endsAt + PATIENCE_MS);
    if (session.all('reply.cancel').length > before) {
      const last = rig.speakers.lastAudibleBetween(at, endsAt + PATIENCE_MS - SILENCE_MS);
      if (last !== null) latencies.push(last - endsAt);
    } else missed.push(`${person}: ${text}`);
    session.stopSending();
    session.send({ type: 'reply.done', reply_id: id, status: 'interrupted' });
    const quiet = now();
    session.send({ type: 'transcript.user', item_id: `msg_${id}`, text: '' });
    await rig.speakers.recordedUntil(quiet + SILENCE_MS);
  }
  return { said: rounds, missed, latencies };
}

/** `target`: in milliseconds, of the median; null where nothing is promised. */
function latencyRow(where: string, { latencies }: Stops, target: number | null): Row {
  const { p50, p99, max } = summarize(latencies);
  return {
    ...{
      measurement: `end of "stop" -> silence recorded, ${where}`,
      p50,
      p99,
      other: `max ${max.toFixed(0)}`,
    },
    ...{ target: target === null ? '' : `p50 <= ${target}`, met: target === null ? null : p50 <= target },
  };
}

/** `most`: the share (0..1) that may be missed; null where nothing is promised. */
function missedRow(where: string, { said, missed }: Stops, most: number | null): Row {
  const target = most === null ? '' : `<= ${most * 100} %`;
  const met = most === null ? null : missed.length <= said * most;
  return { ...rowOf(`not heard, ${where}`, `${missed.length} of ${said}`), target, met };
}

function noneRow(what: string, { stopped, seconds }: Stopped): Row {
  const row = rowOf(what, `${stopped} stops in ${seconds.toFixed(0)} s`);
  return { ...row, target: 'none', met: stopped === 0 };
}

const rowOf = (measurement: string, other: string): Row => ({
  ...{ measurement, p50: null, p99: null, other, target: '', met: null },
});
