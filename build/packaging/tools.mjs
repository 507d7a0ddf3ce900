/**
 * electron-builder and the SVG renderer: 90 MB that only packaging needs, so they have a lock file of their own and
 * lie in the per-user cache, not among the dependencies of `npm start` and `npm test`.
 */

import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fillOnce } from '../setup/cache.mjs';
import { npm, run } from '../setup/child.mjs';
import { shortHash } from '../setup/files.mjs';
import { downloadProblem } from '../setup/problem.mjs';
import { say } from '../setup/report.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const FILES = ['package.json', 'package-lock.json'];

/**
 * Makes sure that the packaging tools are in the cache, exactly as locked and without running their scripts.
 *
 * @param {string} cache
 * @returns {Promise<string>} The folder that holds their `node_modules`.
 */
export async function ensurePackagingTools(cache) {
  const key = shortHash(FILES.map((file) => readFileSync(join(HERE, file), 'utf8')).join('\n'));
  const folder = join(cache, 'packaging', key);
  if (existsSync(folder)) return folder;
  say('Packaging tools: installing electron-builder, once (93 MB) ...');
  await fillOnce(folder, async (temporary) => {
    for (const file of FILES) copyFileSync(join(HERE, file), join(temporary, file));
    const [command, args] = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
    const installed = await run(command, args, { cwd: temporary });
    if (installed.code !== 0) throw downloadProblem('the packaging tools', installed.text);
  });
  return folder;
}

/**
 * Imports one of them.
 *
 * @param {string} tools What {@link ensurePackagingTools} gave.
 * @param {string} name
 * @returns {Promise<any>} They are no dependency of the project, so it has no types of them.
 */
export async function importTool(tools, name) {
  const path = createRequire(join(tools, 'package.json')).resolve(name);
  const imported = await import(pathToFileURL(path).href);
  // Of a minified CommonJS module Node sees no names.
  return imported.default ?? imported;
}
