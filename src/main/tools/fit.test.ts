import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../shared/json';
import { fitJson, fitText, jsonBytes } from './fit';

test('what fits stays as it is', () => {
  expect(fitJson({ a: [1, 'two'] }, 100)).toEqual({ a: [1, 'two'] });
});

test('a long list loses its last items and says so', () => {
  const files = Array.from({ length: 100 }, (_, at) => ({ name: `file ${at}` }));
  const cut = fitJson({ files, total: 100 }, 200);
  expect(cut).toMatchObject({ total: 100, truncated: true });
  expect(cut).toHaveProperty('files.0', { name: 'file 0' });
  expect(jsonBytes(cut)).toBeLessThanOrEqual(200);
});

test('a long text in front does not push the facts behind it out', () => {
  const cut = fitJson({ text: 'x'.repeat(5_000), size: '5 KB', more: true }, 300);
  expect(cut).toMatchObject({ size: '5 KB', more: true, truncated: true });
  expect(cut).toHaveProperty('text', expect.stringMatching(/^x{150,}$/));
});

test('text is never cut inside a character', () => {
  expect(fitText('🎈🎈🎈', 8)).toBe('🎈');
});

test('any value fits afterwards, and stays JSON', () => {
  const value = fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text) as Json);
  fc.assert(
    fc.property(value, fc.integer({ min: 40, max: 400 }), (json, most) => {
      const fitted = fitJson(json, most);
      expect(jsonBytes(fitted)).toBeLessThanOrEqual(most);
      expect(JSON.stringify(JSON.parse(JSON.stringify(fitted)))).toBe(JSON.stringify(fitted));
    }),
    { numRuns: 500 },
  );
});
