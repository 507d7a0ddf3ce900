import { asks, call, either, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const tools = [
  tool('podcast_play', 'Play a podcast.', { show: text('Name of the show.') }),
  tool('podcast_subscribe', 'Follow a podcast so that new episodes appear.', {
    show: text('Name of the show.'),
  }),
  tool('podcast_unsubscribe', 'Stop following a podcast.', { show: text('Name of the show.') }),
  tool('podcast_seek', 'Jump forward or back within the episode.', {
    seconds: whole('How many seconds.'),
    direction: choice(['forward', 'back']),
  }),
  tool('podcast_speed', 'Change how fast the speech is played.', {
    speed: { type: 'number', description: '1 is normal speed.', minimum: 0.5, maximum: 3 },
  }),
  tool('podcast_sleep', 'Stop playing after a while, for falling asleep.', {
    minutes: whole('After how many minutes.'),
  }),
  tool('podcast_new', 'List new episodes of followed podcasts.'),
  tool('podcast_download', 'Save an episode for listening without internet.', {
    show: text('Name of the show.'),
  }),
  tool('podcast_bookmark', 'Remember the current position.', { 'note?': text('What is interesting there.') }),
];

export const podcasts = domain(
  'podcasts',
  tools,
  [
    says('Play Hidden Valleys.', call('podcast_play', { show: 'Hidden Valleys' })),
    says(
      'Put on the History Hour.',
      call('podcast_play', { show: either('History Hour', 'the History Hour') }),
    ),
    says('I want to listen to Startup Stories.', call('podcast_play', { show: 'Startup Stories' })),
    says("Let's hear Science Weekly.", call('podcast_play', { show: 'Science Weekly' })),
    says('Subscribe to Crime Desk.', call('podcast_subscribe', { show: 'Crime Desk' })),
    says('Follow the podcast Slow German.', call('podcast_subscribe', { show: 'Slow German' })),
    says("I don't want to miss an episode of Night Owls.", call('podcast_subscribe', { show: 'Night Owls' })),
    says('Unsubscribe from Daily Markets.', call('podcast_unsubscribe', { show: 'Daily Markets' })),
    says(
      "I'm tired of Celebrity Gossip, unfollow it.",
      call('podcast_unsubscribe', { show: 'Celebrity Gossip' }),
    ),
    says('Stop following Tech Rumours.', call('podcast_unsubscribe', { show: 'Tech Rumours' })),
    says('Go back thirty seconds.', call('podcast_seek', { seconds: 30, direction: 'back' })),
    says('Forward a minute.', call('podcast_seek', { seconds: 60, direction: 'forward' })),
    says('Skip two minutes ahead.', call('podcast_seek', { seconds: 120, direction: 'forward' })),
    says('Ten seconds back please, I missed that.', call('podcast_seek', { seconds: 10, direction: 'back' })),
    says('Play it at one and a half speed.', call('podcast_speed', { speed: 1.5 })),
    says('Double speed.', call('podcast_speed', { speed: 2 })),
    says('Set the speed to 1.2.', call('podcast_speed', { speed: 1.2 })),
    says('Turn it off in half an hour.', call('podcast_sleep', { minutes: 30 })),
    says('Stop after twenty minutes.', call('podcast_sleep', { minutes: 20 })),
    says("I'm falling asleep, stop playing in 15 minutes.", call('podcast_sleep', { minutes: 15 })),
    says("What's new?", call('podcast_new')),
    says('Are there any new episodes?', call('podcast_new')),
    says('New episodes.', call('podcast_new')),
    says('Did any of my podcasts come out with something new?', call('podcast_new')),
    says(
      "I'm on the train tomorrow, download Ocean Tales.",
      call('podcast_download', { show: 'Ocean Tales' }),
    ),
    says('Save History Hour for offline.', call('podcast_download', { show: 'History Hour' })),
    says('Download the latest from Garden Talk.', call('podcast_download', { show: 'Garden Talk' })),
    says('Bookmark this.', call('podcast_bookmark')),
    says('Remember this spot.', call('podcast_bookmark')),
    says(
      'Set a bookmark with the note great interview.',
      call('podcast_bookmark', { note: 'great interview' }),
    ),
    asks('Play a podcast.', 'podcast_play', 'show'),
    asks('Subscribe to a podcast.', 'podcast_subscribe', 'show'),
    asks('Change the playback speed.', 'podcast_speed', 'speed'),
    [
      asks('I want to download an episode.', 'podcast_download', 'show'),
      says('Science Weekly.', call('podcast_download', { show: 'Science Weekly' })),
    ],
    [
      says('Go forward thirty seconds.', call('podcast_seek', { seconds: 30, direction: 'forward' })),
      says('Again.', call('podcast_seek', { seconds: 30, direction: 'forward' })),
    ],
    says(
      'Bookmark this and stop in ten minutes.',
      call('podcast_bookmark'),
      call('podcast_sleep', { minutes: 10 }),
    ),
  ],
  [
    'I heard a podcast about bees last week.',
    'The last episode of that series made me cry.',
    'He speeds all the time.',
    'The kids are asleep.',
    'What did he say?',
    'I missed you so much.',
    'Follow me, I know the way.',
    'There is nothing new under the sun.',
    'She plays in a football team.',
    'Five minutes ago it was still sunny.',
    'Can everybody hear me in the back?',
    'We used to listen to the radio every evening.',
  ],
);
