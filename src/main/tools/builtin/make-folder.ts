import { z } from 'zod';
import type { Place } from '../../permissions/changes/new-paths';
import { spokenName } from '../files/speak';
import { folderOf, guarded, placeMeant, scopeOf, taken } from '../files/targets';
import { undoChange } from '../files/undo-change';
import { defineTool } from '../tool';

/** A new folder. */
export const tool = defineTool<{ name: string; folder?: string | undefined }, Place>({
  name: 'make_folder',
  description:
    'Makes a new, empty folder when the user asks for one. Returns the name of the folder and where it is.',
  group: 'files',
  class: 'reversible',
  foreign: 'names',
  keywords: ['create folder', 'new folder', 'directory'],
  parameters: z.object({
    name: z.string().trim().min(1).max(300).describe("Name of the new folder, e.g. 'Holidays 2027'."),
    folder: z
      .string()
      .trim()
      .max(1_000)
      .optional()
      .describe("Folder it should be in; needed when several are granted, e.g. 'Documents'."),
  }),
  async aim({ name, folder }, context, signal) {
    const found = await placeMeant(name, folder, context, signal);
    if (!found.ok) return found;
    const { place } = found;
    if (place.taken) return taken(place);
    return {
      ok: true,
      target: place,
      card: {
        effect: `Makes the folder ${place.name} in ${folderOf(place)}.`,
        question: `Shall I make the folder ${spokenName(place)}?`,
        risk: null,
        verbs: ['make', 'create'],
      },
      scope: await scopeOf([place.folder], context),
      touches: [place.absolute],
    };
  },
  run: (_, { changes }, __, place) =>
    guarded(place.name, async () => {
      const { path, undo } = await changes.makeFolder(place);
      return {
        ok: true,
        say: `The folder ${spokenName(path)} is there.`,
        data: { made: path.spoken },
        undo,
      };
    }),
  undo: undoChange,
});
