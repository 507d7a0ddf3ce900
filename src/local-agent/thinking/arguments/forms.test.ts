import { describe, expect, it } from 'vitest';
import type { OfferedTool } from '../types';
import { fillArguments } from './fill';

const context = { now: new Date(2026, 10, 18, 10, 20), items: [], keyterms: [] };
const toolOf = (properties: Readonly<Record<string, unknown>>): OfferedTool => ({
  name: 'do_it',
  description: '',
  parameters: { type: 'object', properties, required: Object.keys(properties) },
});
const filled = (tool: OfferedTool, said: string) => fillArguments(tool, said, context).arguments;

describe('the address of a page', () => {
  const tool = toolOf({ address: { type: 'string', description: 'Address, beginning with https.' } });

  it.each([
    ['Open example.org in the browser.', 'https://example.org'],
    ['Visit http://localhost.test/a?b=c', 'http://localhost.test/a?b=c'],
    ['go to bbc dot co dot uk', 'https://bbc.co.uk'],
  ])('is taken from %j', (said, address) => expect(filled(tool, said)).toEqual({ address }));

  it.each(['Open the spring plan.', 'Open notes.txt.', 'Put a dot on it.'])('is not in %j', (said) =>
    expect(filled(tool, said)).toEqual({}),
  );
});

describe('units of measure', () => {
  const tool = toolOf({
    amount: { type: 'number', description: 'How much there is.' },
    from: { type: 'string', description: 'Unit of the amount.' },
    to: { type: 'string', description: 'Unit that is wanted.' },
  });

  it.each([
    ['Convert 2.5 litres to pints.', { amount: 2.5, from: 'litres', to: 'pints' }],
    ['How many kilometres are 26 miles?', { amount: 26, from: 'miles', to: 'kilometres' }],
  ])('are taken from %j', (said, expected) => expect(filled(tool, said)).toEqual(expected));

  it('are missing where none is said', () =>
    expect(Object.keys(filled(tool, 'Convert 5.'))).toEqual(['amount']));
});
