import { expect, it } from 'vitest';
import { embedInTime } from './embed-in-time';

const fail = (code: string) => expect.unreachable(code);

it('gives what the embedder gives', async () => {
  const vector = Float32Array.of(1);
  expect(await embedInTime(async () => [vector], fail)(['a'])).toEqual([vector]);
});

it('passes a failure on and tells its code, but not that of a cancellation', async () => {
  const broken = () => Promise.reject(Object.assign(new Error('broken'), { code: 'model_missing' }));
  const told: string[] = [];
  await expect(embedInTime(broken, (code) => told.push(code))(['a'])).rejects.toThrow('broken');
  await expect(embedInTime(broken, fail)(['a'], AbortSignal.abort())).rejects.toThrow('broken');
  expect(told).toEqual(['model_missing']);
});

it('an embedder that never answers does not keep the person waiting', async () => {
  const told: string[] = [];
  await expect(
    embedInTime(
      () => new Promise(() => undefined),
      (code) => told.push(code),
      5,
    )(['a']),
  ).rejects.toThrow('in time');
  expect(told).toEqual(['too-slow']);
});
