/** What files are called by people. Each line: the spoken kind, words that ask for it, extensions. */
const KINDS: readonly (readonly [kind: string, words: string, extensions: string])[] = [
  ['a text file', 'text note notes', 'txt text log'],
  ['a Markdown note', 'markdown note notes text', 'md markdown mdx rst adoc org'],
  ['a document', 'document doc letter word', 'doc docx odt rtf pages docm wpd'],
  ['a spreadsheet', 'spreadsheet sheet excel calc', 'xls xlsx ods xlsm numbers'],
  ['a table', 'table csv spreadsheet', 'csv tsv'],
  ['a presentation', 'presentation slides slideshow deck powerpoint', 'ppt pptx odp pptm'],
  ['a PDF', 'pdf', 'pdf'],
  ['an e-book', 'book ebook', 'epub mobi azw3'],
  [
    'a picture',
    'picture photo image pic screenshot',
    'jpg jpeg png gif webp bmp tif tiff heic avif svg ico raw',
  ],
  ['a recording', 'recording audio song music sound', 'mp3 wav flac ogg oga opus m4a aac wma aiff'],
  ['a video', 'video movie film clip', 'mp4 mkv mov avi webm m4v wmv mpg mpeg'],
  ['an archive', 'archive zip', 'zip tar gz tgz bz2 xz 7z rar zst'],
  ['a web page', 'webpage html', 'html htm xhtml mhtml'],
  ['a calendar file', 'calendar', 'ics'],
  ['a mail', 'mail email message', 'eml msg mbox'],
  ['a data file', 'data json config', 'json jsonl xml yaml yml toml ini cfg conf sql db sqlite'],
  [
    'source code',
    'code source script program',
    'js mjs cjs ts tsx jsx py rb go rs c h cpp hpp java kt cs php sh css scss svelte vue lua r',
  ],
];

const byExtension = new Map(
  KINDS.flatMap(([kind, , extensions]) =>
    extensions.split(' ').map((extension) => [extension, kind] as const),
  ),
);
const wordsByKind = new Map(KINDS.map(([kind, words]) => [kind, new Set(words.split(' '))] as const));

/** The extension in lower case without its dot; empty for "README" and ".profile". */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** The name without its extension, if that is one we know: "v1.2 notes" keeps its dot. */
export function stemOf(name: string): string {
  const extension = extensionOf(name);
  return byExtension.has(extension) ? name.slice(0, -extension.length - 1) : name;
}

/** What a file is, as said aloud: "a spreadsheet"; "a file" when unknown. */
export function kindOf(name: string): string {
  return byExtension.get(extensionOf(name)) ?? 'a file';
}

const allWords = new Set(KINDS.flatMap(([, words]) => words.split(' ')));

/**
 * Whether a word asks for this kind of file: "spreadsheet" for budget.ods. The extension itself counts too. Without
 * a name: for any kind of file at all.
 */
export function isKindWord(word: string, name: string | null): boolean {
  if (name === null) return allWords.has(word);
  return extensionOf(name) === word || (wordsByKind.get(kindOf(name))?.has(word) ?? false);
}

const TEXT_KINDS = new Set([
  'a text file',
  'a Markdown note',
  'a table',
  'a data file',
  'source code',
  'a web page',
  'a mail',
]);

/** Whether a name promises text, so that looking into the file is worth it. */
export function isTextName(name: string): boolean {
  return TEXT_KINDS.has(kindOf(name)) && !/\.(db|sqlite|msg|mbox)$/iu.test(name);
}
