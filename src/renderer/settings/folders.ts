/** The last part of an absolute path, on any system; the whole path for a root. */
export function folderName(path: string): string {
  const parts = path.split(/[/\\]/).filter(Boolean);
  return parts.at(-1) ?? path;
}
