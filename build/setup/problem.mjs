/**
 * A set-up step that cannot go on: what failed, and what the person can do about it.
 * Every entry script prints both and exits non-zero; running it again is always safe.
 */
export class SetupProblem extends Error {
  /**
   * @param {string} message What failed, one sentence.
   * @param {string} next What to do, one sentence or a command.
   */
  constructor(message, next) {
    super(message);
    this.name = 'SetupProblem';
    this.next = next;
  }
}

/** @typedef {'no-network' | 'disk-full' | 'not-permitted' | 'mismatch' | 'not-found' | 'other'} FailureKind */

/** The order matters: a failed checksum or a full disk also mentions the address it came from. */
const FAILURE_SIGNS = /** @type {const} */ ([
  ['disk-full', /ENOSPC|no space left|EDQUOT|quota exceeded/i],
  ['mismatch', /EINTEGRITY|checksum|sha(sum|256|512) .*(fail|mismatch|not match)|ChecksumMismatch/i],
  ['not-permitted', /EACCES|EPERM|EROFS|permission denied|read-only file system/i],
  ['not-found', /\bE404\b|\bETARGET\b|404 Not Found/i],
  [
    'no-network',
    /fetch failed|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network|timed? ?out|certificate|proxy|HTTP ?Error|Response code \d{3}|\b(403|407|502|503|504)\b/i,
  ],
]);

/**
 * Says of what kind a failed download or write was, from what the tool printed or the error said.
 *
 * @param {string} text
 * @returns {FailureKind}
 */
export function failureKind(text) {
  return FAILURE_SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
}

/**
 * A problem for a step that downloads something, with the next step for each kind of failure.
 *
 * @param {string} what What was being fetched, as it stands in a sentence ("the speech models").
 * @param {string} text What the tool printed, or the error's message.
 * @returns {SetupProblem}
 */
export function downloadProblem(what, text) {
  const lastLines = text.trim().split('\n').slice(-4).join('\n  ');
  switch (failureKind(text)) {
    case 'no-network':
      return new SetupProblem(
        `Could not fetch ${what}: the network or the package registry cannot be reached.`,
        'Check the connection (and the proxy settings of npm), then run the same command again.',
      );
    case 'disk-full':
      return new SetupProblem(
        `Could not fetch ${what}: the disk is full.`,
        'Free about 1 GB, then run the same command again. PARLEY_CACHE=<folder> puts the cache elsewhere.',
      );
    case 'not-permitted':
      return new SetupProblem(
        `Could not fetch ${what}: a folder cannot be written.\n  ${lastLines}`,
        'Make it writable, or set PARLEY_CACHE to a folder that is, then run the same command again.',
      );
    case 'mismatch':
      return new SetupProblem(
        `Fetched ${what}, but the content is not what it must be, so it was thrown away.\n  ${lastLines}`,
        'Run the same command again; if it happens twice, the registry or a proxy alters the download.',
      );
    case 'not-found':
      return new SetupProblem(
        `Could not fetch ${what}: the registry does not have it.`,
        'If you use a registry mirror, let it fetch from registry.npmjs.org, then run the same command again.',
      );
    case 'other':
      return new SetupProblem(
        `Could not fetch ${what}.\n  ${lastLines}`,
        'Mend what the lines above name, then run the same command again.',
      );
  }
}

/**
 * Text of anything thrown.
 *
 * @param {unknown} error
 */
export function errorText(error) {
  return error instanceof Error ? error.message : String(error);
}
