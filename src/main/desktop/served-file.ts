import { join, normalize, sep } from 'node:path';
import { APP_ORIGIN } from './app-origin';

/** The file behind an address of our origin, or null when it lies outside the folder. */
export function fileFor(address: string, folder: string): string | null {
  if (!address.startsWith(`${APP_ORIGIN}/`)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(folder, path));
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : null;
}
