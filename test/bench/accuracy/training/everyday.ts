import { asks, call, either, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const tools = [
  tool('book_restaurant', 'Reserve a table at a restaurant.', {
    restaurant: text('Name of the restaurant'),
    party_size: whole('Number of people'),
    time: text('Date and time, ISO 8601', { format: 'date-time' }),
  }),
  tool('get_directions', 'Gives directions to a place.', {
    destination: text('Where to go'),
    'mode?': choice(['driving', 'walking', 'transit', 'cycling']),
  }),
  tool('flight_status', 'Check whether a flight is on time.', {
    flight_number: text('Flight number, e.g. LH452'),
  }),
  tool('translate_text', 'Translate text into another language.', {
    text: text('The text to translate'),
    language: text('Target language'),
  }),
  tool('convert_units', 'Convert a measurement from one unit to another.', {
    value: { type: 'number' },
    from_unit: text('Unit to convert from'),
    to_unit: text('Unit to convert to'),
  }),
  tool('call_contact', 'Start a phone call with a contact.', { name: text('Who to call') }),
  tool('send_sms', 'Send a text message to somebody.', {
    recipient: text('Name of the person'),
    message: text('What to say'),
  }),
  tool('define_word', 'Look up the definition of a word in the dictionary.', { word: text('The word') }),
  tool('web_search', 'Search the web for information.', { query: text('Search terms') }),
  tool('play_podcast', 'Plays a podcast episode.', {
    podcast: text('Name of the podcast'),
    'speed?': { type: 'number', description: 'Playback speed, 1 is normal' },
  }),
  tool('news_headlines', 'Reads the latest news headlines.', {
    'topic?': choice(['sports', 'politics', 'technology', 'business', 'science']),
  }),
  tool('calculate', 'Work out a mathematical expression.', {
    expression: text('The expression, e.g. 3 * 4'),
  }),
];

export const everyday = domain(
  'everyday',
  tools,
  [
    says(
      "Book a table for four at Luigi's tomorrow at eight in the evening.",
      call('book_restaurant', {
        restaurant: either("Luigi's", 'Luigi'),
        party_size: 4,
        time: '2026-11-19T20:00',
      }),
    ),
    says(
      'Can you get us a table for two at the Golden Dragon on Friday at 7 PM?',
      call('book_restaurant', { restaurant: 'Golden Dragon', party_size: 2, time: '2026-11-20T19:00' }),
    ),
    says(
      'How do I get to the central station on foot?',
      call('get_directions', { destination: 'central station', mode: 'walking' }),
    ),
    says('Take me home.', call('get_directions', { destination: 'home' })),
    says('Navigate to 12 Baker Street.', call('get_directions', { destination: '12 Baker Street' })),
    says('Is flight LH452 on time?', call('flight_status', { flight_number: 'LH452' })),
    says('Has BA286 landed?', call('flight_status', { flight_number: 'BA286' })),
    says(
      'How do you say good morning in Spanish?',
      call('translate_text', { text: 'good morning', language: 'Spanish' }),
    ),
    says(
      'Translate where is the bathroom into Italian.',
      call('translate_text', { text: 'where is the bathroom', language: 'Italian' }),
    ),
    says(
      "What's thank you in Japanese?",
      call('translate_text', { text: 'thank you', language: 'Japanese' }),
    ),
    says(
      'Convert five miles to kilometers.',
      call('convert_units', { value: 5, from_unit: 'miles', to_unit: 'kilometers' }),
    ),
    says(
      'How many grams are in three pounds?',
      call('convert_units', { value: 3, from_unit: 'pounds', to_unit: 'grams' }),
    ),
    says('Give Mum a ring.', call('call_contact', { name: 'Mum' })),
    says('I need to speak to Peter, call him.', call('call_contact', { name: 'Peter' })),
    says('Phone the dentist.', call('call_contact', { name: 'dentist' })),
    says(
      "Text Anna that I'm stuck in traffic.",
      call('send_sms', { recipient: 'Anna', message: "I'm stuck in traffic" }),
    ),
    says('Tell Ben dinner is ready.', call('send_sms', { recipient: 'Ben', message: 'dinner is ready' })),
    says(
      'Send a message to my brother saying happy birthday.',
      call('send_sms', { recipient: 'brother', message: 'happy birthday' }),
    ),
    says('What does serendipity mean?', call('define_word', { word: 'serendipity' })),
    says('Define ubiquitous.', call('define_word', { word: 'ubiquitous' })),
    says('Look up the population of Iceland.', call('web_search', { query: 'population of Iceland' })),
    says('Google cheap flights to Lisbon.', call('web_search', { query: 'cheap flights to Lisbon' })),
    says(
      'Play the latest episode of Radiolab.',
      call('play_podcast', { podcast: either('Radiolab', 'latest episode of Radiolab') }),
    ),
    says("What's happening in sports?", call('news_headlines', { topic: 'sports' })),
    says('Give me the headlines.', call('news_headlines')),
    says('Any news about technology?', call('news_headlines', { topic: 'technology' })),
    says('What is 12 times 9?', call('calculate', { expression: either('12 times 9', '12 * 9') })),
    asks('Call someone for me.', 'call_contact', 'name'),
    asks('Book a table for three.', 'book_restaurant', ['restaurant', 'time'], { party_size: 3 }),
    asks('Send Tom a text.', 'send_sms', 'message', { recipient: 'Tom' }),
    says(
      'Text Julia that the film starts at eight, and call Martin.',
      call('send_sms', { recipient: 'Julia', message: 'the film starts at eight' }),
      call('call_contact', { name: 'Martin' }),
    ),
  ],
  [
    'We had dinner at a lovely restaurant on Sunday.',
    'My flight was delayed for three hours.',
    'He called me twice yesterday.',
    'The translation of that book is terrible.',
    'Did you hear the news about Tom?',
    'I have no idea what that word means, but it sounds nice.',
    'She always texts while she is driving.',
    'That restaurant was so expensive.',
    'Are you coming to the station with us?',
    'The kids want pizza for dinner tonight.',
    'I walked five miles this morning.',
    'Where did you park the car?',
    'Do you want another cup of tea?',
    'And then he said I should call a lawyer.',
    'It was about four in the afternoon when we arrived.',
    'Look at that dog!',
    'Pass me the salt please.',
    'I told her not to book that hotel.',
    'How was your day at work?',
    'Is he still on the phone?',
    'Let me just finish my coffee first.',
    'Come on, we are going to be late.',
    'What a beautiful morning.',
    'My phone number changed last year.',
    'You should have seen his face.',
    'The meeting in Paris was cancelled.',
    'Have you eaten yet?',
    'I think the sports news is boring.',
    'Nobody speaks Italian in my family.',
    'Maybe we could',
    'If you ask me, the price is too high.',
    'That was a long drive.',
    'He plays the violin every evening.',
    'I would never do that.',
    'We need to talk about your grades, young man.',
  ],
);
