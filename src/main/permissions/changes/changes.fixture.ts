/** For tests: the writing side over real folders; its trash and kept copies are in a folder that goes with the test. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createFileChanges, type FileChanges, type FileChangesSystem } from './file-changes';

/** The writing side over some folders. */
export function changesOf(paths: readonly string[], system: Partial<FileChangesSystem> = {}): FileChanges {
  const own = join(realpathSync(tmpdir()), `parley-own-${process.pid}-${++made}`);
  if (paths.length > 0) {
    const folder = mkdtempSync(own);
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return over(paths, folder, system);
  }
  return over(paths, own, system);
}

let made = 0;

function over(paths: readonly string[], own: string, system: Partial<FileChangesSystem>): FileChanges {
  return createFileChanges(() => paths.map((path, at) => ({ id: String(at), path })), {
    ownFolder: join(own, 'own'),
    dataHome: join(own, 'data'),
    trashItem: () => Promise.reject(new Error('Here our own hands have to do it.')),
    ...system,
  });
}
