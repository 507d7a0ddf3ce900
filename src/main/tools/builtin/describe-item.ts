import { z } from 'zod';
import type { Json } from '../../../shared/json';
import type { FileFacts, GrantedPath } from '../../permissions/granted-files';
import { kindOf } from '../files/kinds';
import { locate } from '../files/locate';
import { MEDIA_HEAD, pdfPages, pictureSize } from '../files/media-facts';
import { sizeWithUnit, spokenName } from '../files/speak';
import { decodeText, holdsPrivateKey } from '../files/text';
import { DEFAULT_WALK, nameOf, pathIn, walk } from '../files/walk';
import { spokenWhen } from '../time/spoken-when';
import { inZone, isoDate, isoTime } from '../time/zoned';
import { defineTool, type ToolContext, type ToolResult } from '../tool';

const TELL_EVERY_MS = 500;

/** One thing that is known of an item beyond its size and time. */
interface Extra {
  readonly said: string;
  readonly data: Record<string, Json>;
}

/** Facts of a file or folder; what is in it is not told. */
export const tool = defineTool({
  name: 'describe_item',
  description:
    'Describes a file or folder when the user asks how large or old it is, when it was changed, what kind it is, or how much is in a folder. Returns kind, size in bytes, KB, MB or GB, local time of the last change, pixels of a picture, pages of a PDF, words of a text, or files and total size of a folder.',
  group: 'files',
  class: 'read',
  foreign: true,
  keywords: [
    'size',
    'how big',
    'how large',
    'when',
    'last changed',
    'changed',
    'pages',
    'properties',
    'information',
    'how many files',
  ],
  parameters: z.object({
    item: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe("Name or path of the file or folder as the user says it, e.g. 'holiday photo'.")
      .meta({ examples: ['holiday photo', 'Downloads', 'Documents/report.pdf'] }),
    kind: z
      .enum(['file', 'folder'])
      .optional()
      .describe("Whether a file or a folder is meant; leave out if not said, e.g. 'folder'."),
  }),
  async run({ item, kind }, context, signal) {
    const located = await locate(context.files, item, kind, signal);
    if (!located.ok) return located;
    const { path } = located;
    const facts = await context.files.facts(path);
    const extra =
      facts.kind === 'folder'
        ? await folderTotals(path, context, signal)
        : await ofFile(path, facts, context);
    return answer(path, facts, extra, context);
  },
});

function answer(
  path: GrantedPath,
  facts: FileFacts,
  extra: Extra | null,
  { now, timeZone }: ToolContext,
): ToolResult {
  const isFolder = facts.kind === 'folder';
  const kind = isFolder ? 'a folder' : kindOf(nameOf(path));
  const size = isFolder ? '' : ` of ${sizeWithUnit(facts.size)}`;
  const changed = inZone(facts.modified, timeZone);
  const more = extra ? ` ${extra.said}` : '';
  return {
    ok: true,
    say: `${spokenName(path)} is ${kind}${size}, changed ${spokenWhen(facts.modified, now(), timeZone)}.${more}`,
    data: {
      name: path.spoken,
      kind: kind.replace(/^an? /u, ''),
      ...(isFolder ? {} : { size: sizeWithUnit(facts.size), bytes: facts.size }),
      changed: `${isoDate(changed)} ${isoTime(changed)}`,
      ...extra?.data,
    },
  };
}

async function ofFile(path: GrantedPath, { size }: FileFacts, { files }: ToolContext): Promise<Extra | null> {
  const kind = kindOf(nameOf(path));
  const { bytes } = await files.read(path, MEDIA_HEAD);
  if (kind === 'a PDF') return pagesOf(path, bytes, size, files);
  const picture = pictureSize(bytes);
  if (picture) {
    const { width, height } = picture;
    return { said: `It is ${width} by ${height} pixels.`, data: { width, height } };
  }
  const decoded = decodeText(bytes);
  if (decoded.kind === 'binary' || size > bytes.length || holdsPrivateKey(decoded.text)) return null;
  const words = decoded.text.split(/\s+/u).filter(Boolean).length;
  const lines = decoded.text === '' ? 0 : decoded.text.replace(/\n$/u, '').split('\n').length;
  return {
    said: `It has ${counted(words, 'word')} in ${counted(lines, 'line')}.`,
    data: { words, lines },
  };
}

/** The page tree is near the beginning or the end. */
async function pagesOf(
  path: GrantedPath,
  head: Uint8Array,
  size: number,
  files: ToolContext['files'],
): Promise<Extra | null> {
  const tail =
    size > head.length
      ? await files.open(path, (file) => file.read(Math.max(head.length, size - MEDIA_HEAD), MEDIA_HEAD))
      : null;
  const counts = [head, ...(tail ? [tail] : [])].map(pdfPages).filter((count) => count !== null);
  const pages = counts.length > 0 ? Math.max(...counts) : null;
  return pages === null ? null : { said: `It has ${counted(pages, 'page')}.`, data: { pages } };
}

async function folderTotals(
  folder: GrantedPath,
  { files, progress }: ToolContext,
  signal: AbortSignal,
): Promise<Extra> {
  const look = await files.look();
  let [count, folders, bytes, tellAt] = [0, 0, 0, performance.now() + TELL_EVERY_MS];
  const complete = await walk(
    files,
    [folder],
    async (found) => {
      const paths = found.files.map((name) => pathIn(found.path, name).absolute);
      for (const glance of await look.glance(paths)) bytes += glance?.size ?? 0;
      count += found.files.length;
      folders += found.folders.length;
      if (performance.now() < tellAt) return;
      tellAt = performance.now() + TELL_EVERY_MS;
      progress(`${count.toLocaleString('en')} files counted`);
    },
    signal,
    DEFAULT_WALK,
  );
  const least = complete ? '' : 'at least ';
  return {
    said: `It holds ${least}${counted(count, 'file')} in ${counted(folders, 'folder')}, ${sizeWithUnit(bytes)} in all; hidden and ignored ones are not counted.`,
    data: { files: count, folders, total_size: sizeWithUnit(bytes), counted_everything: complete },
  };
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}
