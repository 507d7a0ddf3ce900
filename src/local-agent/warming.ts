import type { SpeechPart } from '../shared/ipc/speech-port';

/** Every model a talk needs, in the order in which it needs them. */
export const ALL_PARTS: readonly SpeechPart[] = [
  'synthesizer',
  'vad',
  'recognizer',
  'partial-recognizer',
  'embedder',
];
