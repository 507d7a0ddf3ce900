import { z } from 'zod';
import type { Place } from '../../permissions/changes/new-paths';
import type { PinnedPath } from '../../permissions/changes/pinned-path';
import { isRunningName } from '../files/executable';
import { spokenName } from '../files/speak';
import {
  folderOf,
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

/** Another name for a file or folder. */
export const tool = defineTool<
  { item: string; new_name: string; kind?: 'file' | 'folder' | undefined },
  { readonly item: PinnedPath; readonly place: Place }
>({
  name: 'rename_item',
  description:
    'Renames a file or folder in its place when the user asks for another name. Returns the old and the new name; the ending of a file is kept unless another one is given.',
  group: 'files',
  class: 'reversible',
  foreign: 'names',
  keywords: ['name', 'new name', 'the name', 'call it', 'title'],
  parameters: z.object({
    item: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe("Name or path of what to rename as the user says it, e.g. 'scan 12'."),
    new_name: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .describe("The new name without a folder, e.g. 'Electricity bill May'."),
    kind: z
      .enum(['file', 'folder'])
      .optional()
      .describe("Whether a file or a folder is renamed; leave out if not said, e.g. 'file'."),
  }),
  async aim({ item: named, new_name, kind }, context, signal) {
    const found = await itemMeant(named, kind, context, signal);
    if (!found.ok) return found;
    const { item } = found;
    if (/[\\/]/u.test(new_name)) {
      return {
        ok: false,
        error: 'A new name holds no slash.',
        hint: 'Give the name alone; use move_item to put it into another folder.',
      };
    }
    const name = item.kind === 'file' ? withExtension(new_name, nameOf(item)) : new_name;
    const placed = await placeIn(name, parentOf(item), context);
    if (!placed.ok) return placed;
    const { place } = placed;
    if (nameOf(item) === place.name) {
      return {
        ok: false,
        error: `It is called ${place.name} already.`,
        hint: 'Tell the person.',
        foreign: true,
      };
    }
    // The same thing under another letter case is no other thing.
    if (place.taken && place.taken.identity !== item.identity) return taken(place);
    return {
      ok: true,
      target: { item, place },
      card: {
        effect: `Renames ${nameOf(item)} in ${folderOf(item)} to ${place.name}.`,
        question: `Shall I rename ${spokenName(item)} to ${spokenName(place)}?`,
        risk:
          isRunningName(place.name) && !isRunningName(nameOf(item))
            ? 'A file with the new ending runs as a program when it is opened.'
            : null,
        verbs: ['rename', 'name', 'call'],
      },
      scope: await scopeOf([item], context),
      touches: [item.absolute, place.absolute],
    };
  },
  run: (_, { changes }, signal, { item, place }) =>
    guarded(nameOf(item), async () => {
      const { path, undo } = await changes.move(item, place, { signal });
      return {
        ok: true,
        say: `${spokenName(item)} is called ${spokenName(path)} now.`,
        data: { old_name: nameOf(item), renamed: path.spoken },
        undo,
      };
    }),
  undo: undoChange,
});
