/** `npm run build`: prepares everything and builds, without starting anything. */

import { runEntry } from './report.mjs';
import { setUp } from './set-up.mjs';

await runEntry(async () => {
  await setUp({ rigs: false });
  return 0;
});
