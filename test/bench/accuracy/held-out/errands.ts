import { answered, asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { errands as toolset } from '../toolsets/errands';

export const errands: CaseGroup = {
  toolset,
  cases: [
    says('Is it sunny in Barcelona?', call('get_weather', { city: 'Barcelona' })),
    says('Tell me the weather for Cape Town right now.', call('get_weather', { city: 'Cape Town' })),
    says(
      'How cold is it in Montreal in celsius?',
      call('get_weather', { city: 'Montreal', unit: 'celsius' }),
    ),
    says('Do I need a coat in Copenhagen at the moment?', call('get_weather', { city: 'Copenhagen' })),
    says(
      'What will the weather be in Munich on Friday?',
      call('get_forecast', { city: 'Munich', date: '2026-11-20' }),
    ),
    says(
      'Is it going to snow in Zurich tomorrow?',
      call('get_forecast', { city: 'Zurich', date: '2026-11-19' }),
    ),
    says(
      'Forecast for Athens next Monday, please.',
      call('get_forecast', { city: 'Athens', date: '2026-11-23' }),
    ),
    says("We're out of toothpaste, add it to the cart.", call('add_to_cart', { item: 'toothpaste' })),
    says(
      'I need six rolls of kitchen paper.',
      call('add_to_cart', {
        item: either(
          'rolls of kitchen paper',
          'kitchen paper',
          'roll of kitchen paper',
          'kitchen paper rolls',
        ),
        quantity: 6,
      }),
    ),
    says(
      'Stick a bottle of olive oil in my shopping cart.',
      call('add_to_cart', { item: either('bottle of olive oil', 'olive oil'), quantity: maybe(1) }),
    ),
    says(
      'buy two light bulbs',
      call('add_to_cart', { item: either('light bulbs', 'light bulb'), quantity: 2 }),
    ),
    says(
      'Could you maybe put some bananas in the cart?',
      call('add_to_cart', { item: either('bananas', 'some bananas') }),
    ),
    says(
      'Forget about the shampoo, take it out of the cart again.',
      call('remove_from_cart', { item: 'shampoo' }),
    ),
    says('Remove the frozen peas.', call('remove_from_cart', { item: 'frozen peas' })),
    says('What have I put in the cart so far?', call('show_cart')),
    says('Read me the cart.', call('show_cart')),
    says("When does my delivery come? It's order 770412.", call('track_order', { order_number: '770412' })),
    says(
      'Order number three five nine zero one eight, where is it?',
      call('track_order', { order_number: '359018' }),
    ),
    says('track 604155', call('track_order', { order_number: '604155' })),
    says("What's a hundred euros in yen?", call('convert_currency', { amount: 100, from: 'EUR', to: 'JPY' })),
    says(
      'How many dollars do I get for 75 pounds?',
      call('convert_currency', { amount: 75, from: 'GBP', to: 'USD' }),
    ),
    says(
      'Convert 12.50 francs into euros.',
      call('convert_currency', { amount: 12.5, from: 'CHF', to: 'EUR' }),
    ),
    says("Where's the nearest pharmacy?", call('find_store', { kind: 'pharmacy' })),
    says('Is there a bakery within two kilometers?', call('find_store', { kind: 'bakery', radius_km: 2 })),
    says('I have to fill up the car, find a petrol station.', call('find_store', { kind: 'petrol' })),
    asks('Put something in my shopping cart.', 'add_to_cart', 'item'),
    asks('What will the weather be tomorrow?', 'get_forecast', 'city', { date: '2026-11-19' }),
    [
      asks('Can you track my parcel?', 'track_order', 'order_number'),
      says('It is 918273.', call('track_order', { order_number: '918273' })),
    ],
    [
      says('Is it warm in Lisbon?', call('get_weather', { city: 'Lisbon' })),
      says('What about Porto?', call('get_weather', { city: 'Porto' })),
    ],
    [
      says(
        'How much are 20 euros in dollars?',
        call('convert_currency', { amount: 20, from: 'EUR', to: 'USD' }),
      ),
      says('And in pounds?', call('convert_currency', { amount: 20, from: 'EUR', to: 'GBP' })),
    ],
    [
      answered('Show me what is in my basket.', call('show_cart'), {
        items: ['rice', 'soy sauce', 'ginger'],
        total: '7.10',
      }),
      says("I don't want the last one, take it out.", call('remove_from_cart', { item: 'ginger' })),
    ],
    says(
      'Add bread to the cart and tell me the weather in Hamburg.',
      call('add_to_cart', { item: 'bread' }),
      call('get_weather', { city: 'Hamburg' }),
    ),
  ],
};
