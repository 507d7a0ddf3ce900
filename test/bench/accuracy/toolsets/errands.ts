import type { Toolset } from '../cases';
import { choice, text, tool, whole } from './schema';

/** Weather, shopping and small sums: what demos of voice agents like to show. */
export const errands: Toolset = {
  name: 'errands',
  tools: [
    tool('get_weather', 'Get the current weather in a given city', {
      city: text('The city name, e.g. San Francisco'),
      'unit?': choice(['celsius', 'fahrenheit']),
    }),
    tool('get_forecast', 'Weather forecast for the coming days, e.g. whether it will rain.', {
      city: text('City name.'),
      date: text('Day of the forecast, YYYY-MM-DD.', { format: 'date' }),
    }),
    tool('add_to_cart', 'Adds an article to the shopping cart.', {
      item: text('The article.', { examples: ['milk', 'AA batteries'] }),
      'quantity?': whole('How many.', { minimum: 1, default: 1 }),
    }),
    tool('remove_from_cart', 'Takes an article out of the shopping cart.', { item: text('The article.') }),
    tool('show_cart', 'Tells what is in the shopping cart and what it costs.'),
    tool('track_order', 'Tells where a parcel is and when it arrives.', {
      order_number: text('Number of the order, six digits.', { pattern: '^[0-9]{6}$', examples: ['482913'] }),
    }),
    tool('convert_currency', 'Converts an amount of money with the exchange rate of today.', {
      amount: { type: 'number' },
      from: choice(['EUR', 'USD', 'GBP', 'CHF', 'JPY'], 'Currency of the amount.'),
      to: choice(['EUR', 'USD', 'GBP', 'CHF', 'JPY'], 'Currency wanted.'),
    }),
    tool('find_store', 'Finds shops of a kind nearby.', {
      kind: choice(['pharmacy', 'supermarket', 'bakery', 'hardware', 'petrol']),
      'radius_km?': { type: 'number', description: 'How far away at most, in kilometres.' },
    }),
  ],
  heldOutOnly: ['find_store'],
};
