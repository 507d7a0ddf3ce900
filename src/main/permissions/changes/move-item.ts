import { mkdir, rmdir } from 'node:fs/promises';
import { isWithin, lastingIdentity, type Fence } from '../fence';
import { copyItem, removeTree, type LongOptions } from './copy-item';
import { childrenStayWhatTheyAre } from './folder-meaning';
import { moveExclusive } from './move-exclusive';
import type { Place } from './new-paths';
import { pictureOf } from './picture';
import { pinned, pinnedIn, statOf, withItem, type PinnedPath } from './pinned-path';
import { codeOf, refuse } from './refusal';
import { intoTrash } from './trash-item';
import { newThing, type FileChange, type Workbench } from './workbench';
import { confirmOr, inPlace } from './write-file';

/** Makes an empty folder at a free place. */
export function makeFolder(spot: Place, fence: Fence): Promise<FileChange> {
  return inPlace(spot, fence, async (folder) => {
    await mkdir(folder.at(spot.name), 0o755);
    await confirmOr(folder, () => rmdir(folder.at(spot.name)));
    await folder.sync();
    const stats = (await statOf(folder, spot.name)) ?? refuse('changed');
    if (!stats.isDirectory()) refuse('changed');
    const path = pinned(spot, stats);
    return { path, undo: newThing('folder-made', path, await pictureOf(folder, spot.name)) };
  });
}

/** Moves or renames, never over anything; to another disk by a copy, the first one going to the trash. */
export async function moveItem(
  item: PinnedPath,
  spot: Place,
  bench: Workbench,
  options?: LongOptions,
): Promise<FileChange> {
  if (item.kind === 'folder' && isWithin(item.absolute, spot.folder.absolute)) refuse('into_itself');
  try {
    const path = await moveOnDisk(item, spot, bench.fence);
    const { kind } = item;
    const identity = lastingIdentity(item.identity);
    return { path, undo: { did: 'moved', from: item.absolute, to: path.absolute, kind, identity } };
  } catch (error) {
    if (codeOf(error) === 'EXDEV') return carry(item, spot, bench, options);
    throw error;
  }
}

/** EXDEV when the place is on another disk. */
function moveOnDisk(item: PinnedPath, spot: Place, fence: Fence): Promise<PinnedPath> {
  // Its own name in another letter case is taken by itself.
  const free = spot.taken?.identity === item.identity ? { ...spot, taken: null } : spot;
  return withItem(item, fence, async (source, name, now) => {
    if (item.kind === 'folder') await childrenStayWhatTheyAre(source, name, item.absolute, spot.absolute);
    const thing = { folder: source, name, kind: item.kind, identity: item.identity };
    return inPlace(free, fence, async (folder) => {
      await source.confirm();
      await folder.confirm();
      await moveExclusive(thing, { folder, name: spot.name });
      await confirmOr(folder, () =>
        moveExclusive({ ...thing, folder, name: spot.name }, { folder: source, name }),
      );
      return pinnedIn(folder, spot.name, spot, now.identity);
    });
  });
}

/** A copy on the other disk, whole or not at all; then the first one goes to the trash. */
async function carry(
  item: PinnedPath,
  spot: Place,
  bench: Workbench,
  options?: LongOptions,
): Promise<FileChange> {
  const { path, leftOut } = await copyItem(item, spot, bench.fence, options);
  try {
    if (leftOut > 0) refuse('not_whole');
    await intoTrash(item, bench);
  } catch (error) {
    await withItem(path, bench.fence, (folder, name) => removeTree(folder, name));
    throw error;
  }
  const { kind } = path;
  const identity = lastingIdentity(path.identity);
  return { path, undo: { did: 'moved', from: item.absolute, to: path.absolute, kind, identity } };
}
