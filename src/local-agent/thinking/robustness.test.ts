import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parametersOf } from './arguments/parameters';
import { fillArguments } from './arguments/fill';
import { IntentRouter } from './thinker';
import { emptyMemory, type OfferedTool, type ThoughtRequest } from './types';

const now = new Date(2026, 10, 18, 10, 20);
const context = { now, items: ['first.txt', 'second.txt'], keyterms: ['Parley'] };

const word = fc.constantFrom(
  ...(
    'set a timer for ten minutes and one hour tomorrow at half past three no not that the second one remind me to call ' +
    'Anna in Paris 5 50% $20 on off please what is open close -1 1e9 3:75 99:99 31st february first dozen of point minus ' +
    'saying called : , . " quarter to to to double triple oh never mind again it'
  ).split(' '),
);
const sentence = fc.oneof(
  fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')),
  fc.string({ maxLength: 60, unit: 'grapheme' }),
);
const leaf = fc.record(
  {
    type: fc.oneof(
      fc.constantFrom('string', 'number', 'integer', 'boolean', 'array', 'object', 'null', 'odd'),
      fc.array(fc.constantFrom('string', 'null', 'number'), { maxLength: 3 }),
      fc.anything(),
    ),
    description: fc.oneof(
      fc.lorem({ maxCount: 8 }),
      fc.constant('Date, YYYY-MM-DD'),
      fc.constant('Length in seconds'),
      fc.anything(),
    ),
    enum: fc.oneof(
      fc.array(
        fc.oneof(
          fc.string({ maxLength: 12 }),
          fc.integer(),
          fc.constantFrom('on', 'off', '__proto__', 'constructor'),
        ),
        { maxLength: 5 },
      ),
      fc.anything(),
    ),
    format: fc.constantFrom('date', 'date-time', 'time', 'email', 'uri', 'odd'),
    pattern: fc.constantFrom('^[0-9]{4}$', '(a+)+$', '[', '^\\d{2}:\\d{2}$'),
    items: fc.oneof(
      fc.record(
        { type: fc.constantFrom('string', 'number'), enum: fc.array(fc.string()) },
        { requiredKeys: [] },
      ),
      fc.anything(),
    ),
    minimum: fc.oneof(fc.integer(), fc.anything()),
    maximum: fc.oneof(fc.integer(), fc.anything()),
    default: fc.anything(),
    examples: fc.anything(),
  },
  { requiredKeys: [] },
);
const name = fc.oneof(
  fc.constantFrom(
    'when',
    'text',
    'minutes',
    'to',
    'from',
    'count',
    'items',
    'label',
    'a.b',
    '',
    '__proto__',
    'toString',
  ),
  fc.string({ maxLength: 10 }),
);
const properties = fc.dictionary(
  name,
  fc.oneof(
    leaf,
    fc.record({
      type: fc.constant('object'),
      properties: fc.dictionary(name, leaf, { maxKeys: 3 }),
      required: fc.array(name),
    }),
    fc.anything(),
  ),
  { maxKeys: 6 },
);
const schema = fc.oneof(
  properties.chain((known) =>
    fc.record({
      type: fc.constant('object'),
      properties: fc.constant(known),
      required: fc.oneof(fc.subarray(Object.keys(known)), fc.anything()),
    }),
  ),
  fc.dictionary(fc.string(), fc.anything()),
);
const tool: fc.Arbitrary<OfferedTool> = fc.record({
  name: fc.oneof(fc.constantFrom('set_timer', 'listFiles', 'x'), fc.string({ minLength: 1, maxLength: 20 })),
  description: fc.oneof(
    fc.constantFrom('Sets a timer.', 'Use when the user wants "a timer".', ''),
    fc.lorem(),
  ),
  parameters: schema as fc.Arbitrary<Record<string, unknown>>,
});

describe('whatever the schema and whatever is said', () => {
  it('filling never throws, and numbers, lists and switches have their type', () => {
    fc.assert(
      fc.property(tool, sentence, sentence, (offered, said, around) => {
        const { values, said: names } = fillArguments(offered, said, context, around);
        for (const parameter of parametersOf(offered)) {
          if (!names.includes(parameter.name)) continue;
          const value = values[parameter.name];
          if (parameter.type === 'boolean' && parameter.choices.length === 0)
            expect(typeof value).toBe('boolean');
          if (parameter.type === 'array') expect(Array.isArray(value)).toBe(true);
          if (parameter.type === 'number' && parameter.choices.length === 0) {
            expect(value).toBeGreaterThanOrEqual(parameter.minimum);
            expect(value).toBeLessThanOrEqual(parameter.maximum);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a whole talk never rejects, also when the embedder does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(tool, { maxLength: 4 }),
        fc.array(sentence, { maxLength: 4 }),
        async (tools, said) => {
          const router = new IntentRouter(() => Promise.reject(new Error('no embedder')));
          let memory = emptyMemory;
          for (const text of said) {
            const request: ThoughtRequest = {
              prompt: { kind: 'request', text },
              systemPrompt: 'You are Nova (a+)+.',
              greeting: '',
              tools,
              history: [],
              memory,
              now,
            };
            const thought = await router.think(request, new AbortController().signal);
            memory = { ...thought.memory, items: ['one.txt', 'two.txt'] };
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
