import { lastingIdentity, type Fence } from '../fence';
import type { FileUndo } from './file-undo';
import type { KeptCopies } from './kept-copies';
import { pictureOf } from './picture';
import { withItem, type PinnedPath } from './pinned-path';
import type { TrashSystem } from './trash';

/** What a change did, and what is needed to take it back. */
export interface FileChange {
  readonly path: PinnedPath;
  readonly undo: FileUndo;
}

/** What the parts of a change work with. */
export interface Workbench {
  readonly fence: Fence;
  readonly kept: KeptCopies;
  /** Null where the system has the only hands. */
  readonly trash: TrashSystem | null;
  readonly trashItem: (path: string) => Promise<void>;
}

/** What is needed to take something new away again. */
export function newThing(
  did: 'created' | 'folder-made' | 'copied',
  path: PinnedPath,
  picture: string,
): FileUndo {
  return { did, path: path.absolute, kind: path.kind, identity: lastingIdentity(path.identity), picture };
}

/** The picture of what lies at a pinned path. */
export function pictureAt(path: PinnedPath, fence: Fence, signal?: AbortSignal): Promise<string> {
  return withItem(path, fence, (folder, name) => pictureOf(folder, name, signal));
}
