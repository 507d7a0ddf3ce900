import { expect, test } from 'vitest';
import { can, cannot, type MediaPlayers } from '../system/desktop';
import { MediaPause } from './media-pause';

/** Players of which some play; the pause is wanted unless the test says otherwise. */
function bench(playing: readonly string[], { wanted = true, answers = true } = {}) {
  const told: string[] = [];
  const media: MediaPlayers = {
    playing: () => Promise.resolve(answers ? can(playing) : cannot('Nobody knows what plays.')),
    control: (action, player) => {
      told.push(`${action} ${player ?? 'any'}`);
      return Promise.resolve(can({ player }));
    },
  };
  return { told, pause: new MediaPause({ media, wanted: () => wanted, log: () => undefined }) };
}

test('what plays is paused while somebody talks, and goes on afterwards', async () => {
  const { told, pause } = bench(['vlc', 'spotify']);
  pause.talks(true);
  pause.talks(true);
  await pause.settled();
  expect(told).toEqual(['pause vlc', 'pause spotify']);
  pause.talks(false);
  await pause.settled();
  expect(told.slice(2)).toEqual(['play vlc', 'play spotify']);
});

test('a talk that ends before the pause is answered lets it play again all the same', async () => {
  const { told, pause } = bench(['vlc']);
  pause.talks(true);
  pause.talks(false);
  await pause.settled();
  expect(told).toEqual(['pause vlc', 'play vlc']);
});

test('what did not play is not started', async () => {
  const { told, pause } = bench([]);
  pause.talks(true);
  pause.talks(false);
  await pause.settled();
  expect(told).toEqual([]);
});

test.each([
  ['not wanted', { wanted: false }],
  ['a system that does not tell what plays', { answers: false }],
])('nothing is touched: %s', async (_, how) => {
  const { told, pause } = bench(['vlc'], how);
  pause.talks(true);
  pause.talks(false);
  await pause.settled();
  expect(told).toEqual([]);
});
