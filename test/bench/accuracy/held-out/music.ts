import { asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { music as toolset } from '../toolsets/music';

export const music: CaseGroup = {
  toolset,
  cases: [
    says("I'm in the mood for some blues.", call('playMusic', { query: either('blues', 'some blues') })),
    says('Play Clair de Lune.', call('playMusic', { query: 'Clair de Lune' })),
    says(
      'Can we have a bit of Ella Fitzgerald?',
      call('playMusic', {
        query: either('Ella Fitzgerald', 'a bit of Ella Fitzgerald', 'bit of Ella Fitzgerald'),
      }),
    ),
    says(
      'Let me hear the new album by Adele.',
      call('playMusic', { query: either('new album by Adele', 'the new album by Adele') }),
    ),
    says(
      'Start my dinner playlist in random order.',
      call('playMusic', { query: either('dinner playlist', 'my dinner playlist', 'dinner'), shuffle: true }),
    ),
    says(
      'Music please, something for cooking.',
      call('playMusic', { query: either('something for cooking', 'cooking', 'music for cooking') }),
    ),
    says("The phone's ringing, hold the music.", call('pausePlayback')),
    says('pause this please', call('pausePlayback')),
    says('Stop playing for a moment.', call('pausePlayback')),
    says('Carry on playing where you stopped.', call('resumePlayback')),
    says('You can unpause it now.', call('resumePlayback')),
    says('Resume.', call('resumePlayback')),
    says('Could you go to the next track?', call('skipTrack', { direction: 'next' })),
    says('Skip forward one song.', call('skipTrack', { direction: 'next' })),
    says('I liked the last one, go back a track.', call('skipTrack', { direction: 'previous' })),
    says('previous song', call('skipTrack', { direction: 'previous' })),
    says('Make the volume eighty percent.', call('setVolume', { percent: 80 })),
    says("It's too loud, bring it down to fifteen.", call('setVolume', { percent: 15 })),
    says('Volume at sixty-five, please.', call('setVolume', { percent: 65 })),
    says('Speakers to zero.', call('setVolume', { percent: 0 })),
    says('Which song is this?', call('getCurrentTrack')),
    says('What are we listening to?', call('getCurrentTrack')),
    says('Who is this by?', call('getCurrentTrack')),
    says('Put this one on my workout playlist.', call('addToPlaylist', { playlist: 'Workout' })),
    says('I love this song, add it to the favourites.', call('addToPlaylist', { playlist: 'Favourites' })),
    says('Stop the music in half an hour, I want to fall asleep.', call('setSleepTimer', { minutes: 30 })),
    says('Sleep timer forty-five minutes.', call('setSleepTimer', { minutes: 45 })),
    asks('Add this to a playlist.', 'addToPlaylist', 'playlist'),
    [
      asks('Set a sleep timer.', 'setSleepTimer', 'minutes'),
      says('Twenty minutes.', call('setSleepTimer', { minutes: 20 })),
    ],
    [
      says('Put this song on the dinner playlist.', call('addToPlaylist', { playlist: 'Dinner' })),
      says('No, on the road trip one.', call('addToPlaylist', { playlist: 'Road Trip' })),
    ],
    [
      says('Volume to ten percent.', call('setVolume', { percent: 10 })),
      says('Hmm, rather thirty-five.', call('setVolume', { percent: 35 })),
    ],
    says(
      'Skip this song and turn the volume to 55.',
      call('skipTrack', { direction: 'next' }),
      call('setVolume', { percent: 55 }),
    ),
    says(
      'Play the Beatles and shuffle them.',
      call('playMusic', { query: 'the Beatles', shuffle: maybe(true) }),
    ),
  ],
};
