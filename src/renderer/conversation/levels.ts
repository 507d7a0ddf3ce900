/** Bars of the level indicator, from the left. */
export const BARS = 5;

/** Bar heights 0..1, from the left. */
export type Bars = readonly number[];

/** The indicator at rest. */
export const quietBars: Bars = Array.from({ length: BARS }, () => 0);

const FLOOR_DB = -50;
const CEILING_DB = -12;

/** A root mean square (0..1) as a height 0..1 that grows with loudness as it is heard. */
export function heightOf(level: number): number {
  if (!(level > 0)) return 0;
  const decibels = 20 * Math.log10(level);
  return Math.min(1, Math.max(0, (decibels - FLOOR_DB) / (CEILING_DB - FLOOR_DB)));
}

/** The next picture: the newest level stands in the middle, older ones move outwards on both sides. */
export function nextBars(bars: Bars, level: number): Bars {
  const [, inner = 0, middle = 0] = bars;
  return [inner * 0.75, middle * 0.85, heightOf(level), middle * 0.85, inner * 0.75];
}
