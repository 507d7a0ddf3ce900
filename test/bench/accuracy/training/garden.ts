import { asks, call, either, maybe, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const ZONES = ['front_lawn', 'back_lawn', 'vegetables', 'roses', 'greenhouse'];

const tools = [
  tool('water_zone', 'Opens the valve of a zone and waters it.', {
    zone: choice(ZONES),
    'minutes?': whole('For how many minutes.', { minimum: 1 }),
  }),
  tool('stop_watering', 'Closes all valves.'),
  tool('read_soil', 'Measures how moist the soil of a zone is.', { zone: choice(ZONES) }),
  tool('set_watering_time', 'Changes at which time of day the automatic watering begins.', {
    time: text('HH:MM', { pattern: '^[0-2][0-9]:[0-5][0-9]$' }),
  }),
  tool('pause_schedule', 'Suspends automatic watering for some days, for instance because of rain.', {
    days: whole('Number of days.', { minimum: 1 }),
  }),
  tool('start_mower', 'Sends the robot mower out to cut the grass.'),
  tool('dock_mower', 'Calls the robot mower back to its station.'),
  tool('record_harvest', 'Notes what was harvested.', {
    crop: text('What was picked, e.g. tomatoes.'),
    'kilograms?': { type: 'number', description: 'Weight in kilograms.' },
  }),
  tool('identify_plant', 'Tells what a plant looks like and how to care for it.', {
    plant: text('Name of the plant.'),
  }),
];

export const garden = domain(
  'garden',
  tools,
  [
    says('Water the roses.', call('water_zone', { zone: 'roses' })),
    says(
      'The vegetables look thirsty, give them ten minutes of water.',
      call('water_zone', { zone: 'vegetables', minutes: 10 }),
    ),
    says('Sprinklers on for the front lawn.', call('water_zone', { zone: 'front_lawn' })),
    says('Greenhouse, quarter of an hour of water.', call('water_zone', { zone: 'greenhouse', minutes: 15 })),
    says(
      'Can you run the back lawn for twenty minutes?',
      call('water_zone', { zone: 'back_lawn', minutes: 20 }),
    ),
    says('I want the roses watered for five minutes.', call('water_zone', { zone: 'roses', minutes: 5 })),
    says('Stop watering.', call('stop_watering')),
    says('Turn the sprinklers off.', call('stop_watering')),
    says('Enough water.', call('stop_watering')),
    says('Close the valves.', call('stop_watering')),
    says('Is the soil in the greenhouse dry?', call('read_soil', { zone: 'greenhouse' })),
    says('How wet is the back lawn?', call('read_soil', { zone: 'back_lawn' })),
    says('Check the moisture of the vegetables.', call('read_soil', { zone: 'vegetables' })),
    says('Do the roses need water?', call('read_soil', { zone: 'roses' })),
    says(
      'Start the automatic watering at half past five in the morning.',
      call('set_watering_time', { time: '05:30' }),
    ),
    says('Watering should begin at 9 PM.', call('set_watering_time', { time: '21:00' })),
    says(
      "I'd rather have the garden watered at six in the morning.",
      call('set_watering_time', { time: '06:00' }),
    ),
    says("It's going to rain, skip the watering for three days.", call('pause_schedule', { days: 3 })),
    says('No automatic watering for a week.', call('pause_schedule', { days: 7 })),
    says('Suspend the schedule for two days.', call('pause_schedule', { days: 2 })),
    says('Mow the lawn.', call('start_mower')),
    says('The grass is getting long, send out the mower.', call('start_mower')),
    says('Time to cut the grass.', call('start_mower')),
    says('Bring the mower home.', call('dock_mower')),
    says('The children are playing outside, call the mower back.', call('dock_mower')),
    says('Mower back to its station.', call('dock_mower')),
    says('I picked four kilos of tomatoes.', call('record_harvest', { crop: 'tomatoes', kilograms: 4 })),
    says(
      'Note the harvest, 2.5 kilograms of beans.',
      call('record_harvest', { crop: 'beans', kilograms: 2.5 }),
    ),
    says(
      'We harvested the first strawberries.',
      call('record_harvest', {
        crop: either('strawberries', 'first strawberries', 'the first strawberries'),
      }),
    ),
    says('How do I look after lavender?', call('identify_plant', { plant: 'lavender' })),
    says(
      'What does a foxglove look like?',
      call('identify_plant', { plant: either('foxglove', 'a foxglove') }),
    ),
    says('Tell me about hydrangeas.', call('identify_plant', { plant: 'hydrangeas' })),
    asks('Turn on the water.', 'water_zone', 'zone'),
    asks('Change the time of the watering.', 'set_watering_time', 'time'),
    asks('Pause the watering schedule.', 'pause_schedule', 'days'),
    [
      asks('Start watering please.', 'water_zone', 'zone'),
      says('The front lawn.', call('water_zone', { zone: 'front_lawn' })),
    ],
    [
      says('Water the greenhouse for ten minutes.', call('water_zone', { zone: 'greenhouse', minutes: 10 })),
      says('And the vegetables.', call('water_zone', { zone: 'vegetables', minutes: maybe(10) })),
    ],
    says(
      'Water the roses and send the mower out.',
      call('water_zone', { zone: 'roses' }),
      call('start_mower'),
    ),
  ],
  [
    'He gave her roses on their anniversary.',
    'I am up to my neck in work.',
    'Somebody should really tidy the shed.',
    'The grass is always greener on the other side.',
    'My tomatoes never ripened last summer.',
    'It rained so hard that the cellar flooded.',
    'Whose dog is digging in our flower bed?',
    'Would you like some tea in the garden?',
    'Plants need light.',
    'She studied the history of gardens.',
    'Stop shouting, I can hear you.',
    'We should plant an apple tree one day.',
  ],
);
