import { asks, call, either, says, type CaseGroup } from '../cases';
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
      says('The back door.', call('lock_door', { door: either('back door'), action: 'unlock' })),
    ],
  ],
};
