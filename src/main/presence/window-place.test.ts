import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  arrangementOf,
  canBeGripped,
  LEAST_SIZE,
  placeFor,
  saneBounds,
  withPlace,
  type KeptPlace,
  type Rectangle,
  type Screen,
} from './window-place';

const screenAt = (x: number, y: number, width: number, height: number, panel = 0): Screen => ({
  bounds: { x, y, width, height },
  workArea: { x, y: y + panel, width, height: height - panel },
});
const laptop = screenAt(0, 0, 1_440, 900, 30);
const beside = screenAt(1_440, -200, 1_920, 1_080);
const place = (arrangement: string, x: number): KeptPlace => ({
  arrangement,
  bounds: { x, y: 100, width: 460, height: 720 },
  maximized: false,
});

describe('a window is put where it was', () => {
  it('on the same screens exactly, also half out at a side', () => {
    for (const bounds of [
      { x: 2_000, y: 40, width: 700, height: 800 },
      { x: -300, y: 100, width: 460, height: 720 },
    ]) {
      expect(saneBounds(bounds, [laptop, beside], LEAST_SIZE)).toEqual(bounds);
    }
  });

  it('on the screen that is left when its own has gone, whole', () => {
    const bounds = { x: 2_000, y: -100, width: 700, height: 800 };
    expect(saneBounds(bounds, [laptop], LEAST_SIZE)).toEqual({ x: 740, y: 30, width: 700, height: 800 });
  });

  it('under a panel that has come since', () => {
    const bounds = { x: 100, y: 0, width: 460, height: 720 };
    expect(saneBounds(bounds, [laptop], LEAST_SIZE)).toMatchObject({ x: 100, y: 30 });
  });

  it('smaller on a smaller screen', () => {
    const bounds = { x: 0, y: 0, width: 3_000, height: 2_000 };
    expect(saneBounds(bounds, [laptop], LEAST_SIZE)).toEqual({ x: 0, y: 30, width: 1_440, height: 870 });
  });
});

const anyScreen = fc
  .record({
    x: fc.integer({ min: -8_000, max: 8_000 }),
    y: fc.integer({ min: -8_000, max: 8_000 }),
    width: fc.integer({ min: 320, max: 7_680 }),
    height: fc.integer({ min: 240, max: 4_320 }),
    panel: fc.integer({ min: 0, max: 80 }),
  })
  .map(({ x, y, width, height, panel }) => screenAt(x, y, width, height, panel));
const anyBounds: fc.Arbitrary<Rectangle> = fc.record({
  x: fc.integer({ min: -100_000, max: 100_000 }),
  y: fc.integer({ min: -100_000, max: 100_000 }),
  width: fc.integer({ min: 1, max: 100_000 }),
  height: fc.integer({ min: 1, max: 100_000 }),
});

test('on any screens a window can be taken hold of, is no larger than its screen and as large as it must be', () => {
  fc.assert(
    fc.property(anyBounds, fc.array(anyScreen, { minLength: 1, maxLength: 4 }), (wanted, screens) => {
      const sane = saneBounds(wanted, screens, LEAST_SIZE);
      const its = screens.filter(({ workArea }) => canBeGripped(sane, workArea));
      const fits = ({ workArea }: Screen) =>
        sane.width <= workArea.width &&
        sane.height <= workArea.height &&
        sane.width >= Math.min(LEAST_SIZE.width, workArea.width) &&
        sane.height >= Math.min(LEAST_SIZE.height, workArea.height);
      expect(its.some(fits)).toBe(true);
      expect(Object.values(sane).every(Number.isInteger)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('what was made sane is left alone the next time', () => {
  fc.assert(
    fc.property(anyBounds, fc.array(anyScreen, { minLength: 1, maxLength: 4 }), (wanted, screens) => {
      const once = saneBounds(wanted, screens, LEAST_SIZE);
      const its = screens.filter(({ workArea }) => canBeGripped(once, workArea));
      // On screens of different sizes that overlap, the first that holds it may cut it once more.
      fc.pre(its.length === 1);
      expect(saneBounds(once, screens, LEAST_SIZE)).toEqual(once);
    }),
  );
});

describe('places are kept by the arrangement of the screens', () => {
  const [desk, alone] = [arrangementOf([laptop, beside]), arrangementOf([laptop])];

  it('whose order does not matter', () => {
    expect(arrangementOf([beside, laptop])).toBe(desk);
    expect(alone).not.toBe(desk);
  });

  it('so that a docked laptop finds the place of the dock again', () => {
    const places = withPlace(withPlace([], place(desk, 2_000)), place(alone, 20));
    expect(placeFor(places, [laptop, beside])?.bounds.x).toBe(2_000);
    expect(placeFor(places, [laptop])?.bounds.x).toBe(20);
  });

  it('and unknown screens take the last place there was', () => {
    const places = withPlace(withPlace([], place(desk, 2_000)), place(alone, 20));
    expect(placeFor(places, [beside])?.bounds.x).toBe(20);
    expect(placeFor([], [beside])).toBeNull();
  });

  it('ten at most, one an arrangement', () => {
    let places: readonly KeptPlace[] = [];
    for (let round = 0; round < 30; round += 1)
      places = withPlace(places, place(`screens ${round % 15}`, round));
    expect(places.map(({ bounds }) => bounds.x)).toEqual([29, 28, 27, 26, 25, 24, 23, 22, 21, 20]);
  });
});
