import { describe, expect, test } from 'vitest';
import { callTool, worldOf } from '../tool.fixture';
import { builtinTools } from '../toolbox';

describe('sums and units by voice', () => {
  const ask = (name: string, args: unknown) => callTool(builtinTools, name, args, worldOf());
  test.each([
    ['calculate', { expression: '0.1 + 0.2' }, 'That is 0.3.'],
    ['calculate', { expression: 'sqrt(2)' }, 'That is about 1.414.'],
    ['calculate', { expression: '3 - 10' }, 'That is minus 7.'],
    ['convert_units', { amount: 5, from: 'miles', to: 'km' }, '5 miles are about 8.047 kilometres.'],
    ['convert_units', { amount: 1, from: 'hour', to: 'minutes' }, '1 hour is 60 minutes.'],
    [
      'convert_units',
      { amount: -40, from: 'f', to: 'c' },
      'minus 40 degrees Fahrenheit are minus 40 degrees Celsius.',
    ],
  ])('%s %j', async (name, args, say) => expect(await ask(name, args)).toMatchObject({ ok: true, say }));

  test('currencies are not converted', async () => {
    expect(await ask('convert_units', { amount: 1, from: 'dollars', to: 'euros' })).toMatchObject({
      ok: false,
      error: 'Currencies are not converted, because rates change.',
    });
  });
});
