/* What is taken for the stop word: said by ten voices, other short words, and ordinary speech, with the real models. */
import { cacheFolder } from '../../../build/setup/cache.mjs';
import { PROJECT } from '../../../build/setup/set-up.mjs';
import { ensureModels } from '../../../build/setup/speech-models.mjs';
import { LoneWords } from '../../../src/main/stop-word/lone-words';
import { EXPECTED, isStopWord } from '../../../src/main/stop-word/verdict';
import { floatToPcm16 } from '../../../src/shared/audio/pcm';
import { resample } from '../../../src/shared/audio/resample';
import { AUDIO_RATE } from '../../../src/shared/ipc/audio-port';
import { STOP_PHRASES } from '../../../src/shared/stop-word';
import {
  MODEL_RATE,
  VAD_FRAME_SAMPLES,
  type Recognizer,
  type Transcript,
  type VoiceActivityModel,
} from '../../../src/speech/part';
import { loadRecognizer } from '../../../src/speech/recognizer';
import { loadVoiceActivity } from '../../../src/speech/voice-activity';
import { inRoom } from '../hearing/room';
import type { Measurement, Row } from '../measurement';
import { summarize } from '../statistics';
import { corpus, joined } from '../wake-word/corpus';
import { say, SPEAKERS } from '../wake-word/speakers';

/** Short things that people say and that are no stop word; none of them sounds just like one. */
const OTHERS: readonly string[] = [
  ...[
    'yes',
    'no',
    'okay',
    'go on',
    'thank you',
    'never mind',
    'what',
    'right',
    'hello',
    'wait',
    'pause',
    'start it',
  ],
  ...['step', 'spot', 'stopwatch', 'stuff', 'tough', 'rough', 'castle', 'pencil', 'diet', 'quit'],
  ...[
    'drop it',
    'got it',
    'the first one',
    'seven',
    'half past three',
    'play music',
    'a bus stop',
    'do not stop',
  ],
];
/** What cannot be told from one by its sound. */
const TWINS: readonly string[] = [
  'quite',
  'stopped',
  'can sell',
  'council',
  'stock',
  'be quick',
  'top',
  'shop',
];
/** The papers are long; the voice detector and the recognizer see this share of them. */
const SHARE = 0.15;
const SILENCE = new Float32Array(MODEL_RATE);
const never = new AbortController().signal;

/** Misses and false stops of the stop word's recognition, without the app. */
export const stopWordHearing: Measurement = {
  name: 'stop-word-hearing',
  needsDesktop: false,
  run: async () => {
    const models = await ensureModels({ project: PROJECT, cache: cacheFolder() });
    const ear = new Ear(
      await loadVoiceActivity(models),
      await loadRecognizer(models, 'base', () => performance.now()),
    );
    const wrong: string[] = [];
    const count = async (
      texts: readonly string[],
      wanted: boolean,
      room: number | null,
      speakers = SPEAKERS,
    ) => {
      let said = 0;
      let taken = 0;
      for (const speaker of speakers) {
        for (const text of texts) {
          const words = await say(speaker, text);
          const sound = room === null ? joined([SILENCE, words, SILENCE]) : inRoom(words, MODEL_RATE, room);
          const stops = await ear.stopsIn(sound);
          said += 1;
          if (stops > 0) taken += 1;
          if (stops > 0 !== wanted) wrong.push(`${speaker}: ${text}${room === null ? '' : ' in a room'}`);
        }
      }
      return { said, taken };
    };
    const clean = await count(STOP_PHRASES, true, null);
    const room = await count(STOP_PHRASES, true, 15);
    const others = await count(OTHERS, false, null);
    const twins = await count(TWINS, false, null);
    const ordinary = { seconds: 0, stops: 0 };
    for await (const { sound } of corpus(SHARE)) {
      ordinary.seconds += sound.length / MODEL_RATE;
      ordinary.stops += await ear.stopsIn(sound);
    }
    const missed = ({ said, taken }: typeof clean) => `${said - taken} of ${said}`;
    const { p50, p99, max } = summarize(ear.milliseconds);
    return {
      rows: [
        rowOf(
          'stop words missed, 10 voices',
          missed(clean),
          '<= 10 %',
          clean.said - clean.taken <= clean.said * 0.1,
        ),
        rowOf('... in a room, noise 15 dB below', missed(room), '', null),
        rowOf(
          'other short words taken for one',
          `${others.taken} of ${others.said}`,
          '<= 1 %',
          others.taken <= others.said * 0.01,
        ),
        rowOf('... that sound just like one', `${twins.taken} of ${twins.said}`, '', null),
        rowOf(
          `ordinary speech and noise (${(ordinary.seconds / 3_600).toFixed(2)} h)`,
          `${ordinary.stops} stops`,
          'none',
          ordinary.stops === 0,
        ),
        {
          measurement: 'recognition of a stop word',
          p50,
          p99,
          other: `max ${max.toFixed(0)}`,
          target: '',
          met: null,
        },
      ],
      details: { clean, room, others, twins, ordinary, wrong },
    };
  },
};

/** Hears as main and the speech process do together. */
class Ear {
  /** What it took to know a stop word. */
  readonly milliseconds: number[] = [];

  constructor(
    private readonly vad: VoiceActivityModel,
    private readonly recognizer: Recognizer,
  ) {}

  private async isStop(ways: readonly Int16Array[]): Promise<boolean> {
    let milliseconds = 0;
    const heard: Transcript[] = [];
    for (const pcm of ways) {
      const asked = { pcm, sampleRate: AUDIO_RATE, expect: EXPECTED };
      const latest = await this.recognizer.recognize(asked, never);
      heard.push(latest);
      milliseconds += latest.milliseconds;
      if (!isStopWord(heard, '')) continue;
      this.milliseconds.push(milliseconds);
      return true;
    }
    return false;
  }

  /** How often the stop word would have stopped Parley in a sound at `MODEL_RATE`. */
  async stopsIn(sound: Float32Array): Promise<number> {
    const scorer = this.vad.open();
    const found: (readonly Int16Array[])[] = [];
    const words = new LoneWords({
      ended: (ways) => found.push(ways),
      goesOn: () => found.pop(),
    });
    const pcm = floatToPcm16(resample(sound, MODEL_RATE, AUDIO_RATE));
    const inAudio = (sample: number) => Math.round((sample * AUDIO_RATE) / MODEL_RATE);
    for (let at = 0; at + VAD_FRAME_SAMPLES <= sound.length; at += VAD_FRAME_SAMPLES) {
      const end = at + VAD_FRAME_SAMPLES;
      words.push(pcm.subarray(inAudio(at), inAudio(end)));
      words.voice(await scorer.score(sound.subarray(at, end)), inAudio(end));
    }
    let stops = 0;
    for (const ways of found) if (await this.isStop(ways)) stops += 1;
    return stops;
  }
}

const rowOf = (measurement: string, other: string, target: string, met: boolean | null): Row => ({
  ...{ measurement, p50: null, p99: null, other, target, met },
});
