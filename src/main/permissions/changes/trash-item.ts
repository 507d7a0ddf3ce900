import { lastingIdentity, type Fence } from '../fence';
import type { FileUndo } from './file-undo';
import { childrenStayWhatTheyAre } from './folder-meaning';
import { MOST_KEPT_FILE } from './kept-copies';
import { formerPlace } from './new-paths';
import { pinnedIn, unchanged, withItem, type PinnedPath } from './pinned-path';
import { putIntoTrash, takeFromTrash, type Trashed } from './trash';
import type { FileChange, Workbench } from './workbench';
import { inPlace, opened } from './write-file';

type TrashUndo = Extract<FileUndo, { did: 'trashed' }>;

/** Puts a file or folder into the trash of the system. */
export async function trashItem(item: PinnedPath, bench: Workbench): Promise<FileChange> {
  return { path: item, undo: await intoTrash(item, bench) };
}

/** As {@link trashItem}; brings back what is needed to take it out again. */
export function intoTrash(item: PinnedPath, bench: Workbench): Promise<TrashUndo> {
  const undo = { did: 'trashed' as const, path: item.absolute, kind: item.kind, trashed: null, kept: null };
  return withItem(item, bench.fence, async (folder, name, now) => {
    // In the trash it has no meaning of its own.
    if (item.kind === 'folder') await childrenStayWhatTheyAre(folder, name, item.absolute, 'trash');
    await folder.confirm();
    if (bench.trash) {
      const thing = { folder, name, kind: item.kind, identity: item.identity };
      const trashed = await putIntoTrash(thing, item.absolute, bench.trash);
      return { ...undo, trashed: { ...trashed, identity: lastingIdentity(item.identity) } };
    }
    // The system does not tell where it puts things, so a file's content is kept for taking this back.
    const kept = item.kind === 'file' && now.size <= MOST_KEPT_FILE ? await keepCopy() : null;
    await folder.confirm();
    await bench.trashItem(item.absolute);
    return { ...undo, kept };

    async function keepCopy() {
      unchanged(now, now);
      const file = await opened(folder, name, now);
      return bench.kept.keep(file).finally(() => file.close());
    }
  });
}

/** Brings back what our own hands put into the trash, to where it was. */
export async function restored(
  absolute: string,
  { trash, name, identity }: Trashed & { readonly identity: string },
  fence: Fence,
): Promise<PinnedPath> {
  const place = await formerPlace(absolute, fence);
  return inPlace(place, fence, async (folder) => {
    await folder.confirm();
    const now = await takeFromTrash({ trash, name }, identity, { folder, name: place.name });
    await folder.confirm();
    return pinnedIn(folder, place.name, place, now);
  });
}
