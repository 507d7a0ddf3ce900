/**
 * Prepares what is needed, then runs a TypeScript program of test/:
 * `node build/setup/run-ts.mjs [--without-app] <file> [arguments]`. `--without-app` leaves out Electron and the rigs.
 */

import { join } from 'node:path';
import { runEntry } from './report.mjs';
import { PROJECT, setUp, setUpLocalAgent } from './set-up.mjs';

await runEntry(async () => {
  const given = process.argv.slice(2);
  const withoutApp = given[0] === '--without-app';
  const [file, ...args] = withoutApp ? given.slice(1) : given;
  if (!file) throw new Error('Usage: node build/setup/run-ts.mjs [--without-app] <file> [arguments]');
  await (withoutApp ? setUpLocalAgent() : setUp({ rigs: true }));
  const path = join(PROJECT, file);
  process.argv = [process.execPath, path, ...args];
  const { runnerImport } = await import('vite');
  /** @type {{ module: { main?: () => Promise<number> } }} */
  const { module } = await runnerImport(path, { root: PROJECT, configFile: false, logLevel: 'warn' });
  // A program may export `main` and resolve to its exit code, or do its work while it is imported.
  return (await module.main?.()) ?? Number(process.exitCode ?? 0);
});
