import { expect, it } from 'vitest';
import { activeProfile, defaultProfile, profilePatchSchema, withProfile } from './profile';

const work = { ...defaultProfile, id: 'work', name: 'Work' };

it('the active profile is the one of that id, and the first when it is gone', () => {
  const profiles = [defaultProfile, work];
  expect(activeProfile({ profiles, activeProfile: 'work' })).toBe(work);
  expect(activeProfile({ profiles, activeProfile: 'gone' })).toBe(defaultProfile);
});

it('a patch changes its fields of its profile alone', () => {
  const changed = withProfile([defaultProfile, work], 'work', { prompt: 'Be brief.', greeting: undefined });
  expect(changed).toEqual([defaultProfile, { ...work, prompt: 'Be brief.' }]);
  expect(withProfile([defaultProfile], 'gone', { prompt: 'x' })).toEqual([defaultProfile]);
});

it('a patch cannot rename a profile’s id nor bring unknown fields', () => {
  expect(profilePatchSchema.safeParse({ id: 'other' }).success).toBe(false);
  expect(profilePatchSchema.safeParse({ nonsense: 1 }).success).toBe(false);
  expect(profilePatchSchema.parse({ engine: 'hosted' })).toEqual({ engine: 'hosted' });
});
