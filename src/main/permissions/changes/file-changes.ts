/**
 * The writing side of granted folders: everything that tools change on the disk goes through here. What is changed
 * was pinned when the person was asked, and is refused when another thing lies there now.
 */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Grant } from '../../../shared/settings/schema';
import { Fence, lastingIdentity } from '../fence';
import { createGrantedFiles, type GrantedPath } from '../granted-files';
import { copyItem, type CopyCount, type LongOptions } from './copy-item';
import type { FileUndo } from './file-undo';
import type { Bytes } from './hashing';
import { KeptCopies } from './kept-copies';
import { place, placeBelow, type Place } from './new-paths';
import { makeFolder, moveItem } from './move-item';
import { pin, type PinnedPath } from './pinned-path';
import { ChangeRefused, refusing, type ChangeRefusal } from './refusal';
import { restored, trashItem } from './trash-item';
import { trashedFrom, type TrashedItem } from './trash-list';
import { undoFileChange, type Undone } from './undo-file-change';
import { newThing, pictureAt, type FileChange, type Workbench } from './workbench';
import { appendToFile, replaceFile, writeNewFile, type WriteOptions } from './write-file';

/** What may be changed on the disk. Everything rejects with {@link ChangeRefused}, or with the reason of a signal. */
export interface FileChanges {
  /** What lies at a path now: for what is to be changed, moved or trashed later. */
  pin(path: GrantedPath): Promise<PinnedPath>;
  /**
   * Where something new would be, as the person names it; relative to `inFolder` if that is given. A bare name
   * without it means the only grant, or is `ambiguous`.
   */
  place(
    named: string,
    inFolder?: GrantedPath,
  ): Promise<
    { readonly ok: true; readonly place: Place } | { readonly ok: false; readonly refusal: ChangeRefusal }
  >;
  /** A place some levels below a folder; folders on the way are made, no link is followed. */
  placeBelow(folder: PinnedPath, segments: readonly string[]): Promise<Place>;
  /** Whole or not at all, and never over anything (`exists`). */
  writeNew(place: Place, bytes: Bytes, options?: WriteOptions): Promise<FileChange>;
  /** Gives a file other bytes in one step; the old ones are kept. `changed` when it was touched since it was pinned. */
  replace(file: PinnedPath, bytes: Bytes, options?: WriteOptions): Promise<FileChange>;
  /** Writes behind the end of a file; `changed` as above. */
  append(file: PinnedPath, bytes: Uint8Array): Promise<FileChange>;
  makeFolder(place: Place): Promise<FileChange>;
  /** Also renames. Never over anything; to another disk by a copy, the first one going to the trash. */
  move(item: PinnedPath, place: Place, options?: LongOptions): Promise<FileChange>;
  /** At most 2 GB and 10,000 things; whole or not at all. */
  copy(item: PinnedPath, place: Place, options?: LongOptions): Promise<FileChange & CopyCount>;
  trash(item: PinnedPath): Promise<FileChange>;
  /** What is in the trash from granted folders, the newest first. Empty where the system alone knows its trash. */
  trashed(): Promise<readonly TrashedItem[]>;
  /** Back to where it was; `exists` when something else is there now. */
  restore(item: TrashedItem): Promise<FileChange>;
  /** After more was put into a folder that a change made: the same change, to be undone as a whole. */
  sealed(change: FileChange): Promise<FileChange>;
  /** Takes a change back; refuses with `changed` rather than destroy what was done since. */
  undo(data: FileUndo, signal?: AbortSignal): Promise<Undone>;
}

/** What of the system matters for changes. */
export interface FileChangesSystem {
  /** Parley's own data: refused even inside a grant. The old content of changed files is kept in it. */
  readonly ownFolder: string;
  /** Puts something into the system's trash where our own hands do not reach it: macOS and Windows. */
  readonly trashItem: (path: string) => Promise<void>;
  /** The folder of the freedesktop.org specifications that the trash is in. */
  readonly dataHome?: string;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly home?: string;
  readonly platform?: NodeJS.Platform;
}

