/** What is kept of a wake word: how the person said it, as numbers from which no recording can be made again. */
import { z } from 'zod';

/** How many times the person says the phrase. */
export const WAKE_WORD_RECORDINGS = 3;
/** Numbers in one embedding of the wake word model. */
export const EMBEDDING_SIZE = 96;

const embedding = z.array(z.number().min(-1).max(1)).length(EMBEDDING_SIZE);
/** Embeddings of one phrase, 80 ms apart, centred and of length one. */
const templateSchema = z.array(embedding).min(3).max(60);

/** Numbers in one state of the ear that takes the second look: the encoder of the recognizer. */
export const EAR_SIZE = 416;
/** States one after the other, a byte a number, in base64. */
const states = z.base64().min(1).max(100_000);

/** A wake word as one person says it. */
export const wakeWordEnrolmentSchema = z.object({
  version: z.literal(2),
  /** The templates of each recording: the same sound, cut at different moments. */
  recordings: z.array(z.array(templateSchema).min(1).max(8)).length(WAKE_WORD_RECORDINGS),
  /** How alike the recordings are: the least that one scores against the others, -1 to 1. */
  alike: z.number(),
  /** The most that other speech scores against them, -1 to 1. */
  other: z.number(),
  /** Mean length of the phrase. */
  milliseconds: z.number().positive().max(10_000),
  /** What the second look compares with. */
  ear: z.object({
    /** What all speech has in common. */
    mean: z.array(z.number()).length(EAR_SIZE),
    /** Each recording, as it was and as it would be in other rooms. */
    recordings: z.array(z.array(states).min(1).max(8)).length(WAKE_WORD_RECORDINGS),
    /** As above, for this ear. */
    alike: z.number(),
    other: z.number(),
  }),
});
/** A wake word as one person says it. */
export type WakeWordEnrolment = z.infer<typeof wakeWordEnrolmentSchema>;

/** How readily Parley answers to its name. */
export const WAKE_WORD_SENSITIVITIES = ['low', 'normal', 'high'] as const;
/** How readily Parley answers to its name. */
export type WakeWordSensitivity = (typeof WAKE_WORD_SENSITIVITIES)[number];

/** Why recordings make no wake word: one is unlike the others (by number, from 0), or much speech sounds like them. */
export type EnrolmentTrouble =
  { readonly type: 'unlike'; readonly recording: number } | { readonly type: 'common' };
