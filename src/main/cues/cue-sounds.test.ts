import { expect, test } from 'vitest';
import { AUDIO_RATE } from '../../shared/ipc/audio-port';
import { CUES } from './cue';
import { cueSound } from './cue-sounds';

/** -20 dBFS: what no cue may reach. */
const LOUD = 32_768 * 10 ** (-20 / 20);
/** -50 dBFS: what cannot be heard. */
const UNHEARD = 32_768 * 10 ** (-50 / 20);

test.each(CUES)('"%s" is quiet, short, and begins and ends in silence', (cue) => {
  const pcm = cueSound(cue);
  const loudest = pcm.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect(loudest).toBeLessThan(LOUD);
  expect(loudest).toBeGreaterThan(UNHEARD);
  expect(pcm.length / AUDIO_RATE).toBeLessThan(0.6);
  expect(Math.abs(pcm[0]!)).toBeLessThan(UNHEARD / 10);
  expect(Math.abs(pcm.at(-1)!)).toBeLessThan(UNHEARD / 10);
});

test('no two sound alike', () => {
  const sounds = CUES.map((cue) => cueSound(cue).join());
  expect(new Set(sounds).size).toBe(CUES.length);
});
