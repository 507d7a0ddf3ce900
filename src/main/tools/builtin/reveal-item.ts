import { z } from 'zod';
import type { GrantedPath } from '../../permissions/granted-files';
import { locate } from '../files/locate';
import { spokenName } from '../files/speak';
import { folderOf } from '../files/targets';
import { nameOf } from '../files/walk';
import { defineTool } from '../tool';

/** A file or folder marked in the system's file manager; nothing is opened or run. */
export const tool = defineTool<{ item: string; kind?: 'file' | 'folder' | undefined }, GrantedPath>({
  name: 'reveal_item',
  description:
    'Shows a file or folder in the file manager when the user asks to see where it is or to show its folder. Returns its name and folder.',
  group: 'files',
  class: 'reversible',
  foreign: 'names',
  keywords: ['show', 'where', 'file manager', 'explorer', 'finder', 'folder of'],
  parameters: z.object({
    item: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe("Name or path of the file or folder as the user says it, e.g. 'last invoice'."),
    kind: z
      .enum(['file', 'folder'])
      .optional()
      .describe("Whether a file or a folder is meant; leave out if not said, e.g. 'file'."),
  }),
  async aim({ item, kind }, context, signal) {
    const located = await locate(context.files, item, kind, signal);
    if (!located.ok) return { ...located, foreign: true };
    const { path } = located;
    return {
      ok: true,
      target: path,
      card: {
        effect: `Shows ${nameOf(path)} in ${folderOf(path)} in the file manager.`,
        question: `Shall I show ${spokenName(path)} in the file manager?`,
        risk: null,
        verbs: ['show', 'reveal'],
      },
      scope: await context.files.scopeOf(path),
    };
  },
  async run(_, context, signal, path) {
    await context.files.facts(path);
    signal.throwIfAborted();
    try {
      await context.revealPath(path.absolute);
    } catch {
      return {
        ok: false,
        error: 'The file manager did not come up.',
        hint: 'Tell the person; offer to open the folder instead.',
      };
    }
    return {
      ok: true,
      say: `${spokenName(path)} is shown in the file manager.`,
      data: { shown: path.spoken },
    };
  },
});
