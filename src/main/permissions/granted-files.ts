/** A path inside a grant, with every symlink resolved. */
export interface GrantedPath {
  readonly absolute: string;
  /** As a person would say it: "Documents/budget.txt". */
  readonly spoken: string;
}

/** Why a path may not be touched; each with a sentence for the model. */
export type FileRefusal = 'outside' | 'missing' | 'hidden' | 'not_allowed';

/** The one door to the disk for tools: nothing outside the granted folders passes. */
export interface GrantedFiles {
  /** The granted folders, symlinks resolved. */
  roots(): readonly GrantedPath[];
  /**
   * Finds what the person named: an absolute path, a path inside a grant, or the name of a grant.
   * The answer exists and lies inside a grant after resolving links.
   */
  resolve(named: string): Promise<{ ok: true; path: GrantedPath } | { ok: false; refusal: FileRefusal }>;
}
