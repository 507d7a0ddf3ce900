import type { OfferedTool } from '../../../../src/local-agent/thinking/types';

type Schema = Readonly<Record<string, unknown>>;

/** A tool in the flat shape of protocol.md section 6.1. A parameter whose name ends in `?` is optional. */
export function tool(
  name: string,
  description: string,
  parameters: Readonly<Record<string, Schema>> = {},
): OfferedTool {
  const names = Object.keys(parameters);
  return {
    name,
    description,
    parameters: {
      type: 'object',
      properties: Object.fromEntries(names.map((key) => [key.replace(/\?$/, ''), parameters[key]])),
      required: names.filter((key) => !key.endsWith('?')),
    },
  };
}

/** A string with its description and whatever else its schema says. */
export const text = (description: string, more: Schema = {}): Schema => ({
  type: 'string',
  description,
  ...more,
});

export const whole = (description: string, more: Schema = {}): Schema => ({
  type: 'integer',
  description,
  ...more,
});

export const choice = (values: readonly string[], description = ''): Schema => ({
  type: 'string',
  enum: values,
  ...(description !== '' && { description }),
});
