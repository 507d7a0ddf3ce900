/* The models of the wake word in this process, and many enrolments that listen to the same sound at once. */
import { floatToPcm16, pcm16ToFloat } from '../../../src/shared/audio/pcm';
import { resample } from '../../../src/shared/audio/resample';
import { SYNTHESIS_RATE } from '../../../src/shared/ipc/speech-port';
import type { WakeWordEnrolment, WakeWordSensitivity } from '../../../src/shared/wake-word';
import { MODEL_RATE, VAD_FRAME_SAMPLES, type VoiceActivityModel } from '../../../src/speech/part';
import { loadSynthesizer } from '../../../src/speech/synthesizer';
import { loadVoiceActivity } from '../../../src/speech/voice-activity';
import { enrol, otherSpeech } from '../../../src/speech/wake-word-enrolment';
import { WakeWordListener } from '../../../src/speech/wake-word-listener';
import { FIRST_THRESHOLD, WakeWordMatcher, type Match } from '../../../src/speech/wake-word-matcher';
import { loadWakeWordModel, type WakeWordModel } from '../../../src/speech/wake-word-model';
import { lookSamples, SecondLook } from '../../../src/speech/wake-word-second-look';

/** A name somebody has enrolled. */
export interface Enrolled {
  readonly speaker: string;
  readonly phrase: string;
  readonly enrolment: WakeWordEnrolment;
}

/** One of the enrolments took a sound for its phrase. `endSample` at `MODEL_RATE`. */
export interface Taken {
  readonly by: Enrolled;
  readonly score: number;
  readonly endSample: number;
  /** Where in the stream the matcher found it: the sound was needed up to there. */
  readonly foundSample: number;
  readonly accepted: boolean;
  /** What the second look took. */
  readonly lookMs: number;
}

const never = new AbortController().signal;

/** Loads the models. */
export async function openEars(models: string): Promise<Ears> {
  const now = () => performance.now();
  const synthesizer = await loadSynthesizer(now);
  const others: Float32Array[] = [];
  for (const clause of otherSpeech) {
    const { pcm } = await synthesizer.synthesize(clause, never);
    others.push(resample(pcm16ToFloat(pcm), SYNTHESIS_RATE, MODEL_RATE));
  }
  return new Ears(await loadVoiceActivity(models), await loadWakeWordModel(models), others);
}

/** Hears as the speech process does. */
export class Ears {
  constructor(
    private readonly vad: VoiceActivityModel,
    private readonly model: WakeWordModel,
    private readonly others: readonly Float32Array[],
  ) {}

  /** Three recordings at `MODEL_RATE` as a wake word; throws when they are refused. */
  async enrol(recordings: readonly Float32Array[]): Promise<WakeWordEnrolment> {
    const { model, others } = this;
    const given = recordings.map((sound) => ({ pcm: floatToPcm16(sound), sampleRate: MODEL_RATE }));
    const outcome = await enrol(given, { model, others }, never);
    if (!outcome.ok) throw new Error(`The recordings were refused: ${JSON.stringify(outcome.trouble)}`);
    return outcome.enrolment;
  }

  /** Plays a sound to several enrolments; tells which took it, and what became of that at the second look. */
  async hear(
    sound: Float32Array,
    enrolled: readonly Enrolled[],
    sensitivity: WakeWordSensitivity = 'normal',
  ): Promise<readonly Taken[]> {
    const crowd = new Crowd(enrolled, sensitivity);
    const looks = new Map(
      enrolled.map((by) => [by, new SecondLook(this.model.hear, by.enrolment, sensitivity)]),
    );
    const longest = Math.max(...enrolled.map(({ enrolment }) => enrolment.milliseconds), 0);
    const listener = new WakeWordListener(this.vad.open(), this.model.open(), crowd, longest);
    const taken: Taken[] = [];
    for (let at = 0; at + VAD_FRAME_SAMPLES <= sound.length; at += VAD_FRAME_SAMPLES) {
      const hit = await listener.push(sound.subarray(at, at + VAD_FRAME_SAMPLES));
      const found = crowd.take();
      if (!hit) continue;
      for (const { by, score } of found) {
        const sound = hit.sound.subarray(-lookSamples(by.enrolment.milliseconds));
        const looked = performance.now();
        const accepted = await looks.get(by)!.look({ score, endSample: hit.endSample, sound });
        const lookMs = performance.now() - looked;
        if (accepted === null) continue;
        taken.push({
          by,
          score,
          endSample: hit.endSample,
          foundSample: at + VAD_FRAME_SAMPLES,
          accepted,
          lookMs,
        });
      }
    }
    return taken;
  }
}

/** The matchers of many enrolments as one. */
class Crowd {
  private readonly matchers: readonly { readonly by: Enrolled; readonly matcher: WakeWordMatcher }[];
  private found: { readonly by: Enrolled; readonly score: number }[] = [];

  constructor(enrolled: readonly Enrolled[], sensitivity: WakeWordSensitivity) {
    this.matchers = enrolled.map((by) => ({
      by,
      matcher: new WakeWordMatcher(by.enrolment.recordings, FIRST_THRESHOLD[sensitivity]),
    }));
  }

  reset(): void {
    for (const { matcher } of this.matchers) matcher.reset();
  }

  push(embedding: ArrayLike<number>): Match | null {
    let first: Match | null = null;
    for (const { by, matcher } of this.matchers) {
      const match = matcher.push(embedding);
      if (!match) continue;
      first ??= match;
      this.found.push({ by, score: match.score });
    }
    return first;
  }

  take(): readonly { readonly by: Enrolled; readonly score: number }[] {
    return this.found.splice(0);
  }
}
