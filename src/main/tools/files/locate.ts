import { assertNever } from '../../../shared/assert-never';
import type { FileRefusal, GrantedFiles, GrantedPath } from '../../permissions/granted-files';
import type { ToolResult } from '../tool';
import { findByName } from './find-by-name';
import { spokenList } from './speak';

type Failure = Extract<ToolResult, { ok: false }>;

/** The one thing that was meant, or why there is not exactly one, told so that the agent can go on. */
export type Located = { readonly ok: true; readonly path: GrantedPath } | Failure;

/** By how much the best name must beat the next to be taken without asking. */
const CLEAR_LEAD = 0.1;
const MOST_CANDIDATES = 5;

/** The answer when the person has granted no folder yet. */
export const NO_GRANTS: Failure = {
  ok: false,
  error: 'No folder is granted yet; one can be added in Settings.',
  hint: 'Tell the person: no folder is granted; add one in Settings.',
  foreign: false,
};

/**
 * Finds what a person or a model named: a path, a grant, or words of a name anywhere in the grants. Several
 * that fit equally well are an error that lists them.
 */
export async function locate(
  files: GrantedFiles,
  named: string,
  kind: 'file' | 'folder' | undefined,
  signal: AbortSignal,
): Promise<Located> {
  if ((await files.roots()).length === 0) return NO_GRANTS;
  const exact = await files.resolve(named);
  if (exact.ok && (kind === undefined || (await files.facts(exact.path)).kind === kind)) return exact;
  const refusal = exact.ok ? 'missing' : exact.refusal;
  if (refusal !== 'missing' && refusal !== 'ambiguous') return refused(refusal, named);
  return searchFor(files, named, kind, signal);
}

/** The folders to work in. */
type FoldersMeant = { readonly ok: true; readonly folders: readonly GrantedPath[] } | Failure;

/** The folder that was named; all granted ones when none was. */
export async function foldersMeant(
  folder: string | undefined,
  files: GrantedFiles,
  signal: AbortSignal,
): Promise<FoldersMeant> {
  if (folder === undefined || /^(all|any|every|everything|all (granted )?folders)$/iu.test(folder)) {
    const folders = await files.roots();
    return folders.length > 0 ? { ok: true, folders } : NO_GRANTS;
  }
  const located = await locate(files, folder, 'folder', signal);
  return located.ok ? { ok: true, folders: [located.path] } : located;
}

async function searchFor(
  files: GrantedFiles,
  named: string,
  kind: 'file' | 'folder' | undefined,
  signal: AbortSignal,
): Promise<Located> {
  const { folder, words } = await narrowed(files, named);
  const { matches } = await findByName(files, words, signal, {
    most: MOST_CANDIDATES,
    ...(kind ? { kind } : {}),
    ...(folder ? { folders: [folder] } : {}),
  });
  const [best, next] = matches;
  if (!best) return refused('missing', named);
  const clear = !next || best.score - next.score >= CLEAR_LEAD || (best.score === 1 && next.score < 1);
  if (clear) return { ok: true, path: best.path };
  const candidates = matches.filter(({ score }) => best.score - score < CLEAR_LEAD);
  return {
    ok: false,
    error: `${candidates.length} things fit "${named}": ${spokenList(
      candidates.map(({ path }) => path.spoken),
      'and',
    )}.`,
    hint: 'Ask which one is meant, then call again with that full name.',
    // It tells names of files, which anybody may have chosen.
    foreign: true,
  };
}

/** "Documents/quarterly budget" is looked for below Documents. */
async function narrowed(
  files: GrantedFiles,
  named: string,
): Promise<{ folder: GrantedPath | null; words: string }> {
  const cut = named.lastIndexOf('/');
  if (cut <= 0) return { folder: null, words: named };
  const parent = await files.resolve(named.slice(0, cut));
  const isFolder = parent.ok && (await files.facts(parent.path)).kind === 'folder';
  return { folder: isFolder ? parent.path : null, words: named.slice(cut + 1) };
}

/** A refusal in words a model can act on. */
export function refused(refusal: FileRefusal, named: string): Failure {
  const failure = (error: string, hint: string): Failure => ({ ok: false, error, hint, foreign: false });
  switch (refusal) {
    case 'missing':
      return failure(`Nothing called "${named}" was found in the granted folders.`, 'Ask for another name.');
    case 'ambiguous':
      return failure(`More than one thing is called "${named}".`, 'Ask which folder it is in.');
    case 'outside':
      return failure(
        'That is outside the granted folders.',
        'Tell the person that only granted folders can be used; one can be added in Settings.',
      );
    case 'hidden':
      return failure('Hidden files and folders are not touched.', 'Tell the person; do not try again.');
    case 'linked':
      return failure(
        'That file has a second name elsewhere on the disk, so its content is not touched.',
        'Tell the person; do not try again.',
      );
    case 'not_allowed':
      return failure('That is not allowed to be touched.', 'Tell the person; do not try again.');
    default:
      return assertNever(refusal);
  }
}
