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
    'Is that it, please?',
    'Set a timer for ten minutes.',
    'If it rains, close the windows.',
    'When is the meeting?',
    'Wake me up at seven.',
    'Come in.',
    'Send it to her.',
    'Read the last email from her.',
    'Set a volume of 30.',
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
    'What is the weather like in?',
    'Could you please?',
    'Well.',
    'If it rains tomorrow.',
    'When the timer ends',
    'Search for the quarterly.',
    'Set a timer for 25.',
    'Start to count down of 25.',
    'Turn the volume down too.',
    'Open the folder with her.',
    'Start account down of 25.',
    'Wake me up at half past.',
  ])('%j hangs', (text) => expect(soundsComplete(text)).toBe(false));
});
