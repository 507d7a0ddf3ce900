import { floatToPcm16, pcm16ToFloat } from '../shared/audio/pcm';
import { rms } from '../shared/audio/level';
import { phraseBounds } from '../shared/audio/phrase';
import { resample } from '../shared/audio/resample';
import { SYNTHESIS_RATE } from '../shared/ipc/speech-port';
import type { EnrolmentTrouble, WakeWordEnrolment } from '../shared/wake-word';
import { MODEL_RATE, type Clause, type Recognizer, type Synthesizer } from './part';
import { TEMPLATE_TAIL } from './wake-word-listener';
import { PhraseScorer } from './wake-word-matcher';
import type { ChunkEmbedder, WakeWordModel } from './wake-word-model';
import { misfit, textMarginOf } from './wake-word-second-look';
import { WAKE_CHUNK } from './wake-word-window';

/** A template begins so long after the phrase does (seconds): what comes before it differs each time. */
const TEMPLATE_LEAD = 0.35;
const FEWEST_EMBEDDINGS = 4;
/** Silence put around a recording: an embedding looks back 0.8 s. */
const SILENCE = new Float32Array(MODEL_RATE);
/** The same recording is cut at two moments, half a chunk apart, as a stream is cut at any. */
const SHIFTS = [0, WAKE_CHUNK / 2] as const;
/** The same recording as it would sound in a noisier room: with noise so much below the words (dB). */
const NOISES = [null, 24, 12] as const;
/** The recordings must be so much alike, and so much more alike than other speech. */
const LEAST_ALIKE = 0.72;
const LEAST_APART = 0.1;
/** Sound around the words that the recognizer is given, in seconds. */
const MARGIN = 0.15;

/** Speech of other people, said by the built-in voices: what must not sound like the phrase. */
export const otherSpeech = [
  { voice: 'slt', speed: 1, text: 'Open the downloads folder and list the five newest files.' },
  { voice: 'rms', speed: 1, text: 'Hey, have you seen my keys? I thought I left them on the kitchen table.' },
  { voice: 'awb', speed: 1, text: 'Okay, so we should probably leave before the traffic gets bad.' },
  { voice: 'kal16', speed: 1, text: 'The weather tomorrow will be partly cloudy with a light breeze.' },
] as const satisfies readonly Clause[];

/** The parts that an enrolment takes. */
interface EnrolmentParts {
  (part: 'wake-word'): Promise<WakeWordModel>;
  (part: 'recognizer'): Promise<Recognizer>;
  (part: 'synthesizer'): Promise<Synthesizer>;
}

/** Makes a wake word with the parts of the speech process, as {@link enrol} does. */
export async function enrolWakeWord(
  { recordings, sampleRate }: { readonly recordings: readonly Int16Array[]; readonly sampleRate: number },
  parts: EnrolmentParts,
  signal: AbortSignal,
): Promise<EnrolmentOutcome> {
  const synthesizer = await parts('synthesizer');
  const others: Float32Array[] = [];
  for (const clause of otherSpeech) {
    const { pcm } = await synthesizer.synthesize(clause, signal);
    others.push(resample(pcm16ToFloat(pcm), SYNTHESIS_RATE, MODEL_RATE));
  }
  const tools = { model: await parts('wake-word'), recognizer: await parts('recognizer'), others };
  return enrol(
    recordings.map((pcm) => ({ pcm, sampleRate })),
    tools,
    signal,
  );
}

/** What an enrolment is made with. */
export interface EnrolmentTools {
  readonly model: WakeWordModel;
  readonly recognizer: Recognizer;
  /** Other speech, at `MODEL_RATE`. */
  readonly others: readonly Float32Array[];
}

/** An enrolment, or what keeps the recordings from being one. */
export type EnrolmentOutcome =
  | { readonly ok: true; readonly enrolment: WakeWordEnrolment }
  | { readonly ok: false; readonly trouble: EnrolmentTrouble };

interface Spoken {
  /** The words with a little around them. */
  readonly words: Int16Array;
  readonly seconds: number;
  readonly stream: readonly Float32Array[];
  readonly templates: readonly (readonly Float32Array[])[];
}

/** Makes a wake word of recordings of one phrase. Each must have passed `phraseTrouble`. */
export async function enrol(
  recordings: readonly { readonly pcm: Int16Array; readonly sampleRate: number }[],
  { model, recognizer, others }: EnrolmentTools,
  signal: AbortSignal,
): Promise<EnrolmentOutcome> {
  const embedder = model.open();
  const spoken: Spoken[] = [];
  for (const recording of recordings) {
    spoken.push(await listen(recording, embedder));
    signal.throwIfAborted();
  }
  const alike = spoken.map(({ stream }, i) => highest(stream, templatesWithout(spoken, i)));
  const least = Math.min(...alike);
  if (least < LEAST_ALIKE) {
    return { ok: false, trouble: { type: 'unlike', recording: alike.indexOf(least) } };
  }
  const all = spoken.map(({ templates }) => templates);
  let other = -1;
  for (const sound of others) {
    const stream = (await embedAll(sound, embedder)).map(({ embedding }) => embedding);
    other = Math.max(other, highest(stream, all));
    signal.throwIfAborted();
  }
  if (least - other < LEAST_APART) return { ok: false, trouble: { type: 'common' } };
  const { texts, textMargin } = await readAloud(spoken, recognizer, signal);
  const milliseconds = (spoken.reduce((sum, { seconds }) => sum + seconds, 0) * 1_000) / spoken.length;
  const enrolment: WakeWordEnrolment = {
    version: 1,
    recordings: all.map((variants) => variants.map((template) => template.map(rounded))),
    ...{ alike: least, other, milliseconds, texts, textMargin },
  };
  return { ok: true, enrolment };
}

