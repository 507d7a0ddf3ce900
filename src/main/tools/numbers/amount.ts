/**
 * Numbers that stay exact as long as they can: fractions of whole numbers, so that 0.1 + 0.2 is 0.3; binary floating
 * point only for what is no fraction (roots, sines).
 */

/** An exact fraction (`d` above 0, reduced), or a number that is near enough. */
export type Amount = { readonly n: bigint; readonly d: bigint } | { readonly near: number };

/** A calculation that has no answer, in words. */
export class NoAmount extends Error {}

/** Digits of numerator and denominator together beyond which a fraction becomes a near number. */
const MOST_DIGITS = 2_000;
/** Digits that are told of a number that is not exact. */
const DIGITS = 12;

/** The exact amount of a decimal number, "1234.5" or "1e-3". Throws {@link NoAmount} for anything else. */
export function fromDecimal(text: string): Amount {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(text);
  const [, sign, whole = '', part = '', exponent = '0'] = found ?? [];
  if (!found || whole + part === '') throw new NoAmount(`"${text}" is no number.`);
  const digits = BigInt(`${sign ?? ''}${whole}${part}`);
  const power = Number(exponent) - part.length;
  return power >= 0 ? fraction(digits * 10n ** BigInt(power), 1n) : fraction(digits, 10n ** BigInt(-power));
}

/** A whole number. */
export function fromWhole(value: bigint | number): Amount {
  return { n: BigInt(value), d: 1n };
}

/** A number that is near enough. Throws {@link NoAmount} when it is none or without bounds. */
export function near(value: number): Amount {
  if (Number.isNaN(value)) throw new NoAmount('That has no answer among the real numbers.');
  if (!Number.isFinite(value)) throw new NoAmount('The result is too large.');
  return { near: value };
}

/** The nearest floating point number. */
export function toNumber(amount: Amount): number {
  if ('near' in amount) return amount.near;
  const { n, d } = amount;
  // More digits than a floating point number holds, however small the fraction is.
  const digits = 20 + Math.max(0, d.toString().length - n.toString().length);
  return Number(`${(n * 10n ** BigInt(digits)) / d}e-${digits}`);
}

/** Whether it is an exact whole number. */
export function isWhole(amount: Amount): amount is { readonly n: bigint; readonly d: bigint } {
  return !('near' in amount) && amount.d === 1n;
}

