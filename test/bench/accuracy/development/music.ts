import { asks, call, either, says, type CaseGroup } from '../cases';
import { music as toolset } from '../toolsets/music';

export const music: CaseGroup = {
  toolset,
  cases: [
    says('Play some jazz.', call('playMusic', { query: either('some jazz', 'jazz') })),
    says('Put on Abbey Road.', call('playMusic', { query: 'Abbey Road' })),
    says(
      'I want to hear something by Nina Simone.',
      call('playMusic', { query: either('Nina Simone', 'something by Nina Simone') }),
    ),
    says(
      'Shuffle my running playlist.',
      call('playMusic', {
        query: either('running playlist', 'my running playlist', 'running'),
        shuffle: true,
      }),
    ),
    says(
      'Could you, uh, put on some quiet piano music?',
      call('playMusic', { query: either('quiet piano music', 'some quiet piano music', 'quiet piano') }),
    ),
    says('Pause.', call('pausePlayback')),
    says('Can you pause the music for a second?', call('pausePlayback')),
    says('Keep playing.', call('resumePlayback')),
    says('Okay, continue the music.', call('resumePlayback')),
    says('Next song.', call('skipTrack', { direction: 'next' })),
    says("I don't like this one, skip it.", call('skipTrack', { direction: 'next' })),
    says('Go back to the previous track.', call('skipTrack', { direction: 'previous' })),
    says('Set the volume to 30.', call('setVolume', { percent: 30 })),
    says('volume fifty percent please', call('setVolume', { percent: 50 })),
    says('Turn it all the way up to a hundred.', call('setVolume', { percent: 100 })),
    says("What's this song called?", call('getCurrentTrack')),
    says('Who sings this?', call('getCurrentTrack')),
    asks('Change the volume.', 'setVolume', 'percent'),
    [
      says('Set the volume to twenty.', call('setVolume', { percent: 20 })),
      says('A bit more, make it 25.', call('setVolume', { percent: 25 })),
    ],
    [
      says('Skip this track.', call('skipTrack', { direction: 'next' })),
      says('Again.', call('skipTrack', { direction: 'next' })),
    ],
    says(
      'Play Bob Marley and set the volume to forty.',
      call('playMusic', { query: 'Bob Marley' }),
      call('setVolume', { percent: 40 }),
    ),
    says('How about some Mozart?', call('playMusic', { query: either('Mozart', 'some Mozart') })),
    says('I feel like listening to The Cure.', call('playMusic', { query: 'The Cure' })),
    says('Got any reggae? Play that.', call('playMusic', { query: either('reggae', 'any reggae') })),
    says(
      'Random songs from my party playlist, please.',
      call('playMusic', {
        query: either('party playlist', 'my party playlist', 'songs from my party playlist', 'party'),
        shuffle: true,
      }),
    ),
    says('Hang on, stop the song for a bit.', call('pausePlayback')),
    says('Silence please, pause it.', call('pausePlayback')),
    says('Right, you can go on with the music.', call('resumePlayback')),
    says('Not this one, the next please.', call('skipTrack', { direction: 'next' })),
    says('Play the one before again.', call('skipTrack', { direction: 'previous' })),
    says('I can hardly hear it, put the volume on 75.', call('setVolume', { percent: 75 })),
    says('Half volume, fifty percent.', call('setVolume', { percent: 50 })),
    says("What's the name of the band that is playing?", call('getCurrentTrack')),
    [
      says(
        'Play something by Prince.',
        call('playMusic', { query: either('Prince', 'something by Prince') }),
      ),
      says(
        'No, by David Bowie.',
        call('playMusic', { query: either('David Bowie', 'something by David Bowie', 'by David Bowie') }),
      ),
    ],
    says(
      'Pause the music and set the volume to ten.',
      call('pausePlayback'),
      call('setVolume', { percent: 10 }),
    ),
  ],
};
