import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyterms } from './keyterms';

const many = [...'abcdefghij'].flatMap((one) =>
  [...'klmnopqrstuvwxy'].map((two) => `Paper ${one}${two}.pdf`),
);
const terms = (more: Partial<Parameters<typeof keyterms>[0]>) =>
  keyterms({ own: [], grants: [], others: [], recent: [], mostNames: 100, ...more });

describe('key terms', () => {
  it('are the person’s own first, then folders and apps, then what lies in the folders', () => {
    const grants = [{ id: 'a', name: 'Taxes', entries: ['Budget_2026.xlsx'] }];
    expect(terms({ own: ['Okonkwo'], grants, others: ['Firefox'] })).toEqual([
      'Okonkwo',
      'Taxes',
      'Firefox',
      'Budget 2026',
    ]);
  });

  it('narrow as the talk narrows: what was said or found lately first, then the folder talked about', () => {
    const grants = [
      { id: 'a', name: 'Taxes', entries: many },
      { id: 'b', name: 'Garden', entries: ['roses.txt', 'tulips.txt', 'lawn.txt'] },
    ];
    expect(terms({ grants })).not.toContain('tulips');
    const recent = ['I found roses and two more.', 'What is in the garden?'];
    const narrowed = terms({ grants, recent });
    expect(narrowed.slice(0, 2)).toEqual(['Garden', 'roses']);
    expect(narrowed.slice(0, 5)).toContain('tulips');
    expect(narrowed).toHaveLength(100);
  });

  it('besides the person’s own are no more than an engine is quick with', () => {
    const grants = [{ id: 'a', name: 'Taxes', entries: many }];
    expect(terms({ own: ['Ana', 'Okonkwo'], grants, mostNames: 3 })).toHaveLength(5);
  });

  it('leave out names that nobody says', () => {
    const entries = ['IMG_20240102_113311.jpg', 'a3f09c.bin', 'Letter to Ana.pdf'];
    expect(terms({ grants: [{ id: 'a', name: 'Pictures', entries }] })).toEqual([
      'Pictures',
      'Letter to Ana',
    ]);
  });

  it('never exceed what the service takes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.array(fc.string()),
        fc.array(fc.string()),
        (own, entries, recent) => {
          const found = terms({ own, grants: [{ id: 'a', name: 'A', entries }], recent });
          expect(found.length).toBeLessThanOrEqual(100);
          expect(found.every((term) => term.length <= 50 && term.trim() !== '')).toBe(true);
          expect(new Set(found).size).toBe(found.length);
        },
      ),
    );
  });
});
