/** How Parley stands against another client in one figure; less is better in all of them. */
export type Verdict = 'ahead' | 'level' | 'behind';

/** Level when the figures differ by no more than the measurement can tell apart. */
export function verdictOf(parley: number, other: number, uncertainty: number): Verdict {
  if (Math.abs(parley - other) <= uncertainty) return 'level';
  return parley < other ? 'ahead' : 'behind';
}

/** The other's figure as a multiple of Parley's, for the table; "-" where that says nothing. */
export function ratioText(parley: number, other: number): string {
  return parley > 0 ? `x${(other / parley).toFixed(1)}` : '-';
}
