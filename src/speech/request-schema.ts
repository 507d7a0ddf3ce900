import { z } from 'zod';
import { WAKE_WORD_RECORDINGS, WAKE_WORD_SENSITIVITIES, wakeWordEnrolmentSchema } from '../shared/wake-word';
import { VOICE_CHOICES, type SpeechRequest } from '../shared/ipc/speech-port';

const id = z.number().int();
const pcm = z.instanceof(Int16Array);
const sampleRate = z.number().int().min(8_000).max(96_000);
const texts = z.array(z.string().max(10_000)).max(1_000);
const phrases = z.array(z.string().min(1).max(200)).max(200);
const part = z.enum(['vad', 'recognizer', 'partial-recognizer', 'synthesizer', 'embedder', 'wake-word']);

/** What the speech process accepts: the wire side of `SpeechRequest`. */
export const speechRequestSchema: z.ZodType<SpeechRequest> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('warm'), id, parts: z.array(part).max(16) }),
  z.object({ type: z.literal('vad.open'), stream: id, sampleRate }),
  z.object({ type: z.literal('vad.push'), stream: id, pcm }),
  z.object({ type: z.literal('vad.close'), stream: id }),
  z.object({
    type: z.literal('wake.open'),
    stream: id,
    sampleRate,
    enrolment: wakeWordEnrolmentSchema,
    sensitivity: z.enum(WAKE_WORD_SENSITIVITIES),
  }),
  z.object({ type: z.literal('wake.push'), stream: id, pcm }),
  z.object({ type: z.literal('wake.close'), stream: id }),
  z.object({
    type: z.literal('wake.enrol'),
    id,
    recordings: z.array(pcm).length(WAKE_WORD_RECORDINGS),
    sampleRate,
  }),
  z
    .object({
      type: z.literal('recognize'),
      id,
      pcm,
      sampleRate,
      effort: z.enum(['partial', 'final']),
      expect: phrases.optional(),
      keyterms: phrases.optional(),
    })
    // A missing list and an undefined one are told apart by the types only.
    .transform(({ expect, keyterms, ...rest }) => ({
      ...rest,
      ...(expect && { expect }),
      ...(keyterms && { keyterms }),
    })),
  z.object({
    type: z.literal('synthesize'),
    id,
    text: z.string().max(20_000),
    voice: z.enum(VOICE_CHOICES),
    speed: z.number().positive(),
  }),
  z.object({ type: z.literal('embed'), id, texts }),
  z.object({ type: z.literal('voices'), id }),
  z.object({ type: z.literal('cancel'), id }),
]);
