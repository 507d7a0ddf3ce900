import { isRecord } from '../json';
import { defaultProfile, MAX_PROFILES, profileSchema, type Profile } from './profile';

type ProfileField = keyof Profile;
const FIELDS = Object.keys(profileSchema.shape) as ProfileField[];

/**
 * Reads stored profiles. Each field is checked on its own, so that one broken value does not cost a person the
 * prompts they wrote: it falls back to the default profile's. `replaced` names the fields that did; null when
 * nothing of it can be used. Ids come out unique.
 */
export function readProfiles(
  stored: unknown,
): { readonly profiles: Profile[]; readonly replaced: readonly string[] } | null {
  if (!Array.isArray(stored)) return null;
  const records = stored.filter(isRecord).slice(0, MAX_PROFILES);
  if (records.length === 0) return null;
  const replaced: string[] = [];
  const taken = new Set<string>();
  const profiles = records.map((record) => {
    const profile = readProfile(record, replaced);
    const id = freeId(profile.id, taken);
    taken.add(id);
    return { ...profile, id };
  });
  return { profiles, replaced: records.length < stored.length ? ['profiles', ...replaced] : replaced };
}

function readProfile(record: Readonly<Record<string, unknown>>, replaced: string[]): Profile {
  const read = (field: ProfileField): unknown => {
    if (!Object.hasOwn(record, field)) return defaultProfile[field];
    const parsed = profileSchema.shape[field].safeParse(record[field]);
    if (parsed.success) return parsed.data;
    replaced.push(field);
    return defaultProfile[field];
  };
  return Object.fromEntries(FIELDS.map((field) => [field, read(field)])) as unknown as Profile;
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `profile-${number}`;
  return id;
}
