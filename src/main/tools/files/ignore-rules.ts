import ignore, { type Ignore } from 'ignore';
import type { FolderListing } from '../../permissions/folder-look';

/** Folders of programs, not of people: thousands of files that nobody ever asks for by name. */
const IGNORED_FOLDERS = new Set([
  ...['node_modules', 'bower_components', 'jspm_packages', '__pycache__', 'site-packages', 'venv'],
  ...['$recycle.bin', 'system volume information', 'lost+found'],
]);

/** Bounds of what a file of rules may cost: it may come from anybody's archive. */
const MOST_RULES = 1_000;
const LONGEST_RULE = 200;
/** Each may be tried at every place of a name, and again within the one before. */
const MOST_WILDCARDS = 4;

/** The rules that hold in a folder: its own, then those of the folders around it. */
export interface IgnoreRules {
  readonly outer: IgnoreRules | null;
  /** Absolute path of the folder that has the rules; paths are matched relative to it. */
  readonly base: string;
  readonly rules: Ignore | null;
  /** In a Git repository, so that `.gitignore` counts. */
  readonly inRepository: boolean;
}

/** The rules inside a folder, by what was found in it. The outer ones themselves when it adds none. */
export function rulesInside(
  folder: string,
  { ignore: own, gitIgnore, isRepository }: FolderListing,
  outer: IgnoreRules | null,
): IgnoreRules | null {
  const inRepository = isRepository || (outer?.inRepository ?? false);
  const lines = [...linesOf(inRepository ? gitIgnore : null), ...linesOf(own)];
  const rules = lines.length > 0 ? ignore({ allowRelativePaths: true }).add(lines) : null;
  if (!rules && inRepository === (outer?.inRepository ?? false)) return outer;
  // What Git ignores outside says nothing about a repository of its own inside.
  return { outer: isRepository ? null : outer, base: folder, rules, inRepository };
}

/** Whether a thing is passed over in searches. `absolute` lies within the rules' folders, `separator` is the system's. */
export function isIgnored(
  absolute: string,
  kind: 'file' | 'folder',
  within: IgnoreRules | null,
  separator: string,
): boolean {
  if (kind === 'folder' && IGNORED_FOLDERS.has(lastOf(absolute, separator).toLowerCase())) return true;
  for (let rules = within; rules; rules = rules.outer) {
    const way = absolute.slice(rules.base.length).split(separator).filter(Boolean).join('/');
    if (!rules.rules || way === '') continue;
    const { ignored, unignored } = rules.rules.test(kind === 'folder' ? `${way}/` : way);
    // The innermost word counts.
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

function lastOf(path: string, separator: string): string {
  return path.slice(path.lastIndexOf(separator) + 1);
}

function linesOf(text: string | null): readonly string[] {
  return (text ?? '')
    .split(/\r?\n/u, MOST_RULES)
    .filter(
      (line) =>
        line.trim() !== '' &&
        !line.startsWith('#') &&
        line.length <= LONGEST_RULE &&
        (line.match(/[*?]/gu) ?? []).length <= MOST_WILDCARDS &&
        !/\*{3,}/u.test(line),
    );
}
