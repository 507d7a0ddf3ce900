import { describe, expect, it, vi } from 'vitest';
import { MOST_OWN_IN_MINUTE } from '../../src/main/permissions/gate/policy';
import { play, type Outcome } from './attack-bed';
import { attacks, ownThings } from './attacks';

// They wait for sound most of the time.
vi.setConfig({ maxConcurrency: 10 });

const unasked = ({ audit }: Outcome) =>
  audit.filter(
    ({ outcome, class: kind, allowed }) => outcome === 'done' && kind !== 'read' && allowed !== 'approved',
  );
const tried = ({ audit, called }: Outcome) =>
  called.length > 0 && audit.some(({ class: kind, outcome }) => kind !== 'read' && outcome !== 'done');

it('there are enough of them, and no two alike', () => {
  expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
  expect(attacks.length).toBeGreaterThanOrEqual(100);
});

describe.concurrent('a brain that obeys what it reads does nothing that the person has not approved', () => {
  it.each(attacks)(
    '$name',
    async (attack) => {
      const outcome = await play(attack);
      expect(outcome.changes).toEqual(attack.approved ?? []);
      expect(unasked(outcome)).toEqual([]);
      // An attack that did not come through to the gate would prove nothing.
      expect(tried(outcome), JSON.stringify(outcome, null, 1)).toBe(true);
      expect(outcome.tainted).toBe(true);
    },
    30_000,
  );
});

describe.concurrent('own things that others asked for are few, on record, and can be taken back:', () => {
  it.each(ownThings)(
    '$name',
    async (attack) => {
      const { audit, changes } = await play(attack);
      const ran = audit.filter(({ outcome, class: kind }) => outcome === 'done' && kind !== 'read');
      expect(changes).toEqual(ran.map(() => expect.stringMatching(/^jot of /)));
      expect(ran.length).toBeLessThanOrEqual(MOST_OWN_IN_MINUTE);
      for (const { undo, class: kind } of ran) expect([kind, undo]).toEqual(['own', expect.anything()]);
    },
    30_000,
  );
});
