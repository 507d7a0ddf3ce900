import { expect, test } from 'vitest';
import { cleanSchema } from './clean-schema';

test('references that multiply without end are given up at once', () => {
  const again = Array.from({ length: 20 }, () => ({ $ref: '#' }));
  const properties = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`p${at}`, { $ref: '#' }]));
  const before = performance.now();
  const cleaned = cleanSchema({ type: 'object', allOf: again, properties });
  expect(performance.now() - before).toBeLessThan(2_000);
  expect(JSON.stringify(cleaned).length).toBeLessThanOrEqual(6_000);
});

test('parts that are put together are told as one', () => {
  const schema = {
    $defs: { place: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } },
    type: 'object',
    allOf: [{ $ref: '#/$defs/place' }, { properties: { days: { type: 'integer' } } }],
  };
  expect(cleanSchema(schema)).toMatchObject({
    properties: { city: { type: 'string' }, days: { type: 'integer' } },
    required: ['city'],
  });
});
