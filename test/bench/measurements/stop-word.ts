/*
 * The stop word in the built app, in a room where the microphone hears the loudspeakers: how soon it falls silent, and
 * what else silences it: its own voice, or other speech over it. And what listening costs in a hosted talk.
 */
import { floatToPcm16, pcm16ToFloat } from '../../../src/shared/audio/pcm';
import { resample } from '../../../src/shared/audio/resample';
import { SETTINGS_VERSION } from '../../../src/shared/settings/schema';
import { now } from '../../support/clock';
import { WIRE_RATE, type ScriptedSession } from '../../support/scripted-session';
import { RIG_RATE } from '../../support/sound/pulse-server';
import type { SoundRig } from '../../support/sound-rig';
import { speak, type PersonVoice } from '../../support/sound/voice';
import { pause } from '../../support/until';
import type { Bench } from '../bench';
import type { Measurement, Row } from '../measurement';
import { measureUsage } from '../processes';
import { summarize } from '../statistics';
import { EVERYDAY } from '../wake-word/phrases';

const STOPS: readonly string[] = ['Stop!', 'Stop it.', 'Quiet!', "That's enough."];
const PEOPLE: readonly PersonVoice[] = ['en-us', 'rms', 'en-gb', 'awb'];
/** The room: the loudspeakers in the microphone lie so many decibels below a person. */
const ECHO_BELOW = 12;
const TARGET_MS = 1_000;
/** No silence within it is a miss. */
const PATIENCE_MS = 3_000;
/** Silence of the loudspeakers that is longer than any pause of the reading voice. */
const SILENCE_MS = 900;
/** Echo cancellation has learnt the room by then. */
const LEARNT_MS = 3_000;
const READING = [
  'The old lighthouse stood at the end of the bay, and every evening the keeper climbed its stairs to light the lamp.',
  'Quite a few people stopped there for a while, took a step back, and looked at the top of the tower.',
  'In the shop they sold stamps, pencils and candles, and there was always enough to eat.',
  'At the next bus stop you turn left, and then it is not far to the market.',
];

