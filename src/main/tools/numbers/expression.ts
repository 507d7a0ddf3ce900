/**
 * Arithmetic as people and models write it, worked out by a small parser (operators by precedence): nothing of it is
 * ever run as code.
 */
import {
  add,
  fromDecimal,
  fromWhole,
  isWhole,
  modulo,
  near,
  negated,
  NoAmount,
  over,
  power,
  rounded,
  squareRoot,
  times,
  toNumber,
  type Amount,
} from './amount';

/** Characters, parts and nesting of an expression. */
const MOST_CHARACTERS = 500;
const MOST_PARTS = 300;
const DEEPEST = 60;

const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E, tau: 2 * Math.PI };

const FUNCTIONS: Readonly<Record<string, (a: Amount) => Amount>> = {
  sqrt: squareRoot,
  cbrt: (a) => tidy(Math.cbrt(toNumber(a))),
  abs: (a) => (toNumber(a) < 0 ? negated(a) : a),
  round: (a) => rounded(a, 'near'),
  floor: (a) => rounded(a, 'down'),
  ceil: (a) => rounded(a, 'up'),
  sin: (a) => tidy(Math.sin(toNumber(a))),
  cos: (a) => tidy(Math.cos(toNumber(a))),
  tan: (a) => tidy(Math.tan(toNumber(a))),
  asin: (a) => near(Math.asin(toNumber(a))),
  acos: (a) => near(Math.acos(toNumber(a))),
  atan: (a) => near(Math.atan(toNumber(a))),
  ln: (a) => logarithm(a, Math.log),
  log: (a) => logarithm(a, Math.log10),
  exp: (a) => near(Math.exp(toNumber(a))),
};

