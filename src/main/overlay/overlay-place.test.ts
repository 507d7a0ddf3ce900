import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rectangle, Screen } from '../presence/window-place';
import { overlayPlace, panelShape } from './overlay-place';

const screen = (x: number, y: number, width: number, height: number, bar = 40): Screen => ({
  bounds: { x, y, width, height },
  workArea: { x, y, width, height: height - bar },
});
const LEFT = screen(0, 0, 1_920, 1_080);
const RIGHT = screen(1_920, -200, 2_560, 1_440);

const within = (inner: Rectangle, outer: Rectangle) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

describe('place', () => {
  test('at the bottom of the screen with the pointer, in the middle, over the taskbar', () => {
    expect(overlayPlace([LEFT, RIGHT], { x: 100, y: 100 })).toEqual({
      x: 740,
      y: 464,
      width: 440,
      height: 560,
    });
    const right = overlayPlace([LEFT, RIGHT], { x: 2_000, y: 0 })!;
    expect(within(right, RIGHT.workArea)).toBe(true);
  });

  test('large text takes more room, as far as the screen has it', () => {
    expect(overlayPlace([LEFT], { x: 0, y: 0 }, 1.5)).toMatchObject({ width: 660, height: 840 });
    expect(overlayPlace([LEFT], { x: 0, y: 0 }, 2)).toMatchObject({ width: 880, height: 1_040 });
  });

  test('a pointer on a screen that has gone counts for the nearest', () => {
    expect(overlayPlace([LEFT], { x: 4_000, y: 100 })).toEqual(overlayPlace([LEFT], { x: 1_000, y: 100 }));
    expect(overlayPlace([], { x: 0, y: 0 })).toBeNull();
  });

  const length = fc.integer({ min: 1, max: 5_000 });
  const origin = fc.integer({ min: -10_000, max: 10_000 });
  const anyScreen = fc.record({ x: origin, y: origin, width: length, height: length }).chain((bounds) =>
    fc
      .record({ left: fc.nat(100), top: fc.nat(100), right: fc.nat(100), bottom: fc.nat(100) })
      .map(({ left, top, right, bottom }) => ({
        bounds,
        workArea: {
          x: bounds.x + left,
          y: bounds.y + top,
          // A system that tells nonsense of its bars leaves nothing of the screen.
          width: bounds.width - left - right,
          height: bounds.height - top - bottom,
        },
      })),
  );

  test('it is within one screen, whatever the screens are', () => {
    fc.assert(
      fc.property(fc.array(anyScreen, { minLength: 1 }), origin, origin, (screens, x, y) => {
        const place = overlayPlace(screens, { x, y })!;
        expect(place.width).toBeGreaterThan(0);
        expect(place.height).toBeGreaterThan(0);
        expect(screens.some(({ bounds }) => within(place, bounds))).toBe(true);
      }),
    );
  });

  test('it is on a screen that holds the pointer, if one does', () => {
    fc.assert(
      fc.property(fc.array(anyScreen, { minLength: 1 }), origin, origin, (screens, x, y) => {
        const point = { x, y, width: 1, height: 1 };
        const holding = screens.filter(({ bounds }) => within(point, bounds));
        const place = overlayPlace(screens, { x, y })!;
        if (holding.length > 0) expect(holding.some(({ bounds }) => within(place, bounds))).toBe(true);
      }),
    );
  });
});

describe('shape', () => {
  const covers = (rectangles: readonly Rectangle[], x: number, y: number) =>
    rectangles.some((one) => within({ x, y, width: 1, height: 1 }, one));
  const window = { width: 440, height: 560 };

  test('the panel is taken, its corners and what is above are not', () => {
    const shape = panelShape(window, { width: 420, height: 120 }, 12);
    expect(covers(shape, 220, 500)).toBe(true);
    expect(covers(shape, 220, 440)).toBe(true);
    expect(covers(shape, 220, 439)).toBe(false);
    expect(covers(shape, 10, 440)).toBe(false);
    expect(covers(shape, 10, 559)).toBe(false);
    expect(covers(shape, 10, 500)).toBe(true);
    expect(covers(shape, 9, 500)).toBe(false);
  });

  test('it never leaves the window and is never empty: no shape at all would be the whole window', () => {
    const size = fc.record({ width: fc.nat(2_000), height: fc.nat(2_000) });
    fc.assert(
      fc.property(size, fc.nat(40), (panel, radius) => {
        const shape = panelShape(window, panel, radius);
        expect(shape.length).toBeGreaterThan(0);
        for (const one of shape) expect(within(one, { x: 0, y: 0, ...window })).toBe(true);
      }),
    );
  });
});
