import { answered, asks, call, either, maybe, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const SEATS = ['driver', 'passenger', 'rear'];

const tools = [
  tool('vehicle_status', 'Get range, battery level, odometer and tyre pressure of the car', {
    'item?': choice(['range', 'battery', 'odometer', 'tyre_pressure']),
  }),
  tool('climate_on', 'Start heating or cooling the cabin', { 'temperature?': whole('Degrees Celsius') }),
  tool('climate_off', 'Stop heating or cooling the cabin'),
  tool('lock_vehicle', 'Lock all doors of the car'),
  tool('unlock_vehicle', 'Unlock the car'),
  tool('heat_seat', 'Turn seat heating to a level', {
    seat: choice(SEATS),
    level: whole('0 is off, 3 is hottest', { minimum: 0, maximum: 3 }),
  }),
  tool('set_charge_limit', 'Set up to which percentage the car charges', {
    percent: whole('Percent', { minimum: 50, maximum: 100 }),
  }),
  tool('locate_vehicle', 'Show where the car is parked'),
  tool('navigate_to', 'Send a destination to the navigation system', {
    destination: text('Address or name of a place'),
    'avoid?': choice(['tolls', 'motorways', 'ferries']),
  }),
  tool('book_service', 'Make an appointment at the garage', {
    day: text('Day, YYYY-MM-DD', { format: 'date' }),
  }),
];

export const car = domain(
  'car',
  tools,
  [
    says('How far can I drive?', call('vehicle_status', { item: 'range' })),
    says('Battery?', call('vehicle_status', { item: 'battery' })),
    says('Check the tyre pressure.', call('vehicle_status', { item: 'tyre_pressure' })),
    says('Is the car charged?', call('vehicle_status', { item: maybe('battery') })),
    says(
      'Will I make it to the office, what range do I have left?',
      call('vehicle_status', { item: 'range' }),
    ),
    says('Warm up the car.', call('climate_on')),
    says("I'm leaving in five minutes, heat the car to 22 degrees.", call('climate_on', { temperature: 22 })),
    says('Cool the cabin down to eighteen.', call('climate_on', { temperature: 18 })),
    says('Air conditioning on.', call('climate_on')),
    says('Turn the climate off.', call('climate_off')),
    says('Stop heating the car.', call('climate_off')),
    says('Lock the car.', call('lock_vehicle')),
    says('I think I forgot to lock the car, do it please.', call('lock_vehicle')),
    says('Open the car for me.', call('unlock_vehicle')),
    says('Can you unlock it?', call('unlock_vehicle')),
    says('My seat is cold, set the driver seat to three.', call('heat_seat', { seat: 'driver', level: 3 })),
    says('Passenger seat heating level one.', call('heat_seat', { seat: 'passenger', level: 1 })),
    says('Put the rear seats on two.', call('heat_seat', { seat: 'rear', level: 2 })),
    says('Charge to eighty percent.', call('set_charge_limit', { percent: 80 })),
    says('Only charge it up to 70.', call('set_charge_limit', { percent: 70 })),
    says('Fill the battery completely, a hundred percent.', call('set_charge_limit', { percent: 100 })),
    says('Where did I park?', call('locate_vehicle')),
    says("I can't find my car.", call('locate_vehicle')),
    says("Where's the car?", call('locate_vehicle')),
    says(
      'Take me to the hardware store.',
      call('navigate_to', { destination: either('hardware store', 'the hardware store') }),
    ),
    says(
      'Drive to 14 Elm Street without tolls.',
      call('navigate_to', { destination: '14 Elm Street', avoid: 'tolls' }),
    ),
    says(
      'I have to get to the airport.',
      call('navigate_to', { destination: either('airport', 'the airport') }),
    ),
    says(
      'Set a course for Aunt Carol, avoid motorways.',
      call('navigate_to', { destination: 'Aunt Carol', avoid: 'motorways' }),
    ),
    says('Navigation to Riverside Mall.', call('navigate_to', { destination: 'Riverside Mall' })),
    says('Book a service on Monday.', call('book_service', { day: '2026-11-23' })),
    says(
      'The car needs an inspection, get me an appointment for the 2nd of December.',
      call('book_service', { day: '2026-12-02' }),
    ),
    asks('I need an appointment at the garage.', 'book_service', 'day'),
    asks('Set the charging limit.', 'set_charge_limit', 'percent'),
    asks('Turn on the seat heating for the passenger.', 'heat_seat', 'level', { seat: 'passenger' }),
    [
      asks('Navigate somewhere.', 'navigate_to', 'destination'),
      says('The zoo.', call('navigate_to', { destination: either('zoo', 'the zoo') })),
    ],
    [
      says('Set the driver seat to two.', call('heat_seat', { seat: 'driver', level: 2 })),
      says('The passenger seat as well.', call('heat_seat', { seat: 'passenger', level: 2 })),
    ],
    [
      answered('How many kilometres are on the odometer?', call('vehicle_status', { item: 'odometer' }), {
        km: 48210,
      }),
      says('And the tyre pressure?', call('vehicle_status', { item: 'tyre_pressure' })),
    ],
    says('Lock the car and switch the climate off.', call('lock_vehicle'), call('climate_off')),
  ],
  [
    'His car is older than mine.',
    'You drive me up the wall.',
    'We parked right in front of the theatre.',
    'Is this seat taken?',
    'The weather was too hot for the kids.',
    'She charges forty euros an hour.',
    'They unlocked a new level in that game.',
    'My uncle sells tyres.',
    'The drive took us nine hours.',
    'Fasten your seat belts, kids.',
    'What colour was the car that hit you?',
    'Batteries are not included.',
  ],
);
