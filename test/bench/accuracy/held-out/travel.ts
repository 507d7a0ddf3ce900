import { asks, call, either, says, maybe, type CaseGroup } from '../cases';
import { travel as toolset } from '../toolsets/travel';

export const travel: CaseGroup = {
  toolset,
  cases: [
    says(
      'Find flights from Berlin to Lisbon on December 5th.',
      call('search-flights', { origin: 'Berlin', destination: 'Lisbon', date: '2026-12-05' }),
    ),
    says(
      'I need to fly from Boston to Denver next Monday, two people.',
      call('search-flights', { origin: 'Boston', destination: 'Denver', date: '2026-11-23', passengers: 2 }),
    ),
    says(
      'Are there any flights to Rome from Vienna tomorrow?',
      call('search-flights', { origin: 'Vienna', destination: 'Rome', date: '2026-11-19' }),
    ),
    says('Is LH400 on time?', call('flight-status', { flight_number: either('LH400', 'LH 400') })),
    says(
      "What's the gate of flight BA 117?",
      call('flight-status', { flight_number: either('BA117', 'BA 117') }),
    ),
    says(
      'Get me a hotel in Prague for three nights from Friday.',
      call('book-hotel', { city: 'Prague', check_in: '2026-11-20', nights: 3 }),
    ),
    says(
      'Book a room in Madrid on November 27th, one night.',
      call('book-hotel', { city: 'Madrid', check_in: '2026-11-27', nights: 1 }),
    ),
    says(
      'How do you say good morning in Italian?',
      call('translate-text', { text: 'good morning', language: 'Italian' }),
    ),
    says(
      'Translate where is the station into Japanese.',
      call('translate-text', { text: 'where is the station', language: 'Japanese' }),
    ),
    says(
      "What's thank you very much in French?",
      call('translate-text', { text: 'thank you very much', language: 'French' }),
    ),
    says(
      'How do I get to the airport?',
      call('find-route', { destination: either('the airport', 'airport') }),
    ),
    says(
      'Walking directions to the city library, please.',
      call('find-route', { destination: 'city library', mode: 'walking' }),
    ),
    says(
      'How long does it take to drive to Cambridge?',
      call('find-route', { destination: 'Cambridge', mode: 'driving' }),
    ),
    says(
      'Take me to Central Station by bike.',
      call('find-route', { destination: 'Central Station', mode: 'cycling' }),
    ),
    says("What's a twenty percent tip on 64 dollars?", call('calculate-tip', { amount: 64, percent: 20 })),
    says('The bill is 85.50, how much should I tip?', call('calculate-tip', { amount: 85.5 })),
    says(
      'Work out the tip on forty two euros, ten percent.',
      call('calculate-tip', { amount: 42, percent: 10 }),
    ),
    asks('Check the status of a flight.', 'flight-status', 'flight_number'),
    asks('Find me flights from Oslo to Paris.', 'search-flights', 'date', {
      origin: 'Oslo',
      destination: 'Paris',
    }),
    [
      asks('I need directions.', 'find-route', 'destination'),
      says('The botanical garden.', call('find-route', { destination: 'botanical garden' })),
    ],
    [
      says(
        'Translate I am hungry into Spanish.',
        call('translate-text', { text: 'I am hungry', language: 'Spanish' }),
      ),
      says('And into German?', call('translate-text', { text: 'I am hungry', language: 'German' })),
    ],
    [
      says(
        'Directions to the harbour.',
        call('find-route', { destination: 'harbour', mode: maybe('driving') }),
      ),
      says('And on foot?', call('find-route', { destination: 'harbour', mode: 'walking' })),
    ],
    says(
      'Book a hotel in Geneva tomorrow for two nights and tell me how to get to the train station.',
      call('book-hotel', { city: 'Geneva', check_in: '2026-11-19', nights: 2 }),
      call('find-route', { destination: 'train station' }),
    ),
  ],
};
