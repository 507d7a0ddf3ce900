import { z } from 'zod';
import type { Place } from '../../permissions/changes/new-paths';
import type { PinnedPath } from '../../permissions/changes/pinned-path';
import { isRunningName } from '../files/executable';
import { extensionOf } from '../files/kinds';
import { spokenName } from '../files/speak';
import { folderOf, guarded, placeMeant, scopeOf, taken } from '../files/targets';
import { undoChange } from '../files/undo-change';
import { defineTool } from '../tool';

const LONGEST_TEXT = 100_000;

type Target = { readonly place: Place; readonly old: PinnedPath | null };

/** A new text file; in place of an old one only when asked, and then the old text is kept. */
export const tool = defineTool<
  { name: string; text: string; folder?: string | undefined; replace: boolean },
  Target
>({
  name: 'write_file',
  description:
    'Writes a text into a new file when the user asks to save, write down or create a file. Returns the name and folder of the file; when the name is taken, nothing is written.',
  group: 'files',
  class: 'reversible',
  foreign: 'names',
  keywords: ['save', 'create', 'new file', 'write down', 'text'],
  parameters: z.object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .describe("Name of the new file, '.txt' is added if it has no ending, e.g. 'packing list.txt'."),
    text: z
      .string()
      .max(LONGEST_TEXT)
      .default('')
      .describe("What is in it, e.g. 'Passport, tickets, charger'."),
    folder: z
      .string()
      .trim()
      .max(1_000)
      .optional()
      .describe("Folder it should be in; needed when several are granted, e.g. 'Documents'."),
    replace: z
      .boolean()
      .default(false)
      .describe('Whether a file of that name is to be replaced, only if the user said so, e.g. false.'),
  }),
  async aim({ name, text, folder, replace }, context, signal) {
    const named = extensionOf(name.split('/').at(-1) ?? '') === '' ? `${name}.txt` : name;
    const found = await placeMeant(named, folder, context, signal);
    if (!found.ok) return found;
    const { place } = found;
    if (place.taken && (!replace || place.taken.kind !== 'file')) return taken(place);
    return guarded(named, async () => {
      const old = place.taken ? await context.changes.pin(inPlaceOf(place)) : null;
      const what = `${old?.spoken.split('/').at(-1) ?? place.name}`;
      return {
        ok: true,
        target: { place, old },
        card: {
          effect: old
            ? `Replaces the text of ${what} in ${folderOf(old)}; the old text is kept.`
            : `Creates ${what} in ${folderOf(place)}.`,
          question: old
            ? `Shall I replace the text of ${spokenName(old)}?`
            : `Shall I write ${spokenName(place)}?`,
          risk: isRunningName(place.name)
            ? 'A file with this ending runs as a program when it is opened.'
            : null,
          verbs: old ? ['replace', 'write', 'save'] : ['write', 'save', 'create'],
          preview: text === '' ? '(empty)' : text,
        },
        scope: await scopeOf([place.folder], context),
        touches: [place.absolute],
      };
    });
  },
  run: ({ text }, { changes }, signal, { place, old }) =>
    guarded(place.name, async () => {
      const bytes = Buffer.from(text === '' || text.endsWith('\n') ? text : `${text}\n`, 'utf8');
      const change = old
        ? await changes.replace(old, bytes, { signal })
        : await changes.writeNew(place, bytes, { signal });
      return {
        ok: true,
        say: old
          ? `${spokenName(change.path)} has the new text; the old one is kept.`
          : `${spokenName(change.path)} is written.`,
        data: { written: change.path.spoken, bytes: bytes.length },
        undo: change.undo,
      };
    }),
  undo: undoChange,
});

/** The file that is there, by its own name: it may differ in letter case. */
function inPlaceOf(place: Place) {
  const name = place.taken?.name ?? place.name;
  const withName = (path: string) => path.slice(0, path.length - place.name.length) + name;
  return { absolute: withName(place.absolute), spoken: withName(place.spoken) };
}
