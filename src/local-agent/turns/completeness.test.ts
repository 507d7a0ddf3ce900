import { describe, expect, it } from 'vitest';
import { soundsComplete } from './completeness';

describe('what sounds complete', () => {
  it.each([
    'What time is it in Tokyo?',
    'Open the quarterly budget.',
    'Turn the light on.',
    'Stop.',
    'Thank you.',
    'What are you looking for?',
    'Read it, please.',
    '',
  ])('%j is', (text) => expect(soundsComplete(text)).toBe(true));
  it.each([
    'Open the.',
    'Set a timer for.',
    'Remind me to',
    'A file called.',
    'Find the budget and',
    'Well,',
    'I would like to —',
  ])('%j hangs', (text) => expect(soundsComplete(text)).toBe(false));
});
