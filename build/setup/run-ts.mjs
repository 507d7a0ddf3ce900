/** Prepares everything, then runs a TypeScript program of test/: `node build/setup/run-ts.mjs <file> [arguments]`. */

import { join } from 'node:path';
import { runEntry } from './report.mjs';
import { PROJECT, setUp } from './set-up.mjs';

await runEntry(async () => {
  const [, , file, ...args] = process.argv;
  if (!file) throw new Error('Usage: node build/setup/run-ts.mjs <file> [arguments]');
  await setUp({ rigs: true });
  const path = join(PROJECT, file);
  process.argv = [process.execPath, path, ...args];
  const { runnerImport } = await import('vite');
  /** @type {{ module: { main?: () => Promise<number> } }} */
  const { module } = await runnerImport(path, { root: PROJECT, configFile: false, logLevel: 'warn' });
  // A program may export `main` and resolve to its exit code, or do its work while it is imported.
  return (await module.main?.()) ?? Number(process.exitCode ?? 0);
});
