/** Which npm packages went into the bundles: seen by the bundler itself, written beside them for the notices. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The package that a module lies in.
 *
 * @param {string} id The bundler's name of the module.
 * @returns {string | undefined} A path such as `node_modules/zod`; undefined for our own code.
 */
export function packageOf(id) {
  const path = id.replaceAll('\\', '/').replace(/^\0/, '');
  return /^.*?((?:^|\/)node_modules\/.*)$/
    .exec(path)?.[1]
    ?.match(/node_modules\/(?:@[^/]+\/)?[^/]+(?:\/node_modules\/(?:@[^/]+\/)?[^/]+)*/)?.[0];
}

/**
 * A Vite plugin that writes `packages.json`, a list of paths, into the folder of each output.
 *
 * @returns {import('vite').Plugin}
 */
export function listBundledPackages() {
  return {
    name: 'parley:bundled-packages',
    writeBundle({ dir }, bundle) {
      const ids = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const packages = [...new Set(ids.flatMap((id) => packageOf(id) ?? []))].sort();
      if (dir) writeFileSync(join(dir, 'packages.json'), `${JSON.stringify(packages, null, 2)}\n`);
    },
  };
}