/** The sum. */
export function add(a: Amount, b: Amount): Amount {
  if ('near' in a || 'near' in b) return near(toNumber(a) + toNumber(b));
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** With the other sign. */
export function negated(a: Amount): Amount {
  return 'near' in a ? near(-a.near) : { n: -a.n, d: a.d };
}

/** The product. */
export function times(a: Amount, b: Amount): Amount {
  if ('near' in a || 'near' in b) return near(toNumber(a) * toNumber(b));
  return fraction(a.n * b.n, a.d * b.d);
}

/** The quotient. Throws {@link NoAmount} for a division by zero. */
export function over(a: Amount, b: Amount): Amount {
  if (isZero(b)) throw new NoAmount('Nothing can be divided by zero.');
  if ('near' in a || 'near' in b) return near(toNumber(a) / toNumber(b));
  return fraction(a.n * b.d, a.d * b.n);
}

/** What is left of a division; it has the sign of the divisor. Throws {@link NoAmount} for a division by zero. */
export function modulo(a: Amount, b: Amount): Amount {
  const quotient = over(a, b);
  return add(a, negated(times(b, rounded(quotient, 'down'))));
}

/** `a` to the power of `b`. Throws {@link NoAmount} where there is none. */
export function power(a: Amount, b: Amount): Amount {
  if (isWhole(b) && !('near' in a)) {
    const exponent = Number(b.n);
    const digits = (a.n.toString().length + a.d.toString().length) * Math.abs(exponent);
    if (digits <= MOST_DIGITS) {
      if (exponent >= 0) return fraction(a.n ** BigInt(exponent), a.d ** BigInt(exponent));
      if (a.n === 0n) throw new NoAmount('Nothing can be divided by zero.');
      return fraction(a.d ** BigInt(-exponent), a.n ** BigInt(-exponent));
    }
  }
  return near(toNumber(a) ** toNumber(b));
}

/** The square root, exact where it is a fraction. */
export function squareRoot(a: Amount): Amount {
  if (toNumber(a) < 0) throw new NoAmount('A negative number has no square root.');
  if (!('near' in a)) {
    const [n, d] = [wholeRoot(a.n), wholeRoot(a.d)];
    if (n !== null && d !== null) return { n, d };
  }
  return near(Math.sqrt(toNumber(a)));
}

/** A whole number: the nearest (halves away from zero), the one below or the one above. */
export function rounded(a: Amount, way: 'near' | 'down' | 'up'): Amount {
  if ('near' in a) {
    const { near: value } = a;
    const half = Math.sign(value) * Math.round(Math.abs(value));
    return near(way === 'near' ? half : way === 'down' ? Math.floor(value) : Math.ceil(value));
  }
  const { n, d } = a;
  const down = n / d - (n % d < 0n ? 1n : 0n);
  if (way === 'down') return fromWhole(down);
  if (way === 'up') return fromWhole(n % d === 0n ? n / d : down + 1n);
  const twice = 2n * (n < 0n ? -n : n) + d;
  return fromWhole((n < 0n ? -1n : 1n) * (twice / (2n * d)));
}

/** Whether it is zero. */
export function isZero(a: Amount): boolean {
  return 'near' in a ? a.near === 0 : a.n === 0n;
}

/** As written in plain digits; `exact` tells whether that is all of it. At most 15 decimals. */
export function written(a: Amount): { readonly text: string; readonly exact: boolean } {
  if ('near' in a) return { text: plainDigits(Number(a.near.toPrecision(DIGITS))), exact: false };
  const decimals = finiteDecimals(a.d);
  const length = a.n.toString().length;
  if (decimals === null || decimals > 15 || length > 30) {
    return { text: plainDigits(Number(toNumber(a).toPrecision(DIGITS))), exact: false };
  }
  return { text: decimalText(a.n * (10n ** BigInt(decimals) / a.d), decimals), exact: true };
}

/** As said aloud: thousands grouped, and rounded to what can be listened to; `exact` when nothing was rounded. */
export function spokenAmount(a: Amount): { readonly text: string; readonly exact: boolean } {
  const { text, exact } = written(a);
  const value = Number(text);
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e15 || size < 1e-6)) {
    const [mantissa = '', exponent = ''] = value.toExponential(3).split('e');
    return { text: `${Number(mantissa)} times ten to the power of ${Number(exponent)}`, exact: false };
  }
  const decimals = size >= 1_000 ? 2 : size >= 1 ? 3 : 4 - Math.floor(Math.log10(size || 1)) - 1;
  const short = (text.split('.')[1] ?? '').length <= decimals;
  const said = value.toLocaleString('en-US', { maximumFractionDigits: Math.min(12, Math.max(2, decimals)) });
  return { text: said, exact: exact && short };
}

function fraction(n: bigint, d: bigint): Amount {
  const sign = d < 0n ? -1n : 1n;
  const common = greatestCommon(n < 0n ? -n : n, d * sign) || 1n;
  const [top, bottom] = [(n * sign) / common, (d * sign) / common];
  if (top.toString().length + bottom.toString().length > MOST_DIGITS)
    return near(toNumber({ n: top, d: bottom }));
  return { n: top, d: bottom };
}

function greatestCommon(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The whole square root; null when there is none. */
function wholeRoot(value: bigint): bigint | null {
  if (value < 2n) return value;
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (let next = (guess + value / guess) / 2n; next < guess; next = (guess + value / guess) / 2n)
    guess = next;
  return guess * guess === value ? guess : null;
}

/** How many decimals a fraction over `d` has; null when they never end. */
function finiteDecimals(d: bigint): number | null {
  let [twos, fives, rest] = [0, 0, d];
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : null;
}

function decimalText(scaled: bigint, decimals: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return `${scaled < 0n ? '-' : ''}${text}`;
}

/** Without an exponent where that is readable. */
function plainDigits(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || size >= 1e21 || size < 1e-7) return String(value);
  return String(value).includes('e') ? value.toFixed(15) : String(value);
}
