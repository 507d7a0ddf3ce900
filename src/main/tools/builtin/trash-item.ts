import { z } from 'zod';
import type { PinnedPath } from '../../permissions/changes/pinned-path';
import { spokenName } from '../files/speak';
import { folderOf, guarded, itemMeant, scopeOf } from '../files/targets';
import { undoChange } from '../files/undo-change';
import { nameOf } from '../files/walk';
import { defineTool } from '../tool';

/** Into the trash: nothing is ever deleted for good. */
export const tool = defineTool<{ item: string; kind?: 'file' | 'folder' | undefined }, PinnedPath>({
  name: 'trash_item',
  description:
    'Puts a file or folder into the trash when the user asks to delete, remove or throw it away. Returns its name and the folder it was in; it can be taken back.',
  group: 'files',
  class: 'reversible',
  foreign: 'names',
  keywords: ['delete', 'remove', 'throw away', 'bin', 'erase', 'get rid of'],
  parameters: z.object({
    item: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe("Name or path of what to throw away as the user says it, e.g. 'old draft'."),
    kind: z
      .enum(['file', 'folder'])
      .optional()
      .describe("Whether a file or a folder is meant; leave out if not said, e.g. 'file'."),
  }),
  async aim({ item: named, kind }, context, signal) {
    const found = await itemMeant(named, kind, context, signal);
    if (!found.ok) return found;
    const { item } = found;
    const isFolder = item.kind === 'folder';
    return {
      ok: true,
      target: item,
      card: {
        effect: `Puts ${isFolder ? `the folder ${nameOf(item)} and all that is in it` : nameOf(item)} from ${folderOf(item)} into the trash.`,
        question: `Shall I put ${isFolder ? 'the folder ' : ''}${spokenName(item)} into the trash?`,
        risk: null,
        verbs: ['delete', 'remove', 'trash', 'throw'],
      },
      scope: await scopeOf([item], context),
      touches: [item.absolute],
    };
  },
  run: (_, { changes }, __, item) =>
    guarded(nameOf(item), async () => {
      const { undo } = await changes.trash(item);
      return {
        ok: true,
        say: `${spokenName(item)} is in the trash.`,
        data: { trashed: nameOf(item), from: folderOf(item) },
        undo,
      };
    }),
  undo: undoChange,
});
