import type { Toolset } from '../cases';
import { choice, text, tool, whole } from './schema';

const ROOMS = ['kitchen', 'living_room', 'bedroom', 'bathroom', 'office', 'hallway'];

/** A smart home. */
export const home: Toolset = {
  name: 'home',
  tools: [
    tool('switch_light', 'Switch the lights of a room on or off', {
      room: choice(ROOMS),
      state: choice(['on', 'off']),
    }),
    tool('dim_light', 'Set brightness', {
      room: choice(ROOMS, 'Which room'),
      brightness: whole('Brightness in percent', { minimum: 1, maximum: 100 }),
    }),
    tool('set_thermostat', 'Sets the target temperature of the heating.', {
      temperature: { type: 'number', description: 'Degrees Celsius, e.g. 21.5', minimum: 5, maximum: 30 },
      'room?': choice(ROOMS, 'Leave out for the whole house.'),
    }),
    tool('read_sensor', 'Reads what a sensor in a room measures: how warm, how humid, how good the air is.', {
      room: choice(ROOMS),
      quantity: choice(['temperature', 'humidity', 'air_quality']),
    }),
    tool('lock_door', 'Locks or unlocks a door.', {
      door: choice(['front door', 'back door', 'garage']),
      action: choice(['lock', 'unlock']),
    }),
    tool('activate_scene', 'Activates a scene that changes several devices at once.', {
      scene: choice(['movie_night', 'good_night', 'good_morning', 'dinner', 'leaving_home']),
    }),
    tool('move_blinds', 'Opens or closes the window blinds.', {
      room: choice(ROOMS),
      position: choice(['open', 'closed', 'half']),
    }),
    tool('start_vacuum', 'Sends the robot vacuum cleaner off.', {
      'rooms?': {
        type: 'array',
        items: { type: 'string', enum: ROOMS },
        description: 'Rooms to clean; leave out for everywhere.',
      },
    }),
    tool('who_is_at_the_door', 'Looks through the doorbell camera.', {
      'camera?': text("Which camera; 'front' unless the user says otherwise.", { default: 'front' }),
    }),
  ],
  heldOutOnly: ['move_blinds', 'start_vacuum', 'who_is_at_the_door'],
};
