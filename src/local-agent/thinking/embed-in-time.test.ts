import { expect, it } from 'vitest';
import { embedInTime } from './embed-in-time';

it('gives what the embedder gives', async () => {
  const vector = Float32Array.of(1);
  expect(await embedInTime(async () => [vector])(['a'])).toEqual([vector]);
});

it('passes a failure on', async () => {
  await expect(embedInTime(() => Promise.reject(new Error('broken')))(['a'])).rejects.toThrow('broken');
});

it('an embedder that never answers does not keep the person waiting', async () => {
  await expect(embedInTime(() => new Promise(() => undefined), 5)(['a'])).rejects.toThrow('in time');
});
