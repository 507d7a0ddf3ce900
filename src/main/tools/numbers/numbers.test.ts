import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromDecimal, NoAmount, spokenAmount, toNumber, written } from './amount';
import { evaluate } from './expression';
import { convert, unitNamed } from './units';

const result = (text: string) => written(evaluate(text));

describe('calculating', () => {
  test.each([
    ['0.1 + 0.2', '0.3'],
    ['1/3*3', '1'],
    ['15% of 80', '12'],
    ['200 + 15%', '230'],
    ['200 - 50%', '100'],
    ['50% - 3', '-2.5'],
    ['17 % 5', '2'],
    ['17 mod 5', '2'],
    ['-7 mod 3', '2'],
    ['2^10', '1024'],
    ['2^3^2', '512'],
    ['-2^2', '-4'],
    ['2^-2', '0.25'],
    ['2 + 3 * 4', '14'],
    ['(2 + 3) * 4', '20'],
    ['10 - 4 - 3', '3'],
    ['100 / 10 / 2', '5'],
    ['5!', '120'],
    ['sqrt(144)', '12'],
    ['sqrt 16 + 9', '13'],
    ['the square root of 2.25', '1.5'],
    ['sin(30 deg)', '0.5'],
    ['cos(60°)', '0.5'],
    ['log(1000)', '3'],
    ['round(2.5)', '3'],
    ['round(-2.5)', '-3'],
    ['floor(-1.2)', '-2'],
    ['1,234.5 + 1', '1235.5'],
    ['3 x 4', '12'],
    ['12 ÷ 4', '3'],
    ['what is 6 times 7?', '42'],
    ['3 squared plus 4 squared', '25'],
    ['2 to the power of 8', '256'],
    ['1e3 + 1', '1001'],
    ['.5 + .5', '1'],
    ['+4', '4'],
    ['--4', '4'],
  ])('%s = %s', (text, expected) => expect(result(text)).toEqual({ text: expected, exact: true }));

  test.each([
    ['pi', '3.14159265359'],
    ['sqrt(2)', '1.41421356237'],
    ['1/3', '0.333333333333'],
    ['2^0.5', '1.41421356237'],
    ['10^-25 * 3', '3e-25'],
  ])('%s is about %s', (text, expected) => expect(result(text).text).toBe(expected));

  test.each([
    ['', 'nothing to calculate'],
    ['1 / 0', 'divided by zero'],
    ['5 mod 0', 'divided by zero'],
    ['0^-1', 'divided by zero'],
    ['sqrt(-1)', 'no square root'],
    ['(-8)^0.5', 'no answer'],
    ['2 +', 'missing at the end'],
    ['(2 + 3', 'not closed'],
    ['2 3', '"3" is not expected'],
    ['2)', '")" is not expected'],
    ['process.exit()', 'not understood'],
    ['constructor(1)', 'not understood'],
    ['__proto__', 'not understood'],
    ['1,5 + 1', 'not understood'],
    ['171!', 'from 0 to 170'],
    ['10^400', 'too large'],
    ['9^9^9^9', 'too large'],
    [`${'('.repeat(100)}1${')'.repeat(100)}`, 'nested too deeply'],
    ['-'.repeat(200) + '1', 'nested too deeply'],
    [`${'sqrt '.repeat(80)}2`, 'nested too deeply'],
    ['1+'.repeat(400), 'too long'],
    ['log(0)', 'logarithm'],
  ])('%j is refused in words', (text, words) => expect(() => evaluate(text)).toThrow(words));

  test('whatever is typed, it ends in a number or in words', () => {
    const piece = fc.constantFrom(...'1 2.5 100 + - * / ^ % ( ) sqrt sin ! of mod deg pi 1e99 .'.split(' '));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 20 }).map((all) => all.join(' ')),
          fc.string(),
        ),
        (text) => {
          try {
            const amount = evaluate(text);
            expect(Number.isNaN(toNumber(amount))).toBe(false);
            expect(spokenAmount(amount).text).not.toMatch(/NaN|Infinity/);
          } catch (error) {
            expect(error).toBeInstanceOf(NoAmount);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('sums and products of decimals agree with whole numbers', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const decimal = (value: number) =>
      `(${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')})`;
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(Number(result(`(${decimal(a)} + ${decimal(b)}) * 100`).text)).toBe(a + b);
        expect(result(`${decimal(a)} * ${decimal(b)} * 10000`)).toEqual({
          text: String(a * b || 0),
          exact: true,
        });
      }),
    );
  });
});

describe('as said aloud', () => {
  test.each([
    ['1234567.891', '1,234,567.89'],
    ['0.3', '0.3'],
    ['3.14159', '3.142'],
    ['0.000123456', '0.0001235'],
    ['2^100', '1.268 times ten to the power of 30'],
    ['-12', '-12'],
    ['0', '0'],
  ])('%s is %s', (text, said) => expect(spokenAmount(evaluate(text)).text).toBe(said));
});

describe('units', () => {
  const converted = (amount: string, from: string, to: string) =>
    written(convert(fromDecimal(amount), unitNamed(from), unitNamed(to)));

  test.each([
    ['5', 'miles', 'km', '8.04672'],
    ['100', 'Celsius', '°F', '212'],
    ['-40', 'fahrenheit', 'celsius', '-40'],
    ['0', 'kelvin', 'celsius', '-273.15'],
    ['1', 'kg', 'pounds', '2.20462262185'],
    ['1', 'gallon', 'litres', '3.785411784'],
    ['1', 'imperial pint', 'ml', '568.26125'],
    ['90', 'km/h', 'm/s', '25'],
    ['1', 'hectare', 'm²', '10000'],
    ['2', 'weeks', 'hours', '336'],
    ['1', 'GiB', 'MB', '1073.741824'],
    ['1', 'kWh', 'MJ', '3.6'],
    ['1', 'atm', 'hPa', '1013.25'],
    ['1', 'bar', 'psi', '14.503773773'],
    ['180', 'degrees', 'turns', '0.5'],
  ])('%s %s in %s is %s', (amount, from, to, expected) => {
    expect(converted(amount, from, to).text).toBe(expected);
  });

  test('there and back again is the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), (tenths) => {
        for (const [from, to] of [
          ['inches', 'miles'],
          ['fahrenheit', 'kelvin'],
          ['cups', 'imperial gallons'],
        ] as const) {
          const amount = fromDecimal(String(tenths / 10));
          const there = convert(amount, unitNamed(from), unitNamed(to));
          expect(convert(there, unitNamed(to), unitNamed(from))).toEqual(amount);
        }
      }),
    );
  });

  test.each([
    ['miles', 'kg', 'Miles measure length and kilograms measure mass.'],
    ['dollars', 'euros', 'Currencies are not converted'],
    ['smoots', 'm', '"smoots" is not known'],
    ['constructor', 'm', 'is not known'],
  ])('%s in %s is refused in words', (from, to, words) =>
    expect(() => converted('1', from, to)).toThrow(words),
  );
});
