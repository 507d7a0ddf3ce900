import { asks, call, says, type CaseGroup } from '../cases';
import { home as toolset } from '../toolsets/home';

export const home: CaseGroup = {
  toolset,
  cases: [
    says('Turn on the lights in the kitchen.', call('switch_light', { room: 'kitchen', state: 'on' })),
    says('Bedroom lights off.', call('switch_light', { room: 'bedroom', state: 'off' })),
    says(
      "It's too dark in the living room, switch the light on.",
      call('switch_light', { room: 'living_room', state: 'on' }),
    ),
    says('Dim the office to 40 percent.', call('dim_light', { room: 'office', brightness: 40 })),
    says(
      'Set the brightness in the hallway to seventy.',
      call('dim_light', { room: 'hallway', brightness: 70 }),
    ),
    says('Set the heating to 21 degrees.', call('set_thermostat', { temperature: 21 })),
    says(
      'Make it twenty two and a half degrees in the bathroom.',
      call('set_thermostat', { temperature: 22.5, room: 'bathroom' }),
    ),
    says(
      'Please heat the bedroom to eighteen degrees.',
      call('set_thermostat', { temperature: 18, room: 'bedroom' }),
    ),
    says('How warm is it in the office?', call('read_sensor', { room: 'office', quantity: 'temperature' })),
    says(
      "What's the humidity in the bathroom?",
      call('read_sensor', { room: 'bathroom', quantity: 'humidity' }),
    ),
    says(
      'Is the air in the bedroom okay?',
      call('read_sensor', { room: 'bedroom', quantity: 'air_quality' }),
    ),
    says('Lock the front door.', call('lock_door', { door: 'front door', action: 'lock' })),
    says('Could you unlock the garage for me?', call('lock_door', { door: 'garage', action: 'unlock' })),
    says(
      "We're going to watch a film, movie night please.",
      call('activate_scene', { scene: 'movie_night' }),
    ),
    says('Activate the dinner scene.', call('activate_scene', { scene: 'dinner' })),
    says(
      "I'm leaving the house now, set the leaving home scene.",
      call('activate_scene', { scene: 'leaving_home' }),
    ),
    asks('Lock the door.', 'lock_door', 'door', { action: 'lock' }),
    asks('Turn the lights off.', 'switch_light', 'room', { state: 'off' }),
    [
      says('Turn on the bathroom light.', call('switch_light', { room: 'bathroom', state: 'on' })),
      says('And the hallway.', call('switch_light', { room: 'hallway', state: 'on' })),
    ],
    [
      says(
        "What's the temperature in the kitchen?",
        call('read_sensor', { room: 'kitchen', quantity: 'temperature' }),
      ),
      says(
        'What about the living room?',
        call('read_sensor', { room: 'living_room', quantity: 'temperature' }),
      ),
    ],
    says(
      'Lock the back door and turn off the kitchen lights.',
      call('lock_door', { door: 'back door', action: 'lock' }),
      call('switch_light', { room: 'kitchen', state: 'off' }),
    ),
    [
      asks('Unlock a door.', 'lock_door', 'door', { action: 'unlock' }),
      says('The back door.', call('lock_door', { door: 'back door', action: 'unlock' })),
    ],
    says(
      "I can't see a thing in the bathroom, light please.",
      call('switch_light', { room: 'bathroom', state: 'on' }),
    ),
    says(
      'Nobody is in the living room, so turn the lights off there.',
      call('switch_light', { room: 'living_room', state: 'off' }),
    ),
    says('Light off, kitchen.', call('switch_light', { room: 'kitchen', state: 'off' })),
    says(
      'The bedroom is too bright, bring it down to fifteen percent.',
      call('dim_light', { room: 'bedroom', brightness: 15 }),
    ),
    says('Bathroom lights to sixty percent.', call('dim_light', { room: 'bathroom', brightness: 60 })),
    says('I would like it to be twenty degrees in here.', call('set_thermostat', { temperature: 20 })),
    says(
      "It's chilly, heat the living room to 22.",
      call('set_thermostat', { temperature: 22, room: 'living_room' }),
    ),
    says(
      'How many degrees do we have in the hallway?',
      call('read_sensor', { room: 'hallway', quantity: 'temperature' }),
    ),
    says('Is it damp in the bathroom?', call('read_sensor', { room: 'bathroom', quantity: 'humidity' })),
    says(
      "I think I didn't lock the garage, do it please.",
      call('lock_door', { door: 'garage', action: 'lock' }),
    ),
    says(
      'Let the cleaner in, open the lock of the back door.',
      call('lock_door', { door: 'back door', action: 'unlock' }),
    ),
    says('Dinner is ready, set the scene for it.', call('activate_scene', { scene: 'dinner' })),
    says("I've just got up, good morning scene.", call('activate_scene', { scene: 'good_morning' })),
    asks('What does the humidity sensor say?', 'read_sensor', 'room', { quantity: 'humidity' }),
    [
      says(
        'Dim the living room to thirty percent.',
        call('dim_light', { room: 'living_room', brightness: 30 }),
      ),
      says('The office as well.', call('dim_light', { room: 'office', brightness: 30 })),
    ],
    [
      says('Unlock the back door.', call('lock_door', { door: 'back door', action: 'unlock' })),
      says('Sorry, I meant the front door.', call('lock_door', { door: 'front door', action: 'unlock' })),
    ],
    says(
      'Lights on in the hallway and the kitchen.',
      call('switch_light', { room: 'hallway', state: 'on' }),
      call('switch_light', { room: 'kitchen', state: 'on' }),
    ),
  ],
};