/** How soon the stop word silences Parley, and what silences it wrongly. */
export const stopWord: Measurement = {
  name: 'stop-word',
  run: async (bench) => {
    const rig = await bench.rig();
    await rig.echoOn(ECHO_BELOW);
    try {
      const talk = await openTalk(bench, true);
      const own = await readToEnd(rig, talk.session, 'own', async () => undefined);
      const talkedOver = await readToEnd(rig, talk.session, 'over', async () => {
        for (const [at, text] of EVERYDAY.slice(0, 6).entries()) {
          await rig.say(text, PEOPLE[at % PEOPLE.length]);
          await pause(600);
        }
      });
      const withEcho = await stopRounds(rig, talk.session, 1);
      await rig.echoOff();
      const stops = await stopRounds(rig, talk.session, 2);
      const speech = (await measureUsage(talk.app, () => pause(3_000))).find(isSpeech);
      await bench.clean();
      const without = await openTalk(bench, false);
      await readToEnd(rig, without.session, 'off', async () => undefined);
      const speechWithout = (await measureUsage(without.app, () => pause(3_000))).find(isSpeech);
      const memory = (speech?.memory ?? NaN) - (speechWithout?.memory ?? NaN);
      return {
        rows: [
          latencyRow(stops),
          rowOf(
            '... of those said, not heard',
            `${stops.missed} of ${stops.said}`,
            '<= 10 %',
            stops.missed <= stops.said * 0.1,
          ),
          rowOf(
            'its own voice from the loudspeakers',
            `${own.stopped} stops in ${own.seconds.toFixed(0)} s`,
            'none',
            own.stopped === 0,
          ),
          rowOf(
            `... of those said with loudspeakers, echo ${ECHO_BELOW} dB below, not heard`,
            `${withEcho.missed} of ${withEcho.said}`,
            '',
            null,
          ),
          rowOf(
            'ordinary sentences over its voice',
            `${talkedOver.stopped} stops in ${talkedOver.seconds.toFixed(0)} s`,
            'none',
            talkedOver.stopped === 0,
          ),
          rowOf('memory in a hosted talk', `${memory.toFixed(0)} MB more than without`, '', null),
        ],
        details: { stops, withEcho, own, talkedOver, speech, speechWithout },
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

/** Reads the text aloud, with its words placed as the service places them; resolves to when it is heard. */
async function beginReading(
  rig: SoundRig,
  session: ScriptedSession,
  id: string,
): Promise<{ at: number; whole: Promise<void>; seconds: number }> {
  const begun = now();
  const parts = await Promise.all(READING.map((sentence) => speak(sentence, 'slt')));
  const pcm = joined(
    parts.map((part) => floatToPcm16(resample(pcm16ToFloat(part.pcm), RIG_RATE, WIRE_RATE))),
  );
  const text = READING.join(' ');
  const words = text.split(' ');
  session.send({ type: 'reply.started', reply_id: id });
  let start = 0;
  for (const word of words) {
    session.send({ type: 'transcript.agent.delta', reply_id: id, delta: word, start_ms: Math.round(start) });
    start += ((word.length + 1) / (text.length + 1)) * (pcm.length / (WIRE_RATE / 1_000));
  }
  const whole = session.speak(id, pcm);
  return { at: await rig.speakers.waitForSound(begun, 10_000), whole, seconds: pcm.length / WIRE_RATE };
}

/** How often it was stopped in a whole reading, with something going on meanwhile. */
async function readToEnd(
  rig: SoundRig,
  session: ScriptedSession,
  id: string,
  meanwhile: () => Promise<void>,
) {
  const before = session.all('reply.cancel').length;
  const { at, whole, seconds } = await beginReading(rig, session, id);
  await Promise.all([whole, meanwhile()]);
  await rig.speakers.recordedUntil(at + seconds * 1_000 + 500);
  session.send({ type: 'reply.done', reply_id: id, status: 'completed' });
  return { seconds, stopped: session.all('reply.cancel').length - before };
}

interface Stops {
  readonly said: number;
  readonly missed: number;
  /** From the end of the word to the last sound of the loudspeakers. */
  readonly latencies: readonly number[];
}

async function stopRounds(rig: SoundRig, session: ScriptedSession, times: number): Promise<Stops> {
  const latencies: number[] = [];
  const missed: string[] = [];
  for (const [round, text] of Array<typeof STOPS>(times).fill(STOPS).flat().entries()) {
    const person = PEOPLE[(round + Math.floor(round / STOPS.length)) % PEOPLE.length]!;
    const id = `stopped_${times}_${round}`;
    const { at } = await beginReading(rig, session, id);
    await rig.speakers.recordedUntil(at + LEARNT_MS + round * 137);
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
    session.send({ type: 'transcript.user', item_id: `msg_${round}`, text: '' });
    await rig.speakers.recordedUntil(quiet + SILENCE_MS);
  }
  if (missed.length > 0) console.log(`Not heard: ${missed.join(', ')}`);
  return { said: STOPS.length * times, missed: missed.length, latencies };
}

const isSpeech = ({ name }: { readonly name: string }): boolean => name === 'Parley speech';

function joined(parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function latencyRow({ latencies }: Stops): Row {
  const { p50, p99, max } = summarize(latencies);
  return {
    ...{ measurement: 'end of "stop" -> silence recorded', p50, p99 },
    ...{
      other: `max ${max.toFixed(0)}, with headphones`,
      target: `p50 <= ${TARGET_MS}`,
      met: p50 <= TARGET_MS,
    },
  };
}

const rowOf = (measurement: string, other: string, target: string, met: boolean | null): Row => ({
  ...{ measurement, p50: null, p99: null, other, target, met },
});
