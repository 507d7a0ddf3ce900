import { z } from 'zod';
import type { Place } from '../../permissions/changes/new-paths';
import type { PinnedPath } from '../../permissions/changes/pinned-path';
import { locate } from '../files/locate';
import { spokenName } from '../files/speak';
import { folderOf, guarded, itemMeant, placeIn, scopeOf, taken } from '../files/targets';
import { undoChange } from '../files/undo-change';
import { nameOf } from '../files/walk';
import { defineTool } from '../tool';

/** A file or folder into another folder. */
export const tool = defineTool<
  { item: string; to_folder: string; kind?: 'file' | 'folder' | undefined },
  { readonly item: PinnedPath; readonly place: Place }
>({
  name: 'move_item',
  description:
    'Moves a file or folder into another folder when the user asks to move or put it there. Returns its name and its old and new folder; nothing is written over.',
  group: 'files',
  class: 'reversible',
  foreign: 'names',
  keywords: ['put', 'shift', 'sort', 'relocate', 'file away'],
  parameters: z.object({
    item: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe("Name or path of what to move as the user says it, e.g. 'budget'."),
    to_folder: z.string().trim().min(1).max(1_000).describe("Folder to move it into, e.g. 'Archive'."),
    kind: z
      .enum(['file', 'folder'])
      .optional()
      .describe("Whether a file or a folder is moved; leave out if not said, e.g. 'file'."),
  }),
  async aim({ item: named, to_folder, kind }, context, signal) {
    const found = await itemMeant(named, kind, context, signal);
    if (!found.ok) return found;
    const where = await locate(context.files, to_folder, 'folder', signal);
    if (!where.ok) return { ...where, foreign: true };
    const { item } = found;
    const placed = await placeIn(nameOf(item), where.path, context);
    if (!placed.ok) return placed;
    const { place } = placed;
    if (place.absolute === item.absolute) {
      return {
        ok: false,
        error: `${spokenName(item)} is in ${folderOf(item)} already.`,
        hint: 'Tell the person.',
        foreign: true,
      };
    }
    if (place.taken) return taken(place);
    return {
      ok: true,
      target: { item, place },
      card: {
        effect: `Moves ${item.kind === 'folder' ? 'the folder ' : ''}${nameOf(item)} from ${folderOf(item)} to ${folderOf(place)}.`,
        question: `Shall I move ${spokenName(item)} to ${spokenName(where.path)}?`,
        risk: null,
        verbs: ['move', 'put'],
      },
      scope: await scopeOf([item, place.folder], context),
      touches: [item.absolute, place.absolute],
    };
  },
  run: (_, { changes, progress }, signal, { item, place }) =>
    guarded(nameOf(item), async () => {
      const { path, undo } = await changes.move(item, place, {
        signal,
        progress: ({ files }) => progress(`${files.toLocaleString('en')} files moved`),
      });
      return {
        ok: true,
        say: `${spokenName(path)} is in ${folderOf(path).replace(/^.*\//u, '')} now.`,
        data: { moved: path.spoken, from: folderOf(item), to: folderOf(path) },
        undo,
      };
    }),
  undo: undoChange,
});
