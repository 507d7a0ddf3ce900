/** What is said to the server. Known beforehand, so that no voice is being made while others listen to the clock. */
export const PHRASES = {
  weather: 'What is the weather in Paris?',
  weatherLong: 'Please tell me what the weather is going to be like in Paris today.',
  weatherPolite: 'Excuse me. What is the weather in Paris?',
  weatherCut: 'What is the weather in',
  time: 'What time is it in Tokyo?',
  morning: 'Good morning to you.',
  thanks: 'Thank you very much.',
  stop: 'Please stop talking now.',
} as const;
