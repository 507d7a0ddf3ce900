import type { FileRefusal } from '../granted-files';

/**
 * Why a change was not made. `changed`: another thing lies there now, or its content is not what was looked at.
 * `no_folder`: what it should be in does not exist. `not_whole`: a folder would not arrive whole on another disk.
 * `forgotten`: what an undo needs is no longer kept.
 */
export type ChangeRefusal =
  | FileRefusal
  | 'exists'
  | 'changed'
  | 'bad_name'
  | 'no_folder'
  | 'too_big'
  | 'too_many'
  | 'disk_full'
  | 'into_itself'
  | 'no_trash'
  | 'not_whole'
  | 'forgotten';

/** Thrown by everything that changes files; nothing was changed, or it was put back. */
export class ChangeRefused extends Error {
  constructor(readonly refusal: ChangeRefusal) {
    super(`refused: ${refusal}`);
    this.name = 'ChangeRefused';
  }
}

/** Throws a {@link ChangeRefused}. */
export function refuse(refusal: ChangeRefusal): never {
  throw new ChangeRefused(refusal);
}

/** The system's code of an error ("ENOENT"); null when it has none. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

const REFUSALS: Readonly<Record<string, ChangeRefusal>> = {
  EEXIST: 'exists',
  ENOTEMPTY: 'exists',
  EISDIR: 'changed',
  ENOTDIR: 'changed',
  ELOOP: 'changed',
  ENOENT: 'changed',
  ESTALE: 'changed',
  EACCES: 'not_allowed',
  EPERM: 'not_allowed',
  EROFS: 'not_allowed',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EFBIG: 'too_big',
  ENAMETOOLONG: 'bad_name',
  EILSEQ: 'bad_name',
};

/** Runs `work`; what the system refuses comes as {@link ChangeRefused}, anything else as it is. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = REFUSALS[codeOf(error) ?? ''];
    throw refusal ? new ChangeRefused(refusal) : error;
  }
}
