import { z } from 'zod';
import type { Place } from '../../permissions/changes/new-paths';
import type { PinnedPath } from '../../permissions/changes/pinned-path';
import { extensionOf } from '../files/kinds';
import { locate } from '../files/locate';
import { sizeWithUnit, spokenName } from '../files/speak';
import {
  folderOf,
  freePlace,
  guarded,
  itemMeant,
  parentOf,
  placeIn,
  scopeOf,
  taken,
  withExtension,
} from '../files/targets';
import { undoChange } from '../files/undo-change';
import { nameOf } from '../files/walk';
import { defineTool } from '../tool';

/** A file or folder a second time. */
export const tool = defineTool<
  {
    item: string;
    to_folder?: string | undefined;
    new_name?: string | undefined;
    kind?: 'file' | 'folder' | undefined;
  },
  { readonly item: PinnedPath; readonly place: Place }
>({
  name: 'copy_item',
  description:
    'Copies a file or folder when the user asks for a copy or to duplicate it. Returns the name and folder of the copy, how many files it has, and its size in bytes, KB, MB or GB; nothing is written over.',
  group: 'files',
  class: 'reversible',
  foreign: 'names',
  keywords: ['duplicate', 'back up', 'second'],
  parameters: z.object({
    item: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe("Name or path of what to copy as the user says it, e.g. 'budget'."),
    to_folder: z
      .string()
      .trim()
      .max(1_000)
      .optional()
      .describe("Folder the copy goes to; leave out for the same folder, e.g. 'Backup'."),
    new_name: z
      .string()
      .trim()
      .max(300)
      .optional()
      .describe("Name of the copy; leave out to keep the name, e.g. 'budget 2027'."),
    kind: z
      .enum(['file', 'folder'])
      .optional()
      .describe("Whether a file or a folder is copied; leave out if not said, e.g. 'folder'."),
  }),
  async aim({ item: named, to_folder, new_name, kind }, context, signal) {
    const found = await itemMeant(named, kind, context, signal);
    if (!found.ok) return found;
    const { item } = found;
    const where = to_folder === undefined ? null : await locate(context.files, to_folder, 'folder', signal);
    if (where && !where.ok) return { ...where, foreign: true };
    const folder = where?.path ?? parentOf(item);
    const isSame = folder.absolute === parentOf(item).absolute;
    const name = new_name && item.kind === 'file' ? withExtension(new_name, nameOf(item)) : new_name;
    const placed =
      name === undefined && isSame
        ? await freePlace((nth) => copyName(item, nth), folder, context)
        : await placeIn(name ?? nameOf(item), folder, context);
    if (!placed.ok) return placed;
    const { place } = placed;
    if (place.taken) return taken(place);
    return {
      ok: true,
      target: { item, place },
      card: {
        effect: `Copies ${item.kind === 'folder' ? 'the folder ' : ''}${nameOf(item)} from ${folderOf(item)} to ${place.spoken}.`,
        question: `Shall I copy ${spokenName(item)}${isSame ? '' : ` to ${spokenName(folder)}`}?`,
        risk: null,
        verbs: ['copy', 'duplicate'],
      },
      scope: await scopeOf([item, place.folder], context),
      touches: [item.absolute, place.absolute],
    };
  },
  run: (_, { changes, progress }, signal, { item, place }) =>
    guarded(nameOf(item), async () => {
      const { path, undo, files, bytes, leftOut } = await changes.copy(item, place, {
        signal,
        progress: (done) => progress(`${done.files.toLocaleString('en')} files copied`),
      });
      const without = leftOut > 0 ? ` Hidden things, links and secrets were left out: ${leftOut}.` : '';
      return {
        ok: true,
        say: `The copy is called ${spokenName(path)}, in ${folderOf(path).replace(/^.*\//u, '')}.${without}`,
        data: { copied: path.spoken, files, size: sizeWithUnit(bytes), left_out: leftOut },
        undo,
      };
    }),
  undo: undoChange,
});

/** "budget copy.ods", then "budget copy 2.ods". */
function copyName(item: PinnedPath, nth: number): string {
  const name = nameOf(item);
  const extension = item.kind === 'file' ? extensionOf(name) : '';
  const stem = extension === '' ? name : name.slice(0, -extension.length - 1);
  const ending = extension === '' ? '' : name.slice(-extension.length - 1);
  return `${stem} copy${nth === 1 ? '' : ` ${nth}`}${ending}`;
}
