import { assertNever } from '../../../shared/assert-never';
import { fileUndoSchema } from '../../permissions/changes/file-undo';
import type { Undone } from '../../permissions/changes/undo-file-change';
import { ChangeRefused, type ChangeRefusal } from '../../permissions/changes/refusal';
import { FileRefused } from '../../permissions/granted-files';
import type { ToolContext, ToolFailure, ToolResult } from '../tool';
import { refused } from './locate';
import { spokenName } from './speak';

/** Takes back what a file tool did: the `undo` of each of them. */
export async function undoChange(
  data: unknown,
  context: ToolContext,
  signal: AbortSignal,
): Promise<ToolResult> {
  const parsed = fileUndoSchema.safeParse(data);
  if (!parsed.success) return notUndone('forgotten');
  try {
    const undone = await context.changes.undo(parsed.data, signal);
    return { ok: true, say: sayUndone(undone), data: { undone: undone.path.spoken }, foreign: true };
  } catch (error) {
    if (error instanceof ChangeRefused) return notUndone(error.refusal);
    throw error;
  }
}

/** A refused change in words a model can act on; whatever else went wrong is thrown again. */
export function changeRefused(error: unknown, named: string): ToolFailure {
  if (error instanceof FileRefused) return refused(error.refusal, named);
  if (error instanceof ChangeRefused) return inWords(error.refusal, named);
  throw error;
}

/** As {@link changeRefused}, from the refusal itself. */
export function inWords(refusal: ChangeRefusal, named: string): ToolFailure {
  switch (refusal) {
    case 'exists':
      return failure(`Something called "${named}" is there already.`, 'Ask for another name, or offer one.');
    case 'changed':
      return failure(
        `"${named}" was changed or moved in the meantime, so nothing was done.`,
        'Look at it again, tell the person, and ask whether to go on.',
      );
    case 'bad_name':
      return failure(
        `"${named}" is not a name that every computer takes.`,
        'Use letters, digits, spaces, dashes and an ending; no slash, colon, question mark or dot at the end.',
      );
    case 'no_folder':
      return failure(
        'The folder it should be in does not exist.',
        'Ask which folder is meant, or make it first.',
      );
    case 'too_big':
      return failure(`"${named}" is too big for this.`, 'Tell the person; do not try again.');
    case 'too_many':
      return failure(`"${named}" holds too many things for this.`, 'Offer to do a part of it.');
    case 'disk_full':
      return failure('The disk is full; nothing was changed.', 'Tell the person.');
    case 'into_itself':
      return failure('A folder cannot be put into itself.', 'Ask where it should go.');
    case 'no_trash':
      return failure('The disk it is on has no trash.', 'Tell the person; it was left where it is.');
    case 'not_whole':
      return failure(
        `"${named}" holds links or hidden things that would not arrive on the other disk; it was left where it is.`,
        'Offer to copy it instead.',
      );
    case 'forgotten':
      return failure('What is needed for that is no longer kept.', 'Tell the person.');
    default:
      return refused(refusal, named);
  }
}

function notUndone(refusal: ChangeRefusal): ToolFailure {
  switch (refusal) {
    case 'changed':
      return failure('It was changed since, so it is left as it is.', 'Tell the person; do not try again.');
    case 'exists':
      return failure(
        'Something else has its old place and name now.',
        'Tell the person; offer to move that away.',
      );
    case 'missing':
    case 'no_folder':
      return failure('It, or its old folder, is no longer there.', 'Tell the person.');
    default:
      return inWords(refusal, 'it');
  }
}

function sayUndone({ did, path }: Undone): string {
  const name = spokenName(path);
  switch (did) {
    case 'created':
    case 'folder-made':
    case 'copied':
      return `${name} is in the trash.`;
    case 'replaced':
      return `${name} has its old content again.`;
    case 'appended':
      return `What was added to ${name} is gone again.`;
    case 'moved':
      return `${name} is back where it was.`;
    case 'trashed':
      return `${name} is out of the trash again.`;
    case 'restored':
      return `${name} is in the trash again.`;
    default:
      return assertNever(did);
  }
}

function failure(error: string, hint: string): ToolFailure {
  return { ok: false, error, hint };
}
