import { expect, test } from 'vitest';
import { SoundUse } from './sound-use';

function bench() {
  const done: string[] = [];
  const sound = new SoundUse(
    {
      open: ({ microphone }) => void done.push(microphone ? 'open with microphone' : 'open'),
      close: () => void done.push('close'),
      play: ({ type }) => void done.push(type),
    },
    (microphone) => ({ microphone, input: null, output: null, autoGainControl: true }),
  );
  return { sound, done };
}

test('one user alone opens and closes it', () => {
  const { sound, done } = bench();
  sound.open('talk', true);
  expect(sound.has('talk')).toBe(true);
  sound.close('talk');
  expect(done).toEqual(['open with microphone', 'close']);
  expect(sound.has('talk')).toBe(false);
});

test('an announcement or a sample is a sound of its own, a talk alone is none', () => {
  const { sound } = bench();
  sound.open('talk', true);
  expect(sound.plays()).toBe(false);
  for (const user of ['announcement', 'sample'] as const) {
    sound.open(user, false);
    expect(sound.plays()).toBe(true);
    sound.close(user);
  }
  expect(sound.plays()).toBe(false);
});

test('a talk that ends under an announcement takes the microphone and its own sound away, not the speakers', () => {
  const { sound, done } = bench();
  sound.open('announcement', false);
  sound.open('talk', true);
  sound.close('talk');
  expect(done).toEqual(['open', 'open with microphone', 'flush-all', 'resume', 'gain', 'open']);
  sound.close('announcement');
  expect(done.at(-1)).toBe('close');
});

test('an announcement in a talk leaves it its microphone, and cuts nothing off when it is over', () => {
  const { sound, done } = bench();
  sound.open('talk', true);
  sound.open('announcement', false);
  sound.close('announcement');
  expect(done).toEqual(['open with microphone', 'open with microphone', 'open with microphone']);
});

test('who has not opened it closes nothing, and a refresh opens nothing', () => {
  const { sound, done } = bench();
  sound.close('sample');
  sound.refresh();
  expect(done).toEqual([]);
});
