/** Where the overlay stands: at the bottom of the screen with the pointer, in the middle. All in DIP. */
import type { Rectangle, Screen, Size } from '../presence/window-place';

/** Where the pointer is. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The window is as large as the panel may become; what the panel leaves is empty. */
const WIDTH = 440;
const HEIGHT = 560;
const MARGIN = 16;

/**
 * The window's place, for a page that is shown in that size (1 is the usual); null where there is no screen. It is within
 * one screen, whatever the screens are.
 */
export function overlayPlace(screens: readonly Screen[], pointer: Point, size = 1): Rectangle | null {
  const screen = nearest(screens, pointer);
  if (!screen) return null;
  const area = screen.workArea.width > 0 && screen.workArea.height > 0 ? screen.workArea : screen.bounds;
  const width = Math.min(WIDTH * size, area.width);
  const height = Math.min(HEIGHT * size, area.height);
  const margin = Math.min(MARGIN, area.height - height);
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + area.height - height - margin),
    width: Math.round(width),
    height: Math.round(height),
  };
}

/** The screen with the pointer, else the nearest: between screens, and where one has just gone, there is none. */
function nearest(screens: readonly Screen[], pointer: Point): Screen | null {
  let best: { readonly screen: Screen; readonly away: number } | null = null;
  for (const screen of screens) {
    const away = distance(screen.bounds, pointer);
    if (best === null || away < best.away) best = { screen, away };
  }
  return best?.screen ?? null;
}

function distance({ x, y, width, height }: Rectangle, point: Point): number {
  const beside = Math.max(x - point.x, 0, point.x - (x + width - 1));
  const above = Math.max(y - point.y, 0, point.y - (y + height - 1));
  return Math.hypot(beside, above);
}

/**
 * The panel within its window as rectangles, with round corners: the system takes clicks and draws there only.
 * `radius` is that of the panel's corners in the page.
 */
export function panelShape(window: Size, panel: Size, radius: number): readonly Rectangle[] {
  const width = Math.min(panel.width, window.width);
  const height = Math.min(panel.height, window.height);
  if (width <= 0 || height <= 0) return [{ x: 0, y: 0, width: 1, height: 1 }];
  const left = Math.round((window.width - width) / 2);
  const top = window.height - height;
  const corner = Math.max(0, Math.min(radius, Math.floor(Math.min(width, height) / 2)));
  const rows = Array.from({ length: corner }, (_, row) => {
    const inset = Math.round(corner - Math.sqrt(corner ** 2 - (corner - row - 0.5) ** 2));
    return { x: left + inset, width: width - 2 * inset, row };
  });
  const line = ({ x, width: wide }: (typeof rows)[number], y: number) => ({ x, y, width: wide, height: 1 });
  return [
    ...rows.map((row) => line(row, top + row.row)),
    ...(height > 2 * corner ? [{ x: left, y: top + corner, width, height: height - 2 * corner }] : []),
    ...rows.map((row) => line(row, top + height - 1 - row.row)),
  ];
}
