import type { SpeechPart } from '../shared/ipc/speech-port';

/**
 * Every model a talk needs, in the order in which it needs them: hear that somebody speaks, greet, understand, think.
 * Partial transcripts come last: without them a talk only looks slower.
 */
export const ALL_PARTS: readonly SpeechPart[] = [
  'vad',
  'synthesizer',
  'recognizer',
  'embedder',
  'partial-recognizer',
];
