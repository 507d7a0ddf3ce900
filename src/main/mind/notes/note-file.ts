/** How a note is written down: Markdown that any editor reads, with a few facts in front matter. */

/** A note as its file holds it. */
export interface NoteText {
  /** ISO time at which it was begun; null where the file does not say. */
  readonly created: string | null;
  /** Something in it was noted while words of somebody else were in the talk, or Parley did not begin the file. */
  readonly foreign: boolean;
  /** What was noted, without front matter. */
  readonly text: string;
}

const FRONT = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;
/** Characters of a title. */
const LONGEST_TITLE = 80;

/** The file's text for a note. */
export function printNote({ created, foreign, text }: NoteText): string {
  const facts = [...(created === null ? [] : [`created: ${created}`]), ...(foreign ? ['tainted: true'] : [])];
  return `---\n${facts.join('\n')}\n---\n${text.trimEnd()}\n`;
}

/** Reads a file, whoever wrote it. What has no front matter of ours is somebody else's. */
export function parseNote(file: string): NoteText {
  const plain = file.replace(/^\uFEFF/, '');
  const front = FRONT.exec(plain);
  const facts = new Map(
    (front?.[1] ?? '').split(/\r?\n/).flatMap((line) => {
      const cut = line.indexOf(':');
      return cut < 1 ? [] : [[line.slice(0, cut).trim(), line.slice(cut + 1).trim()] as const];
    }),
  );
  const created = facts.get('created') ?? null;
  const known = created !== null && !Number.isNaN(Date.parse(created));
  return {
    created: known ? created : null,
    foreign: !known || (facts.has('tainted') && facts.get('tainted') !== 'false'),
    text: (front ? plain.slice(front[0].length) : plain).trim(),
  };
}

/** The first line with words in it, without Markdown's signs. */
export function titleOf(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^[\s#>*+-]+|[*_`#\s]+$/gu, ''));
  const first = lines.find((line) => /[\p{L}\p{N}]/u.test(line)) ?? '';
  return first.length > LONGEST_TITLE ? `${first.slice(0, LONGEST_TITLE).trimEnd()}…` : first || 'Untitled';
}

/** The beginning of a file's name for a title: letters and digits of any script, safe on every system. */
export function slugOf(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const slug = [...words.join('-')].slice(0, 48).join('').replace(/-+$/, '');
  return /^(?:|con|prn|aux|nul|com\d|lpt\d)$/.test(slug) ? `note${slug && `-${slug}`}` : slug;
}
