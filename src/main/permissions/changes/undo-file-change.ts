import { assertNever } from '../../../shared/assert-never';
import { lastingIdentity } from '../fence';
import type { GrantedPath } from '../granted-files';
import type { FileUndo } from './file-undo';
import { moveItem } from './move-item';
import { formerPlace } from './new-paths';
import { pin, type PinnedPath } from './pinned-path';
import { refuse } from './refusal';
import { intoTrash, restored } from './trash-item';
import { pictureAt, type Workbench } from './workbench';
import { cutAppended, replaceFile, writeNewFile } from './write-file';

/** What was taken back; `path` is where the thing is or was. */
export interface Undone {
  readonly did: FileUndo['did'];
  readonly path: GrantedPath;
}

/**
 * Takes one change back, every path checked against the grants of now. What was made goes to the trash; what was
 * changed since is left alone (`changed`), and nothing is written over (`exists`).
 */
export async function undoFileChange(
  data: FileUndo,
  bench: Workbench,
  signal?: AbortSignal,
): Promise<Undone> {
  const { fence, kept } = bench;
  const undone = (path: GrantedPath): Undone => ({ did: data.did, path });
  switch (data.did) {
    case 'created':
    case 'folder-made':
    case 'copied': {
      const made = await found(data.path, bench, data.identity);
      if ((await pictureAt(made, fence, signal)) !== data.picture) refuse('changed');
      await intoTrash(made, bench);
      return undone(made);
    }
    case 'replaced': {
      const file = await found(data.path, bench);
      if ((await pictureAt(file, fence, signal)) !== data.picture) refuse('changed');
      await kept.open(data.kept, (bytes) => replaceFile(file, bytes, fence, kept));
      return undone(file);
    }
    case 'appended': {
      const file = await found(data.path, bench, data.identity);
      return undone(await cutAppended(file, data.before, data.tail, fence));
    }
    case 'moved': {
      const item = await found(data.to, bench, data.identity);
      const back = await moveItem(item, await formerPlace(data.from, fence), bench, signal && { signal });
      return undone(back.path);
    }
    case 'trashed': {
      if (data.trashed) return undone(await restored(data.path, data.trashed, fence));
      const copy = data.kept ?? refuse('forgotten');
      const place = await formerPlace(data.path, fence);
      const file = await kept.open(copy, (bytes) => writeNewFile(place, bytes, fence));
      return undone(file.path);
    }
    case 'restored': {
      const item = await found(data.path, bench, data.identity);
      await intoTrash(item, bench);
      return undone(item);
    }
    default:
      return assertNever(data);
  }
}

/** What lies at a path of an earlier change; a link that lies there now is another thing. */
async function found(absolute: string, { fence }: Workbench, lasting?: string): Promise<PinnedPath> {
  const item = await pin({ absolute, spoken: '' }, fence);
  const same =
    item.absolute === absolute && (lasting === undefined || lastingIdentity(item.identity) === lasting);
  return same ? item : refuse('changed');
}
