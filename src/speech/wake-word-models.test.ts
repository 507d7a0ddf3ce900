/** The wake word with the real models, said by the built-in voices. `npm test` fetches the models first. */
import { beforeAll, describe, expect, test } from 'vitest';
import { floatToPcm16, pcm16ToFloat } from '../shared/audio/pcm';
import { resample } from '../shared/audio/resample';
import { SYNTHESIS_RATE, type LocalVoice } from '../shared/ipc/speech-port';
import type { WakeWordEnrolment } from '../shared/wake-word';
import { modelsDirectory } from './models.fixture';
import { MODEL_RATE, VAD_FRAME_SAMPLES, type VoiceActivityModel } from './part';
import { loadSynthesizer } from './synthesizer';
import { loadVoiceActivity } from './voice-activity';
import { enrol, otherSpeech } from './wake-word-enrolment';
import { WakeWordListener, type Hit } from './wake-word-listener';
import { SecondLook } from './wake-word-second-look';
import { FIRST_THRESHOLD, WakeWordMatcher } from './wake-word-matcher';
import { loadWakeWordModel, type WakeWordModel } from './wake-word-model';

const models = modelsDirectory();
const never = new AbortController().signal;
const now = () => performance.now();
const NAME = 'computer wake up';

let model: WakeWordModel;
let vad: VoiceActivityModel;
let others: readonly Float32Array[];
let sayAs: (voice: LocalVoice, text: string, speed?: number) => Promise<Float32Array>;
let enrolment: WakeWordEnrolment;

/** With silence around it, as in a quiet room. */
const around = (sound: Float32Array): Float32Array => {
  const whole = new Float32Array(sound.length + 2 * MODEL_RATE);
  whole.set(sound, MODEL_RATE);
  return whole;
};
const recordings = (sounds: readonly Float32Array[]) =>
  sounds.map((sound) => ({ pcm: floatToPcm16(sound), sampleRate: MODEL_RATE }));
const enrolled = (sounds: readonly Float32Array[]) => enrol(recordings(sounds), { model, others }, never);

async function hear(sound: Float32Array): Promise<readonly Hit[]> {
  const matcher = new WakeWordMatcher(enrolment.recordings, FIRST_THRESHOLD.normal);
  const listener = new WakeWordListener(vad.open(), model.open(), matcher, enrolment.milliseconds);
  const second = new SecondLook(model.hear, enrolment, 'normal');
  const hits: Hit[] = [];
  for (let at = 0; at + VAD_FRAME_SAMPLES <= sound.length; at += VAD_FRAME_SAMPLES) {
    const hit = await listener.push(sound.subarray(at, at + VAD_FRAME_SAMPLES));
    if (hit && (await second.look(hit))) hits.push(hit);
  }
  return hits;
}

beforeAll(async () => {
  model = await loadWakeWordModel(models);
  vad = await loadVoiceActivity(models);
  const synthesizer = await loadSynthesizer(now);
  sayAs = async (voice, text, speed = 1) => {
    const { pcm } = await synthesizer.synthesize({ voice, text, speed }, never);
    return around(resample(pcm16ToFloat(pcm), SYNTHESIS_RATE, MODEL_RATE));
  };
  others = await Promise.all(otherSpeech.map(({ voice, text }) => sayAs(voice, text)));
  const three = [await sayAs('slt', NAME, 0.95), await sayAs('slt', NAME), await sayAs('slt', NAME, 1.08)];
  const outcome = await enrolled(three);
  if (!outcome.ok) throw new Error(outcome.trouble.type);
  ({ enrolment } = outcome);
}, 60_000);

describe('a name taught in three recordings', () => {
  test('is alike from one recording to the next, and unlike other speech', () => {
    expect(enrolment.alike).toBeGreaterThan(0.85);
    expect(enrolment.other).toBeLessThan(0.6);
  });

  test.each([0.8, 0.9, 1, 1.15, 1.25])('is found once when it is said %f times as fast', async (speed) => {
    const sound = await sayAs('slt', NAME, speed);
    const hits = await hear(sound);
    expect(hits).toHaveLength(1);
    // The end of its last word, a tenth of a second before the end of what the voice gives.
    const end = sound.length - 1.1 * MODEL_RATE;
    expect(Math.abs(hits[0]!.endSample - end) / MODEL_RATE).toBeLessThan(0.3);
  });

  test('is found in front of a question', async () => {
    expect(await hear(await sayAs('slt', `${NAME}, what time is it in Tokyo?`))).toHaveLength(1);
  });

  test('is not found in other words of the same voice, nor in noise', async () => {
    for (const { text } of otherSpeech) expect(await hear(await sayAs('slt', text))).toEqual([]);
    const noise = Float32Array.from({ length: 5 * MODEL_RATE }, (_, i) => 0.3 * Math.sin(i * i));
    expect(await hear(noise)).toEqual([]);
  });
});

test(
  'three recordings that are not of one phrase are refused, naming the odd one',
  { timeout: 30_000 },
  async () => {
    const outcome = await enrolled([
      await sayAs('slt', NAME),
      await sayAs('slt', 'good morning'),
      await sayAs('slt', NAME, 1.05),
    ]);
    expect(outcome).toEqual({ ok: false, trouble: { type: 'unlike', recording: 1 } });
  },
);
