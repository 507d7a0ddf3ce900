import { describe, expect, it } from 'vitest';
import { defaultRules, ruleFor, ruleSchema, type Rule } from './rules';

const rule = (id: string, phrase: string): Rule => ({
  id,
  phrase,
  change: { kind: 'volume', volume: 20 },
});

describe('a rule of the person’s own', () => {
  it.each([
    'slow down',
    'Slow down.',
    'Please, slow down!',
    'Slow down please, Parley.',
    'SLOW  DOWN, thank you',
  ])('is meant by %j', (said) => expect(ruleFor(defaultRules, said)?.id).toBe('slow-down'));

  it.each(['Do not slow down.', 'slow', 'slow down the video', '', 'please'])('is not meant by %j', (said) =>
    expect(ruleFor(defaultRules, said)).toBeNull(),
  );

  it('may be made of polite words alone', () => {
    expect(ruleFor([rule('thanks', 'Thank you')], 'Thank you.')?.id).toBe('thanks');
    expect(ruleFor([rule('thanks', 'Thank you')], 'Please.')).toBeNull();
  });

  it('with a phrase that stands there twice is the first of them', () => {
    expect(ruleFor([rule('a', 'Quiet!'), rule('b', 'quiet')], 'quiet')?.id).toBe('a');
  });

  it('fits the schema as it ships', () => {
    for (const one of defaultRules) expect(ruleSchema.parse(one)).toEqual(one);
  });
});
