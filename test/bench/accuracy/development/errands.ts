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
    says(
      'Should I take an umbrella in Bristol today?',
      call('get_forecast', { city: 'Bristol', date: '2026-11-18' }),
    ),
    says('How are the temperatures in Seville just now?', call('get_weather', { city: 'Seville' })),
    says('Chicago weather in celsius please.', call('get_weather', { city: 'Chicago', unit: 'celsius' })),
    says(
      "What's it going to be like in Nice on Saturday?",
      call('get_forecast', { city: 'Nice', date: '2026-11-21' }),
    ),
    says("There's no more honey, put some in the cart.", call('add_to_cart', { item: 'honey' })),
    says('Five lemons for the cart.', call('add_to_cart', { item: either('lemons', 'lemon'), quantity: 5 })),
    says(
      'I could use a new toothbrush, order one.',
      call('add_to_cart', { item: either('toothbrush', 'new toothbrush'), quantity: maybe(1) }),
    ),
    says('We have enough pasta, so delete it from the cart.', call('remove_from_cart', { item: 'pasta' })),
    says('Tell me what I am buying.', call('show_cart')),
    says('Has 551203 been shipped yet?', call('track_order', { order_number: '551203' })),
    says(
      'What are 30 Swiss francs worth in pounds?',
      call('convert_currency', { amount: 30, from: 'CHF', to: 'GBP' }),
    ),
    says(
      'I have five thousand yen, what is that in dollars?',
      call('convert_currency', { amount: 5000, from: 'JPY', to: 'USD' }),
    ),
    asks('Convert some money for me.', 'convert_currency', ['amount', 'from', 'to']),
    asks('I want to take something out of my cart.', 'remove_from_cart', 'item'),
    [
      says('What is 10 pounds in euros?', call('convert_currency', { amount: 10, from: 'GBP', to: 'EUR' })),
      says('And 25?', call('convert_currency', { amount: 25, from: 'GBP', to: 'EUR' })),
    ],
    [
      says(
        'Will it be sunny in Naples on Friday?',
        call('get_forecast', { city: 'Naples', date: '2026-11-20' }),
      ),
      says('And on Sunday?', call('get_forecast', { city: 'Naples', date: '2026-11-22' })),
    ],
    says(
      'Put cheese and crackers in my cart.',
      call('add_to_cart', { item: 'cheese' }),
      call('add_to_cart', { item: 'crackers' }),
    ),
  ],
};
