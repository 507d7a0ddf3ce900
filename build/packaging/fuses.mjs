/**
 * Electron's fuses: switches in the executable itself that no argument, variable or file can turn back. The names
 * are those of electron-builder's `electronFuses`.
 */

/**
 * What every package has. Running as plain Node, `NODE_OPTIONS` and the inspector would each let other code run
 * under Parley's name; integrity is worth something only when nothing but the archive is loaded.
 */
export const FUSES = /** @type {const} */ ({
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
});

/**
 * As they stand in a fuse wire, by the numbers that `@electron/fuses` gives them.
 * @type {Readonly<Record<string, string>>}
 */
const STATES = { 48: 'off', 49: 'on', 114: 'removed', 144: 'inherit' };

/**
 * The fuses that are not as they must be, each as a phrase such as `runAsNode is on`.
 *
 * @param {Readonly<Record<string, number | string>>} wire What `getCurrentFuseWire` read, by the numbers of
 *   `FuseV1Options`.
 * @param {Readonly<Record<string, number | string>>} options `FuseV1Options`: names in capitals to numbers.
 * @returns {string[]}
 */
export function wrongFuses(wire, options) {
  return Object.entries(FUSES).flatMap(([name, wanted]) => {
    const option = options[`${name[0]?.toUpperCase()}${name.slice(1)}`];
    const state = wire[String(option)];
    const told = STATES[String(state)] ?? 'unknown';
    return told === (wanted ? 'on' : 'off') ? [] : [`${name} is ${told}`];
  });
}

/**
 * Reads the fuses of an executable back.
 *
 * @param {string} executable On macOS the app's folder ending in `.app`.
 * @returns {Promise<string[]>} Those that are wrong.
 */
export async function readBack(executable) {
  const { getCurrentFuseWire, FuseV1Options } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  const numbers = /** @type {Record<string, number | string>} */ (/** @type {unknown} */ (FuseV1Options));
  return wrongFuses(/** @type {Record<string, number | string>} */ (/** @type {unknown} */ (wire)), numbers);
}
