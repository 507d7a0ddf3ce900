import { z } from 'zod';
import type { GrantedFiles, GrantedPath } from '../../permissions/granted-files';
import { EXECUTABLE_HEAD, isRunningName, wouldRun } from '../files/executable';
import { kindOf } from '../files/kinds';
import { locate } from '../files/locate';
import { spokenName } from '../files/speak';
import { nameOf } from '../files/walk';
import { defineTool, type ToolFailure } from '../tool';

/** Shows a file or folder in the system's own program. */
export const tool = defineTool({
  name: 'open_item',
  description:
    'Opens a file or folder with its usual program when the user asks to open or show it on the screen. Returns the name and kind of what was opened; programs and scripts are refused.',
  group: 'files',
  class: 'reversible',
  keywords: ['show', 'display', 'launch', 'view'],
  parameters: z.object({
    item: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe("Name or path of the file or folder as the user says it, e.g. 'quarterly budget'.")
      .meta({ examples: ['quarterly budget', 'Downloads', 'Documents/report.pdf'] }),
    kind: z
      .enum(['file', 'folder'])
      .optional()
      .describe("Whether a file or a folder is meant; leave out if not said, e.g. 'folder'."),
  }),
  async aim({ item, kind }, context, signal) {
    const located = await locate(context.files, item, kind, signal);
    if (!located.ok) return located;
    const { path } = located;
    if (await runsWhenOpened(path, context.files)) return notOpened(path);
    const name = spokenName(path);
    return {
      ok: true,
      target: path,
      card: {
        effect: `Opens ${path.spoken} with its usual program.`,
        question: `Shall I open ${name}?`,
        risk: null,
        verbs: ['open', 'show'],
      },
      scope: await context.files.scopeOf(path),
    };
  },
  async run(_, context, signal, path) {
    // It may have become another thing since it was approved.
    if (await runsWhenOpened(path, context.files)) return notOpened(path);
    const { kind: opened } = await context.files.facts(path);
    signal.throwIfAborted();
    try {
      await context.openPath(path.absolute);
    } catch {
      // The system's own words hold the path and help nobody who listens.
      return {
        ok: false,
        error: `No program opened ${spokenName(path)}.`,
        hint: 'Tell the person that there may be no program for this kind of file.',
      };
    }
    return {
      ok: true,
      say: `${spokenName(path)} is open.`,
      data: {
        opened: path.spoken,
        kind: opened === 'folder' ? 'folder' : kindOf(nameOf(path)).replace(/^an? /u, ''),
      },
    };
  },
});

function notOpened(path: GrantedPath): ToolFailure {
  return {
    ok: false,
    error: `${spokenName(path)} is a program or script and is not opened.`,
    hint: 'Tell the person that programs are not started this way; do not try again.',
  };
}

async function runsWhenOpened(path: GrantedPath, files: GrantedFiles): Promise<boolean> {
  const facts = await files.facts(path);
  if (facts.kind === 'folder') return isRunningName(nameOf(path));
  const { bytes } = await files.read(path, EXECUTABLE_HEAD);
  return wouldRun(nameOf(path), facts.runs, bytes);
}
