import { MANY_ZONES, ZONE_BY_NAME } from './place-names';

/** The zone of a place, an IANA name, and the place as said aloud; or why there is not one. */
export type FoundZone =
  | { readonly kind: 'zone'; readonly timeZone: string; readonly spoken: string }
  /** `cities`: some to ask for instead. */
  | { readonly kind: 'several'; readonly spoken: string; readonly cities: string }
  | { readonly kind: 'unknown' };

/** Finds the time zone of a city, country, region or IANA name; case, accents and "the" do not matter. */
export function findZone(place: string): FoundZone {
  const spoken = spokenPlace(place);
  const whole = zoneNamed(place);
  if (whole) return { kind: 'zone', timeZone: whole, spoken };
  const comma = place.indexOf(',');
  const [town, region] = comma < 0 ? [place, ''] : [place.slice(0, comma), place.slice(comma + 1)];
  const byParts = comma < 0 ? null : zoneOfTown(zoneNamed(town), zoneNamed(region));
  if (byParts) return { kind: 'zone', timeZone: byParts, spoken: spokenPlace(town) };
  const cities = MANY_ZONES.get(plain(place)) ?? MANY_ZONES.get(plain(region));
  return cities === undefined ? { kind: 'unknown' } : { kind: 'several', spoken, cities };
}

/** "Paris, Texas" is in Texas; but "El Paso, Texas" keeps its own zone within the same part of the world. */
function zoneOfTown(town: string | null, region: string | null): string | null {
  if (!town || !region) return town ?? region;
  const area = (zone: string) => zone.slice(0, zone.indexOf('/'));
  return area(town) === area(region) ? town : region;
}

function zoneNamed(place: string): string | null {
  const name = plain(place);
  if (name === '') return null;
  return ZONE_BY_NAME.get(name) ?? cities().get(name) ?? ianaZone(place.trim());
}

let citiesOnce: ReadonlyMap<string, string> | null = null;

/** Every zone of this system by its city: "buenos aires", "port moresby". */
function cities(): ReadonlyMap<string, string> {
  citiesOnce ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [plain(zone.slice(zone.lastIndexOf('/') + 1)), zone]),
  );
  return citiesOnce;
}

function ianaZone(name: string): string | null {
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/u.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // RangeError is how Intl says that there is no such zone.
    return null;
  }
}

function plain(place: string): string {
  return place
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_-]+/gu, ' ')
    .replace(/[.'’]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(the|in) (?!hague)/u, '');
}

const IN_CAPITALS = new Set(['uk', 'usa', 'us', 'uae', 'utc', 'gmt', 'nyc', 'la', 'est', 'pst', 'cet', 'dc']);

/** "asia/tokyo" as "Tokyo", "new york" as "New York", "uk" as "UK". */
function spokenPlace(place: string): string {
  const city = /^[A-Za-z]+\/\S+$/u.test(place.trim()) ? place.slice(place.lastIndexOf('/') + 1) : place;
  return city
    .replace(/_/gu, ' ')
    .trim()
    .split(/\s+/u)
    .map((word) =>
      IN_CAPITALS.has(word.toLowerCase())
        ? word.toUpperCase()
        : /^(of|the|de|es|and)$/iu.test(word)
          ? word.toLowerCase()
          : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');
}
