/** What may be typed as a limit. */
export interface LimitRange {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

/** A typed number: usable, or a sentence that says what fits. A comma is taken for a point. */
export function readLimit(
  typed: string,
  { min, max, whole }: LimitRange,
): { readonly ok: true; readonly value: number } | { readonly ok: false; readonly sentence: string } {
  const text = typed.trim().replace(',', '.');
  const value = text === '' ? Number.NaN : Number(text);
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return { ok: true, value };
  return {
    ok: false,
    sentence: `Type a ${whole ? 'whole number' : 'number'} from ${min} to ${max}.`,
  };
}
