import { expect, it } from 'vitest';
import { seededRandom } from '../../bench/statistics';
import { arrival, clearCourse } from './faults';

/** Arrivals of these [time, bytes]. */
function arrivals(
  course: Partial<typeof clearCourse>,
  sent: readonly (readonly [number, number])[],
  seed = 1,
) {
  const random = seededRandom(seed);
  let free = 0;
  return sent.map(
    ([now, bytes]) => (free = arrival({ ...clearCourse, ...course }, bytes, now, free, random)),
  );
}

const every10 = Array.from({ length: 50 }, (_, at) => [at * 10, 100] as const);

it('lets everything through at once when the course is clear', () => {
  expect(arrivals({}, every10)).toEqual(every10.map(([at]) => at));
});
it('delays, and keeps the distances', () => {
  expect(arrivals({ delayMs: 80 }, every10)).toEqual(every10.map(([at]) => at + 80));
});
it('jitters within its bound, in order, and the same for the same seed', () => {
  const late = arrivals({ jitterMs: 60 }, every10, 3);
  expect(late).toEqual(arrivals({ jitterMs: 60 }, every10, 3));
  expect(late).not.toEqual(arrivals({ jitterMs: 60 }, every10, 4));
  expect(late).toEqual([...late].sort((a, b) => a - b));
  expect(late.every((at, index) => at >= index * 10 && at <= index * 10 + 60)).toBe(true);
});
it('lets no more bytes a second through than the width of the way', () => {
  const [, , last] = arrivals({ bytesPerSecond: 1_000 }, [
    [0, 500],
    [0, 500],
    [0, 500],
  ]);
  expect(last).toBe(1_500);
  expect(
    arrivals({ bytesPerSecond: 1_000 }, [
      [0, 100],
      [5_000, 100],
    ])[1],
  ).toBe(5_100);
});
