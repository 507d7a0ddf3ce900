import { z } from 'zod';
import type { PinnedPath } from '../../permissions/changes/pinned-path';
import { spokenName } from '../files/speak';
import { folderOf, guarded, itemMeant, scopeOf } from '../files/targets';
import { undoChange } from '../files/undo-change';
import { nameOf } from '../files/walk';
import { readWholeText } from '../files/whole-text';
import { defineTool } from '../tool';

const LONGEST_TEXT = 100_000;

/** Text behind the end of a text file. */
export const tool = defineTool<
  { file: string; text: string },
  { readonly item: PinnedPath; readonly bytes: Uint8Array }
>({
  name: 'append_to_file',
  description:
    'Adds text as new lines at the end of a text file when the user asks to add something to a file or list. Returns the name of the file and how many bytes were added.',
  group: 'files',
  class: 'reversible',
  foreign: 'names',
  keywords: ['add', 'append', 'attach', 'end', 'line'],
  parameters: z.object({
    file: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe("Name or path of the file as the user says it, e.g. 'shopping list'."),
    text: z.string().min(1).max(LONGEST_TEXT).describe("What to add, e.g. 'oat milk'."),
  }),
  async aim({ file, text }, context, signal) {
    const found = await itemMeant(file, 'file', context, signal);
    if (!found.ok) return found;
    const { item } = found;
    return guarded(file, async () => {
      const whole = await readWholeText(context.files, item);
      if (!whole.ok) return whole;
      const gap = whole.text === '' || whole.text.endsWith('\n') ? '' : '\n';
      const bytes = whole.encodeTail(`${gap}${text}${text.endsWith('\n') ? '' : '\n'}`);
      if (!bytes) return foreignLetters(item);
      return {
        ok: true,
        target: { item, bytes },
        card: {
          effect: `Adds text at the end of ${nameOf(item)} in ${folderOf(item)}.`,
          question: `Shall I add that to ${spokenName(item)}?`,
          risk: null,
          verbs: ['add', 'append', 'write'],
          preview: text,
        },
        scope: await scopeOf([item], context),
        touches: [item.absolute],
      };
    });
  },
  run: (_, { changes }, __, { item, bytes }) =>
    guarded(nameOf(item), async () => {
      const { path, undo } = await changes.append(item, bytes);
      const data = { changed: path.spoken, bytes_added: bytes.length };
      return { ok: true, say: `That is at the end of ${spokenName(path)}.`, data, undo };
    }),
  undo: undoChange,
});

function foreignLetters(item: PinnedPath) {
  return {
    ok: false,
    error: `${spokenName(item)} is kept in an old encoding that lacks some of these letters.`,
    hint: 'Offer to write it without them, or into a new file.',
  } as const;
}
