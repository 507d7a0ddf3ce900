/**
 * The app that Electron starts when its own resources hold none: it loads the app whose folder is the first
 * argument. Official builds come with one; this stands in for it in the registry's runtime.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/**
 * @param {string} message
 * @returns {never}
 */
function giveUp(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** The first argument that is no option; `-r file` loads that file first, as Electron's own default app does. */
function appFolder() {
  const args = process.argv.slice(1);
  for (let arg = args.shift(); arg !== undefined; arg = args.shift()) {
    if (arg === '--version' || arg === '-v') {
      process.stdout.write(`v${process.versions.electron}\n`);
      process.exit(0);
    } else if (arg === '-r' || arg === '--require') {
      createRequire(import.meta.url)(resolve(args.shift() ?? ''));
    } else if (!arg.startsWith('-')) {
      return resolve(arg);
    }
  }
  return giveUp('Usage: electron <app folder> [arguments]');
}

/**
 * @param {string} folder
 * @returns {{ name?: string, productName?: string, version?: string, main?: string, desktopName?: string }}
 */
function descriptionOf(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch (error) {
    return giveUp(`No readable package.json in ${folder}: ${String(error)}`);
  }
}

const folder = appFolder();
const description = descriptionOf(folder);
const name = description.productName ?? description.name ?? 'Electron';
/** Electron has these two for its default app only, so its types leave them out. */
const host = /** @type {typeof app & { setVersion(v: string): void, setAppPath(p: string): void }} */ (app);
host.setName(name);
if (description.version) host.setVersion(description.version);
host.setDesktopName(description.desktopName ?? `${name}.desktop`);
host.setAppPath(folder);
// Awaited, because Electron becomes ready once this module has run, and an app has things to do before that.
try {
  await import(pathToFileURL(join(folder, description.main ?? 'index.js')).href);
} catch (error) {
  giveUp(error instanceof Error ? String(error.stack) : String(error));
}
