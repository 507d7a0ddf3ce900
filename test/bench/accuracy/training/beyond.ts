import type { IdleGroup } from '../cases';
import { developer } from '../toolsets/developer';
import { errands } from '../toolsets/errands';
import { files } from '../toolsets/files';
import { home } from '../toolsets/home';
import { music } from '../toolsets/music';
import { notes } from '../toolsets/notes';
import { office } from '../toolsets/office';
import { timers } from '../toolsets/timers';

/** Said to the assistant in earnest, but nothing that the tools offered could do. */
export const beyond: readonly IdleGroup[] = [
  {
    toolset: files,
    said: [
      'What is the tallest mountain in Africa?',
      'How many bones does a human body have?',
      'Who wrote Moby Dick?',
      'What is the longest river in Europe?',
      'How old is the pyramid of Giza?',
      'How many people work at the United Nations?',
      'Why is the sky blue?',
      'Order me a taxi to the theatre.',
      'Tell me a joke.',
      'Who was the first man on the moon?',
      'What do you think of modern art?',
      'How far away is the sun?',
      'Sing me a lullaby.',
      'Which team won the match last night?',
    ],
  },
  {
    toolset: timers,
    said: [
      'Turn the radio on.',
      'Who invented the clock?',
      'How fast does a cheetah run?',
      'Bake me a cake.',
    ],
  },
  {
    toolset: notes,
    said: [
      'What is the meaning of life?',
      'Which planet has the most moons?',
      'Call a plumber.',
      'Who painted the Sistine Chapel?',
      'Where do penguins live?',
    ],
  },
  {
    toolset: music,
    said: [
      'How tall is the singer?',
      'Book two seats at the opera.',
      'When was Beethoven born?',
      'Why do cats purr?',
    ],
  },
  {
    toolset: home,
    said: [
      'How do airplanes stay in the air?',
      'Where is the Eiffel tower?',
      'Water the flowers.',
      'What is the speed of light?',
      'Which country has the most islands?',
    ],
  },
  {
    toolset: office,
    said: [
      'How deep is the ocean?',
      'Who is the president of Brazil?',
      'Paint the fence.',
      'What do koalas eat?',
    ],
  },
  {
    toolset: errands,
    said: ['Who discovered penicillin?', 'Drive the kids to school.', 'How many strings does a harp have?'],
  },
  {
    toolset: developer,
    said: ['Which animal sleeps the longest?', 'Make me a coffee.', 'What is the boiling point of water?'],
  },
];
