import { z } from 'zod';
import { fitText } from '../fit';
import { locate, refused } from '../files/locate';
import { kindOf } from '../files/kinds';
import { sizeWithUnit, spokenName } from '../files/speak';
import { decodeText, holdsPrivateKey } from '../files/text';
import { nameOf } from '../files/walk';
import { defineTool, type ToolContext, type ToolResult } from '../tool';

const MOST_CHARACTERS = 1_500;
/** Bytes of the text as JSON that leave room for the rest of the result (protocol.md section 6.2). */
const MOST_TEXT_BYTES = 1_650;
/** Enough bytes for the characters in any encoding, and to know the length of most texts. */
const MOST_READ = 64 * 1_024;

/** The beginning of a text. */
export const tool = defineTool({
  name: 'read_text_file',
  description:
    'Reads a text file when the user asks what a file or note says. Returns the first 1,500 characters at most, the size of the whole file in bytes, KB, MB or GB, and whether there is more; files that are not text are only described.',
  group: 'files',
  class: 'read',
  foreign: true,
  parameters: z.object({
    file: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe("Name or path of the file as the user says it, e.g. 'shopping list'.")
      .meta({ examples: ['shopping list', 'meeting notes', 'Documents/todo.txt'] }),
  }),
  async run({ file }, context, signal) {
    const located = await locate(context.files, file, 'file', signal);
    if (!located.ok) return located;
    const { bytes, size } = await context.files.read(located.path, MOST_READ);
    const decoded = decodeText(bytes);
    const about = { name: located.path.spoken, kind: kindOf(nameOf(located.path)), size };
    if (decoded.kind === 'binary') return describe(about, located.path);
    if (holdsPrivateKey(decoded.text)) return refused('not_allowed', file);
    return tell(decoded.text, bytes.length < size, about, located.path);
  },
});

interface About {
  readonly name: string;
  readonly kind: string;
  readonly size: number;
}

type Path = Parameters<ToolContext['files']['read']>[0];

function tell(whole: string, cutByRead: boolean, about: About, path: Path): ToolResult {
  const text = fitText(whole.slice(0, MOST_CHARACTERS), MOST_TEXT_BYTES);
  const more = cutByRead || text.length < whole.length;
  const say =
    whole.trim() === ''
      ? `${spokenName(path)} is empty.`
      : `Here is ${more ? 'the beginning of ' : ''}${spokenName(path)}.`;
  return {
    ok: true,
    say,
    data: {
      name: about.name,
      text,
      characters_shown: text.length,
      ...(cutByRead ? {} : { characters_in_all: whole.length }),
      size: sizeWithUnit(about.size),
      more,
    },
  };
}

function describe({ name, kind, size }: About, path: Path): ToolResult {
  return {
    ok: true,
    say: `${spokenName(path)} is ${kind} of ${sizeWithUnit(size)}, not a text that can be read out.`,
    data: { name, kind: kind.replace(/^an? /u, ''), size: sizeWithUnit(size), is_text: false },
  };
}
