import { z } from 'zod';
import { NoAmount, spokenAmount, written } from '../numbers/amount';
import { evaluate } from '../numbers/expression';
import { defineTool, type ToolResult } from '../tool';

/** Arithmetic, exact where it can be. */
export const tool = defineTool({
  name: 'calculate',
  description:
    'Calculates an arithmetic expression when the user asks how much something is or for a sum, a percentage, a power or a root. Returns the result and whether it is exact.',
  group: 'general',
  class: 'read',
  keywords: ['compute', 'plus', 'minus', 'times', 'divided', 'percent', 'sum', 'math', 'root'],
  parameters: z.object({
    expression: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .describe("The calculation in digits and signs; angles in radians or with deg, e.g. '15% of 80'.")
      .meta({ examples: ['15% of 80', '(3 + 4) * 2.5', 'sqrt(2)', '2^10', 'sin(30 deg)', '17 mod 5'] }),
  }),
  run: ({ expression }) => Promise.resolve(calculated(expression)),
});

function calculated(expression: string): ToolResult {
  try {
    const amount = evaluate(expression);
    const { text, exact } = written(amount);
    const said = spokenAmount(amount);
    return {
      ok: true,
      say: `${said.exact ? 'That is' : 'That is about'} ${said.text.replace(/^-/, 'minus ')}.`,
      data: { result: text, exact },
    };
  } catch (error) {
    if (!(error instanceof NoAmount)) throw error;
    return {
      ok: false,
      error: error.message,
      hint: "Write it with digits and + - * / ^ % and brackets, such as '(3 + 4) * 2', or ask what is meant.",
    };
  }
}
