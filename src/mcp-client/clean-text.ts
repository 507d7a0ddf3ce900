/** Ranges of characters that are not seen and may hide words or turn them round: controls, bidi marks, zero widths, tags. */
const UNSEEN_RANGES = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe0fff],
] as const;
const hex = (code: number) => `\\u{${code.toString(16)}}`;
const UNSEEN = new RegExp(`[${UNSEEN_RANGES.map(([from, to]) => `${hex(from)}-${hex(to)}`).join('')}]`, 'gu');
/** Colours and cursor moves of a terminal. */
const ANSI = new RegExp(`${hex(0x1b)}\\[[0-?]*[ -\\/]*[@-~]`, 'gu');

/** Text of a server as one line of what a person would see, cut to `most` characters. */
export function oneLine(text: string, most: number): string {
  // Cutting first keeps huge texts cheap; what is taken out afterwards only makes it shorter.
  const seen = text
    .slice(0, most * 8)
    .replace(ANSI, '')
    .replace(UNSEEN, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return cutTo(seen, most);
}

/** Text of a server with its line breaks, without what is not seen, cut to `most` characters. */
export function manyLines(text: string, most: number): string {
  const seen = text
    .slice(0, most * 2)
    .replace(/\r\n?/gu, '\n')
    .replace(ANSI, '')
    .replace(UNSEEN, '');
  return cutTo(seen, most);
}

function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const last = cut.charCodeAt(cut.length - 1);
  return `${last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut}…`;
}