async function listen(
  { pcm, sampleRate }: { readonly pcm: Int16Array; readonly sampleRate: number },
  embedder: ChunkEmbedder,
): Promise<Spoken> {
  const sound = resample(pcm16ToFloat(pcm), sampleRate, MODEL_RATE);
  const heard = floatToPcm16(sound);
  const { start, end } = phraseBounds(heard, MODEL_RATE) ?? { start: 0, end: heard.length };
  const margin = MARGIN * MODEL_RATE;
  const templates: Float32Array[][] = [];
  let stream: readonly Float32Array[] = [];
  const loudness = rms(sound.subarray(start, end));
  for (const noise of NOISES) {
    for (const shift of SHIFTS) {
      const lead = SILENCE.length + shift;
      const whole = joined([new Float32Array(lead), sound, SILENCE]);
      if (noise !== null) addNoise(whole, loudness * 10 ** (-noise / 20));
      const embedded = await embedAll(whole, embedder);
      templates.push(templateOf(embedded, start + lead, end + lead));
      if (noise === null && shift === 0) stream = embedded.map(({ embedding }) => embedding);
    }
  }
  return {
    words: heard.slice(Math.max(0, start - margin), end + margin),
    seconds: (end - start) / MODEL_RATE,
    stream,
    templates,
  };
}

/** Root mean square of the filtered noise. */
const FILTERED = 0.132;

/** The hiss and rumble of a room, the same each time: noise whose strength falls with its pitch. */
function addNoise(sound: Float32Array, level: number): void {
  let seed = 1;
  let low = 0;
  for (let i = 0; i < sound.length; i++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    low = 0.9 * low + 0.1 * (seed / 2 ** 31 - 1);
    sound[i]! += (level * low) / FILTERED;
  }
}

interface Embedded {
  readonly embedding: Float32Array;
  readonly endSample: number;
}

/** The embeddings that stand for the words between two samples. */
function templateOf(embedded: readonly Embedded[], start: number, end: number): Float32Array[] {
  const from = start + TEMPLATE_LEAD * MODEL_RATE;
  const to = end + TEMPLATE_TAIL * MODEL_RATE;
  const last = embedded.findLastIndex(({ endSample }) => endSample <= to);
  const first = embedded.findIndex(({ endSample }) => endSample >= from);
  const begin = Math.max(0, Math.min(first, last - FEWEST_EMBEDDINGS + 1));
  return embedded.slice(begin, last + 1).map(({ embedding }) => embedding);
}

async function embedAll(sound: Float32Array, embedder: ChunkEmbedder): Promise<Embedded[]> {
  embedder.reset();
  const embedded: Embedded[] = [];
  for (let at = 0; at + WAKE_CHUNK <= sound.length; at += WAKE_CHUNK) {
    const embedding = await embedder.embed(sound.subarray(at, at + WAKE_CHUNK));
    if (embedding) embedded.push({ embedding, endSample: at + WAKE_CHUNK });
  }
  return embedded;
}

const templatesWithout = (spoken: readonly Spoken[], index: number) =>
  spoken.filter((_, at) => at !== index).map(({ templates }) => templates);

function highest(
  stream: readonly Float32Array[],
  templates: readonly (readonly (readonly Float32Array[])[])[],
): number {
  const scorer = new PhraseScorer(templates);
  return stream.reduce((most, embedding) => Math.max(most, scorer.push(embedding)), -1);
}

/** What the recognizer writes for each recording, and how far that can be relied on. */
async function readAloud(
  spoken: readonly Spoken[],
  recognizer: Recognizer,
  signal: AbortSignal,
): Promise<Pick<WakeWordEnrolment, 'texts' | 'textMargin'>> {
  const texts: string[] = [];
  for (const { words } of spoken) {
    texts.push((await recognizer.recognize({ pcm: words, sampleRate: MODEL_RATE }, signal)).text);
  }
  const misfits: number[] = [];
  for (const [at, { words }] of spoken.entries()) {
    const expect = distinct(texts.filter((_, other) => other !== at));
    if (expect.length === 0) return { texts: [], textMargin: null };
    misfits.push(misfit(await recognizer.recognize({ pcm: words, sampleRate: MODEL_RATE, expect }, signal)));
  }
  return { texts: distinct(texts), textMargin: textMarginOf(misfits) };
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter(Boolean))];

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Three digits are kept: a tenth of what tells two sounds apart. */
const rounded = (embedding: Float32Array): number[] =>
  Array.from(embedding, (value) => Math.round(value * 1_000) / 1_000);
