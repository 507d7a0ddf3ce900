import type { Toolset } from '../cases';
import { choice, text, tool, whole } from './schema';

/** A player and its volume. */
export const music: Toolset = {
  name: 'music',
  tools: [
    tool('playMusic', 'Plays a song, artist, album, genre or playlist.', {
      query: text('What to play, as the user says it.', {
        examples: ['Miles Davis', 'some jazz', 'Abbey Road'],
      }),
      'shuffle?': { type: 'boolean', description: 'True to play in random order.' },
    }),
    tool('pausePlayback', 'Pauses the music.'),
    tool('resumePlayback', 'Continues the music after a pause.'),
    tool('skipTrack', 'Goes to another track.', {
      direction: choice(['next', 'previous'], 'Forward to the next or back to the previous track.'),
    }),
    tool('setVolume', 'Sets the volume of the speakers.', {
      percent: whole('Volume from 0 (silent) to 100 (full).', { minimum: 0, maximum: 100 }),
    }),
    tool('getCurrentTrack', 'Tells which song is playing right now and who it is by.'),
    tool('addToPlaylist', 'Adds the song that is playing to one of the playlists.', {
      playlist: choice(['Workout', 'Dinner', 'Road Trip', 'Favourites']),
    }),
    tool('setSleepTimer', 'Stops the music after a while, for falling asleep.', {
      minutes: whole('Minutes until the music stops.', { minimum: 1 }),
    }),
  ],
  heldOutOnly: ['addToPlaylist', 'setSleepTimer'],
};
