import { defaultProfile } from './profile';

/** A settings file's content, nothing of it checked. */
export type StoredRecord = Readonly<Record<string, unknown>>;

/**
 * Brings the record of an older version into the shape of {@link SETTINGS_VERSION}. Only moves values: whether they
 * fit is checked afterwards, one by one. A record without a version is read as version 1.
 */
export function upgradeSettings(stored: StoredRecord): StoredRecord {
  const version = typeof stored['version'] === 'number' ? stored['version'] : 1;
  const upgrades = [profilesFromVersion1, usedBeforeVersion3];
  return upgrades.slice(Math.max(0, version - 1)).reduce((record, upgrade) => upgrade(record), stored);
}

/** Whoever used Parley before there was a first minute needs none now. Nothing stored at all is a first start. */
function usedBeforeVersion3(stored: StoredRecord): StoredRecord {
  return Object.keys(stored).length === 0 ? stored : { onboarding: 'done', ...stored };
}

/** What version 1 kept beside the profiles and version 2 keeps in them. */
const MOVED = ['engine', 'hostedVoice', 'localVoice'] as const;

function profilesFromVersion1(stored: StoredRecord): StoredRecord {
  const moved = MOVED.filter((name) => Object.hasOwn(stored, name));
  if (moved.length === 0) return stored;
  const values = Object.fromEntries(moved.map((name) => [name, stored[name]]));
  return { ...stored, profiles: [{ ...defaultProfile, ...values }] };
}
