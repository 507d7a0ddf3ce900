/** Where a window is put: where it was, if a person can still see and move it there. */

/** A rectangle of the screen, in the system's own units. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A screen: all of it, and what panels leave of it. */
export interface Screen {
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
}

/** Width and height. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place as it was kept, with the screens that were there then. */
export interface KeptPlace {
  /** Of {@link arrangementOf}. */
  readonly arrangement: string;
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

/** The smallest that the main window's contents stand. */
export const LEAST_SIZE: Size = { width: 380, height: 480 };
/** So much of a window's upper edge must be in sight for it to be moved by hand. */
const GRIP: Size = { width: 100, height: 32 };
/** Arrangements that are remembered: a desk, a projector, none. */
const MOST_PLACES = 10;

/** The screens in one line of text: the same screens in the same places give the same. */
export function arrangementOf(screens: readonly Screen[]): string {
  return screens
    .map(({ bounds: { x, y, width, height } }) => `${x},${y},${width}x${height}`)
    .sort()
    .join(' ');
}

/** The kept places with a new one in front, at most ten, one an arrangement. */
export function withPlace(places: readonly KeptPlace[], place: KeptPlace): readonly KeptPlace[] {
  const others = places.filter(({ arrangement }) => arrangement !== place.arrangement);
  return [place, ...others].slice(0, MOST_PLACES);
}

/** The place of these screens, else the last of any; null when none is kept. */
export function placeFor(places: readonly KeptPlace[], screens: readonly Screen[]): KeptPlace | null {
  const arrangement = arrangementOf(screens);
  return places.find((place) => place.arrangement === arrangement) ?? places[0] ?? null;
}

/**
 * The bounds as they may be used on these screens, the main one first: never larger than the screen, never smaller than
 * `least` where there is room for it, whole in sight when the window could not be moved otherwise. Without a screen
 * they stay as they are.
 */
export function saneBounds(wanted: Rectangle, screens: readonly Screen[], least: Size): Rectangle {
  const [main] = screens;
  if (!main) return wanted;
  const reachable = screens.find(({ workArea }) => canBeGripped(wanted, workArea));
  const { workArea } = reachable ?? nearest(wanted, screens) ?? main;
  const width = fit(wanted.width, least.width, workArea.width);
  const height = fit(wanted.height, least.height, workArea.height);
  if (reachable) {
    const sized = { x: Math.round(wanted.x), y: Math.round(wanted.y), width, height };
    // Made narrower, it may have slipped out.
    if (canBeGripped(sized, workArea)) return sized;
  }
  return {
    x: between(Math.round(wanted.x), workArea.x, workArea.x + workArea.width - width),
    y: between(Math.round(wanted.y), workArea.y, workArea.y + workArea.height - height),
    width,
    height,
  };
}

/** Whether a person can take hold of the window's upper edge on this screen. */
export function canBeGripped(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const down = Math.min(window.y + GRIP.height, area.y + area.height) - window.y;
  return across >= Math.min(GRIP.width, window.width) && window.y >= area.y && down >= GRIP.height;
}

/** The screen that shows the most of the window; null when none shows any. */
function nearest(window: Rectangle, screens: readonly Screen[]): Screen | null {
  let best: Screen | null = null;
  let most = 0;
  for (const screen of screens) {
    const shown = overlap(window, screen.workArea);
    if (shown > most) [best, most] = [screen, shown];
  }
  return best;
}

function overlap(one: Rectangle, other: Rectangle): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, across) * Math.max(0, down);
}

function fit(wanted: number, least: number, most: number): number {
  return Math.min(Math.max(Math.round(wanted), least), most);
}

function between(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
