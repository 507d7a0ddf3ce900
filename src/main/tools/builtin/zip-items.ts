import { z } from 'zod';
import type { Place } from '../../permissions/changes/new-paths';
import type { PinnedPath } from '../../permissions/changes/pinned-path';
import { extensionOf, stemOf } from '../files/kinds';
import { locate } from '../files/locate';
import { sizeWithUnit, spokenList, spokenName } from '../files/speak';
import { freePlace, guarded, itemMeant, parentOf, placeIn, scopeOf, taken } from '../files/targets';
import { inWords, undoChange } from '../files/undo-change';
import { nameOf } from '../files/walk';
import { filesToPack, zipOf, type Packed } from '../files/zip';
import { defineTool, type ToolContext, type ToolFailure } from '../tool';

const MOST_ITEMS = 20;
const MOST_SHOWN = 30;
const TELL_EVERY = 25;
/** A little more than what may be packed. */
const MOST_BYTES = 1_010_000_000;

/** Files and folders packed into a new zip archive. */
export const tool = defineTool<
  { items: string; name?: string | undefined; to_folder?: string | undefined },
  { readonly packed: readonly Packed[]; readonly place: Place }
>({
  name: 'zip_items',
  description:
    'Packs files and folders into a new zip archive when the user asks to zip, pack or compress them. Returns the name of the archive, how many files are in it, and its size in bytes, KB, MB or GB.',
  group: 'files',
  class: 'reversible',
  foreign: 'names',
  keywords: ['compress', 'pack', 'archive', 'zip'],
  wire: { timeoutSeconds: 180 },
  parameters: z.object({
    items: z
      .string()
      .trim()
      .min(1)
      .max(4_000)
      .describe("Names or paths of what to pack, several with a semicolon between, e.g. 'budget; photos'."),
    name: z
      .string()
      .trim()
      .max(300)
      .optional()
      .describe("Name of the archive; leave out to name it after the first item, e.g. 'taxes.zip'."),
    to_folder: z
      .string()
      .trim()
      .max(1_000)
      .optional()
      .describe("Folder for the archive; leave out for that of the first item, e.g. 'Archive'."),
  }),
  async aim({ items: named, name, to_folder }, context, signal) {
    const found = await itemsMeant(named, context, signal);
    if (!found.ok) return found;
    const { items } = found;
    const [first] = items;
    const where = to_folder === undefined ? null : await locate(context.files, to_folder, 'folder', signal);
    if (where && !where.ok) return { ...where, foreign: true };
    return guarded(named, async () => {
      const packing = await filesToPack(items, context.files, signal);
      if (!packing.ok) return inWords(packing.problem, named);
      const { packed } = packing;
      if (packed.length === 0) return nothingToPack;
      const folder = where?.path ?? parentOf(first!);
      const stem = stemOf(nameOf(first!));
      const placed =
        name === undefined
          ? await freePlace((nth) => `${stem}${nth === 1 ? '' : ` ${nth}`}.zip`, folder, context)
          : await placeIn(extensionOf(name) === 'zip' ? name : `${name}.zip`, folder, context);
      if (!placed.ok) return placed;
      const { place } = placed;
      if (place.taken) return taken(place);
      const bytes = packed.reduce((sum, { size }) => sum + size, 0);
      return {
        ok: true,
        target: { packed, place },
        card: {
          effect: `Packs ${spokenList(items.map(nameOf), 'and')} (${packed.length === 1 ? 'one file' : `${packed.length} files`}, ${sizeWithUnit(bytes)}) into ${place.spoken}.`,
          question: `Shall I pack ${items.length === 1 ? spokenName(first!) : `${items.length} things`} into ${spokenName(place)}?`,
          risk: null,
          verbs: ['zip', 'pack', 'compress'],
          preview: listed(packed),
        },
        scope: await scopeOf([...items, place.folder], context),
        touches: [...items.map(({ absolute }) => absolute), place.absolute],
      };
    });
  },
  run: (_, { changes, files, progress }, signal, { packed, place }) =>
    guarded(place.name, async () => {
      const bytes = zipOf(packed, files, (count) => {
        if (count > 0 && count % TELL_EVERY === 0) progress(`${count.toLocaleString('en')} files packed`);
      });
      const { path, undo } = await changes.writeNew(place, bytes, { most: MOST_BYTES, signal });
      return {
        ok: true,
        say: `${packed.length === 1 ? 'One file is' : `${packed.length} files are`} in ${spokenName(path)}, ${sizeWithUnit(path.size)}.`,
        data: { archive: path.spoken, files: packed.length, size: sizeWithUnit(path.size) },
        undo,
      };
    }),
  undo: undoChange,
});

const nothingToPack: ToolFailure = {
  ok: false,
  error: 'There are no files in that to pack.',
  hint: 'Tell the person; hidden things and links are not packed.',
};

async function itemsMeant(
  named: string,
  context: ToolContext,
  signal: AbortSignal,
): Promise<{ readonly ok: true; readonly items: readonly PinnedPath[] } | ToolFailure> {
  const names = named
    .split(/[;\n]/u)
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length > MOST_ITEMS) {
    return {
      ok: false,
      error: `At most ${MOST_ITEMS} things are packed at a time.`,
      hint: 'Name a folder that holds them.',
    };
  }
  const items: PinnedPath[] = [];
  for (const name of names) {
    const found = await itemMeant(name, undefined, context, signal);
    if (!found.ok) return found;
    if (!items.some(({ absolute }) => absolute === found.item.absolute)) items.push(found.item);
  }
  return items.length > 0 ? { ok: true, items } : nothingToPack;
}

function listed(packed: readonly Packed[]): string {
  const lines = packed.slice(0, MOST_SHOWN).map(({ name, size }) => `${name}  ${sizeWithUnit(size)}`);
  const more = packed.length - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
}
