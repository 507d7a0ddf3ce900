import { developer } from '../toolsets/developer';
import { errands } from '../toolsets/errands';
import { files } from '../toolsets/files';
import { home } from '../toolsets/home';
import { music } from '../toolsets/music';
import { notes } from '../toolsets/notes';
import { office } from '../toolsets/office';
import { timers } from '../toolsets/timers';
import type { IdleGroup } from '../cases';

/** Said near the microphone, but asking for nothing that the tools do. */
export const nothing: readonly IdleGroup[] = [
  {
    toolset: files,
    said: [
      'He opened a restaurant in Paris last year.',
      'I had no time for that yesterday.',
      'She never reads the instructions.',
      'Well, I was going to say',
      'The folder with the flowers on it was a present.',
      'What a lovely picture you painted, sweetheart.',
      'He reads people like an open book.',
      'Time flies when you are having fun.',
      'I was searching my pockets for the keys the whole evening.',
      'They listed their house for half a million.',
    ],
  },
  {
    toolset: timers,
    said: [
      'I woke up at six this morning.',
      "That reminds me of my grandmother's kitchen.",
      'It only takes five minutes to walk there.',
      "The alarm didn't ring and he missed his train.",
      'Nobody told me about that.',
      'Hold on a second.',
      'It was ten past nine when the lights went out.',
      'That was an alarming story.',
      'Two minutes later he was gone.',
      'Remember when we went to Greece together?',
    ],
  },
  {
    toolset: notes,
    said: [
      'He hit every note perfectly last night.',
      'I did everything I wanted to do today.',
      'They wrote it down on a napkin, can you believe it?',
      'So much to do and so little time.',
      'Hmm, let me think about it.',
      'I have done nothing wrong.',
      'She left a note on the door and never came back.',
      'What a to-do about nothing.',
      'You should see her list of shoes.',
      'It is important to finish what you start.',
    ],
  },
  {
    toolset: music,
    said: [
      'The kids are playing in the garden.',
      'I used to play the piano when I was young.',
      "It's so quiet in here.",
      'We skipped breakfast this morning.',
      'And then the band just stopped.',
      'That is music to my ears.',
      'The next day we drove home.',
      'He turned the volume of his voice down and whispered.',
      'Stop looking at me like that.',
      'I would love to play tennis with you some day.',
    ],
  },
  {
    toolset: home,
    said: [
      'I opened the window because it was hot.',
      'The kitchen smells wonderful.',
      "Honey, did you see my glasses? I think they're in the bathroom.",
      'We locked ourselves out last summer.',
      'Good night, sleep well, darling.',
      'It was warm in the sun.',
      'The bathroom in the hotel was tiny.',
      'He turned off the road and got lost.',
      'Her office is on the third floor.',
      'Every dinner with them is a drama.',
    ],
  },
  {
    toolset: office,
    said: [
      'My sister moved to Berlin last month.',
      'The meeting was awful, honestly.',
      'He never answers his mail.',
      "Yes, I'll call you back later, bye.",
      'It was a Friday, I think, or maybe a Saturday.',
      'I have a feeling that today is going to be long.',
      'Friday was the best day of the week.',
      'Monday always comes too soon.',
      'He wrote her a letter every day for a year.',
      'No, I am on the phone, give me a moment.',
    ],
  },
  {
    toolset: errands,
    said: [
      'The weather was lovely when we got married.',
      'I spent fifty dollars on that and it broke.',
      'Shopping with him is no fun at all.',
      'Oh no, not again.',
      'In other news, shares fell by three percent on Tuesday.',
      'Rain, rain, go away.',
      'She added that she was not amused.',
      'The yen was weak when we travelled there.',
      'I took the bus to London and slept all the way.',
      'Would you look at that.',
    ],
  },
  {
    toolset: developer,
    said: [
      'I have serious commitment issues.',
      'The branch of that tree fell on his car.',
      'We sat around the table and talked all night.',
      'Thanks, that was very kind of you.',
      'She passed every test at school.',
      'The whole table laughed.',
      'Columns of smoke rose over the city.',
      'He has a remarkable memory for faces.',
      'Our team lost by two goals.',
      'Check out that car over there, wow.',
    ],
  },
];
