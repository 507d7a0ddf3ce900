import { sep } from 'node:path';
import { isInSecretFolder, startsByItself } from '../forbidden-names';
import type { HeldFolder } from './held-folder';
import { refuse } from './refusal';

/**
 * A folder's name can be what closes the folders in it ("snap/firefox") or makes them start programs: under another
 * name they would be open, or would begin to start what lies in them. Rejects when a move would do either.
 */
export async function childrenStayWhatTheyAre(
  parent: HeldFolder,
  name: string,
  from: string,
  to: string,
): Promise<void> {
  const folder = await parent.child(name);
  try {
    for await (const child of folder.entries()) {
      const before = [...from.split(sep), child.name];
      const after = [...to.split(sep), child.name];
      if (isInSecretFolder(before) !== isInSecretFolder(after)) refuse('not_allowed');
      if (startsByItself(after) && !startsByItself(before)) refuse('not_allowed');
    }
  } finally {
    await folder.close();
  }
}
