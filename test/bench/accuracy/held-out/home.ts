import { asks, call, says, type CaseGroup } from '../cases';
import { home as toolset } from '../toolsets/home';

export const home: CaseGroup = {
  toolset,
  cases: [
    says('Could I have some light in the hallway?', call('switch_light', { room: 'hallway', state: 'on' })),
    says('Switch the office lights off, please.', call('switch_light', { room: 'office', state: 'off' })),
    says('lights on in the bedroom', call('switch_light', { room: 'bedroom', state: 'on' })),
    says('Kill the lights in the living room.', call('switch_light', { room: 'living_room', state: 'off' })),
    says(
      'I forgot to turn off the light in the bathroom, can you do it?',
      call('switch_light', { room: 'bathroom', state: 'off' }),
    ),
    says(
      'Make the bedroom light dimmer, say twenty percent.',
      call('dim_light', { room: 'bedroom', brightness: 20 }),
    ),
    says('Living room brightness 55.', call('dim_light', { room: 'living_room', brightness: 55 })),
    says(
      'I want the kitchen at full brightness, one hundred percent.',
      call('dim_light', { room: 'kitchen', brightness: 100 }),
    ),
    says("I'm freezing, put the heating on 23.", call('set_thermostat', { temperature: 23 })),
    says(
      'Nineteen and a half degrees in the office, please.',
      call('set_thermostat', { temperature: 19.5, room: 'office' }),
    ),
    says('Thermostat to twenty.', call('set_thermostat', { temperature: 20 })),
    says(
      'Could you warm the bathroom up to twenty four degrees?',
      call('set_thermostat', { temperature: 24, room: 'bathroom' }),
    ),
    says(
      "What's the temperature in the bedroom?",
      call('read_sensor', { room: 'bedroom', quantity: 'temperature' }),
    ),
    says('How humid is the kitchen?', call('read_sensor', { room: 'kitchen', quantity: 'humidity' })),
    says(
      'Tell me the air quality in the living room.',
      call('read_sensor', { room: 'living_room', quantity: 'air_quality' }),
    ),
    says('Is it cold in the office?', call('read_sensor', { room: 'office', quantity: 'temperature' })),
    says('Make sure the back door is locked.', call('lock_door', { door: 'back door', action: 'lock' })),
    says(
      'My parents are here, unlock the front door.',
      call('lock_door', { door: 'front door', action: 'unlock' }),
    ),
    says('Lock up the garage for the night.', call('lock_door', { door: 'garage', action: 'lock' })),
    says("I'm going to bed, start the good night scene.", call('activate_scene', { scene: 'good_night' })),
    says('Scene movie night.', call('activate_scene', { scene: 'movie_night' })),
    says('Switch to the good morning scene.', call('activate_scene', { scene: 'good_morning' })),
    says('Close the blinds in the bedroom.', call('move_blinds', { room: 'bedroom', position: 'closed' })),
    says('Open the office blinds halfway.', call('move_blinds', { room: 'office', position: 'half' })),
    says(
      'Let some sun into the kitchen, open the blinds.',
      call('move_blinds', { room: 'kitchen', position: 'open' }),
    ),
    says('Hoover the hallway.', call('start_vacuum', { rooms: ['hallway'] })),
    says('Start the vacuum cleaner.', call('start_vacuum')),
    says("Somebody rang, who's at the door?", call('who_is_at_the_door')),
    asks('Set the thermostat.', 'set_thermostat', 'temperature'),
    asks('Close the blinds.', 'move_blinds', 'room', { position: 'closed' }),
    [
      asks('Switch the lights on.', 'switch_light', 'room', { state: 'on' }),
      says('In the office.', call('switch_light', { room: 'office', state: 'on' })),
    ],
    [
      says(
        'How warm is the bathroom right now?',
        call('read_sensor', { room: 'bathroom', quantity: 'temperature' }),
      ),
      says('And the bedroom?', call('read_sensor', { room: 'bedroom', quantity: 'temperature' })),
      says('And how humid is it there?', call('read_sensor', { room: 'bedroom', quantity: 'humidity' })),
    ],
    [
      says('Turn the kitchen light off.', call('switch_light', { room: 'kitchen', state: 'off' })),
      says('No, the bathroom.', call('switch_light', { room: 'bathroom', state: 'off' })),
    ],
    says(
      'Lights off in the office and close the blinds in the living room.',
      call('switch_light', { room: 'office', state: 'off' }),
      call('move_blinds', { room: 'living_room', position: 'closed' }),
    ),
    says(
      'Lock the front door and the back door.',
      call('lock_door', { door: 'front door', action: 'lock' }),
      call('lock_door', { door: 'back door', action: 'lock' }),
    ),
  ],
};
