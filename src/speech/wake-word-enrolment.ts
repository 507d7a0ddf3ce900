import { floatToPcm16, pcm16ToFloat } from '../shared/audio/pcm';
import { rms } from '../shared/audio/level';
import { phraseBounds } from '../shared/audio/phrase';
import { resample } from '../shared/audio/resample';
import { SYNTHESIS_RATE } from '../shared/ipc/speech-port';
import type { EnrolmentTrouble, WakeWordEnrolment } from '../shared/wake-word';
import { MODEL_RATE, type Clause, type Synthesizer } from './part';
import { comparable, EAR_STEP, meanState, packed, type HearSound } from './wake-word-ear';
import { TEMPLATE_TAIL } from './wake-word-listener';
import { PhraseScorer } from './wake-word-matcher';
import type { ChunkEmbedder, WakeWordModel } from './wake-word-model';
import { inOtherRooms } from './wake-word-rooms';
import { LOOK_MARGIN } from './wake-word-second-look';
import { WAKE_CHUNK } from './wake-word-window';

/** A template begins so long after the phrase does (seconds): what comes before it differs each time. */
const TEMPLATE_LEAD = 0.35;
const FEWEST_EMBEDDINGS = 4;
/** Silence put around a recording: an embedding looks back 0.8 s. */
const SILENCE = new Float32Array(MODEL_RATE);
/** The same recording is cut at two moments, half a chunk apart, as a stream is cut at any. */
const SHIFTS = [0, WAKE_CHUNK / 2] as const;
/** States of the ear that lie around the words. */
const AROUND = Math.round(LOOK_MARGIN / EAR_STEP);
/** The recordings must be so much alike, and so much more alike than other speech. */
const LEAST_ALIKE = 0.72;
const LEAST_APART = 0.1;

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
  const tools = { model: await parts('wake-word'), others };
  return enrol(
    recordings.map((pcm) => ({ pcm, sampleRate })),
    tools,
    signal,
  );
}

/** What an enrolment is made with. */
export interface EnrolmentTools {
  readonly model: WakeWordModel;
  /** Other speech, at `MODEL_RATE`. */
  readonly others: readonly Float32Array[];
}

/** An enrolment, or what keeps the recordings from being one. */
export type EnrolmentOutcome =
  | { readonly ok: true; readonly enrolment: WakeWordEnrolment }
  | { readonly ok: false; readonly trouble: EnrolmentTrouble };

interface Spoken {
  readonly seconds: number;
  readonly stream: readonly Float32Array[];
  readonly templates: readonly (readonly Float32Array[])[];
  /** The words with `LOOK_MARGIN` around them: as recorded, and as in other rooms. */
  readonly words: readonly Float32Array[];
}

/** Makes a wake word of recordings of one phrase. Each must have passed `phraseTrouble`. */
export async function enrol(
  recordings: readonly { readonly pcm: Int16Array; readonly sampleRate: number }[],
  { model, others }: EnrolmentTools,
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
  const ear = await listenAgain(spoken, others, model.hear, signal);
  const milliseconds = (spoken.reduce((sum, { seconds }) => sum + seconds, 0) * 1_000) / spoken.length;
  const enrolment: WakeWordEnrolment = {
    version: 2,
    recordings: all.map((variants) => variants.map((template) => template.map(rounded))),
    ...{ alike: least, other, milliseconds, ear },
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
  const whole = joined([SILENCE, sound, SILENCE]);
  const [from, to] = [SILENCE.length + start, SILENCE.length + end];
  const rooms = inOtherRooms(whole, rms(sound.subarray(start, end)));
  const templates: Float32Array[][] = [];
  let stream: readonly Float32Array[] = [];
  for (const room of rooms) {
    for (const shift of SHIFTS) {
      const embedded = await embedAll(joined([new Float32Array(shift), room]), embedder);
      templates.push(templateOf(embedded, from + shift, to + shift));
      if (room === whole && shift === 0) stream = embedded.map(({ embedding }) => embedding);
    }
  }
  const margin = LOOK_MARGIN * MODEL_RATE;
  return {
    seconds: (end - start) / MODEL_RATE,
    stream,
    templates,
    words: rooms.map((room) => room.slice(from - margin, to + margin)),
  };
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
  return new PhraseScorer(templates).highest(stream);
}

/** What the second look will compare with. */
async function listenAgain(
  spoken: readonly Spoken[],
  others: readonly Float32Array[],
  hear: HearSound,
  signal: AbortSignal,
): Promise<WakeWordEnrolment['ear']> {
  const heardOthers: (readonly Float32Array[])[] = [];
  for (const sound of others) {
    heardOthers.push(await hear(sound));
    signal.throwIfAborted();
  }
  const mean = meanState(heardOthers.flat());
  const recordings: (readonly (readonly Float32Array[])[])[] = [];
  for (const { words } of spoken) {
    const rooms: (readonly Float32Array[])[] = [];
    for (const sound of words) rooms.push(comparable(await hear(sound), mean));
    recordings.push(rooms);
    signal.throwIfAborted();
  }
  const templates = recordings.map((rooms) => rooms.map((heard) => heard.slice(AROUND, -AROUND)));
  const alike = recordings.map(([asItWas], i) =>
    new PhraseScorer(templates.filter((_, at) => at !== i)).highest(asItWas!),
  );
  const scorer = new PhraseScorer(templates);
  const other = heardOthers.map((heard) => scorer.highest(comparable(heard, mean)));
  return {
    mean,
    recordings: templates.map((rooms) => rooms.map(packed)),
    alike: Math.min(...alike),
    other: Math.max(...other),
  };
}

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
