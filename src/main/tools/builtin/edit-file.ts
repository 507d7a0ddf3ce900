import { z } from 'zod';
import type { PinnedPath } from '../../permissions/changes/pinned-path';
import { applyEdits, findEdits, unifiedDiff, type Edits } from '../files/edit-text';
import { spokenList, spokenName } from '../files/speak';
import { folderOf, guarded, itemMeant, scopeOf } from '../files/targets';
import { undoChange } from '../files/undo-change';
import { nameOf } from '../files/walk';
import { readWholeText } from '../files/whole-text';
import { defineTool, type ToolFailure } from '../tool';

const LONGEST_PART = 20_000;
const MOST_LINES_TOLD = 5;

interface Target {
  readonly item: PinnedPath;
  readonly bytes: Uint8Array;
  readonly places: number;
  readonly diff: string;
}

/** Text of a file replaced by another, as the diff on the card shows it. */
export const tool = defineTool<
  { file: string; find: string; replace_with: string; every: boolean; line?: number | undefined },
  Target
>({
  name: 'edit_file',
  description:
    'Replaces words or lines in a text file when the user asks to change, correct or remove something in it. Returns the name of the file and how many places were changed; when it is not clear which place is meant, nothing is changed.',
  group: 'files',
  class: 'reversible',
  foreign: 'names',
  keywords: ['change', 'swap', 'correct', 'replace', 'fix', 'remove line', 'edit'],
  parameters: z.object({
    file: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe("Name or path of the file as the user says it, e.g. 'meeting notes'."),
    find: z.string().min(1).max(LONGEST_PART).describe("The text as it stands in the file, e.g. 'Tuesday'."),
    replace_with: z
      .string()
      .max(LONGEST_PART)
      .default('')
      .describe("What stands there afterwards; leave out to remove the text, e.g. 'Wednesday'."),
    every: z
      .boolean()
      .default(false)
      .describe('Whether every place is changed, only if the user said so, e.g. false.'),
    line: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .describe('Line that the text begins in, counted from 1, when it is in several, e.g. 3.'),
  }),
  async aim({ file, find, replace_with, every, line }, context, signal) {
    const found = await itemMeant(file, 'file', context, signal);
    if (!found.ok) return found;
    const { item } = found;
    return guarded(file, async () => {
      const whole = await readWholeText(context.files, item);
      if (!whole.ok) return whole;
      const replacement = replace_with.replace(/\r\n?/gu, '\n');
      const edits = findEdits(whole.text, {
        find: find.replace(/\r\n?/gu, '\n'),
        replacement,
        every,
        ...(line !== undefined && { line }),
      });
      if (edits.kind !== 'edits') return notClear(edits, item);
      const text = applyEdits(whole.text, edits.edits);
      if (text === whole.text) return nothingToChange(item);
      const bytes = whole.encode(text);
      if (!bytes) return foreignLetters(item);
      const places = edits.edits.length;
      const diff = unifiedDiff(whole.text, edits.edits);
      return {
        ok: true,
        target: { item, bytes, places, diff },
        card: {
          effect: `Changes ${places === 1 ? 'one place' : `${places} places`} in ${nameOf(item)} in ${folderOf(item)}; the old text is kept.`,
          question: `Shall I change ${places === 1 ? 'that' : `that in ${places} places`} in ${spokenName(item)}?`,
          risk: null,
          verbs: ['change', 'replace', 'edit', 'correct'],
          preview: diff,
        },
        scope: await scopeOf([item], context),
        touches: [item.absolute],
      };
    });
  },
  run: (_, { changes }, signal, { item, bytes, places, diff }) =>
    guarded(nameOf(item), async () => {
      const { path, undo } = await changes.replace(item, bytes, { signal });
      return {
        ok: true,
        say: `${spokenName(path)} is changed${places === 1 ? '' : ` in ${places} places`}; the old text is kept.`,
        data: { changed: path.spoken, places },
        detail: diff,
        undo,
      };
    }),
  undo: undoChange,
});

function notClear(edits: Exclude<Edits, { kind: 'edits' }>, item: PinnedPath): ToolFailure {
  if (edits.kind === 'missing') {
    return {
      ok: false,
      error: `That text is not in ${spokenName(item)}.`,
      hint: 'Read the file and call again with the text exactly as it stands there.',
    };
  }
  const lines = edits.lines.slice(0, MOST_LINES_TOLD).map(String);
  const more = edits.lines.length > lines.length ? ' and more' : '';
  return {
    ok: false,
    error: `That text is in ${spokenName(item)} several times: line ${spokenList(lines, 'and')}${more}.`,
    hint: 'Call again with more of the text around it, with the line, or for every place if that is meant.',
  };
}

function nothingToChange(item: PinnedPath): ToolFailure {
  return {
    ok: false,
    error: `${spokenName(item)} would be the same as before.`,
    hint: 'Tell the person that it stands there already.',
  };
}

function foreignLetters(item: PinnedPath): ToolFailure {
  return {
    ok: false,
    error: `${spokenName(item)} is kept in an old encoding that lacks some of these letters.`,
    hint: 'Offer to write it without them.',
  };
}
