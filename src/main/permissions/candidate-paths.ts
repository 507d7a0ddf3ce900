import { isAbsolute, join, resolve } from 'node:path';
import { isWithin } from './fence';
import { fold } from './forbidden-names';
import type { GrantedPath } from './granted-files';

/**
 * The absolute paths a name can mean, likeliest first. Names in one tier are equally likely: two of them that
 * exist make the name ambiguous. A relative name that climbs out of its grant stays a candidate as it is, so
 * that it is refused for what it is.
 */
export function candidatePaths(
  name: string,
  roots: readonly GrantedPath[],
  home: string,
  platform: NodeJS.Platform,
): readonly (readonly string[])[] {
  if (isAbsolute(name)) return [[resolve(name)]];
  if (name === '~' || /^~[\\/]/u.test(name)) return [[join(home, name.slice(1))]];
  const [first = '', ...rest] = segmentsOf(name, platform);
  const byGrant = roots.filter((root) => namesGrant(first, root)).map((root) => join(root.absolute, ...rest));
  const bySpoken = roots
    .filter((root) => root.spoken.includes('/') && startsWithSpoken(name, root.spoken))
    .map((root) => join(root.absolute, ...segmentsOf(name, platform).slice(2)));
  const inside = roots.map((root) => join(root.absolute, name));
  return [bySpoken, withoutClimbers(byGrant, roots), inside].filter((tier) => tier.length > 0);
}

/** "Documents/../x" is not the Documents folder's; as a plain relative name it is refused below. */
function withoutClimbers(paths: readonly string[], roots: readonly GrantedPath[]): readonly string[] {
  return paths.filter((path) => roots.some((root) => isWithin(root.absolute, path)));
}

function segmentsOf(name: string, platform: NodeJS.Platform): readonly string[] {
  return name.split(platform === 'win32' ? /[\\/]+/u : /\/+/u).filter(Boolean);
}

/** The bare name: models like to put quotes around it. */
export function unquote(named: string): string {
  const trimmed = named.trim();
  return /^(["'`]).*\1$/u.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed;
}

/** "downloads", "my Downloads folder", "the download directory" all name the grant Downloads. */
function namesGrant(said: string, root: GrantedPath): boolean {
  const own = root.spoken.split('/').at(-1) ?? '';
  return fold(said) === fold(own) || plain(said) === plain(own);
}

function plain(name: string): string {
  return (
    fold(name)
      .replace(/^(my|the|our)\s+/u, '')
      // A recognizer hears a plural as a genitive: "paper's" for "papers".
      .replace(/['’]/gu, '')
      .replace(/\s+(folder|directory)$/u, '')
      .replace(/s$/u, '')
  );
}

function startsWithSpoken(name: string, spoken: string): boolean {
  return fold(name) === fold(spoken) || fold(name).startsWith(`${fold(spoken)}/`);
}
