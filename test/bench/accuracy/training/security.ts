import { answered, asks, call, either, maybe, says } from '../cases';
import { choice, text, tool } from '../toolsets/schema';
import { domain } from './domain';

const CAMERAS = ['driveway', 'garden', 'porch', 'garage'];

const tools = [
  tool('arm', 'Arms the burglar alarm.', { mode: choice(['home', 'away', 'night']) }),
  tool('disarm', 'Disarms the burglar alarm.', { code: text('Four-digit code.', { pattern: '^[0-9]{4}$' }) }),
  tool('show_camera', 'Shows the live picture of a camera.', { camera: choice(CAMERAS) }),
  tool('list_recordings', 'Lists what the cameras recorded.', {
    'camera?': choice(CAMERAS),
    'day?': text('Which day, YYYY-MM-DD.', { format: 'date' }),
  }),
  tool('add_guest', 'Gives a guest access to the house.', {
    name: text('Name of the guest.'),
    'until?': text('Last day of the access, YYYY-MM-DD.', { format: 'date' }),
  }),
  tool('remove_guest', "Takes away a guest's access.", { name: text('Name of the guest.') }),
  tool('sound_siren', 'Sounds the siren.'),
  tool('check_windows', 'Reports which windows and doors are open.'),
];

export const security = domain(
  'security',
  tools,
  [
    says('Arm the alarm, we are leaving.', call('arm', { mode: 'away' })),
    says('Night mode.', call('arm', { mode: 'night' })),
    says('Set the burglar alarm to home.', call('arm', { mode: 'home' })),
    says('Going to bed, arm the house for the night.', call('arm', { mode: 'night' })),
    says('Disarm the alarm, the code is 4 8 1 5.', call('disarm', { code: '4815' })),
    says('Turn the alarm off with code 2290.', call('disarm', { code: '2290' })),
    says('Show me the driveway.', call('show_camera', { camera: 'driveway' })),
    says("What's going on in the garden?", call('show_camera', { camera: 'garden' })),
    says('Porch camera.', call('show_camera', { camera: 'porch' })),
    says("I'd like to have a look at the garage.", call('show_camera', { camera: 'garage' })),
    says('Is anybody on the porch?', call('show_camera', { camera: 'porch' })),
    says('What did the cameras record yesterday?', call('list_recordings', { day: '2026-11-17' })),
    says('Any recordings from the driveway?', call('list_recordings', { camera: 'driveway' })),
    says(
      'Show the clips from the garden camera from Sunday.',
      call('list_recordings', { camera: 'garden', day: '2026-11-15' }),
    ),
    says('Did anything happen today on camera?', call('list_recordings', { day: maybe('2026-11-18') })),
    says('Let Marie into the house until Friday.', call('add_guest', { name: 'Marie', until: '2026-11-20' })),
    says('Give the cleaner access.', call('add_guest', { name: either('the cleaner', 'cleaner') })),
    says(
      'Add Tobias as a guest until the 1st of December.',
      call('add_guest', { name: 'Tobias', until: '2026-12-01' }),
    ),
    says('Remove Karl from the guests.', call('remove_guest', { name: 'Karl' })),
    says('Marie may no longer come in.', call('remove_guest', { name: 'Marie' })),
    says("Take away the plumber's access.", call('remove_guest', { name: either('the plumber', 'plumber') })),
    says('Set off the siren!', call('sound_siren')),
    says('Make some noise, sound the siren.', call('sound_siren')),
    says('Siren!', call('sound_siren')),
    says('Are all the windows closed?', call('check_windows')),
    says('Did I leave a window open?', call('check_windows')),
    says('Check the doors and windows.', call('check_windows')),
    says('Is anything still open?', call('check_windows')),
    asks('Disarm.', 'disarm', 'code'),
    asks('Arm the system.', 'arm', 'mode'),
    asks('Give someone access to the house.', 'add_guest', 'name'),
    [
      asks('Show me a camera.', 'show_camera', 'camera'),
      says('The porch.', call('show_camera', { camera: 'porch' })),
    ],
    [
      answered('Show the recordings of the porch.', call('list_recordings', { camera: 'porch' }), {
        clips: 3,
      }),
      says('And the garage?', call('list_recordings', { camera: 'garage' })),
    ],
    [
      asks('Turn off the alarm.', 'disarm', 'code'),
      says('One two three four.', call('disarm', { code: '1234' })),
    ],
    says(
      'Check the windows and arm the alarm for the night.',
      call('check_windows'),
      call('arm', { mode: 'night' }),
    ),
  ],
  [
    'I broke my arm when I was seven.',
    'The guests were already there when I arrived.',
    'She bought a new camera for the trip.',
    'My neighbours have a lovely porch.',
    'We heard sirens all night.',
    'Shut the window, will you, Tom?',
    'He is a security guard at the mall.',
    'What an alarming amount of homework.',
    'Somebody broke into the school.',
    'Were you at home on Sunday?',
    'It is nobody’s fault.',
    'The record was broken twice.',
  ],
);
