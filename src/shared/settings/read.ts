import { isRecord } from '../json';
import { readProfiles } from './read-profiles';
import { defaultSettings, settingEntries, SETTINGS_VERSION, type SettingName, type Settings } from './schema';
import { upgradeSettings } from './upgrades';

/** Settings as read from disk, with the names whose stored values did not fit and were replaced. */
export interface ReadSettings {
  readonly settings: Settings;
  /** Names of settings, and of fields of profiles. */
  readonly replaced: readonly string[];
  /** The file comes from a newer Parley; it must not be overwritten. */
  readonly fromTheFuture: boolean;
}

/**
 * Reads stored settings of any version. Each value is checked on its own: one that does not fit falls back to
 * its default, unknown names are ignored, the others survive. Never throws.
 */
export function readSettings(stored: unknown): ReadSettings {
  const record = upgradeSettings(isRecord(stored) ? stored : {});
  const replaced: string[] = [];
  const read = (name: SettingName): unknown => {
    if (!Object.hasOwn(record, name)) return defaultSettings[name];
    const profiles = name === 'profiles' ? readProfiles(record[name]) : null;
    replaced.push(...(profiles?.replaced ?? []));
    const parsed = settingEntries[name].type.safeParse(profiles?.profiles ?? record[name]);
    if (parsed.success) return parsed.data;
    replaced.push(name);
    return defaultSettings[name];
  };
  const names = Object.keys(settingEntries) as SettingName[];
  const settings = Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as Settings;
  const version = record['version'];
  return {
    settings,
    replaced,
    fromTheFuture: typeof version === 'number' && version > SETTINGS_VERSION,
  };
}
