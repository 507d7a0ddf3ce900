import { z } from 'zod';
import { fromDecimal, isZero, NoAmount, spokenAmount, written, type Amount } from '../numbers/amount';
import { convert, unitNamed, type Unit } from '../numbers/units';
import { defineTool, type ToolResult } from '../tool';

/** From one unit of measure to another. */
export const tool = defineTool({
  name: 'convert_units',
  description:
    'Converts an amount from one unit of measure to another when the user asks how much it is in other units. Returns the amount in the other unit and whether it is exact; currencies are not converted.',
  group: 'general',
  class: 'read',
  keywords: [
    'unit',
    'miles',
    'kilometres',
    'pounds',
    'celsius',
    'fahrenheit',
    'litres',
    'inches',
    'much',
    'many',
  ],
  parameters: z.object({
    amount: z.number().describe('How much there is, e.g. 5.'),
    from: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .describe("Unit of the amount, e.g. 'miles'.")
      .meta({ examples: ['miles', 'fahrenheit', 'imperial gallon'] }),
    to: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .describe("Unit that is wanted, e.g. 'kilometres'.")
      .meta({ examples: ['kilometres', 'celsius', 'litres'] }),
  }),
  run: ({ amount, from, to }) => Promise.resolve(converted(amount, from, to)),
});

function converted(amount: number, from: string, to: string): ToolResult {
  try {
    const given = fromDecimal(String(amount));
    const [source, target] = [unitNamed(from), unitNamed(to)];
    const result = convert(given, source, target);
    const { text, exact } = written(result);
    const said = spokenAmount(result);
    const left = `${spokenAmount(given).text} ${nameFor(source, given)} ${isOne(given) ? 'is' : 'are'}`;
    return {
      ok: true,
      say: `${left}${said.exact ? '' : ' about'} ${said.text} ${nameFor(target, result)}.`.replaceAll(
        /(^| )-/g,
        '$1minus ',
      ),
      data: { result: text, unit: target.many, exact },
    };
  } catch (error) {
    if (!(error instanceof NoAmount)) throw error;
    return { ok: false, error: error.message, hint: 'Tell the person, or ask for other units.' };
  }
}

function nameFor(unit: Unit, amount: Amount): string {
  return isOne(amount) ? unit.one : unit.many;
}

function isOne(amount: Amount): boolean {
  return !isZero(amount) && written(amount).text === '1';
}
