import { expect, it } from 'vitest';
import { continuityOf, placeOf, sweep } from './sweep';

const RATE = 24_000;
const BLOCK = 1_200;

function blocks(pcm: Int16Array): Int16Array[] {
  return Array.from({ length: Math.floor(pcm.length / BLOCK) }, (_, at) =>
    pcm.subarray(at * BLOCK, (at + 1) * BLOCK),
  );
}

it('reads where a block begins within two milliseconds, wherever it lies', () => {
  const pcm = sweep(10_000, RATE);
  for (let from = 0; from + BLOCK < pcm.length; from += 997) {
    const place = placeOf(pcm.subarray(from, from + BLOCK), RATE);
    expect(Math.abs(place! - (from / RATE) * 1_000)).toBeLessThan(2);
  }
});

it('finds nothing wrong with a sweep that came whole, over its turning point too', () => {
  const found = continuityOf(blocks(sweep(25_000, RATE)), RATE);
  expect(found).toMatchObject({ lost: 0, reordered: 0, missingMs: 0, insertedMs: 0 });
  expect(found.read).toBeGreaterThan(490);
});

it('counts lost blocks, and blocks that overtook each other, each as what it is', () => {
  const whole = blocks(sweep(25_000, RATE));
  const lossy = whole.filter((_, at) => ![50, 51, 199, 200, 300].includes(at));
  expect(continuityOf(lossy, RATE)).toMatchObject({ lost: 5, reordered: 0 });
  const mixed = [...whole];
  [mixed[100], mixed[101]] = [mixed[101]!, mixed[100]!];
  expect(continuityOf(mixed, RATE)).toMatchObject({ lost: 0, reordered: 1 });
});

it('tells sound that was missing before it was cut into blocks from lost blocks', () => {
  const pcm = sweep(5_000, RATE);
  for (const holeMs of [10, 50, 130]) {
    const hole = (holeMs * RATE) / 1_000;
    const holed = new Int16Array(pcm.length - hole);
    holed.set(pcm.subarray(0, 40_000));
    holed.set(pcm.subarray(40_000 + hole), 40_000);
    const found = continuityOf(blocks(holed), RATE);
    expect(found).toMatchObject({ lost: 0, reordered: 0, insertedMs: 0 });
    expect(Math.abs(found.missingMs - holeMs)).toBeLessThan(3);
  }
});

it('takes silence in between for what was inserted, not for lost or reordered blocks', () => {
  const pcm = sweep(5_000, RATE);
  for (const silenceMs of [20, 120]) {
    const silence = (silenceMs * RATE) / 1_000;
    const late = new Int16Array(pcm.length + silence);
    late.set(pcm.subarray(0, 40_000));
    late.set(pcm.subarray(40_000), 40_000 + silence);
    const found = continuityOf(blocks(late), RATE);
    expect(found).toMatchObject({ lost: 0, reordered: 0, missingMs: 0 });
    expect(Math.abs(found.insertedMs - silenceMs)).toBeLessThan(3);
  }
});

it('reads nothing from silence', () => {
  expect(continuityOf(blocks(new Int16Array(RATE)), RATE).read).toBe(0);
});
