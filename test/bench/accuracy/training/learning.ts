import { asks, call, either, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const LANGUAGES = ['Spanish', 'French', 'Italian', 'Japanese', 'Turkish'];

const tools = [
  tool('translate', 'Translates a phrase.', {
    phrase: text('What to translate.'),
    language: choice(LANGUAGES),
  }),
  tool('pronounce', 'Says a foreign word slowly.', { word: text('The word.') }),
  tool('add_flashcard', 'Adds a word to the flashcards.', {
    front: text('The foreign word.'),
    back: text('Its meaning.'),
  }),
  tool('quiz_me', 'Asks vocabulary questions.', {
    'count?': whole('How many questions.'),
    'language?': choice(LANGUAGES),
  }),
  tool('word_meaning', 'Explains what a word means.', { word: text('The word.') }),
  tool('book_lesson', 'Books a lesson with a teacher.', {
    teacher: text('Name of the teacher.'),
    start: text('When it begins.', { format: 'date-time' }),
  }),
  tool('daily_goal', 'Sets how many minutes to learn per day.', { minutes: whole('Minutes per day.') }),
  tool('learning_streak', 'Tells for how many days in a row the user has learned.'),
];

export const learning = domain(
  'learning',
  tools,
  [
    says(
      'How do I say see you tomorrow in French?',
      call('translate', { phrase: 'see you tomorrow', language: 'French' }),
    ),
    says(
      'Translate I am lost into Japanese.',
      call('translate', { phrase: 'I am lost', language: 'Japanese' }),
    ),
    says("What's butterfly in Spanish?", call('translate', { phrase: 'butterfly', language: 'Spanish' })),
    says('Good luck in Turkish?', call('translate', { phrase: 'good luck', language: 'Turkish' })),
    says(
      'Say happy birthday in Italian.',
      call('translate', { phrase: 'happy birthday', language: 'Italian' }),
    ),
    says(
      'What would a Frenchman say for the bill please? In French.',
      call('translate', {
        phrase: either('the bill please', 'the bill, please', 'bill please'),
        language: 'French',
      }),
    ),
    says('How is croissant pronounced?', call('pronounce', { word: 'croissant' })),
    says('Pronounce gnocchi for me.', call('pronounce', { word: 'gnocchi' })),
    says("I can't pronounce quesadilla, say it slowly.", call('pronounce', { word: 'quesadilla' })),
    says('Add a flashcard, perro means dog.', call('add_flashcard', { front: 'perro', back: 'dog' })),
    says('New card: front maison, back house.', call('add_flashcard', { front: 'maison', back: 'house' })),
    says('Quiz me.', call('quiz_me')),
    says('Ask me ten questions.', call('quiz_me', { count: 10 })),
    says('Test my Italian.', call('quiz_me', { language: 'Italian' })),
    says('I want to practise twenty Spanish words.', call('quiz_me', { count: 20, language: 'Spanish' })),
    says('Five questions of Turkish please.', call('quiz_me', { count: 5, language: 'Turkish' })),
    says('What does fernweh mean?', call('word_meaning', { word: 'fernweh' })),
    says('Explain the word ubiquitous.', call('word_meaning', { word: 'ubiquitous' })),
    says("I don't understand the word siesta.", call('word_meaning', { word: 'siesta' })),
    says('Meaning of saudade?', call('word_meaning', { word: 'saudade' })),
    says(
      'Book a lesson with Carlos on Friday at five PM.',
      call('book_lesson', { teacher: 'Carlos', start: '2026-11-20T17:00' }),
    ),
    says(
      "I'd like a class with Aiko tomorrow at nine in the morning.",
      call('book_lesson', { teacher: 'Aiko', start: '2026-11-19T09:00' }),
    ),
    says(
      'Can Madame Petit teach me on Monday at 6 PM?',
      call('book_lesson', { teacher: 'Madame Petit', start: '2026-11-23T18:00' }),
    ),
    says('I want to learn fifteen minutes a day.', call('daily_goal', { minutes: 15 })),
    says('Set my daily goal to half an hour.', call('daily_goal', { minutes: 30 })),
    says('Goal, twenty minutes.', call('daily_goal', { minutes: 20 })),
    says("What's my streak?", call('learning_streak')),
    says('How many days in a row have I learned?', call('learning_streak')),
    says('Did I keep up my streak?', call('learning_streak')),
    asks('Translate something into French.', 'translate', 'phrase', { language: 'French' }),
    asks('Book a lesson with Carlos.', 'book_lesson', 'start', { teacher: 'Carlos' }),
    asks('Change my daily goal.', 'daily_goal', 'minutes'),
    [
      says('Translate bread into Spanish.', call('translate', { phrase: 'bread', language: 'Spanish' })),
      says('And into Italian?', call('translate', { phrase: 'bread', language: 'Italian' })),
    ],
    [
      asks('I want you to pronounce a word.', 'pronounce', 'word'),
      says('Schadenfreude.', call('pronounce', { word: 'Schadenfreude' })),
    ],
    says('Quiz me and tell me my streak.', call('quiz_me'), call('learning_streak')),
  ],
  [
    'He taught me a lesson I will never forget.',
    'My French teacher was very strict.',
    'What do you mean?',
    'She speaks three languages.',
    'You have my word.',
    'We went to a Spanish restaurant.',
    'I learned that the hard way.',
    'It was my goal to be home by ten.',
    'In other words, she was furious.',
    'Is Carlos your cousin?',
    'He questions everything I do.',
    'The Italian football team lost again.',
  ],
);
