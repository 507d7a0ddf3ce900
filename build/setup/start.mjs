/** `npm start`: prepares everything, then opens the window. */

import { launch } from './launch.mjs';
import { runEntry } from './report.mjs';
import { setUp } from './set-up.mjs';

const began = Date.now() - process.uptime() * 1000;

await runEntry(async () => launch(await setUp({ rigs: false }), process.argv.slice(2), began));
