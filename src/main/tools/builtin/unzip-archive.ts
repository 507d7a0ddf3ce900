import { z } from 'zod';
import type { FileChange } from '../../permissions/changes/workbench';
import type { Place } from '../../permissions/changes/new-paths';
import type { PinnedPath } from '../../permissions/changes/pinned-path';
import { ChangeRefused } from '../../permissions/changes/refusal';
import { locate } from '../files/locate';
import { sizeWithUnit, spokenName } from '../files/speak';
import { freePlace, guarded, itemMeant, parentOf, scopeOf } from '../files/targets';
import { undoChange } from '../files/undo-change';
import { withZip, type OpenZip, type ZipContent, type ZipProblem } from '../files/unzip';
import { nameOf } from '../files/walk';
import { defineTool, type ToolContext, type ToolFailure } from '../tool';

const MOST_SHOWN = 30;
const TELL_EVERY = 25;

type Content = Extract<ZipContent, { ok: true }>;

/** A zip archive unpacked into a new folder of its own. */
export const tool = defineTool<
  { archive: string; to_folder?: string | undefined },
  { readonly item: PinnedPath; readonly place: Place }
>({
  name: 'unzip_archive',
  description:
    'Unpacks a zip archive into a new folder when the user asks to unzip, unpack or extract it. Returns the name of the folder, how many files came out, and how many were left out as unsafe or hidden.',
  group: 'files',
  class: 'reversible',
  foreign: 'names',
  keywords: ['extract', 'unpack', 'zip', 'decompress', 'archive'],
  wire: { timeoutSeconds: 180 },
  parameters: z.object({
    archive: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe("Name or path of the zip file as the user says it, e.g. 'photos.zip'."),
    to_folder: z
      .string()
      .trim()
      .max(1_000)
      .optional()
      .describe("Folder that the new folder is made in; leave out for the archive's own, e.g. 'Documents'."),
  }),
  async aim({ archive, to_folder }, context, signal) {
    const found = await itemMeant(archive, 'file', context, signal);
    if (!found.ok) return found;
    const { item } = found;
    const where = to_folder === undefined ? null : await locate(context.files, to_folder, 'folder', signal);
    if (where && !where.ok) return { ...where, foreign: true };
    return guarded(archive, async () => {
      const content = await context.files.open(item, (file) => withZip(file, (zip) => zip.content(signal)));
      if (!content.ok) return notUnpacked(content.problem, item);
      const stem = nameOf(item).replace(/\.zip$/iu, '') || 'Archive';
      const folder = where?.path ?? parentOf(item);
      const placed = await freePlace((nth) => (nth === 1 ? stem : `${stem} ${nth}`), folder, context);
      if (!placed.ok) return placed;
      const { place } = placed;
      const files = content.entries.filter(({ kind }) => kind === 'file');
      return {
        ok: true,
        target: { item, place },
        card: {
          effect: `Unpacks ${nameOf(item)} (${files.length} files, ${sizeWithUnit(content.bytes)}) into the new folder ${place.spoken}.`,
          question: `Shall I unpack ${spokenName(item)}?`,
          risk: null,
          verbs: ['unpack', 'unzip', 'extract'],
          preview: listed(content),
        },
        scope: await scopeOf([place.folder], context),
        touches: [item.absolute, place.absolute],
      };
    });
  },
  run: (_, context, signal, { item, place }) =>
    guarded(nameOf(item), async () => {
      const now = await context.changes.pin(item);
      if (now.identity !== item.identity || now.version !== item.version) throw new ChangeRefused('changed');
      return context.files.open(item, async (file) => {
        const unpacked = await withZip(file, async (zip) => {
          const content = await zip.content(signal);
          return content.ok ? unpack(zip, content, place, context, signal) : content;
        });
        if ('problem' in unpacked) return notUnpacked(unpacked.problem, item);
        const { change, files, leftOut } = unpacked;
        const without = leftOut > 0 ? ` ${leftOut} hidden or unsafe things were left out.` : '';
        return {
          ok: true as const,
          say: `${spokenName(item)} is unpacked into ${spokenName(change.path)}: ${files === 1 ? 'one file' : `${files} files`}.${without}`,
          data: { folder: change.path.spoken, files, left_out: leftOut },
          undo: change.undo,
        };
      });
    }),
  undo: undoChange,
});

interface Unpacked {
  readonly change: FileChange;
  readonly files: number;
  readonly leftOut: number;
}

/** Unpacks everything, or takes back what was unpacked so far. */
async function unpack(
  zip: OpenZip,
  content: Content,
  place: Place,
  { changes, progress }: ToolContext,
  signal: AbortSignal,
): Promise<Unpacked | { readonly problem: ZipProblem }> {
  const made = await changes.makeFolder(place);
  let [files, leftOut] = [0, content.leftOut];
  try {
    for (const entry of content.entries) {
      signal.throwIfAborted();
      try {
        const spot = await changes.placeBelow(made.path, entry.segments);
        if (entry.kind === 'folder') {
          if (!spot.taken) await changes.makeFolder(spot);
          continue;
        }
        await changes.writeNew(spot, zip.read(entry), { most: entry.size, signal });
        files += 1;
        if (files % TELL_EVERY === 0) progress(`${files.toLocaleString('en')} files unpacked`);
      } catch (error) {
        if (!isBadName(error)) throw error;
        leftOut += 1;
      }
    }
    return { change: await changes.sealed(made), files, leftOut };
  } catch (error) {
    // Half an archive helps nobody: it goes to the trash. What cannot be put there stays, in its own folder.
    await changes
      .sealed(made)
      .then(({ undo }) => changes.undo(undo))
      .catch(() => undefined);
    if (signal.aborted || error instanceof ChangeRefused) throw error;
    return { problem: 'broken' };
  }
}

/** A name that may not be here, or that another thing of the archive has: that thing alone is left out. */
function isBadName(error: unknown): boolean {
  return (
    error instanceof ChangeRefused &&
    ['bad_name', 'hidden', 'not_allowed', 'exists', 'outside'].includes(error.refusal)
  );
}

function listed({ entries }: Content): string {
  const lines = entries
    .slice(0, MOST_SHOWN)
    .map(
      ({ segments, kind, size }) =>
        segments.join('/') + (kind === 'folder' ? '/' : `  ${sizeWithUnit(size)}`),
    );
  const more = entries.length - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n') || '(empty)';
}

function notUnpacked(problem: ZipProblem, item: PinnedPath): ToolFailure {
  const name = spokenName(item);
  const failure = (error: string): ToolFailure => ({
    ok: false,
    error,
    hint: 'Tell the person; nothing was unpacked. Do not try again.',
    foreign: true,
  });
  switch (problem) {
    case 'escapes':
      return failure(`${name} holds names that would lead out of its folder, as no honest archive does.`);
    case 'bomb':
      return failure(`${name} would become many times larger than honest archives do.`);
    case 'too-many':
      return failure(`${name} holds more than 5,000 things, which is more than is unpacked here.`);
    case 'too-big':
      return failure(`${name} would take more than 1 GB, which is more than is unpacked here.`);
    case 'locked':
      return failure(`${name} needs a password; such archives are not unpacked here.`);
    case 'broken':
      return failure(`${name} is no zip archive, or it is damaged.`);
  }
}
