import { describe, expect, it, test } from 'vitest';
import { PRESENCE_STATES } from './presence-state';
import { BUBBLE_COLOURS, drawTrayIcon, type Colour } from './tray-icon';

const WHITE_PANEL: Colour = [255, 255, 255];
const DARK_PANEL: Colour = [30, 30, 30];

const alphas = (pixels: Buffer) => [...pixels].filter((_, at) => at % 4 === 3);

describe('every state', () => {
  it('has a shape of its own, without any colour, at the smallest size', () => {
    const drawn = PRESENCE_STATES.map((state) => alphas(drawTrayIcon(state, 16, 'template')));
    for (const [index, one] of drawn.entries()) {
      for (const other of drawn.slice(index + 1)) {
        const different = one.filter((alpha, at) => Math.abs(alpha - other[at]!) > 96).length;
        expect(different).toBeGreaterThan(6);
      }
    }
  });

  it.each(PRESENCE_STATES)(
    '%s can be told from a white and from a dark panel, and white can be seen on it',
    (state) => {
      const bubble = BUBBLE_COLOURS[state];
      expect(contrast(bubble, WHITE_PANEL)).toBeGreaterThanOrEqual(3);
      expect(contrast(bubble, DARK_PANEL)).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(PRESENCE_STATES)('%s is cut off nowhere', (state) => {
    const size = 48;
    const drawn = alphas(drawTrayIcon(state, size, 'coloured'));
    const edge = drawn.filter((_, at) => {
      const [row, column] = [Math.floor(at / size), at % size];
      return row === 0 || column === 0 || row === size - 1 || column === size - 1;
    });
    expect(Math.max(...edge)).toBe(0);
    expect(Math.max(...drawn)).toBe(255);
  });
});

test('colours are multiplied with alpha, as Electron takes them', () => {
  const drawn = drawTrayIcon('listening', 22, 'coloured');
  for (let at = 0; at < drawn.length; at += 4) {
    const most = Math.max(drawn[at]!, drawn[at + 1]!, drawn[at + 2]!);
    expect(most).toBeLessThanOrEqual(drawn[at + 3]! + 1);
  }
});

test('a template is black throughout', () => {
  const drawn = drawTrayIcon('problem', 18, 'template');
  expect([...drawn].some((value, at) => at % 4 !== 3 && value !== 0)).toBe(false);
});

/** WCAG 2.2, contrast ratio. */
function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
