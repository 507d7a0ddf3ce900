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
    ],
  },
];
