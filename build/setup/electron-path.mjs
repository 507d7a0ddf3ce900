/** `npm run --silent electron-path`: prepares everything and prints Electron's path, nothing else, on stdout. */

import { runEntry } from './report.mjs';
import { setUp } from './set-up.mjs';

await runEntry(async () => {
  const { runtime } = await setUp({ rigs: false });
  process.stdout.write(`${runtime.executable}\n`);
  return 0;
});
