/**
 * Draws the tray's icon: one set of shapes for every state, size and panel, so that there are no picture files to keep
 * alike. States differ in shape, not in colour alone. Shapes are signed distances on a grid of 24 units.
 */
import { assertNever } from '../../shared/assert-never';
import type { PresenceState } from './presence-state';

/** How it is coloured: for any panel, or as a template that macOS colours itself. */
export type IconStyle = 'coloured' | 'template';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** Signed distance to a shape, in units: negative inside. */
type Shape = (x: number, y: number) => number;

const GRID = 24;
const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
const SLATE: Colour = [104, 116, 128];

/** The bubble's colour. Each can be told from a white panel and from a dark one, and white can be read on it. */
export const BUBBLE_COLOURS: Readonly<Record<PresenceState, Colour>> = {
  idle: SLATE,
  listening: [14, 128, 116],
  speaking: [122, 92, 192],
  working: [52, 112, 184],
  muted: SLATE,
  approval: [172, 100, 12],
  problem: [196, 60, 48],
  paused: SLATE,
};

/**
 * The icon as rows of pixels of four bytes, blue first, alpha last, colours multiplied with alpha: what
 * `nativeImage.createFromBitmap` takes. `size` in pixels.
 */
export function drawTrayIcon(state: PresenceState, size: number, style: IconStyle): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  const scale = size / GRID;
  const hollow = state === 'idle' || state === 'paused';
  const body = style === 'template' ? BLACK : BUBBLE_COLOURS[state];
  const bubble: Shape = hollow ? outline(BUBBLE, 1) : BUBBLE;
  const glyph = glyphOf(state);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const x = (column + 0.5) / scale;
      const y = (row + 0.5) / scale;
      const inBubble = coverage(bubble(x, y), scale);
      const inGlyph = coverage(glyph(x, y), scale);
      const at = (row * size + column) * 4;
      if (hollow) put(pixels, at, body, Math.max(inBubble, inGlyph), WHITE, 0);
      else if (style === 'template') put(pixels, at, body, inBubble * (1 - inGlyph), WHITE, 0);
      else put(pixels, at, body, inBubble, WHITE, inGlyph);
    }
  }
  return pixels;
}

/** Share of a pixel that a shape covers, from the distance of the pixel's middle. */
function coverage(distance: number, scale: number): number {
  return Math.min(1, Math.max(0, 0.5 - distance * scale));
}

/** One pixel: `under` with `alpha`, and `over` mixed into it by its share. */
function put(pixels: Buffer, at: number, under: Colour, alpha: number, over: Colour, share: number): void {
  for (let channel = 0; channel < 3; channel += 1) {
    const mixed = under[channel]! * (1 - share) + over[channel]! * share;
    pixels[at + 2 - channel] = Math.round(mixed * alpha);
  }
  pixels[at + 3] = Math.round(255 * alpha);
}

const together =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));

const outline =
  (shape: Shape, halfWidth: number): Shape =>
  (x, y) =>
    Math.abs(shape(x, y) + halfWidth) - halfWidth;

const line = (x1: number, y1: number, x2: number, y2: number, halfWidth: number): Shape => {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  return (x, y) => {
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
    return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) - halfWidth;
  };
};

const dot = (x: number, y: number, radius: number): Shape => line(x, y, x, y, radius);

const bar = (x: number, halfHeight: number): Shape =>
  line(x, MIDDLE - halfHeight, x, MIDDLE + halfHeight, 1.1);

/** The part of a ring where `wanted` holds. */
const arc =
  (cx: number, cy: number, radius: number, halfWidth: number, wanted: Shape): Shape =>
  (x, y) =>
    Math.max(Math.abs(Math.hypot(x - cx, y - cy) - radius) - halfWidth, wanted(x, y));

const rounded =
  (cx: number, cy: number, halfWidth: number, halfHeight: number, radius: number): Shape =>
  (x, y) => {
    const dx = Math.abs(x - cx) - halfWidth + radius;
    const dy = Math.abs(y - cy) - halfHeight + radius;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };

/** Height of the middle of the bubble. */
const MIDDLE = 10.5;
const BUBBLE = together(rounded(12, MIDDLE, 11, 9.5, 6), line(8.5, 18, 6.8, 21.4, 1.9));
const MICROPHONE = together(
  line(12, 6.2, 12, 9.6, 2.1),
  arc(12, 9.8, 4.6, 0.85, (_x, y) => 9.8 - y),
  line(12, 14.4, 12, 16.2, 0.85),
);

function glyphOf(state: PresenceState): Shape {
  switch (state) {
    case 'idle':
      return together(bar(8, 1), bar(12, 2.4), bar(16, 1));
    case 'listening':
      return MICROPHONE;
    case 'speaking':
      return together(bar(5.4, 0.9), bar(8.7, 3), bar(12, 5.2), bar(15.3, 3), bar(18.6, 0.9));
    case 'working':
      return together(dot(7, MIDDLE, 1.7), dot(12, MIDDLE, 1.7), dot(17, MIDDLE, 1.7));
    case 'muted':
      return mutedMicrophone;
    case 'approval':
      return together(
        arc(12, 7.9, 2.9, 1.15, (x, y) => Math.min(12 - x, y - 7.9)),
        line(12, 10.8, 12, 12, 1.15),
        dot(12, 15.6, 1.45),
      );
    case 'problem':
      return together(line(12, 5.6, 12, 11.2, 1.35), dot(12, 15.3, 1.55));
    case 'paused':
      return together(line(9.6, 7.6, 9.6, 13.4, 1.2), line(14.4, 7.6, 14.4, 13.4, 1.2));
    default:
      return assertNever(state);
  }
}

/** A slash with a gap around it, through the microphone. */
const mutedMicrophone: Shape = (x, y) => {
  const slash = line(6.4, 4.6, 17.6, 16.4, 1)(x, y);
  return Math.min(slash, Math.max(MICROPHONE(x, y), 1 - slash));
};
