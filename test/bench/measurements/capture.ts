/** Your voice: from the last sample of a wire frame captured to `send` returned, and whether all of it came. */
import { frameOf, WIRE_RATE } from '../../support/scripted-session';
import { RIG_RATE } from '../../support/sound/pulse-server';
import { pause } from '../../support/until';
import { probedUntil, type Bench } from '../bench';
import type { Findings, Measurement, Row } from '../measurement';
import { blockHalfOfTheTime, fromMicrophone } from '../microphone-way';
import { summarize } from '../statistics';
import { continuityOf, sweep, type Continuity } from '../sweep';

const MEASURED_MS = 15_000;
/** Frames from before the session was ready go out at twice real time at first; those are not measured. */
const CATCH_UP_MS = 3_000;
const TARGET_MS = 25;
const FRAME_MS = 50;

export const capture: Measurement = {
  name: 'capture',
  run: async (bench) => {
    const idle = await measure(bench, false);
    await bench.clean();
    const blocked = await measure(bench, true);
    return {
      rows: [...idle.rows, ...blocked.rows],
      details: { idle: idle.details, blocked: blocked.details },
    };
  },
};

async function measure(bench: Bench, blocked: boolean): Promise<Findings> {
  const rig = await bench.rig();
  const talk = await bench.scriptedTalk();
  if (blocked) {
    for (const page of [talk.window.page, await talk.app.audioPage()]) await blockHalfOfTheTime(page);
  }
  const { startsAt, endsAt } = rig.play(sweep(CATCH_UP_MS + MEASURED_MS, RIG_RATE));
  await rig.heard.recordedUntil(endsAt);
  await pause(500);
  const from = Math.max(startsAt, talk.readyAt) + CATCH_UP_MS;
  const milliseconds = (await probedUntil(talk, 'frame-sent', endsAt))
    .filter(({ at }) => at >= from && at <= endsAt)
    .map((probed) => probed.milliseconds);
  const frames = talk.session
    .all('input.audio')
    .filter(({ at }) => at >= from)
    .map(({ at, message }) => ({ at, pcm: frameOf(message['audio']) }));
  const arrived = continuityOf(
    frames.map(({ pcm }) => pcm),
    WIRE_RATE,
  );
  const ways = fromMicrophone(frames, rig, from);
  const fed = continuityOf(microphoneBlocks(rig.heard.samples, rig.heard.sampleAt(from)), RIG_RATE);
  const { p50, p99, max, count } = summarize(milliseconds);
  if (arrived.read < count / 2) throw new Error(`Only ${arrived.read} of ${count} frames held the sweep.`);
  const met = p99 <= TARGET_MS && arrived.lost === 0 && arrived.reordered === 0;
  return {
    rows: [
      {
        measurement: `frame captured -> sent, pages ${blocked ? 'blocked half of the time' : 'idle'}`,
        p50,
        p99,
        other: `max ${max.toFixed(1)}; ${lossText(arrived)}, ${count} frames`,
        target: `p99 <= ${TARGET_MS}, 0 lost, 0 reordered`,
        met,
      },
      wholeWay(blocked, ways),
    ],
    details: { milliseconds, arrived, fed, max, ways },
  };
}

function wholeWay(blocked: boolean, ways: readonly number[]): Row {
  const { p50, p99, max } = summarize(ways);
  const measurement = `  in the microphone -> at the service${blocked ? ', pages blocked' : ''}`;
  return { measurement, p50, p99, other: `max ${max.toFixed(1)}`, target: 'none', met: null };
}

function lossText({ lost, reordered, missingMs }: Continuity): string {
  const missing = missingMs > 0 ? `, ${Math.round(missingMs)} ms missing before` : '';
  return `${lost} lost, ${reordered} reordered${missing}`;
}

/** What the microphone delivered, cut as the app cuts it: holes in it are the rig's own. */
function microphoneBlocks(pcm: Int16Array, from: number): readonly Int16Array[] {
  const size = (RIG_RATE * FRAME_MS) / 1_000;
  return Array.from({ length: Math.floor((pcm.length - from) / size) }, (_, at) =>
    pcm.subarray(from + at * size, from + (at + 1) * size),
  );
}
