/** Its voice: from a `reply.audio` received to its samples posted to the audio thread. */
import { tone } from '../../support/sound/voice';
import { now } from '../../support/clock';
import { WIRE_RATE } from '../../support/scripted-session';
import { probedUntil } from '../bench';
import type { Measurement } from '../measurement';
import { summarize } from '../statistics';

const STREAMED_MS = 20_000;
const CHUNK_MS = 10;
const TARGET_MS = 10;

export const queue: Measurement = {
  name: 'queue',
  run: async (bench) => {
    const talk = await bench.scriptedTalk();
    await talk.session.reply({ id: 'resp_long', pcm: tone(STREAMED_MS, 440, 8_000, WIRE_RATE) });
    const streamed = now() - CHUNK_MS;
    const milliseconds = (await probedUntil(talk, 'audio-queued', streamed - 500)).map(
      (probed) => probed.milliseconds,
    );
    const { p50, p99, max, count } = summarize(milliseconds);
    return {
      rows: [
        {
          measurement: 'reply.audio received -> queued',
          p50,
          p99,
          other: `max ${max.toFixed(1)}; ${count} chunks`,
          target: `p99 <= ${TARGET_MS}`,
          met: p99 <= TARGET_MS,
        },
      ],
      details: { milliseconds, max },
    };
  },
};
