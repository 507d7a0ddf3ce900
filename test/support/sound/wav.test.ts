import { expect, it } from 'vitest';
import { readWav, wavFile } from './wav';

it('reads back what it wrote', () => {
  const pcm = Int16Array.from([0, 1, -1, 32_767, -32_768]);
  expect(readWav(wavFile(pcm, 48_000))).toEqual({ pcm, rate: 48_000 });
});

it('refuses what is not mono PCM16', () => {
  const stereo = wavFile(new Int16Array(4), 48_000);
  stereo.writeUInt16LE(2, 22);
  expect(() => readWav(stereo)).toThrow('Not a mono PCM16 wav file.');
});