/** Makes the writing side over the person's current grants; `grants` is asked anew each time. */
export function createFileChanges(grants: () => readonly Grant[], system: FileChangesSystem): FileChanges {
  const { ownFolder, now = Date.now, home = homedir(), platform = process.platform } = system;
  const forbidden = [ownFolder];
  const { resolve } = createGrantedFiles(grants, { forbidden, home, platform });
  const kept = new KeptCopies(join(ownFolder, 'kept'), now);
  const dataHome = system.dataHome ?? dataHomeOf(process.env['XDG_DATA_HOME'], home);
  const trash = process.platform === 'linux' ? { dataHome, uid: process.getuid?.() ?? 0, now } : null;
  const bench = async (): Promise<Workbench> => ({
    fence: await Fence.around(grants(), forbidden, platform),
    kept,
    trash,
    trashItem: system.trashItem,
  });
  const working = <T>(work: (bench: Workbench) => Promise<T>): Promise<T> =>
    refusing(async () => work(await bench()));

  return {
    pin: (path) => working(({ fence }) => pin(path, fence)),
    place: async (named, inFolder) => {
      try {
        const found = await working(({ fence }) => place(named, inFolder, { fence, resolve, platform }));
        return { ok: true, place: found };
      } catch (error) {
        if (error instanceof ChangeRefused) return { ok: false, refusal: error.refusal };
        throw error;
      }
    },
    placeBelow: (folder, segments) => working(({ fence }) => placeBelow(folder, segments, fence)),
    writeNew: (spot, bytes, options) =>
      working(async ({ fence }) => {
        const { path, picture } = await writeNewFile(spot, bytes, fence, options);
        return { path, undo: newThing('created', path, picture) };
      }),
    replace: (file, bytes, options) =>
      working(async ({ fence }) => {
        const done = await replaceFile(file, bytes, fence, kept, options);
        const { path, picture } = done;
        return { path, undo: { did: 'replaced', path: path.absolute, picture, kept: done.kept } };
      }),
    append: (file, bytes) =>
      working(async ({ fence }) => {
        const { path, before, tail } = await appendToFile(file, bytes, fence);
        return {
          path,
          undo: {
            did: 'appended',
            path: path.absolute,
            identity: lastingIdentity(path.identity),
            before,
            tail,
          },
        };
      }),
    makeFolder: (spot) => working(({ fence }) => makeFolder(spot, fence)),
    move: (item, spot, options) => working((tools) => moveItem(item, spot, tools, options)),
    copy: (item, spot, options) =>
      working(async ({ fence }) => {
        const done = await copyItem(item, spot, fence, options);
        return { ...done, undo: newThing('copied', done.path, await pictureAt(done.path, fence)) };
      }),
    trash: (item) => working((tools) => trashItem(item, tools)),
    trashed: () => working(async ({ fence }) => (trash ? trashedFrom(fence, trash) : [])),
    restore: (item) =>
      working(async ({ fence }) => {
        const trashed = { ...item, identity: lastingIdentity(item.identity) };
        const path = await restored(item.from.absolute, trashed, fence);
        return {
          path,
          undo: {
            did: 'restored',
            path: path.absolute,
            kind: path.kind,
            identity: lastingIdentity(path.identity),
          },
        };
      }),
    sealed: ({ path, undo }) =>
      working(async ({ fence }) => {
        if (!('picture' in undo) || undo.did === 'replaced') return { path, undo };
        return { path, undo: { ...undo, picture: await pictureAt(path, fence) } };
      }),
    undo: (data, signal) => working((tools) => undoFileChange(data, tools, signal)),
  };
}

/** XDG Base Directory Specification: a path that is not absolute is ignored. */
function dataHomeOf(named: string | undefined, home: string): string {
  return named !== undefined && isAbsolute(named) ? named : join(home, '.local', 'share');
}
