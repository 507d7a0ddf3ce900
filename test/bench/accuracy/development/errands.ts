import { answered, asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { errands as toolset } from '../toolsets/errands';

export const errands: CaseGroup = {
  toolset,
  cases: [
    says("What's the weather like in Oslo?", call('get_weather', { city: 'Oslo' })),
    says(
      'How hot is it in Phoenix, in Fahrenheit?',
      call('get_weather', { city: 'Phoenix', unit: 'fahrenheit' }),
    ),
    says('weather new york', call('get_weather', { city: 'New York' })),
    says('Will it rain in Dublin tomorrow?', call('get_forecast', { city: 'Dublin', date: '2026-11-19' })),
    says(
      "What's the forecast for Vienna on Sunday?",
      call('get_forecast', { city: 'Vienna', date: '2026-11-22' }),
    ),
    says('Add milk to the cart.', call('add_to_cart', { item: 'milk' })),
    says(
      'We need three packs of coffee, put them in the basket.',
      call('add_to_cart', { item: either('packs of coffee', 'coffee', 'pack of coffee'), quantity: 3 }),
    ),
    says('Order a dozen eggs.', call('add_to_cart', { item: 'eggs', quantity: 12 })),
    says('Take the orange juice out of my cart.', call('remove_from_cart', { item: 'orange juice' })),
    says(
      "I don't need the batteries any more, remove them from the cart.",
      call('remove_from_cart', { item: 'batteries' }),
    ),
    says("What's in my cart?", call('show_cart')),
    says('How much is my shopping so far?', call('show_cart')),
    says('Where is my parcel? The order number is 482913.', call('track_order', { order_number: '482913' })),
    says('Track order one two three four five six.', call('track_order', { order_number: '123456' })),
    says(
      'How much is 50 dollars in euros?',
      call('convert_currency', { amount: 50, from: 'USD', to: 'EUR' }),
    ),
    says(
      'Convert twenty pounds to Swiss francs.',
      call('convert_currency', { amount: 20, from: 'GBP', to: 'CHF' }),
    ),
    asks("What's the weather?", 'get_weather', 'city'),
    asks('Where is my package?', 'track_order', 'order_number'),
    [
      says('How is the weather in London?', call('get_weather', { city: 'London' })),
      says('And in Paris?', call('get_weather', { city: 'Paris' })),
    ],
    [
      says(
        'Put two bags of flour in the cart.',
        call('add_to_cart', { item: either('bags of flour', 'flour', 'bag of flour'), quantity: 2 }),
      ),
      says('And sugar too.', call('add_to_cart', { item: 'sugar', quantity: maybe(1, 2) })),
    ],
    [
      answered('Read me my shopping cart.', call('show_cart'), {
        items: ['butter', 'oat milk', 'tomatoes'],
        total: '9.40',
      }),
      says('Remove the second one.', call('remove_from_cart', { item: 'oat milk' })),
    ],
    says(
      "What's the weather in Rome and in Madrid?",
      call('get_weather', { city: 'Rome' }),
      call('get_weather', { city: 'Madrid' }),
    ),
  ],
};
