/** Gaps heard in an answer when its audio comes at real-time pace over a network that delays it unevenly. */
import { encodeReplyAudio } from '../../../src/shared/protocol';
import { now } from '../../support/clock';
import { Pacer } from '../../support/pacer';
import { WIRE_RATE } from '../../support/scripted-session';
import { silences } from '../../support/sound/analysis';
import { RIG_RATE } from '../../support/sound/pulse-server';
import type { SoundRig } from '../../support/sound-rig';
import { tone } from '../../support/sound/voice';
import type { ScriptedTalk } from '../bench';
import type { Measurement, Row } from '../measurement';
import { seededRandom } from '../statistics';

const STREAMED_MS = 20_000;
const CHUNK_MS = 10;
const SEED = 7;
/** Half a period of the tone is 1.1 ms; a gap is what lasts longer than this. */
const GAP_MS = 5;
/** The buffer may still be learning how uneven the network is. */
const LEARNING_MS = 2_000;

/** Jitter of plus or minus this much, and the gaps that are allowed. */
const CASES = [
  { jitterMs: 0, allowed: 0 },
  { jitterMs: 80, allowed: 0 },
  { jitterMs: 150, allowed: 1 },
] as const;

interface Heard {
  /** From the first chunk sent to the first sample heard. */
  readonly startMs: number;
  /** From the first sample heard: when each gap began and how long it was. */
  readonly gaps: readonly { readonly atMs: number; readonly lastsMs: number }[];
}

export const gaps: Measurement = {
  name: 'gaps',
  run: async (bench) => {
    const rig = await bench.rig();
    const rows: Row[] = [];
    const details: Record<string, Heard> = {};
    for (const { jitterMs, allowed } of CASES) {
      // A new app each time: what one answer has taught the buffer must not help the next.
      const heard = await listen(rig, await bench.scriptedTalk(), jitterMs);
      await bench.clean();
      const late = heard.gaps.filter(({ atMs }) => atMs >= LEARNING_MS);
      details[`jitter_${jitterMs}`] = heard;
      rows.push({
        measurement: `gaps heard in ${STREAMED_MS / 1_000} s at +-${jitterMs} ms of jitter`,
        p50: null,
        p99: null,
        other: `${late.length} gaps; ${heard.gaps.length - late.length} in the first 2 s; first sound after ${Math.round(heard.startMs)} ms`,
        target: `<= ${allowed} after 2 s`,
        met: late.length <= allowed,
      });
    }
    return { rows, details };
  },
};

async function listen(rig: SoundRig, { session }: ScriptedTalk, jitterMs: number): Promise<Heard> {
  const id = 'resp_tone';
  session.send({ type: 'reply.started', reply_id: id, item_id: 'msg_tone' });
  const begun = now();
  const send = (text: string) => session.sendText(text);
  await new Pacer(chunksOf(id), CHUNK_MS, 2 * jitterMs, send, seededRandom(SEED)).done;
  session.send({ type: 'reply.done', reply_id: id, status: 'completed' });
  await rig.speakers.waitForSilence(begun, 800, 5_000);
  const from = rig.speakers.sampleAt(await rig.speakers.waitForSound(begun, 1_000));
  const to = rig.speakers.sampleAt(rig.speakers.lastAudibleBetween(begun, now())!);
  const found = silences(rig.speakers.samples, (GAP_MS * RIG_RATE) / 1_000, from, to);
  const milliseconds = (samples: number) => (samples / RIG_RATE) * 1_000;
  return {
    startMs: rig.speakers.timeOf(from) - begun,
    gaps: found.map((gap) => ({
      atMs: milliseconds(gap.from - from),
      lastsMs: milliseconds(gap.to - gap.from),
    })),
  };
}

function chunksOf(id: string): readonly string[] {
  const pcm = tone(STREAMED_MS, 440, 8_000, WIRE_RATE);
  const size = (WIRE_RATE * CHUNK_MS) / 1_000;
  return Array.from({ length: STREAMED_MS / CHUNK_MS }, (_, at) => {
    const chunk = pcm.subarray(at * size, (at + 1) * size);
    const base64 = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('base64');
    return encodeReplyAudio(id, base64, Date.now() / 1_000);
  });
}
