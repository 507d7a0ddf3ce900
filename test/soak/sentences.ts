/** Said to the real recognizer. */
export const SPOKEN = [
  'What is the weather in Paris?',
  'What time is it in Tokyo?',
  'Please tell me what time it is in London.',
  'Good morning to you.',
  'Thank you very much.',
  'What can you do for me today?',
] as const;

/** Said in tones. */
export const IN_TONES = [
  'what time is it in tokyo',
  'please tell me about the weather in paris',
  'good morning to you',
  'thank you very much',
  'tell me about the bears and the zebras',
  'what time is it now',
] as const;
