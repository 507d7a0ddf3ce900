/** How soon it falls silent: at an interruption told by the service, and at the person's button. */
import { now } from '../../support/clock';
import { WIRE_RATE, type ScriptedSession } from '../../support/scripted-session';
import type { SoundRig } from '../../support/sound-rig';
import { tone } from '../../support/sound/voice';
import { pause } from '../../support/until';
import type { Bench, ScriptedTalk } from '../bench';
import { watchClicks } from '../clicks';
import type { Measurement, Row } from '../measurement';
import { summarize } from '../statistics';

const ROUNDS = 12;
const TARGET_MS = 50;
/** Amplitude of -60 dB of full scale. */
const SILENT = 33;
const TONE_MS = 10_000;
/** The tone is well under way, and not always at the same point of a buffer. */
const SOUNDING_MS = 800;
const ODD_MS = 37;
/** Silence that lasts this long is the end of the tone. */
const AFTER_MS = 600;

export const silence: Measurement = {
  name: 'silence',
  run: async (bench) => {
    const rig = await bench.rig();
    const talk = await bench.scriptedTalk();
    const interrupted = await rounds(rig, talk, 'interrupted', async (id) => {
      const at = talk.session.interrupt(id, 'A tone');
      await pause(AFTER_MS);
      talk.session.send({ type: 'input.speech.stopped' });
      return at;
    });
    await bench.clean();
    const stopped = await stopByButton(bench, rig);
    const { roundTripMs, uncertaintyMs } = rig.accuracy;
    return {
      rows: [
        rowOf('interruption sent -> silence recorded', interrupted, rig, TARGET_MS),
        rowOf('"Stop speaking" clicked -> silence recorded', stopped, rig, null),
      ],
      details: { interrupted, stopped, rig: { roundTripMs, uncertaintyMs } },
    };
  },
};

async function stopByButton(bench: Bench, rig: SoundRig): Promise<readonly number[]> {
  const talk = await bench.scriptedTalk();
  const clickedAt = await watchClicks(talk.window.page);
  return rounds(rig, talk, 'stopped', async (id) => {
    await talk.window.waitForState('Speaking');
    await talk.window.button('Stop speaking').click();
    talk.session.stopSending();
    talk.session.send({ type: 'reply.done', reply_id: id, status: 'completed' });
    const at = await clickedAt();
    await pause(AFTER_MS);
    return at;
  });
}

async function rounds(
  rig: SoundRig,
  { session }: ScriptedTalk,
  name: string,
  stop: (id: string) => Promise<number>,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const id = `resp_${name}_${round}`;
    const begun = now();
    playTone(session, id);
    const sounded = await rig.speakers.waitForSound(begun, 3_000);
    await pause(SOUNDING_MS + round * ODD_MS - (now() - sounded));
    const stoppedAt = await stop(id);
    await rig.speakers.recordedUntil(stoppedAt + AFTER_MS);
    const last = rig.speakers.lastAudibleBetween(sounded, stoppedAt + AFTER_MS, SILENT);
    if (last === null || stoppedAt + AFTER_MS - last < AFTER_MS / 4)
      throw new Error('It did not fall silent.');
    found.push(last - stoppedAt);
  }
  return found;
}

function playTone(session: ScriptedSession, id: string): void {
  // Ends when the round stops it; what goes wrong before shows in the recording.
  void session.reply({ id, pcm: tone(TONE_MS, 440, 8_000, WIRE_RATE), open: true });
}

function rowOf(measurement: string, values: readonly number[], rig: SoundRig, target: number | null): Row {
  const { p50, p99, max, count } = summarize(values);
  return {
    measurement,
    p50,
    p99,
    other: `max ${max.toFixed(1)}; ${count} times, right within ${rig.accuracy.uncertaintyMs} ms`,
    target: target === null ? 'none' : `<= ${target}`,
    met: target === null ? null : max <= target,
  };
}
