/** For tests: real folders on the real disk, granted or not. */
import { mkdir, mkdtemp, realpath, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createGrantedFiles, type GrantedFiles } from './granted-files';

/** A temporary folder with files, removed when the test ends. */
export interface TempFolder {
  /** Absolute, links resolved. */
  readonly path: string;
  /** Writes a file and the folders on its way; brings back its absolute path. `changed` is its time stamp. */
  write(name: string, content?: string | Uint8Array, changed?: Date): Promise<string>;
  folder(name: string): Promise<string>;
  /** Makes `name` a link to `target`, which is absolute or relative to the link. */
  link(name: string, target: string): Promise<string>;
}

/** A new folder that is gone when the test is over. */
export async function tempFolder(): Promise<TempFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'parley-')));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  const placed = async (name: string) => {
    const absolute = join(path, name);
    await mkdir(dirname(absolute), { recursive: true });
    return absolute;
  };
  return {
    path,
    async write(name, content = '', changed) {
      const absolute = await placed(name);
      await writeFile(absolute, content);
      if (changed) await utimes(absolute, changed, changed);
      return absolute;
    },
    async folder(name) {
      const absolute = join(path, name);
      await mkdir(absolute, { recursive: true });
      return absolute;
    },
    async link(name, target) {
      const absolute = await placed(name);
      await symlink(target, absolute);
      return absolute;
    },
  };
}

/** The door over some folders. */
export function grantsOf(
  paths: readonly string[],
  system: { forbidden?: readonly string[]; home?: string; platform?: NodeJS.Platform } = {},
): GrantedFiles {
  return createGrantedFiles(() => paths.map((path, at) => ({ id: String(at), path })), {
    forbidden: [],
    ...system,
  });
}