/** Words and signs that mean another, the longest first. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/\bto the power of\b|\*\*/g, '^'],
  [/\b(?:the )?square root of\b|√/g, ' sqrt '],
  [/\b(?:the )?cube root of\b/g, ' cbrt '],
  [/\b(?:divided by|over)\b|[÷:]/g, '/'],
  [/\b(?:multiplied by|times)\b|[×·]|(?<=[\d)]\s*)x(?=\s*[\d(])/g, '*'],
  [/\bplus\b/g, '+'],
  [/\bminus\b|[−–]/g, '-'],
  [/\bmod(?:ulo)?\b/g, ' mod '],
  [/\bsquared\b|²/g, '^2'],
  [/\bcubed\b|³/g, '^3'],
  [/\bper ?cent\b/g, '%'],
  [/\b(?:degrees?|deg)\b|°/g, ' deg '],
  [/π/g, 'pi'],
  [/^\s*(?:what is|what's|calculate|compute)\b|[=?]\s*$/g, ''],
];

type Part =
  | { readonly kind: 'number'; readonly value: Amount }
  | { readonly kind: 'name' | 'sign'; readonly text: string };

/**
 * Works out "0.1 + 0.2", "15% of 80", "2^10", "sqrt(2)", "sin(30 deg)", "17 mod 5". A percentage that is added or taken
 * off is one of what stands before it. Angles are in radians unless `deg` follows. Throws {@link NoAmount}.
 */
export function evaluate(text: string): Amount {
  if (text.length > MOST_CHARACTERS) throw new NoAmount('The calculation is too long.');
  const parts = partsOf(text);
  if (parts.length === 0) throw new NoAmount('There is nothing to calculate.');
  const parser = new Parser(parts);
  const { value } = parser.expression(0, 0);
  parser.mustBeOver();
  if (!Number.isFinite(toNumber(value))) throw new NoAmount('The result is too large.');
  return value;
}

function partsOf(text: string): readonly Part[] {
  const plain = ALIASES.reduce((sum, [from, to]) => sum.replace(from, to), text.toLowerCase());
  const parts: Part[] = [];
  const pattern =
    /\s*(?:(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)(e[+-]?\d{1,3}(?![a-z\d]))?|([a-z]+)|([-+*/^%()!]))/gy;
  let at = 0;
  while (plain.slice(at).trim() !== '') {
    pattern.lastIndex = at;
    const found = pattern.exec(plain);
    if (!found) throw new NoAmount(`"${plain.slice(at).trim().slice(0, 20)}" is not understood.`);
    const [, digits, exponent = '', name, sign] = found;
    if (digits !== undefined) {
      parts.push({ kind: 'number', value: fromDecimal(digits.replaceAll(',', '') + exponent) });
    } else if (name !== undefined) parts.push({ kind: 'name', text: name });
    else parts.push({ kind: 'sign', text: sign! });
    at = pattern.lastIndex;
    if (parts.length > MOST_PARTS) throw new NoAmount('The calculation is too long.');
  }
  return parts;
}

/** How tightly operators between two values bind. */
const BINDING: Readonly<Record<string, number>> = {
  '+': 10,
  '-': 10,
  '*': 20,
  '/': 20,
  mod: 20,
  of: 20,
  '^': 40,
};
const SIGN_BINDING = 30;

/** A value, and whether it was written as a percentage. */
interface Valued {
  readonly value: Amount;
  readonly percent: boolean;
}

class Parser {
  private at = 0;

  constructor(private readonly parts: readonly Part[]) {}

  mustBeOver(): void {
    const left = this.parts[this.at];
    if (left) throw new NoAmount(`"${nameOf(left)}" is not expected there.`);
  }

  /** Reads as long as operators bind more tightly than `least`. */
  expression(least: number, depth: number): Valued {
    let left = this.after(this.operand(depth));
    for (;;) {
      const operator = this.operator();
      const binding = BINDING[operator ?? ''];
      if (operator === null || binding === undefined || binding <= least) return left;
      this.at++;
      // Powers are taken from the right.
      const right = this.expression(operator === '^' ? binding - 1 : binding, depth + 1);
      left = this.after({ value: combined(operator, left.value, right), percent: false });
    }
  }

  /** The operator that comes next; "%" before a value is the remainder. */
  private operator(): string | null {
    const part = this.parts[this.at];
    if (!part || part.kind === 'number') return null;
    return part.text === '%' ? 'mod' : part.text;
  }

  private operand(depth: number): Valued {
    if (depth > DEEPEST) throw new NoAmount('The calculation is nested too deeply.');
    const part = this.parts[this.at++];
    if (!part) throw new NoAmount('Something is missing at the end.');
    if (part.kind === 'number') return { value: part.value, percent: false };
    if (part.text === '(') return this.closed(depth);
    if (part.text === '-' || part.text === '+') {
      const { value, percent } = this.expression(SIGN_BINDING, depth + 1);
      return { value: part.text === '-' ? negated(value) : value, percent };
    }
    const constant = Object.hasOwn(CONSTANTS, part.text) ? CONSTANTS[part.text] : undefined;
    if (constant !== undefined) return { value: near(constant), percent: false };
    const apply = Object.hasOwn(FUNCTIONS, part.text) ? FUNCTIONS[part.text] : undefined;
    if (!apply) throw new NoAmount(`"${part.text}" is not understood.`);
    // "sqrt 16 + 9" takes the root of 16 only.
    const inner = this.after(this.operand(depth + 1));
    return { value: apply(inner.value), percent: false };
  }

  private closed(depth: number): Valued {
    const { value } = this.expression(0, depth + 1);
    const end = this.parts[this.at++];
    if (end?.kind !== 'sign' || end.text !== ')') throw new NoAmount('A bracket is not closed.');
    return { value, percent: false };
  }

  /** What stands behind a value: percent, factorial, degrees. */
  private after(valued: Valued): Valued {
    let { value, percent } = valued;
    for (;;) {
      const part = this.parts[this.at];
      if (!part || part.kind === 'number') return { value, percent };
      if (part.text === '!') value = factorial(value);
      else if (part.text === 'deg') value = times(value, near(Math.PI / 180));
      else if (part.text === '%' && !this.beginsValue(this.at + 1)) {
        value = over(value, fromWhole(100));
        percent = true;
      } else return { value, percent };
      this.at++;
    }
  }

  /** Whether a value begins there, signs left out: "50% - 3" takes 3 off, "50 % 3" is a remainder. */
  private beginsValue(at: number): boolean {
    const part = this.parts[at];
    if (!part) return false;
    if (part.kind === 'number') return true;
    return part.kind === 'name'
      ? part.text !== 'of' && part.text !== 'mod' && part.text !== 'deg'
      : part.text === '(';
  }
}

function combined(operator: string, left: Amount, right: Valued): Amount {
  const { value, percent } = right;
  switch (operator) {
    case '+':
      return add(left, percent ? times(left, value) : value);
    case '-':
      return add(left, negated(percent ? times(left, value) : value));
    case '*':
    case 'of':
      return times(left, value);
    case '/':
      return over(left, value);
    case 'mod':
      return modulo(left, value);
    case '^':
      return power(left, value);
    default:
      throw new NoAmount(`"${operator}" is not understood.`);
  }
}

function factorial(of: Amount): Amount {
  if (!isWhole(of) || of.n < 0n || of.n > 170n) {
    throw new NoAmount('A factorial needs a whole number from 0 to 170.');
  }
  let product = 1n;
  for (let factor = 2n; factor <= of.n; factor++) product *= factor;
  return fromWhole(product);
}

function logarithm(a: Amount, log: (value: number) => number): Amount {
  if (toNumber(a) <= 0) throw new NoAmount('Only a number above zero has a logarithm.');
  return tidy(log(toNumber(a)));
}

/** Sines and the like miss whole and half values by their last digits. */
function tidy(value: number): Amount {
  const close = Math.round(value * 1e6) / 1e6;
  if (Math.abs(value) > 1e15) throw new NoAmount('That has no answer.');
  return Math.abs(value - close) < 1e-14 ? fromDecimal(String(close)) : near(value);
}

function nameOf(part: Part): string {
  return part.kind === 'number' ? String(toNumber(part.value)) : part.text;
}
