/*
 * How well words come through the app's own microphone path: clips with a room's echo and noise go into the sound
 * card's microphone, through the capture worklet and main to a local agent that only listens, and are read in the
 * window as a person reads them.
 */
import { floatToPcm16 } from '../../../src/shared/audio/pcm';
import { resample } from '../../../src/shared/audio/resample';
import { now } from '../../support/clock';
import type { ParleyWindow } from '../../support/parley-window';
import { RIG_RATE } from '../../support/sound/pulse-server';
import type { SoundRig } from '../../support/sound-rig';
import { pause, until } from '../../support/until';
import { synthesizedClips, type Clip } from '../hearing/clips';
import { humanClips } from '../hearing/human-clips';
import { Listener } from '../hearing/listener';
import { inRoom } from '../hearing/room';
import { errorRate, wordErrors, type WordErrors } from '../hearing/word-errors';
import type { Measurement, Row } from '../measurement';

const NOISE = [20, 10];
const WORST = { synthesized: 0.06, human: 0.03 };
/** Of the synthesized set every eleventh: sentences and voices take turns. Of the recordings the first. */
const EVERY = 11;
const MOST_HUMAN = 3;
/** As loud as the rig's own voices: a person at arm's length. */
const PEAK = 0.18;
/** The talk begins with a greeting, and the microphone's gain settles. */
const GREETING_MS = 30_000;
/** Words that are not shown by then are lost. */
const PATIENCE_MS = 3_000;

interface Result extends WordErrors {
  readonly said: string;
  readonly heard: string;
}

/** Word errors through the app's microphone path. */
export const hearingRoom: Measurement = {
  name: 'hearing-room',
  run: async (bench) => {
    const sets = {
      synthesized: (await synthesizedClips()).filter((_, at) => at % EVERY === 0),
      human: ((await humanClips()) ?? []).slice(0, MOST_HUMAN),
    };
    const rig = await bench.rig();
    const listener = await Listener.start();
    try {
      const { window } = await bench.launch({ environment: { PARLEY_AGENT_URL: listener.url } });
      const started = now();
      await window.start();
      await rig.speakers.waitForSound(started, GREETING_MS);
      await window.waitForState('Listening');
      const rows: Row[] = [];
      const details: Record<string, readonly Result[]> = {};
      for (const decibels of NOISE) {
        for (const set of ['synthesized', 'human'] as const) {
          const name = `word error rate through the app, ${set}, noise ${decibels} dB below`;
          const results: Result[] = [];
          for (const clip of sets[set]) results.push(await hear(window, rig, clip, decibels));
          details[name] = results;
          rows.push(toRow(name, results, WORST[set]));
        }
      }
      return { rows, details };
    } finally {
      await bench.clean();
      await listener.stop();
    }
  },
};

/** Plays a clip into the microphone and reads what the window makes of it. */
async function hear(
  window: ParleyWindow,
  rig: SoundRig,
  { said, samples, rate }: Clip,
  decibels: number,
): Promise<Result> {
  const before = (await window.transcript()).length;
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const even = samples.map((sample) => (sample * PEAK) / peak);
  const { endsAt } = rig.play(floatToPcm16(resample(inRoom(even, rate, decibels), rate, RIG_RATE)));
  await rig.heard.recordedUntil(endsAt);
  const shown = async () =>
    (await window.transcript()).slice(before).filter(({ name, text }) => name === 'You' && text !== '');
  // The room goes on for longer than a turn waits: what has begun is done soon after. A clip that gave nothing is lost.
  await until('the words are shown', async () => (await shown()).some(({ busy }) => !busy), {
    timeoutMs: PATIENCE_MS,
    everyMs: 50,
  }).catch(() => undefined);
  await pause(200);
  const heard = (await shown()).map(({ text }) => text).join(' ');
  return { said, heard, ...wordErrors(said, heard) };
}

function toRow(measurement: string, results: readonly Result[], worst: number): Row {
  const row = { measurement, p50: null, p99: null, target: `<= ${worst * 100} %` };
  if (results.length === 0) return { ...row, other: 'the recordings could not be fetched', met: null };
  const rate = errorRate(results);
  return { ...row, other: `${(rate * 100).toFixed(1)} % of ${results.length} clips`, met: rate <= worst };
}
