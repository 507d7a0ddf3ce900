/** What kind of build this is, decided from where it runs and which secrets are there. Pure. */

/** @typedef {import('./configuration.mjs').BuildKind} BuildKind */

/** Secrets that must all be there for a signature that the system accepts. */
const SIGNING = /** @type {const} */ ({
  // No system checks a signature there; Parley checks its own (sign-manifest.mjs).
  linux: ['PARLEY_UPDATE_KEY'],
  darwin: ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  win32: ['CSC_LINK', 'CSC_KEY_PASSWORD'],
});

/**
 * The kind of build with the official Electron.
 *
 * @param {import('./configuration.mjs').Platform} platform
 * @param {Readonly<Record<string, string | undefined>>} env `PARLEY_RELEASE=1` is set by the release workflow.
 * @returns {BuildKind}
 */
export function buildKind(platform, env) {
  if (env['PARLEY_RELEASE'] !== '1') return 'local';
  return SIGNING[platform].every((name) => Boolean(env[name])) ? 'signed' : 'unsigned';
}

/**
 * The repository that releases are put into, from the workflow's own variable.
 *
 * @param {string | undefined} repository `owner/name`.
 * @returns {{ owner: string, repo: string } | undefined}
 */
export function releasesOf(repository) {
  const match = /^([\w.-]+)\/([\w.-]+)$/.exec(repository ?? '');
  return match?.[1] && match[2] ? { owner: match[1], repo: match[2] } : undefined;
}
