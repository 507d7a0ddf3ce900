/** What is kept of a wake word: how the person said it, as numbers from which no recording can be made again. */
import { z } from 'zod';

/** How many times the person says the phrase. */
export const WAKE_WORD_RECORDINGS = 3;
/** Numbers in one embedding of the wake word model. */
export const EMBEDDING_SIZE = 96;

const embedding = z.array(z.number().min(-1).max(1)).length(EMBEDDING_SIZE);
/** Embeddings of one phrase, 80 ms apart, centred and of length one. */
const templateSchema = z.array(embedding).min(3).max(60);

/** A wake word as one person says it. */
export const wakeWordEnrolmentSchema = z.object({
  version: z.literal(1),
  /** The templates of each recording: the same sound, cut at different moments. */
  recordings: z.array(z.array(templateSchema).min(1).max(8)).length(WAKE_WORD_RECORDINGS),
  /** How alike the recordings are: the least that one scores against the others, -1 to 1. */
  alike: z.number(),
  /** The most that other speech scores against them, -1 to 1. */
  other: z.number(),
  /** Mean length of the phrase. */
  milliseconds: z.number().positive().max(10_000),
  /** What the recognizer makes of the phrase. */
  texts: z.array(z.string().min(1).max(200)).max(WAKE_WORD_RECORDINGS),
  /** How much worse than free text these may fit for a phrase to count; null: the recognizer is no help here. */
  textMargin: z.number().nullable(),
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
