import { defaultProfile, MAX_PROFILES, type Profile } from '../../shared/settings/profile';

/** Longest name of a profile, in characters. */
const LONGEST_NAME = 60;

/** The profiles with one more, made from the default. */
export function withNew(profiles: readonly Profile[], id: string): Profile[] {
  return [...profiles, { ...defaultProfile, id, name: freeName('New profile', profiles) }];
}

/** The profiles with a copy of one of them right behind it; as they were when there is none of that id. */
export function withCopy(profiles: readonly Profile[], of: string, id: string): Profile[] {
  return profiles.flatMap((profile) =>
    profile.id === of
      ? [profile, { ...profile, id, name: freeName(`${profile.name} copy`, profiles) }]
      : [profile],
  );
}

/** The profiles without one of them; the last one stays. */
export function without(profiles: readonly Profile[], id: string): Profile[] {
  const left = profiles.filter((profile) => profile.id !== id);
  return left.length > 0 ? left : [...profiles];
}

/** Whether there is room for another. */
export function mayAdd(profiles: readonly Profile[]): boolean {
  return profiles.length < MAX_PROFILES;
}

/** The name, with a number where it is taken, so that profiles can be told apart in a list. */
export function freeName(wanted: string, profiles: readonly Pick<Profile, 'name'>[]): string {
  const taken = new Set(profiles.map(({ name }) => name));
  let name = wanted.slice(0, LONGEST_NAME).trim();
  for (let number = 2; taken.has(name); number += 1) {
    const suffix = ` ${String(number)}`;
    name = `${wanted.slice(0, LONGEST_NAME - suffix.length).trim()}${suffix}`;
  }
  return name;
}
