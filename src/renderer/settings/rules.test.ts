import { expect, it } from 'vitest';
import { defaultRules, type Rule } from '../../shared/settings/rules';
import { draftOf, newRule, ruleText, withRule } from './rules';

it('a new rule goes to the end, an edited one stays in its place', () => {
  const added = withRule(defaultRules, { ...newRule, phrase: ' hurry up ', preset: 'quick' }, 'new');
  expect(added).toEqual({
    ok: true,
    rules: [...defaultRules, { id: 'new', phrase: 'hurry up', change: { kind: 'preset', preset: 'quick' } }],
  });
  const [first] = defaultRules;
  const edited = withRule(defaultRules, { ...draftOf(first!), kind: 'volume', volume: 20 }, 'new');
  expect(edited.ok && edited.rules.map(({ id }) => id)).toEqual(defaultRules.map(({ id }) => id));
  expect(edited.ok && edited.rules[0]?.change).toEqual({ kind: 'volume', volume: 20 });
});

it('a rule that is edited without a change stays as it is', () => {
  for (const rule of defaultRules) {
    expect(withRule(defaultRules, draftOf(rule), 'new')).toEqual({ ok: true, rules: defaultRules });
  }
});

it('what is missing is told at its field', () => {
  const at = (draft: Partial<typeof newRule>) => {
    const written = withRule(defaultRules, { ...newRule, ...draft }, 'new');
    return written.ok ? 'fine' : written.field;
  };
  expect(at({ phrase: '  ' })).toBe('phrase');
  expect(at({ phrase: 'x'.repeat(61) })).toBe('phrase');
  expect(at({ phrase: 'SLOW down' })).toBe('phrase');
  expect(at({ phrase: 'sing', kind: 'instruction', text: ' ' })).toBe('text');
  expect(at({ phrase: 'sing', kind: 'instruction', text: 'x'.repeat(501) })).toBe('text');
  expect(at({ phrase: 'sing', kind: 'preset', text: 'x'.repeat(501) })).toBe('fine');
  const full: Rule[] = Array.from({ length: 50 }, (_, n) => ({
    ...defaultRules[0]!,
    id: String(n),
    phrase: `rule ${String(n)}`,
  }));
  expect(withRule(full, { ...newRule, phrase: 'one more' }, 'new')).toMatchObject({ ok: false });
});

it('a rule says in words what it changes', () => {
  expect(defaultRules.map(({ change }) => ruleText(change))).toEqual([
    'Turn preset: Patient',
    'Instruction: From now on answer in one short sentence.',
  ]);
});
