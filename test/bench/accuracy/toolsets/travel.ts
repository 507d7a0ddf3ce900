import type { Toolset } from '../cases';
import { choice, text, tool, whole } from './schema';

/** A travel helper in kebab case; nothing of it is in the development set. */
export const travel: Toolset = {
  name: 'travel',
  tools: [
    tool('search-flights', 'Search for flights between two cities on a given date.', {
      origin: text('City of departure'),
      destination: text('City of arrival'),
      date: text('Date of departure in YYYY-MM-DD', { format: 'date' }),
      'passengers?': whole('Number of travellers', { default: 1 }),
    }),
    tool('flight-status', 'Is a flight on time? Looks up its status and gate.', {
      flight_number: text('Airline code and number, e.g. LH400', { pattern: '^[A-Z]{2} ?[0-9]{1,4}$' }),
    }),
    tool('book-hotel', 'Book a hotel room.', {
      city: text('City'),
      check_in: text('Day of arrival, YYYY-MM-DD', { format: 'date' }),
      nights: whole('Number of nights', { minimum: 1 }),
    }),
    tool('translate-text', 'Translates a phrase into another language.', {
      text: text('What to translate'),
      language: choice(['German', 'French', 'Spanish', 'Italian', 'Japanese'], 'Target language'),
    }),
    tool('find-route', 'Directions: how to get somewhere and how long it takes.', {
      destination: text('Place to go to', { examples: ['the airport', 'Central Station'] }),
      'mode?': choice(['driving', 'walking', 'cycling', 'transit']),
    }),
    tool('calculate-tip', 'Works out the tip on a restaurant bill', {
      amount: { type: 'number', description: 'Amount of the bill' },
      'percent?': { type: 'number', description: 'Tip in percent', default: 15 },
    }),
  ],
  heldOutOnly: [
    'search-flights',
    'flight-status',
    'book-hotel',
    'translate-text',
    'find-route',
    'calculate-tip',
  ],
};
